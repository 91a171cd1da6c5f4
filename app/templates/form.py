"""A form as it was read: cells in a grid, whatever file it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell with its span; `row` and `col` are those of its top left corner, from 0."""

    row: int
    col: int
    rows: int = 1
    cols: int = 1
    text: str = ""
    """As written; an underlined blank reads "_", so that a line to write on is seen as one."""
    bold: bool = False
    align: str = ""
    """"left", "center", "right" or "" (as the program that made it decides)."""
    framed: bool = False
    """Whether it has lines around it."""
    fixed: bool = False
    """It holds a formula, which is never written over."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it and something may."""
        return not self.fixed and not self.text.strip("_ \t\r\n\u3000\u00a0")


@dataclass(frozen=True)
class Grid:
    """One sheet of a workbook, or the whole of a Word file, its lines and tables under one another. Sizes are in mm."""

    name: str
    cells: tuple[FormCell, ...]
    """In reading order; a place without one is an empty cell without lines."""
    widths: tuple[float, ...]
    heights: tuple[float, ...]

    @cached_property
    def _covering(self) -> dict[tuple[int, int], FormCell]:
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for col in range(cell.col, cell.col + cell.cols)
        }

    def at(self, row: int, col: int) -> FormCell:
        """The cell that covers this place."""
        return self._covering.get((row, col)) or FormCell(row, col)

    def line(self, row: int) -> list[FormCell]:
        """The cells that cover a row, from left to right, each once."""
        found: list[FormCell] = []
        col = 0
        while col < len(self.widths):
            cell = self.at(row, col)
            found.append(cell)
            col = cell.col + cell.cols
        return found

    def everywhere(self) -> Iterator[FormCell]:
        """Every cell, the empty ones without lines too, in reading order."""
        for row in range(len(self.heights)):
            for cell in self.line(row):
                if cell.row == row:
                    yield cell


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `kind` is "xlsx" or "docx"."""

    kind: str
    grids: tuple[Grid, ...]


def letters(col: int) -> str:
    """A, B … Z, AA: what Excel calls the column of that number from 0."""
    name = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        name = chr(65 + rest) + name
    return name
