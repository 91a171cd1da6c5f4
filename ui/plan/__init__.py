"""The page 工作计划: the plan of the term and of the school year, its stages, what was looked back on."""
