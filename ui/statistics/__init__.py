"""The statistics on screen: both tables of a day, who stands behind each number, and why the two numbers differ."""
