"""From the rows of an existing ledger of things (台账) to a plan that a person looks through (domain.md §5)."""
