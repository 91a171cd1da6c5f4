"""How a text gets into a cell of a form: a little smaller, on several lines, or in a higher row (paper.md §1)."""

import math
import unicodedata
from dataclasses import dataclass

MM_PER_PT = 25.4 / 72
EDGE_MM = 1.6
"""What Excel leaves free beside the text, both sides together."""
LEAST_PT = 9.0
LINE = 1.3
"""Height of a line, in font sizes."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`size` in points, 0 = as it is; `height` in mm the cell needs, 0 = it fits as it is."""

    size: float = 0.0
    wrap: bool = False
    height: float = 0.0


def fit(text: str, width: float, height: float, size: float) -> Fit:
    """How to show the whole text in a cell of that size (mm), written in that font size."""
    room = max(1.0, width - EDGE_MM)
    longest = max((ems(part) for part in text.split("\n")), default=0.0)
    if longest * size * MM_PER_PT <= room and "\n" not in text:
        return Fit()
    least = min(size, max(LEAST_PT, size - 1.5))
    if "\n" not in text and longest * least * MM_PER_PT <= room:
        return Fit(size=math.floor(room / (longest * MM_PER_PT) * 2) / 2)
    smaller = size
    while True:
        needed = lines(text, room, smaller) * smaller * LINE * MM_PER_PT + 0.6
        if needed <= height or smaller - 0.5 < min(size, LEAST_PT):
            break
        smaller -= 0.5
    if needed > height:
        needed = lines(text, room, smaller) * smaller * LINE * MM_PER_PT + 1.4
    return Fit(size=smaller if smaller < size else 0.0, wrap=True, height=needed if needed > height else 0.0)


def shrunk(text: str, width: float, size: float) -> float:
    """The font size at which a line that cannot be wrapped fits; 0 = it fits as it is. Never under 7 points."""
    wide = max((ems(part) for part in text.split("\n")), default=0.0) * MM_PER_PT
    room = max(1.0, width - EDGE_MM)
    return 0.0 if wide * size <= room else max(7.0, math.floor(room / wide * 2) / 2)


def lines(text: str, room: float, size: float) -> int:
    """How many lines the text takes in that room (mm)."""
    each = max(1.0, room / (size * MM_PER_PT))
    broken = max(1.0, each - 0.6)
    parts = [ems(part) for part in text.split("\n")]
    return sum(1 if part <= each else math.ceil(part / broken) for part in parts)


def ems(text: str) -> float:
    """Width of a text in font sizes: a Chinese character is 1, a digit a little more than half."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.55 for letter in text)
