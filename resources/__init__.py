"""Fonts, icons and reference data: no logic."""
