"""Papers that come back: what stands where on a printed page, and what a picture of it says (REQ 3.4, scan.md)."""
