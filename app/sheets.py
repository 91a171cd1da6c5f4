"""Tables on their way in and out: what a spreadsheet file holds, and what an office form in Excel is made of."""

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
"""A cell as read: text stays text, a number a number (an ID typed as a number must be seen as one)."""

WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
"""Full-width signs as half-width ones, for `str.translate`: people type either."""


@dataclass(frozen=True, slots=True)
class SheetIn:
    """One sheet of a file that came in, row by row from its first; `merged` are 0-based (row, col, row, col) boxes."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas_without_value: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TableFile:
    """A spreadsheet, CSV or HTML table that was read whole. `kind` is "xlsx", "xls", "html", "csv", "ods" or "xml"
    (Excel of 2003)."""

    name: str
    kind: str
    sheets: tuple[SheetIn, ...]
    encoding: str = ""
    """For text files: what it was decoded with."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet that goes out. `heads` are its header cells from top to bottom; equal neighbours merge."""

    heads: tuple[str, ...]
    width_mm: float
    align: str = "center"
    """"left", "center" or "right"."""


@dataclass(frozen=True, slots=True)
class SheetOut:
    """An office form in Excel: title, line above the table, header, rows, totals, signatures."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """Text only: IDs and phones stay text, nothing can become a formula."""
    left_note: str = ""
    right_note: str = ""
    total: tuple[str, str] | None = None
    """(label, sentence) of the total row."""
    signatures: tuple[str, ...] = ()
    landscape: bool = True

