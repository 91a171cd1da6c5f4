"""Photos of the children: read, framed, shown, and put to their names."""
