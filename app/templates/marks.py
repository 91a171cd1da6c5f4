"""Which fact goes where in a form, as the row in `template.marks` keeps it (JSON)."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

WHOLE = -1
LIST, SINGLE = "list", "single"


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact at one place: a whole cell, or the `slot`-th blank of its text (`slots.slots_of`)."""

    grid: int
    row: int
    col: int
    slot: int = WHOLE
    fact: str = ""
    """A key of `app.templates.facts`; "" = nothing is filled in here, because somebody said so."""
    why: str = "hand"
    """"left", "above", "inside", "placeholder", "member" (of the family, by number), "hand", or "before": by hand in
    another form."""
    label: str = ""
    """The words of the form it was read from."""

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Where it is."""
        return self.grid, self.row, self.col, self.slot


@dataclass(frozen=True, slots=True)
class Shape:
    """How one grid is filled: a list with a line per child, or a copy per child."""

    kind: str = SINGLE
    first: int = 0
    """Of a list: the row, from 0, in which the first child stands."""
    rows: int = 1
    """How many rows of it are there already, lined and empty."""
    height: int = 1
    """How many rows one child takes."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a form; `shapes` has one for every grid."""

    shapes: tuple[Shape, ...] = ()
    marks: tuple[Mark, ...] = field(default=())

    def at(self, grid: int, row: int, col: int, slot: int = WHOLE) -> Mark | None:
        """The mark of that place."""
        place = (grid, row, col, slot)
        return next((mark for mark in self.marks if mark.place == place), None)

    def of_cell(self, grid: int, row: int, col: int) -> list[Mark]:
        """The marks of a cell that fill something in, by their place in its text."""
        found = [mark for mark in self.marks if mark.place[:3] == (grid, row, col) and mark.fact]
        return sorted(found, key=lambda mark: mark.slot)

    def filled(self) -> tuple[Mark, ...]:
        """The marks that fill something in."""
        return tuple(mark for mark in self.marks if mark.fact)

    def shape(self, grid: int) -> Shape:
        """How that grid is filled."""
        return self.shapes[grid] if grid < len(self.shapes) else Shape()

    def with_mark(self, mark: Mark) -> "Marks":
        """The same with one place put right."""
        others = [one for one in self.marks if one.place != mark.place]
        return replace(self, marks=_sorted((*others, mark)))

    def with_shape(self, grid: int, shape: Shape, marks: Sequence[Mark]) -> "Marks":
        """The same with one grid filled another way, and these marks in it."""
        shapes = [*self.shapes]
        shapes[grid] = shape
        others = [mark for mark in self.marks if mark.grid != grid]
        return Marks(tuple(shapes), _sorted((*others, *marks)))

    def to_json(self) -> str:
        """What the file keeps."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Marks:
    """The marks of a row; what a newer program wrote beside is passed over, nothing at all is no marks."""
    if not text:
        return Marks()
    found = json.loads(text)
    return Marks(
        tuple(Shape(**_known(Shape, one)) for one in found.get("shapes", ())),
        tuple(Mark(**_known(Mark, one)) for one in found.get("marks", ())),
    )


def _known(kind: type[Mark] | type[Shape], values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in kind.__dataclass_fields__}


def _sorted(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.place))
