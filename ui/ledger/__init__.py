"""台账: the things of the home, what came, went and is lent, and what the standard list still asks for."""
