"""Where something is written by hand on a page that was laid flat: what is cut out is only as large as it needs."""

from app.slips.codes import Grey
from app.slips.marks import SCALE
from app.slips.sheet import Rect

_PALE = 45
"""How much darker than the paper a point of ink is."""
_UPRIGHT = round(0.9 * SCALE)
"""Dark points one above the other that make a stroke: a line to write on is thinner, even where the page lies askew."""
_LEAST = 3
"""Columns with such a stroke without which it is taken for dust."""
_MARGIN = 1.4
"""mm left round what is written."""
_HIGHEST = 16.0
"""mm of a cut-out; more would be too small to be read."""


def written_part(page: Grey, part: Rect) -> Rect | None:
    """The part of `part` (mm) on which somebody wrote; None for nothing but the lines to write on."""
    left, top, wide, high = (round(size * SCALE) for size in part)
    rows = [
        bytes(page.pixels[at + left : at + left + wide]) for at in (y * page.stride for y in range(top, top + high))
    ]
    shades = b"".join(rows)
    if not shades:
        return None
    limit = sorted(shades)[len(shades) * 3 // 4] - _PALE
    inked = bytes(shade < limit for shade in shades)
    spans = {x: span for x in range(wide) if (span := _strokes(inked[x::wide])) is not None}
    if len(spans) < _LEAST:
        return None
    y1, y2 = min(first for first, _last in spans.values()), max(last for _first, last in spans.values())
    x, y = (max(0.0, size / SCALE - _MARGIN) for size in (min(spans), y1))
    right, bottom = max(spans) / SCALE + _MARGIN, y2 / SCALE + _MARGIN
    return part[0] + x, part[1] + y, min(part[2], right) - x, min(part[3], bottom, y + _HIGHEST) - y


def _strokes(column: bytes) -> tuple[int, int] | None:
    """From where to where the upright strokes of a column reach; None for none."""
    found, at = None, 0
    for run in column.split(b"\0"):
        if len(run) >= _UPRIGHT:
            found = (at if found is None else found[0], at + len(run))
        at += len(run) + 1
    return found
