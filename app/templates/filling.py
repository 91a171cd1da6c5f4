"""What is written where when a form is filled for some children: plain data that the disk carries out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.children import Child
from app.fingerprint import CardScene
from app.templates import facts
from app.templates.form import Form, FormCell, Grid
from app.templates.marks import LIST, WHOLE, Mark, Marks, Shape
from app.templates.slots import Slot, slots_of
from app.templates.ticks import chosen

TO_THE_END = -1
_NEXT_LABEL = re.compile(r"[^\s：:_]{1,16}[：:]")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of [start, end) of a cell's text; end = TO_THE_END with start 0: of all of it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CellFill:
    """What is done to one cell; `number` = its new text is a number that the form may reckon with."""

    row: int
    col: int
    edits: tuple[Edit, ...]
    number: bool = False


@dataclass(frozen=True, slots=True)
class GridFill:
    """One grid filled. Several of the same grid are copies of it, one per child."""

    grid: int
    cells: tuple[CellFill, ...] = ()
    """Outside the list, if it has one."""
    shape: Shape | None = None
    """Of a list: where its rows are."""
    lines: tuple[tuple[CellFill, ...], ...] = ()
    """Of a list: what is done in each child's rows, all written as if in the first child's."""
    name: str = ""
    """What to call the copy; "" = as the grid is called."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A form filled: what is not named stays as it is."""

    grids: tuple[GridFill, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """For whom a form is filled, and whether ID numbers stand in it whole."""

    children: Sequence[Child]
    scene: CardScene
    full: bool = False
    first: int = 1
    """The number of the first child."""


def fill(form: Form, marks: Marks, order: Order) -> Filling:
    """The filling for these children, in their order."""
    found: list[GridFill] = []
    for number, grid in enumerate(form.grids):
        own = [mark for mark in marks.filled() if mark.grid == number]
        if not own or not order.children:
            continue
        shape = marks.shape(number)
        if shape.kind == LIST:
            found.append(_list(grid, number, shape, own, order))
        else:
            numbered = enumerate(order.children, order.first)
            found += [_single(grid, number, own, child, place, order) for place, child in numbered]
    return Filling(tuple(found))


def has_private(marks: Marks) -> bool:
    """Whether anything is filled in that is masked unless somebody confirms it."""
    return any(facts.is_private(mark.fact) for mark in marks.marks)


def is_list(marks: Marks) -> bool:
    """Whether all children stand in one list, so that a file of its own for each makes no sense."""
    return {marks.shape(mark.grid).kind for mark in marks.filled()} == {LIST}


def _list(grid: Grid, number: int, shape: Shape, marks: list[Mark], order: Order) -> GridFill:
    inside = [mark for mark in marks if shape.first <= mark.row < shape.first + shape.height]
    outside = [mark for mark in marks if mark.row < shape.first or mark.row >= shape.first + shape.rows]

    def shared(mark: Mark) -> str:
        return facts.common(mark.fact, order.children, order.scene, full=order.full)

    lines = tuple(
        _cells(grid, inside, [_value(mark, child, place, order) for mark in inside])
        for place, child in enumerate(order.children, order.first)
    )
    return GridFill(number, _cells(grid, outside, [shared(mark) for mark in outside]), shape, lines)


def _single(grid: Grid, number: int, marks: list[Mark], child: Child, place: int, order: Order) -> GridFill:
    values = [_value(mark, child, place, order) for mark in marks]
    return GridFill(number, _cells(grid, marks, values), name=child.name)


def _value(mark: Mark, child: Child, place: int, order: Order) -> str:
    if mark.fact == "seq":
        return str(place)
    if mark.fact == "count":
        return str(len(order.children))
    return facts.value(mark.fact, child, order.scene, full=order.full)


def _cells(grid: Grid, marks: Sequence[Mark], values: Sequence[str]) -> tuple[CellFill, ...]:
    """The edits of each cell; what is not known leaves its blank as it is, to be written by hand."""
    by_cell: dict[tuple[int, int], list[tuple[Mark, str]]] = {}
    for mark, value in zip(marks, values, strict=True):
        by_cell.setdefault((mark.row, mark.col), []).append((mark, value))
    found = []
    for (row, col), wanted in by_cell.items():
        cell = grid.at(row, col)
        whole = next(((mark, value) for mark, value in wanted if mark.slot == WHOLE), None)
        if cell.fixed:
            continue
        if whole is not None:
            mark, value = whole
            number = facts.is_number(mark.fact) and value.replace(".", "", 1).isdigit()
            found.append(CellFill(row, col, (Edit(0, TO_THE_END, value),), number))
        elif edits := _edits(cell, wanted):
            found.append(CellFill(row, col, edits))
    return tuple(found)


def _edits(cell: FormCell, wanted: Sequence[tuple[Mark, str]]) -> tuple[Edit, ...]:
    slots = slots_of(cell.text)
    edits: list[Edit] = []
    for mark, value in wanted:
        if not 0 <= mark.slot < len(slots):
            continue
        slot = slots[mark.slot]
        if slot.kind == "options":
            ticked = chosen([option.word for option in slot.options], value)
            options = [slot.options[at] for at in sorted(ticked)]
            edits += [Edit(option.start, option.end, option.tick) for option in options]
        elif value or slot.kind == "name":
            edits.append(Edit(slot.start, slot.end, _fitted(cell.text, slot, value)))
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _fitted(text: str, slot: Slot, value: str) -> str:
    """The value with as much of the line after it as it leaves; not 三年级年级, where the form says 年级 itself."""
    for length in range(min(len(value) - 1, len(slot.after)), 0, -1):
        if value.endswith(slot.after[:length]):
            value = value[:-length]
            break
    line = text[slot.start : slot.end]
    room = len(line) - sum(2 if ord(letter) > 0x2E7F else 1 for letter in value)
    if slot.kind != "line" or not line:
        return value
    if line.count("_") > len(line) // 2:
        return value + "_" * max(0, room)
    return value + " " * max(2, room) if len(line) > 1 and _NEXT_LABEL.match(text, slot.end) else value
