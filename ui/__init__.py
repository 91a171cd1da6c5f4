"""The screen, the printer and the command line."""
