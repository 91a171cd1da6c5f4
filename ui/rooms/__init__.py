"""活动室: the home and its rooms, when they open, what was opened, how safe they are."""
