"""The import page: from a dropped table to changes looked through and carried out."""
