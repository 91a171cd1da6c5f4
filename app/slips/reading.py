"""From a picture to what its boxes say: which page it is, how it lies, and every box of it (scan.md)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.slips.codes import Grey, Seen, find
from app.slips.geometry import NoProjection, Pair, Projection, projection, worst_miss
from app.slips.marks import Mark, judge
from app.slips.sheet import PAGE, Sheet

ENOUGH = 3
"""Corner codes without which a page is not read: with two its far side may lie anywhere."""
BENT = 0.008
"""How far a corner of a code may lie from where it should, as a part of the page's height in the picture: beyond, the
paper is folded or two pages lie over one another."""


class Unreadable(Exception):
    """The picture cannot be read; `reason` is one of: no_code, corners, unknown, bent, several."""

    def __init__(self, reason: str, missing: Sequence[str] = (), code: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.missing = tuple(missing)
        """The corners that were not found, for "corners"."""
        self.code = code


@dataclass(frozen=True, slots=True)
class Found:
    """A page found in a picture."""

    code: str
    seen: tuple[Seen, ...]

    @property
    def missing(self) -> list[str]:
        """The corners whose code was not found."""
        there = {one.corner for one in self.seen}
        return [corner for corner in "1234" if corner not in there]


@dataclass(frozen=True, slots=True)
class Read:
    """What a page says: the mark of every box, by row and name."""

    code: str
    lies: Projection
    marks: Mapping[int, Mapping[str, Mark]] = field(default_factory=dict)


LOST = 0.4
"""The part of boxes whose line may be missing from where it should be: beyond, the page is bent all the same."""


Larger = Callable[[], Grey]
Flatten = Callable[[Projection], Grey]
"""The page laid flat: `marks.SCALE` points to the mm."""


def page_in(picture: Grey, larger: Larger) -> Found:
    """The one page in the picture. `larger` gives the picture twice as large, which is looked at too if a code is
    missing: small ones are found then. Raises Unreadable."""
    seen = {(one.code, one.corner): one for one in find(picture)}
    if len(seen) < 4:
        for one in find(larger()):
            seen.setdefault((one.code, one.corner), _halved(one))
    pages: dict[str, list[Seen]] = {}
    for one in seen.values():
        pages.setdefault(one.code, []).append(one)
    if not pages:
        raise Unreadable("no_code")
    whole = [code for code, found in pages.items() if len(found) >= ENOUGH]
    if len(whole) > 1:
        raise Unreadable("several")
    code = whole[0] if whole else max(pages, key=lambda one: len(pages[one]))
    found = Found(code, tuple(sorted(pages[code], key=lambda one: one.corner)))
    if not whole:
        raise Unreadable("corners", found.missing, code)
    return found


def lie_of(found: Found, sheet: Sheet) -> Projection:
    """How the page lies in the picture. Raises Unreadable."""
    pairs: list[Pair] = [pair for one in found.seen for pair in sheet.pairs(one.corner, one.points)]
    wide, high = PAGE
    try:
        lies = projection(pairs)
    except NoProjection:
        raise Unreadable("bent", code=found.code) from None
    corners = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
    if not lies.is_flat(corners):
        raise Unreadable("bent", code=found.code)
    ends = [lies.at(corner) for corner in corners]
    size = max(abs(ends[3][0] - ends[0][0]) + abs(ends[3][1] - ends[0][1]), 1.0)
    if worst_miss(lies, pairs) > BENT * size:
        raise Unreadable("bent", code=found.code)
    return lies


def read_page(found: Found, sheet: Sheet, flatten: Flatten) -> Read:
    """Every box of the page. Raises Unreadable."""
    lies = lie_of(found, sheet)
    flat = flatten(lies)
    marks = {
        number: {name: judge(flat, point, sheet.shape.box) for name, point in sheet.boxes(line).items()}
        for number, line in enumerate(sheet.lines, 1)
    }
    every = [mark for row in marks.values() for mark in row.values()]
    if sum(not mark.is_there for mark in every) > LOST * len(every):
        raise Unreadable("bent", code=found.code)
    return Read(found.code, lies, marks)


def _halved(seen: Seen) -> Seen:
    first, second, third, fourth = ((x / 2, y / 2) for x, y in seen.points)
    return Seen(seen.code, seen.corner, (first, second, third, fourth))

