"""Fonts, icons and reference data, and how they are read; no logic."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where they lie, wherever the program was unpacked. (importlib.resources would bring half a megabyte of modules.)"""
