"""每周一览: the heat map of a term, who was reached in which week, worst first; every number leads to the names."""
