"""Papers that come back as scans: reading them, and the page that says what is back."""
