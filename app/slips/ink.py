"""Where something is written by hand on a page that was laid flat: what is cut out is only as large as it needs."""

from app.slips.codes import Grey
from app.slips.marks import SCALE
from app.slips.sheet import Rect

_PALE = 45
"""How much darker than the paper a point of ink is."""
_RULED = 0.5
"""A row of which this part is dark is a line to write on."""
_LEAST = 3
"""Dark points in a row or column without which it is taken for dust."""
_MARGIN = 1.2
"""mm left round what is written."""
_HIGHEST = 16.0
"""mm of a cut-out; more would be too small to be read."""


def written_part(page: Grey, part: Rect) -> Rect | None:
    """The part of `part` (mm) on which somebody wrote; None for nothing but the lines to write on."""
    left, top, wide, high = (round(size * SCALE) for size in part)
    rows = [
        bytes(page.pixels[at + left : at + left + wide]) for at in (y * page.stride for y in range(top, top + high))
    ]
    if not rows or not rows[0]:
        return None
    shades = b"".join(rows)
    limit = sorted(shades)[len(shades) * 3 // 4] - _PALE
    if limit <= 0:
        return None
    inked = [bytes(shade < limit for shade in row) for row in rows]
    kept = [(y, row) for y, row in enumerate(inked) if sum(row) < _RULED * wide]
    ruled = {y for y, row in enumerate(inked) if sum(row) >= _RULED * wide}
    # The edges of a ruled line are pale rows of their own.
    near = {y + step for y in ruled for step in (-2, -1, 0, 1, 2)}
    lines = [y for y, row in kept if y not in near and sum(row) >= _LEAST]
    if len(lines) < _LEAST:
        return None
    body = b"".join(row for y, row in kept if y not in near)
    columns = [x for x in range(wide) if sum(body[x::wide]) >= _LEAST]
    if len(columns) < _LEAST:
        return None
    x1, x2, y1, y2 = columns[0] / SCALE, columns[-1] / SCALE, lines[0] / SCALE, lines[-1] / SCALE
    x, y = max(0.0, x1 - _MARGIN), max(0.0, y1 - _MARGIN)
    return (
        part[0] + x, part[1] + y, min(part[2], x2 + _MARGIN) - x, min(part[3], y2 + _MARGIN, y + _HIGHEST) - y
    )
