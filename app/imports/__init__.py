"""From a table that came in to a plan of changes a person can look through."""
