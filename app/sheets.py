"""Tables on their way in and out: what a spreadsheet file holds, and what an office form in Excel is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

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
    """A spreadsheet, CSV or HTML table that was read whole. `kind` is "xlsx", "xls", "html", "csv", "ods", "xml"
    (Excel of 2003), "block" (pasted) or "ours" (a block of our own list)."""

    name: str
    kind: str
    sheets: tuple[SheetIn, ...]
    encoding: str = ""
    """For text files: what it was decoded with."""


Value = str | int | Decimal | date
"""A cell that goes out: text stays text (IDs, phones), a number is a number, 0 shown as —, a Decimal a sum of money,
a date a day that Excel can sort and count with."""



@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet that goes out. `heads` are its header cells from top to bottom; equal neighbours merge."""

    heads: tuple[str, ...]
    width_mm: float
    align: str = "center"
    """"left", "inset" (left, a little in), "center" or "right"."""
    number: str = ""
    """What the form calls the column (甲, 1): stands in a row of its own under the header."""
    group: bool = False
    """A medium line stands at its left."""
    fit: bool = False
    """Numbers that must not break (phones, dates, IDs): rather smaller than on two lines, whatever font there is."""


@dataclass(frozen=True, slots=True)
class Span:
    """A body cell that covers several: its 0-based row and column, and how many rows and columns."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    align: str = ""
    """"" = as its column."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of Excel's own under the table, of some of its rows; columns and rows are 0-based."""

    title: str
    names: int
    """The column whose texts stand under the bars or points."""
    values: tuple[int, ...]
    """The columns of numbers, each a bar beside the others or a line."""
    rows: tuple[int, int]
    """First and last body row."""
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a body cell opens in Excel: a file or folder, or a row of another sheet of the book. Places are 0-based."""

    row: int
    column: int
    path: str = ""
    """With "/", from the folder where the book lies."""
    sheet: str = ""
    to_row: int = 0


@dataclass(frozen=True, slots=True)
class SheetOut:
    """An office form in Excel: title, line above the table, header, rows, totals, signatures."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    """Text stays text: nothing can become a formula."""
    left_note: str = ""
    middle_note: str = ""
    right_note: str = ""
    total: tuple[str, str] | None = None
    """(label, sentence) of the total row."""
    signatures: tuple[str, ...] = ()
    landscape: bool = True
    strong: frozenset[int] = frozenset()
    """Body rows (0-based) in the font of the header: sub-totals."""
    sections: frozenset[int] = frozenset()
    """Body rows that head those below them: bold, across the table, never the last ones of a page."""
    ruled: frozenset[int] = frozenset()
    """Body rows with a medium line above."""
    spans: tuple[Span, ...] = ()
    foot: tuple[tuple[str, int], ...] = ()
    """The last line of the table (核对): each text with the number of columns it covers."""
    notes: tuple[str, ...] = ()
    """Lines under the table."""
    boxed: bool = False
    """A medium line runs round the table."""
    row_pt: float = 0.0
    """Height of every body row; 0 = as high as its texts need."""
    page_rows: int = 0
    """In Word and PDF so many rows of that height to a page, the last page filled up with rows to write in by hand, one
    at least; 0 = as they come."""
    links: tuple[Link, ...] = ()
    one_page: bool = False
    """Shrunk to one page, not only to its width."""
    charts: tuple[Chart, ...] = ()
    more: tuple["SheetOut", ...] = ()
    """Further sheets of the same book."""

    @property
    def fixed_pages(self) -> int:
        """How many pages of `page_rows` it takes; 0 = its rows are as high as they need."""
        return len(self.rows) // self.page_rows + 1 if self.page_rows else 0
