"""Finds the header of a list in a form, the rows that wait for children under it, and what its columns ask for."""

import re
from datetime import date

from app.imports import headers
from app.sheets import SheetIn, TableFile
from app.templates import labels
from app.templates.form import FormCell, Grid
from app.templates.marks import LIST, WHOLE, Mark, Shape
from app.templates.slots import slots_of

_FILLED = 0.8
"""How much of a header row must be written on: in a form for one child every other cell is blank."""
_COLUMNS = 4
_NUMBERS = re.compile(r"[甲乙丙丁戊]|\d{1,3}")


def list_shape(grid: Grid, day: date) -> Shape | None:
    """How a list is filled; None for a grid that is none."""
    mapping = _mapping(grid, day)
    if mapping is None or not _is_header(grid, mapping.header_row):
        return None
    name = mapping.column("name")
    assert name is not None
    return shape_from(grid, mapping.header_row + mapping.header_rows, name.index)


def shape_from(grid: Grid, row: int, col: int) -> Shape:
    """The rows that wait for children from `row` on: the first one whose name cell is empty, and those like it."""
    last = len(grid.heights)
    first = row
    while first < last and not (grid.at(first, col).blank and not _is_numbering(grid, first)):
        first += grid.at(first, col).rows
    if first >= last:
        return Shape(LIST, last, 1, 1)
    height = grid.at(first, col).rows
    rows = height
    while _waits(grid, first + rows, col, _spans(grid, first)):
        rows += height
    return Shape(LIST, first, rows, height)


def shape_at(grid: Grid, row: int) -> Shape:
    """A list whose first child somebody has put into that row."""
    cells = [cell for cell in grid.line(row) if cell.framed] if row < len(grid.heights) else []
    if not cells:
        return Shape(LIST, row, 1, 1)
    height = max(cell.rows for cell in cells)
    rows = height
    while _waits(grid, row + rows, cells[0].col, _spans(grid, row)):
        rows += height
    return Shape(LIST, row, rows, height)


def marks_of_list(grid: Grid, number: int, shape: Shape, day: date, *, known: bool = True) -> list[Mark]:
    """The marks of the first child's row, by the titles above; with `known` false those not understood, too."""
    taken: set[str] = set()
    found: list[Mark] = []
    fields = _fields(grid, shape, day)
    for cell in _cells(grid, shape):
        title = _title(grid, shape, cell)
        slots = slots_of(cell.text)
        if cell.fixed or not title or not (cell.blank or slots or cell.text.strip().isdigit()):
            continue
        fact = _fact(title, fields.get(cell.col, ""))
        if fact == "phone" and (person := _one_before(found)):
            fact = labels.key_under(person, title[-1]) or fact
        if fact in taken:
            fact = ""
        taken.add(fact)
        if fact or not known:
            found.append(Mark(number, cell.row, cell.col, 0 if slots else WHOLE, fact, "above", " · ".join(title)))
    return found


def _fact(title: tuple[str, ...], field: str) -> str:
    """The lowest row of the header under the one above it; else what the import makes of the column."""
    below = title[-1]
    person = next((person for upper in reversed(title[:-1]) if (person := labels.person_of(upper))), "")
    if person:
        return labels.key_under(person, below)
    of_import = labels.known(field)
    # The import knows that a bare 电话 belongs to the person before it; a label known by itself comes first otherwise.
    return of_import if "." in of_import else labels.key_of(below) or of_import


def _one_before(found: list[Mark]) -> str:
    """照料人 for the 电话 right after 监护人, unless somebody else's name stands before that."""
    persons = [mark.fact.rpartition(".")[0] for mark in found[-2:]]
    return persons[-1] if persons and (len(persons) < 2 or persons[0] in ("", persons[1])) else ""


def _fields(grid: Grid, shape: Shape, day: date) -> dict[int, str]:
    mapping = _mapping(grid, day)
    if mapping is None or mapping.header_row + mapping.header_rows > shape.first:
        return {}
    return {column.index: column.field for column in mapping.columns if column.why == "header"}


def _title(grid: Grid, shape: Shape, cell: FormCell) -> tuple[str, ...]:
    """The rows of the header above a cell, from top to bottom: (父亲, 电话)."""
    found: list[str] = []
    row = shape.first - 1
    while row >= 0:
        above = grid.at(row, cell.col)
        if _is_numbering(grid, row) or (not found and above.blank and above.framed):
            row -= 1  # past a row of numbers, and past rows left free between the header and the first child
            continue
        whole = above.cols >= len(grid.widths) * 0.7 or bool(slots_of(above.text))
        if above.blank or above.fixed or whole or (found and above.cols <= grid.at(row + 1, cell.col).cols):
            break
        found.insert(0, above.text.strip())
        row = above.row - 1
    return tuple(found)


def _cells(grid: Grid, shape: Shape) -> list[FormCell]:
    rows = range(shape.first, shape.first + shape.height)
    return [cell for row in rows for cell in grid.line(row) if cell.row == row]


def _mapping(grid: Grid, day: date) -> headers.Mapping | None:
    rows: list[list[str]] = [[""] * len(grid.widths) for _ in grid.heights]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text
    merged = tuple(
        (cell.row, cell.col, cell.row + cell.rows - 1, cell.col + cell.cols - 1)
        for cell in grid.cells
        if cell.rows > 1 or cell.cols > 1
    )
    sheet = SheetIn(grid.name, tuple(tuple(row) for row in rows), merged)
    found = headers.guess(TableFile("", "xlsx", (sheet,)), day)
    return found[0] if found else None


def _is_header(grid: Grid, row: int) -> bool:
    cells = grid.line(row)
    while cells and cells[-1].blank and not cells[-1].framed:
        cells.pop()
    written = [cell for cell in cells if not cell.blank]
    return len(written) >= _COLUMNS and len(written) >= _FILLED * len(cells)


def _is_numbering(grid: Grid, row: int) -> bool:
    """Whether the row numbers the columns: 甲 乙 1 2 3."""
    texts = [cell.text.strip() for cell in grid.line(row) if not cell.blank]
    return len(texts) >= 3 and all(_NUMBERS.fullmatch(text) for text in texts)


def _spans(grid: Grid, row: int) -> list[tuple[int, int]]:
    return [(cell.col, cell.cols) for cell in grid.line(row)]


def _waits(grid: Grid, row: int, col: int, spans: list[tuple[int, int]]) -> bool:
    """Whether the row is one more that waits for a child: lined, empty but for its number, divided as the first."""
    if row >= len(grid.heights) or not grid.at(row, col).framed or _spans(grid, row) != spans:
        return False
    return all(
        cell.blank or cell.fixed or cell.text.strip().isdigit() or bool(slots_of(cell.text)) for cell in grid.line(row)
    )
