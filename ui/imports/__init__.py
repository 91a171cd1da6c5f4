"""The import wizard: choose a table, see how its columns are read, look every row through, carry it out."""
