"""The county's own forms: which cell or blank means which fact, and what to write there for which children."""
