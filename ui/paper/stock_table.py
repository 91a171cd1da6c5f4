"""A table of things on A4: a title, a line above, columns whose titles are repeated on each sheet, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Filled, Row, Words
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.type import DOTS_PER_MM, Face

LEFT, RIGHT = 17.0, 195.0
TOP, BOTTOM = 41.0, 276.0
HEAD, ROW, SECTION = 8.6, 8.4, 8.0
HALF = 148.5
SIGNED, NOTE, GAP = 17.0, 6.0, 5.0
"""mm of the line of signatures with its day, of a line of small print, between two tables."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of so many mm; 0 takes what is left. `align` is that of what is filled in."""

    title: str
    wide: float
    align: str = "center"
    pt: float = 11.5


@dataclass(frozen=True, slots=True)
class Block:
    """A table, with a heading of its own where there are several."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    heading: str = ""
    strong: bool = False
    """The last row is a total."""


@dataclass(frozen=True, slots=True)
class Table:
    """All that goes on paper about one matter; it begins on a sheet of its own."""

    school: str
    title: str
    blocks: Sequence[Block]
    left: str = ""
    right: str = ""
    notes: Sequence[str] = ()
    signs: Sequence[str] = ()
    dated: bool = False
    """Each signature has its day beneath."""


@dataclass(slots=True)
class _Piece:
    """Something of a height that is drawn from y down: a row, a heading, a space."""

    high: float
    row: Row | None = None
    heading: str = ""
    head: Row | None = None
    """The titles to repeat where a sheet begins with this row."""
    first: bool = False
    keeps: float = 0.0
    """mm of what follows that must stand on the same sheet."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("StockTable", text)


def table_sheets(table: Table) -> list[PaintPage]:
    """Its sheets; a row is never divided, and the signatures stand under the last rows."""
    tail = _below(table)
    pages: list[list[_Piece]] = [[]]
    used = 0.0
    pieces = [piece for block in table.blocks for piece in _pieces(block)]
    for place, piece in enumerate(pieces):
        needed = piece.high + piece.keeps + (tail if place == len(pieces) - 1 else 0.0)
        if pages[-1] and used + needed > BOTTOM - TOP + 0.01:
            pages.append([])
            used = 0.0
            if piece.head is not None:
                titles = _Piece(HEAD, piece.head, head=piece.head, first=True)
                pages[-1].append(titles)
                used = HEAD
            elif piece.row is None and not piece.heading:
                continue
        pages[-1].append(piece)
        used += piece.high
    return [
        partial(_paint, table=table, pieces=found, place=(number, len(pages))) for number, found in enumerate(pages, 1)
    ]


def slip_sheets(tables: Sequence[Table]) -> list[PaintPage]:
    """Sheets of short tables, two to a sheet where they are no higher than half of one, cut apart in the middle."""
    short = [one for one in tables if _height(one) <= HALF]
    whole = [sheet for one in tables if one not in short for sheet in table_sheets(one)]
    pairs = [short[place : place + 2] for place in range(0, len(short), 2)]
    halves = [[sheet for one in pair for sheet in table_sheets(one)] for pair in pairs]
    return [*whole, *(partial(_halves, sheets=two) for two in halves)]


def _halves(page: Page, sheets: Sequence[PaintPage]) -> None:
    for number, paint in enumerate(sheets):
        page.painter.save()
        page.painter.translate(0.0, number * HALF * DOTS_PER_MM)
        paint(page)
        page.painter.restore()
    if len(sheets) > 1:
        page.cut(4.0, HALF, 206.0, HALF)


def _height(table: Table) -> float:
    return TOP + sum(piece.high for block in table.blocks for piece in _pieces(block)) + _below(table)


def _below(table: Table) -> float:
    return NOTE * len(table.notes) + (SIGNED if table.signs else 0.0) + 2.0


def _pieces(block: Block) -> list[_Piece]:
    spots = _spots(block.columns)
    titles = Row(HEAD, [Words(x, wide, one.title, 10.5) for (x, wide), one in zip(spots, block.columns, strict=True)])
    found: list[_Piece] = []
    if block.heading:
        found.append(_Piece(SECTION, heading=block.heading, keeps=HEAD + ROW))
    found.append(_Piece(HEAD, titles, first=True, keeps=ROW))
    for place, values in enumerate(block.rows):
        total = block.strong and place == len(block.rows) - 1
        face = Face.BOLD if total else Face.KAI
        row = Row(ROW, [
            Filled(x, wide, value, face, one.pt, one.align)
            for (x, wide), one, value in zip(spots, block.columns, values, strict=True)
        ])  # fmt: skip
        found.append(_Piece(row.needed(), row, head=titles))
    return [*found, _Piece(GAP)]


def _spots(columns: Sequence[Column]) -> list[tuple[float, float]]:
    left = RIGHT - LEFT - sum(one.wide for one in columns)
    open_ = [one for one in columns if not one.wide]
    found, x = [], LEFT
    for one in columns:
        wide = one.wide or left / len(open_)
        found.append((x, wide))
        x += wide
    return found


def _paint(page: Page, table: Table, pieces: Sequence[_Piece], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(table.school, LEFT, 9.0, RIGHT - LEFT, 7.0, Face.SONG, 13.0, min_pt=9.0, align="center")
    page.box(table.title, LEFT, 17.0, RIGHT - LEFT, 10.0, Face.SONG, 20.0, min_pt=12.0, align="center")
    page.box(table.left, LEFT, 31.0, 110.0, 7.0, Face.SANS, 11.0, min_pt=8.0)
    page.box(table.right, LEFT + 110.0, 31.0, RIGHT - LEFT - 110.0, 7.0, Face.SANS, 11.0, min_pt=8.0, align="right")
    y, top = TOP, TOP
    for number, piece in enumerate(pieces):
        if piece.first:
            top = y
        if piece.heading:
            page.text(LEFT, y + SECTION / 2, piece.heading, Face.SONG, 12.5)
        if piece.row is not None:
            piece.row.paint(page, y, piece.high)
            page.line(LEFT, y + piece.high, RIGHT, y + piece.high, 0.35 if piece.first else 0.2)
        y += piece.high
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.row is not None and (after is None or after.row is None):
            page.rect(LEFT, top, RIGHT - LEFT, y - top, 0.5)
    if place[0] == place[1]:
        _tail(page, table, y - (GAP if pieces and pieces[-1].row is None else 0.0))
    if place[1] > 1:
        page.text(middle, 284.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")


def _tail(page: Page, table: Table, y: float) -> None:
    for note in table.notes:
        page.box(note, LEFT, y + 0.8, RIGHT - LEFT, NOTE - 0.8, Face.SANS, 9.5, min_pt=7.5)
        y += NOTE
    each = (RIGHT - LEFT) / max(1, len(table.signs))
    for number, word in enumerate(table.signs):
        x = LEFT + number * each
        wide = page.text(x, y + 8.0, word, Face.FORM, 11.0)
        page.writing_line(x + wide + 2, x + each - 6, y + 11.0)
        if table.dated:
            page.text(x + each - 6, y + 15.0, _tr("　　年　　月　　日"), Face.FORM, 9.5, "right")
