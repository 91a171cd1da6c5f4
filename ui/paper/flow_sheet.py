"""A form of any length: pieces under each other in one frame, shared out to as many sheets as they need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import LEAST, Filled, Row, Words
from ui.paper.lines import wrap
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.sharing import FEW, lower, saved
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 17.0, 193.0
TOP, BOTTOM = 34.0, 262.0
LINE, PT = 7.0, 12.5
LONG = 50.0
"""mm from which a column holds sentences, which begin at its left."""
WRITE = 9.0
"""mm between two lines to write on by hand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height that is drawn from y down."""

    height: float
    paint: Callable[[Page, float], None]
    ruled: bool = True
    """A line beneath."""
    leads: bool = False
    """Never the last on a sheet."""
    row: Row | None = None
    """What is drawn, where it is a row of the grid."""
    least: float = 0.0
    """mm below which the row is never set: a hand writes in it."""
    again: "Piece | None" = None
    """What is repeated above it where a sheet begins with it: the name and the titles of its table."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FlowSheet", text)


def row_piece(row: Row, *, leads: bool = False, least: float = 0.0, again: Piece | None = None) -> Piece:
    """A row of the grid."""
    high = row.needed()
    return Piece(high, lambda page, y: row.paint(page, y, high), leads=leads, row=row, least=least, again=again)


def _lower(piece: Piece, factor: float) -> Piece:
    if piece.row is None or factor == 1.0:
        return piece
    row = lower(piece.row, factor, piece.least)
    return row_piece(row, leads=piece.leads, least=piece.least, again=piece.again)


def fields(*pairs: tuple[str, str], height: float = 10.0) -> Piece:
    """Words of the form, each with its value beside it: one or two pairs to a line."""
    label, wide = 24.0, (RIGHT - LEFT) / len(pairs)
    cells = [
        cell for place, (word, value) in enumerate(pairs)
        for cell in (Words(LEFT + place * wide, label, word),
                     Filled(LEFT + place * wide + label, wide - label, value, align="left"))
    ]  # fmt: skip
    return row_piece(Row(height, cells))


def heading(word: str, aside: str = "") -> Piece:
    """What the lines or the table beneath are."""

    def paint(page: Page, y: float) -> None:
        x = LEFT + 2.6 + page.text(LEFT + 2.6, y + 4.6, word, Face.SONG, 12.0)
        page.text(x + 4, y + 4.6, aside, Face.SANS, 9.5)

    return Piece(9.0, paint, ruled=False, leads=True)


def text(word: str, said: str, by_hand: int = 0, indent: float = 0.0) -> list[Piece]:
    """A heading and a text of any length, each paragraph so many mm in; without one so many lines to write on."""
    parts = said.split("\n") if said else []
    lines = [pair for part in parts for pair in _set(part, indent)]
    pieces = [Piece(LINE, partial(_line, said=line, inside=inside), ruled=False) for line, inside in lines]
    pieces = pieces or [Piece(WRITE, _to_write, ruled=False) for _line in range(by_hand)]
    if not pieces:
        return []
    last = pieces[-1]
    return [heading(word), *pieces[:-1], Piece(last.height + 1.6, last.paint)]


def table(
    word: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]], by_hand: int = 0, aside: str = "",
    pt: float = PT,
) -> list[Piece]:  # fmt: skip
    """A heading, the columns' titles and the rows; so many empty ones where there are none. Neither the first row nor
    the last stands alone on a sheet. `pt`: of what is filled in; of less than PT long texts keep it, and rows grow."""
    listed = rows or [[""] * len(columns)] * by_hand
    if not listed:
        return []
    lefts = [LEFT + sum(wide for _title, wide in columns[:place]) for place in range(len(columns))]
    spots = [(x, wide) for x, (_title, wide) in zip(lefts, columns, strict=True)]
    titles = Row(7.0, [Words(x, wide, title) for (x, wide), (title, _wide) in zip(spots, columns, strict=True)])
    above, head = heading(word, aside), row_piece(titles, leads=True)
    again = _both(heading(_tr("{0}（续）").format(word)), head) if word else head
    found = [above, head]
    for place, values in enumerate(listed):
        cells = [
            Filled(x, wide, value, pt=pt, align="left" if wide > LONG else "center",
                   least=pt if wide > LONG and pt < PT else LEAST)
            for (x, wide), value in zip(spots, values, strict=True)
        ]  # fmt: skip
        pair = len(listed) > 1 and place in (0, len(listed) - 2)
        found.append(row_piece(Row(8.4, cells), leads=pair, least=0.0 if rows else 8.0, again=again))
    return found


def _both(first: Piece, second: Piece) -> Piece:
    """Two pieces as one."""

    def paint(page: Page, y: float) -> None:
        first.paint(page, y)
        page.line(LEFT, y + first.height, RIGHT, y + first.height, 0.2)
        second.paint(page, y + first.height)

    return Piece(first.height + second.height, paint, leads=True)


def sheets(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces sheet by sheet; a heading is never parted from what it is of."""
    found: list[list[Piece]] = [[]]
    room = BOTTOM - TOP
    for place, piece in enumerate(pieces):
        needed = piece.height
        for after in pieces[place + 1 :] if piece.leads else ():
            needed += after.height
            if not after.leads:
                break
        if found[-1] and needed > room + 0.01:
            found.append([] if piece.again is None else [piece.again])
            room = BOTTOM - TOP - (piece.again.height if piece.again is not None else 0.0)
        found[-1].append(piece)
        room -= piece.height
    return found


def painted(pieces: Sequence[Piece], head: Callable[[Page, int], None], signs: Sequence[str]) -> list[PaintPage]:
    """The sheets: `head` draws what stands over the frame, `signs` who signs beneath the last."""
    shared = saved(lambda factor: sheets([_lower(one, factor) for one in pieces]), FEW + 2)  # with name and titles
    of = len(shared)
    return [
        partial(_sheet, pieces=found, head=head, number=number, of=of, signs=signs if number == of else ())
        for number, found in enumerate(shared, 1)
    ]


def _sheet(
    page: Page, pieces: Sequence[Piece], head: Callable[[Page, int], None], number: int, of: int, signs: Sequence[str]
) -> None:
    head(page, number)
    y = TOP
    for piece in pieces:
        piece.paint(page, y)
        y += piece.height
        if piece.ruled and piece is not pieces[-1]:
            page.line(LEFT, y, RIGHT, y, 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    each = (RIGHT - LEFT) / max(1, len(signs))
    for place, word in enumerate(signs):
        x = LEFT + place * each
        wide = page.text(x, y + 9.0, word, Face.FORM, 11.0)
        page.writing_line(x + wide + 2, x + each - 8, y + 12.0)
    if of > 1:
        page.text(105, 284.5, _tr("第 {0} 页 共 {1} 页").format(number, of), Face.FORM, 9.0, "center")


def _set(part: str, indent: float) -> list[tuple[str, float]]:
    """The lines of a paragraph, each with how many mm it is in."""
    room = RIGHT - LEFT - 2 * 4.0
    first = wrap(part, room - indent, _wide) or [""]
    if not indent or len(first) == 1:
        return [(line, indent) for line in first]
    rest = part[len(first[0]) :].lstrip()
    return [(first[0], indent), *((line, 0.0) for line in wrap(rest, room, _wide))]


def _wide(part: str) -> float:
    return width_mm(part, Face.KAI, PT)


def _line(page: Page, y: float, said: str, inside: float) -> None:
    page.text(LEFT + 4 + inside, y + 3.6, said, Face.KAI, PT)


def _to_write(page: Page, y: float) -> None:
    page.writing_line(LEFT + 4, RIGHT - 4, y + WRITE - 1.4)
