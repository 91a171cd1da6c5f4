"""The wizard that takes the county's assessment table in."""
