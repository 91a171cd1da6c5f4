"""Reads the reference tables that lie beside this file, wherever the program was unpacked."""

import csv
from functools import cache

from resources import FOLDER


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/`name` (a CSV file with a header), each by its column names."""
    return tuple(csv.DictReader(_text(name).splitlines()))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of data/`name` that are not blank."""
    return tuple(line.strip() for line in _text(name).splitlines() if line.strip())


def _text(name: str) -> str:
    return (FOLDER / "data" / name).read_text(encoding="utf-8-sig")
