"""Guesses what each blank of a form asks for, from the words beside it; a person can put every guess right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.templates import labels
from app.templates.form import Form, FormCell, Grid
from app.templates.guess_list import list_shape, marks_of_list
from app.templates.marks import LIST, WHOLE, Mark, Marks, Shape
from app.templates.slots import Slot, slots_of

_LONGEST = 24
"""A longer text is an explanation, not a label."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One place that could be filled in, and the words that tell what it asks for."""

    cell: FormCell
    slot: int = WHOLE
    fact: str = ""
    """"" = the words are not understood."""
    why: str = ""
    label: str = ""

    def mark(self, grid: int) -> Mark:
        """The guess as a mark."""
        return Mark(grid, self.cell.row, self.cell.col, self.slot, self.fact, self.why, self.label)


def guess(form: Form, day: date) -> Marks:
    """How the form is filled, as far as its words tell."""
    shapes: list[Shape] = []
    marks: list[Mark] = []
    for number, grid in enumerate(form.grids):
        shape = list_shape(grid, day)
        if shape is not None and any(blank.fact == "name" for blank in blanks(grid, below=shape.first)):
            shape = None  # a table of the family inside a form for one child
        shapes.append(shape or Shape())
        marks += guess_grid(grid, number, shapes[-1], day)
    return Marks(tuple(shapes), tuple(marks))


def guess_grid(grid: Grid, number: int, shape: Shape, day: date) -> list[Mark]:
    """The marks of one grid that is filled this way."""
    if shape.kind != LIST:
        return [blank.mark(number) for blank in blanks(grid) if blank.fact]
    around = [
        blank.mark(number)
        for blank in blanks(grid)
        if not shape.first <= blank.cell.row < shape.first + shape.rows and blank.fact and "." not in blank.fact
        and (blank.slot != WHOLE or blank.why == "left") and blank.fact not in ("name", "seq")
    ]  # fmt: skip
    return [*around, *marks_of_list(grid, number, shape, day)]


def open_blanks(grid: Grid, number: int, marks: Marks, day: date) -> list[Mark]:
    """The places that look as if they were to be filled in and have no mark: 没认出."""
    shape = marks.shape(number)
    taken = {mark.place for mark in marks.marks}
    if shape.kind == LIST:
        found = [mark for mark in marks_of_list(grid, number, shape, day, known=False) if not mark.fact]
        found += [blank.mark(number) for blank in blanks(grid, below=shape.first) if blank.slot != WHOLE]
    else:
        found = [blank.mark(number) for blank in blanks(grid)]
    return [mark for mark in found if mark.place not in taken and not labels.by_hand(mark.label)]


def blanks(grid: Grid, below: int | None = None) -> Iterator[Blank]:
    """Every place to fill in, in reading order; with `below` only those above that row."""
    for cell in grid.everywhere():
        if below is not None and cell.row >= below:
            return
        slots = slots_of(cell.text) if not cell.fixed else ()
        for place, slot in enumerate(slots):
            if (blank := _of_slot(grid, cell, place, slot)) is not None:
                yield blank
        if not slots and cell.blank and (beside := _of_cell(grid, cell)) is not None:
            yield beside


def _of_slot(grid: Grid, cell: FormCell, place: int, slot: Slot) -> Blank | None:
    if slot.kind == "name":
        return Blank(cell, place, labels.key_of(slot.label), "placeholder", slot.label)
    person = _section(grid, cell)
    label = slot.label
    why = "inside"
    if not label and slot.kind in ("options", "date"):
        left = _label_left(grid, cell)
        label, why = (left.text, "left") if left is not None else ("", "")
        if left is None and (above := _label_above(grid, cell)) is not None:
            label, why = above.text, "above"
    fact = (labels.key_under(person, label) if person else "") or labels.key_of(label)
    if fact == "class" and slot.after == label and "年级" in cell.text[: slot.start]:
        fact = "class_number"
    if slot.kind == "options" and not fact and {"男", "女"} <= {option.word for option in slot.options}:
        fact, why = "sex", "inside"
    if not label and not fact:
        return None
    return Blank(cell, place, fact, why, label)


def _of_cell(grid: Grid, cell: FormCell) -> Blank | None:
    """An empty cell: in the row of a person under the title of a column, beside a label, or below one."""
    person = _section(grid, cell)
    head = _head_above(grid, cell)
    left = _label_left(grid, cell)
    under = labels.key_under(person, head.text) if person and head is not None else ""
    if under and head is not None and (left is None or labels.person_of(left.text)):
        return Blank(cell, WHOLE, under, "above", f"{person} · {head.text}")
    if left is not None:
        beside = _beside(grid, cell, left, person)
        if beside.fact or left.rows <= cell.rows:
            return beside
    if head is not None and _of_family(grid, head):
        if not labels.kin_attribute(head.text):
            return None
        return Blank(cell, WHOLE, _member(grid, cell, head), "member", head.text)
    above = _label_above(grid, cell)
    if above is not None and cell.framed and not _starts_a_pair(grid, above):
        return Blank(cell, WHOLE, labels.key_of(above.text), "above", above.text)
    return None


def _beside(grid: Grid, cell: FormCell, left: FormCell, person: str) -> Blank:
    """What the label at the left asks for; behind the name of somebody of whom nothing is known it asks for nothing."""
    person = _person_before(grid, cell) or person
    fact = (labels.key_under(person, left.text) if person else "") or labels.key_of(left.text)
    if not person and labels.kin_attribute(left.text) and _is_strangers(grid, cell):
        fact = ""
    return Blank(cell, WHOLE, fact, "left", left.text)


def _is_label(cell: FormCell) -> bool:
    return not cell.blank and not cell.fixed and len(cell.text) <= _LONGEST and not slots_of(cell.text)


def _label_left(grid: Grid, cell: FormCell) -> FormCell | None:
    left = grid.at(cell.row, cell.col - 1) if cell.col else None
    return left if left is not None and _is_label(left) and (cell.framed or not left.framed) else None


def _label_above(grid: Grid, cell: FormCell) -> FormCell | None:
    above = grid.at(cell.row - 1, cell.col) if cell.row else None
    if above is None or not _is_label(above) or (above.col, above.cols) != (cell.col, cell.cols):
        return None
    return above


def _head_above(grid: Grid, cell: FormCell) -> FormCell | None:
    """The title of the column: the nearest label above, past the blanks of other people."""
    for row in range(cell.row - 1, -1, -1):
        above = grid.at(row, cell.col)
        if above.blank and above.framed and (above.col, above.cols) == (cell.col, cell.cols):
            continue
        return above if _is_label(above) and (above.col, above.cols) == (cell.col, cell.cols) else None
    return None


def _starts_a_pair(grid: Grid, label: FormCell) -> bool:
    """Whether a label has its own blank to the right, so that nothing below it is meant."""
    return grid.at(label.row, label.col + label.cols).blank and label.col + label.cols < len(grid.widths)


def _section(grid: Grid, cell: FormCell) -> str:
    """The person whose row this is: 父亲, written at the left over several rows or at the head of this one."""
    for left in reversed(grid.line(cell.row)):
        if left.col < cell.col and _is_label(left) and (person := labels.person_of(left.text)):
            return person if left.rows > 1 or _heads_row(grid, left) else ""
    return ""


def _heads_row(grid: Grid, cell: FormCell) -> bool:
    """Whether only sections stand to the left of it."""
    return all(left.rows > 1 for left in grid.line(cell.row) if left.col < cell.col)


def _person_before(grid: Grid, cell: FormCell) -> str:
    """父亲 for the 电话 that stands in one row behind 父亲姓名."""
    person = ""
    for left in grid.line(cell.row):
        if left.col >= cell.col - 1:
            break
        if _is_label(left) and left.rows == 1:
            key = labels.key_of(left.text)
            person = key.partition(".")[0] if "." in key else "" if key in ("name", "sex") else person
    return person


def _is_strangers(grid: Grid, cell: FormCell) -> bool:
    """Whether the row asks for somebody's relation to the child without saying who it is."""
    return any(labels.kin_attribute(one.text) == "relation" for one in grid.line(cell.row) if _is_label(one))


def _of_family(grid: Grid, head: FormCell) -> bool:
    """Whether this row heads a table of the family, which has a column for the relation."""
    attributes = {labels.kin_attribute(one.text) for one in grid.line(head.row) if _is_label(one)}
    return {"relation", "name"} <= attributes


def _member(grid: Grid, cell: FormCell, head: FormCell) -> str:
    """成员2.phone in the second row of it."""
    attribute = labels.kin_attribute(head.text)
    number = 1 + sum(1 for row in range(head.row + head.rows, cell.row) if grid.at(row, cell.col).row == row)
    return labels.known(f"成员{number}.{attribute}") if attribute else ""
