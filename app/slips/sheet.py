"""What stands where on a printed page, kept with it so that it can be read back whatever the program prints later."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.care import NOT_REACHED, REACHED
from app.slips.codes import BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT
from app.slips.geometry import Pair, Point

PAGE = WIDE, HIGH = (210.0, 297.0)
"""A4 upright, mm."""
SAME, CAME = "same", "came"
"""The box 没有变化 of a survey form, and that of somebody who came to a gathering."""
Rect = tuple[float, float, float, float]
"""Left, top, width, height in mm."""


class BadSheet(Exception):
    """The text is not that of a sheet."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one page have in common. Places are mm from the row's own place."""

    boxes: Mapping[str, Point]
    """Where each box of a row begins, by name: of a row of care as its outcome is called (app.care)."""
    hand: Rect | None = None
    """Where minutes and day are written."""
    note: tuple[float, float] | None = None
    """Left and width of the lines to write on (mm from the page's edge); a row says how high they are."""
    margin: float = 10.0
    """From the edges of the page to the corner codes; `left` where a form is filed, and its holes are punched."""
    left: float = 10.0
    right: float = 10.0
    side: float = 14.0
    """Of a corner code."""
    box: float = 5.0
    """The side of a box, to the middle of its line."""

    @property
    def corners(self) -> dict[str, Point]:
        """The top left of each corner code."""
        left, right, low = self.left, WIDE - self.right - self.side, HIGH - self.margin - self.side
        return {
            TOP_LEFT: (left, self.margin), TOP_RIGHT: (right, self.margin), BOTTOM_LEFT: (left, low),
            BOTTOM_RIGHT: (right, low),
        }  # fmt: skip


CARE = Shape(
    {REACHED: (0.0, 0.0), NOT_REACHED: (23.5, 0.0)}, hand=(47.5, -1.9, 46.0, 8.6), note=(29.5, 167.5),
)  # fmt: skip
"""Of a weekly slip."""
SURVEY = Shape({SAME: (0.0, 0.0)}, left=16.0, right=12.0)
SIGN_IN = Shape({CAME: (0.0, 0.0)}, left=16.0, right=12.0)
"""Of forms that are filed. What is printed keeps the shape it was printed with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a page."""

    at: Point
    child_id: int | None = None
    kind: str = ""
    """One of `app.care.KINDS`; "" where the whole page is about one thing."""
    note: tuple[float, float] | None = None
    """Top and height of the lines to write on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its rows are counted from 1, as in the name under which a box is booked."""

    shape: Shape
    lines: tuple[Line, ...] = ()
    head: Mapping[str, Any] = field(default_factory=dict)
    """What else the one who books must know: a meeting's kind and day."""

    def boxes(self, line: Line) -> dict[str, Point]:
        """Where the boxes of a row begin."""
        x, y = line.at
        return {name: (x + right, y + down) for name, (right, down) in self.shape.boxes.items()}

    def hands(self, line: Line) -> list[Rect]:
        """Where a hand may have written what belongs to the row."""
        found: list[Rect] = []
        if self.shape.hand is not None:
            right, down, wide, high = self.shape.hand
            found.append((line.at[0] + right, line.at[1] + down, wide, high))
        if self.shape.note is not None and line.note is not None:
            found.append((self.shape.note[0], line.note[0], self.shape.note[1], line.note[1]))
        return found

    def pairs(self, corner: str, points: Sequence[Point]) -> list[Pair]:
        """The corners of a code, on the page and as they were seen."""
        x, y = self.shape.corners[corner]
        side = self.shape.side
        return list(zip(((x, y), (x + side, y), (x + side, y + side), (x, y + side)), points, strict=True))


def written(sheet: Sheet) -> str:
    """The sheet as JSON, for the list of what was printed. Some ten thousand of them are kept: it is short."""
    shape = sheet.shape
    whole = {
        "boxes": {name: _short(point) for name, point in shape.boxes.items()}, "hand": _short(shape.hand),
        "note": _short(shape.note), "margin": [shape.margin, shape.left, shape.right], "side": shape.side,
        "box": shape.box,
        "head": dict(sheet.head),
        "rows": [[line.child_id, line.kind, *_short(line.at), *_short(line.note)] for line in sheet.lines],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Sheet:
    """What `written` wrote. Raises BadSheet."""
    try:
        whole = json.loads(text)
        boxes = {str(name): (float(x), float(y)) for name, (x, y) in whole["boxes"].items()}
        sizes = map(float, (*whole["margin"], whole["side"], whole["box"]))
        shape = Shape(boxes, _rect(whole["hand"]), _pair(whole["note"]), *sizes)
        return Sheet(shape, tuple(_line(*row) for row in whole["rows"]), dict(whole["head"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadSheet(str(error)) from error


def _line(child: Any, kind: Any, x: Any, y: Any, *note: Any) -> Line:
    return Line((float(x), float(y)), None if child is None else int(child), str(kind), _pair(note))


def _pair(numbers: Sequence[Any]) -> tuple[float, float] | None:
    if not numbers:
        return None
    one, other = numbers
    return float(one), float(other)


def _rect(numbers: Sequence[Any]) -> Rect | None:
    if not numbers:
        return None
    x, y, wide, high = numbers
    return float(x), float(y), float(wide), float(high)


def _short(numbers: Sequence[float] | None) -> list[float]:
    return [round(number, 2) for number in numbers or ()]
