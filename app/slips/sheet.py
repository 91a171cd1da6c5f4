"""What stands where on a printed page, kept with it so that it can be read back whatever the program prints later."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.slips.codes import CORNERS
from app.slips.geometry import Pair, Point

PAGE = (210.0, 297.0)
"""A4 upright, mm."""
REACHED, MISSED = "reached", "not_reached"
"""The boxes of a row of care are named as its outcome (app.care)."""
SAME, CAME = "same", "came"
"""The box 没有变化 of a survey form, and that of somebody who came to a gathering."""
Rect = tuple[float, float, float, float]
"""Left, top, width, height in mm."""
BOX = 5.0
"""The side of a box, to the middle of its line."""
_ROUND = 2


class BadSheet(Exception):
    """The text is not that of a sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a page: whom it is about, its boxes by name, and where a hand may have written."""

    number: int
    """From 1, in the order of the page."""
    boxes: Mapping[str, Point]
    """The top left corner of each."""
    child_id: int | None = None
    kind: str = ""
    """One of `app.care.KINDS`; "" where the whole page is about one thing."""
    hand: Rect | None = None
    """What to show beside the row in the grid: minutes, day and note as they were written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its codes and its rows."""

    lines: tuple[Line, ...] = ()
    corners: Mapping[str, Point] = field(default_factory=dict)
    """The top left of each corner code."""
    side: float = 14.0
    """Of a code, without its white margin."""
    box: float = BOX
    head: Mapping[str, Any] = field(default_factory=dict)
    """What else the one who books must know: a meeting's kind and day."""

    def pairs(self, corner: str, points: Sequence[Point]) -> list[Pair]:
        """The corners of a code, on the page and as they were seen."""
        x, y = self.corners[corner]
        side = self.side
        return list(zip(((x, y), (x + side, y), (x + side, y + side), (x, y + side)), points, strict=True))


def written(sheet: Sheet) -> str:
    """The sheet as JSON, for the list of what was printed."""
    lines = [
        {
            "row": line.number, "child": line.child_id, "kind": line.kind,
            "boxes": {name: _short(point) for name, point in line.boxes.items()},
            "hand": _short(line.hand) if line.hand else None,
        }
        for line in sheet.lines
    ]  # fmt: skip
    whole = {
        "corners": {name: _short(point) for name, point in sheet.corners.items()}, "side": sheet.side,
        "box": sheet.box, "head": dict(sheet.head), "rows": lines,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Sheet:
    """What `written` wrote. Raises BadSheet."""
    try:
        whole = json.loads(text)
        corners = {name: _point(whole["corners"][name]) for name in CORNERS}
        lines = tuple(_line(row) for row in whole["rows"])
        return Sheet(lines, corners, float(whole["side"]), float(whole["box"]), dict(whole["head"]))
    except (ValueError, KeyError, TypeError) as error:
        raise BadSheet(str(error)) from error


def _line(row: Mapping[str, Any]) -> Line:
    hand = row["hand"]
    rect = None if hand is None else (float(hand[0]), float(hand[1]), float(hand[2]), float(hand[3]))
    child = row["child"]
    boxes = {str(name): _point(point) for name, point in row["boxes"].items()}
    return Line(int(row["row"]), boxes, None if child is None else int(child), str(row["kind"]), rect)


def _point(value: Any) -> Point:
    x, y = value
    return float(x), float(y)


def _short(numbers: Sequence[float]) -> list[float]:
    return [round(number, _ROUND) for number in numbers]
