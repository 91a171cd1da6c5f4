"""Fonts, icons and reference data, and how they are read; no logic."""
