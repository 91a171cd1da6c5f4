"""今日: what is late, due, promised and coming up, and the panel in which it is done."""
