"""Whether a box is ticked: the share of dark points inside it, on a page that was laid flat.

Measured on pictures made by the tests (docs/architecture.md, Papers that come back): a box is called ticked or empty
only where that is plain, and doubtful in between, for a tick that nobody made would be a talk that nobody held.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.slips.codes import Grey
from app.slips.geometry import Point

TICKED, EMPTY, DOUBTFUL = STATES = ("ticked", "empty", "doubtful")
SCALE = 8
"""Points to a mm of a page that was laid flat."""
_AROUND = 2.8
"""mm of paper round a box that are looked at with it."""
_STRAY = 1.4
"""mm by which a box may lie elsewhere than it should: paper bends."""
_LINE = 3
"""Points across the line of a box."""
_INSIDE = 0.75
"""mm along the edge of a box that do not count: its own line, and the end of a stroke that belongs to a neighbour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one box says. `share` is the dark part of its inside, `contrast` how dark its own line is."""

    state: str
    share: float = 0.0
    contrast: float = 0.0

    @property
    def is_there(self) -> bool:
        """Whether the line round the box was seen."""
        return self.contrast >= LIMITS["contrast"]


LIMITS = {"empty": 0.012, "ticked": 0.07, "contrast": 28.0, "dark": 0.28, "least": 16.0, "shaded": 0.07, "stray": 0.15}


def judge(page: Grey, corner: Point, side: float) -> Mark:
    """The box whose top left corner should lie there (mm)."""
    size = round((side + 2 * _AROUND) * SCALE)
    left, top = round((corner[0] - _AROUND) * SCALE), round((corner[1] - _AROUND) * SCALE)
    if left < 0 or top < 0 or left + size > page.width or top + size > page.height:
        return Mark(DOUBTFUL)
    rows = [bytes(page.pixels[at : at + size]) for at in (y * page.stride + left for y in range(top, top + size))]
    shades = b"".join(rows)
    light = sorted(shades)[len(shades) * 3 // 4]
    wide = round(side * SCALE)
    x, y = _place(rows, wide, light)
    around = _around(rows, x, y, wide)
    light = sorted(around)[len(around) // 2]
    contrast = _line_contrast(rows, x, y, wide, light)
    if contrast < LIMITS["contrast"]:
        return Mark(DOUBTFUL, 0.0, contrast)
    edge = round(_INSIDE * SCALE)
    inside = [row[x + edge : x + wide - edge] for row in rows[y + edge : y + wide - edge]]
    limit = light - max(LIMITS["least"], LIMITS["dark"] * contrast)
    share = sum(map(limit.__gt__, b"".join(inside))) / (len(inside) * len(inside[0]))
    if share < LIMITS["empty"]:
        return Mark(EMPTY, share, contrast)
    strays = share < LIMITS["stray"] and _is_bare(inside, limit)
    # Where the paper beside the box is as dark as what is in it, a shadow or a stain lies over both.
    shaded = sum(map(limit.__gt__, around)) > LIMITS["shaded"] * len(around)
    ticked = share >= LIMITS["ticked"] and not strays and not shaded
    return Mark(TICKED if ticked else DOUBTFUL, share, contrast)


def _around(rows: Sequence[bytes], x: int, y: int, wide: int) -> bytes:
    """The paper close round the box."""
    near, far = round(0.6 * SCALE), round(1.1 * SCALE)
    outside = (*rows[y - far : y - near], *rows[y + wide + near : y + wide + far])
    beside = rows[y - near : y + wide + near]
    return b"".join((
        *(row[x - far : x + wide + far] for row in outside),
        *(row[x - far : x - near] + row[x + wide + near : x + wide + far] for row in beside),
    ))  # fmt: skip


def _is_bare(inside: Sequence[bytes], limit: float) -> bool:
    """Whether nothing lies in the middle: then it may be the end of a stroke that was meant for another box."""
    edge = round(1.1 * SCALE)
    return not any(shade < limit for row in inside[edge:-edge] for shade in row[edge:-edge])


def _place(rows: Sequence[bytes], wide: int, light: int) -> tuple[int, int]:
    """Where the box really begins: its lines are the darkest pair of that distance with paper outside of them."""
    size = len(rows)
    at, stray = round(_AROUND * SCALE), round(_STRAY * SCALE)
    shades = b"".join(rows[at : at + wide])
    columns = [wide * light - sum(shades[x::size]) for x in range(size)]
    x = _best(columns, at, wide, stray)
    lines = [wide * light - sum(row[x : x + wide]) for row in rows]
    y = _best(lines, at, wide, stray)
    shades = b"".join(rows[y : y + wide])
    columns = [wide * light - sum(shades[column::size]) for column in range(size)]
    return _best(columns, at, wide, stray), y


def _best(dark: Sequence[int], at: int, wide: int, stray: int) -> int:
    def score(place: int) -> tuple[int, int]:
        near, far = place, place + wide
        lines = min(_sum(dark, near), _sum(dark, far)) * 2
        outside = _sum(dark, near - _LINE - 1) + _sum(dark, far + _LINE + 1)
        return lines - outside // 2, -abs(place - at)

    return max(range(at - stray, at + stray + 1), key=score)


def _sum(dark: Sequence[int], middle: int) -> int:
    """The darkness of a line of _LINE points round that place."""
    return sum(dark[max(0, middle - _LINE // 2) : middle + _LINE // 2 + 1])


def _line_contrast(rows: Sequence[bytes], x: int, y: int, wide: int, light: int) -> float:
    """How dark the line round the box is: that of its second palest side, for one may be covered or torn."""
    sides = [
        _mean(rows, x, y, wide, 1), _mean(rows, x, y + wide, wide, 1),
        _mean(rows, x, y, 1, wide), _mean(rows, x + wide, y, 1, wide),
    ]  # fmt: skip
    return light - sorted(sides)[2]


def _mean(rows: Sequence[bytes], x: int, y: int, across: int, down: int) -> float:
    """The mean shade along a side, of the darkest point across its line each time."""
    found = []
    if down == 1:
        for column in range(x, x + across):
            found.append(min(row[column] for row in rows[y - 1 : y + 2]))
    else:
        for row in rows[y : y + down]:
            found.append(min(row[x - 1 : x + 2]))
    return sum(found) / len(found)
