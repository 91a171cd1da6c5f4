"""The county's forms on disk: read into a grid, and filled without touching anything that no fact belongs to."""
