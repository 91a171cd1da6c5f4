"""From the county's table of the assessment to a table of the file, looked through before it is kept."""
