"""What is set rarely: the school, its terms and teachers, backups, password, look."""
