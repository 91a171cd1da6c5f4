"""迎检自查: the self-check of the inspection, problems and their closing, rounds of safety inspections."""
