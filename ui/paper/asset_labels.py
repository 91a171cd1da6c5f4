"""物品标签: a QR code of the asset's number with its name, on sheets of 24 or 40 labels (paper.md §8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.asset_books import OF_ROOM, Book
from ui.paper.asset_rows import Names
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.qr import draw_qr
from ui.paper.type import Face, width_mm

EDGE = 10.0
"""No ink is nearer to the edge of the paper."""
DASHES = (2.0, 1.5)


@dataclass(frozen=True, slots=True)
class Stock:
    """How a sheet is divided, in mm; type sizes in points."""

    key: str
    across: int
    down: int
    wide: float
    high: float
    left: float
    top: float
    code: float
    """Side of the QR code."""
    quiet: float
    """White at its left: four squares of the code at least."""
    gap: float
    school: float
    name: float
    number: float
    room: float

    @property
    def each(self) -> int:
        """Labels of a sheet."""
        return self.across * self.down


STOCKS = {
    "24": Stock("24", 3, 8, 63.0, 34.0, 10.5, 12.5, 21.0, 4.0, 3.5, 7.5, 14.0, 13.0, 10.5),
    "40": Stock("40", 4, 10, 48.5, 25.4, 8.0, 21.5, 16.0, 3.4, 2.6, 7.0, 11.0, 11.0, 8.0),
}
"""24 fits plain paper and, moved a little, stickers of 63.5 × 33.9; 40 is the stickers of 48.5 × 25.4."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label."""

    number: str
    name: str
    room: str


@dataclass(frozen=True, slots=True)
class Ask:
    """How labels are printed."""

    stock: Stock = STOCKS["24"]
    start: int = 1
    """The first label that is still on the sheet, from 1."""
    pieces: bool = False
    """A label for every piece instead of one for every asset."""
    right: float = 0.0
    """mm by which everything moves to the right."""
    down: float = 0.0
    cuts: bool = True
    """Dashed lines to cut along; not on stickers."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetLabels", text)


def labels_of(books: Iterable[Book], names: Names, ask: Ask) -> list[Label]:
    """The labels: of each asset one that names the room where most of it stands, or one for each piece."""
    found: list[Label] = []
    for book in books:
        for entry in book.entries:
            asset = entry.line.asset
            rooms = [(room, count) for room, count in entry.line.rooms if book.kind != OF_ROOM or room == int(book.key)]
            lent = [(one.movement.room_id, one.out) for one in entry.line.loans
                    if book.kind != OF_ROOM or one.movement.room_id == int(book.key)]  # fmt: skip
            places = [room for room, count in (*rooms, *lent) for _piece in range(count)]
            if not ask.pieces:
                places = places[:1] or [0]
            found += [Label(asset.number, asset.name, _seen(names.rooms.get(room, ""))) for room in places]
    return found


def _seen(room: str) -> str:
    """What every pupil may read: 留守 stands on nothing that is carried about (rules.md)."""
    return _tr("活动室") if "留守" in room else room


def label_sheets(labels: Sequence[Label], school: str, ask: Ask) -> list[PaintPage]:
    """The sheets; on the first the labels that are gone already stay empty."""
    each = ask.stock.each
    places: list[Label | None] = [None] * (min(max(1, ask.start), each) - 1) if labels else []
    places += labels
    return [partial(_sheet, labels=places[at : at + each], school=school, ask=ask)
            for at in range(0, len(places), each)]  # fmt: skip


def split_number(number: str) -> tuple[str, str]:
    """What stands small before it, and the last four, which tell two labels apart; a short number is not divided."""
    return (number[:-4], number[-4:]) if len(number) > 6 else ("", number)


def _sheet(page: Page, labels: Sequence[Label | None], school: str, ask: Ask) -> None:
    stock = ask.stock
    for place, label in enumerate(labels):
        if label is not None:
            x = stock.left + ask.right + place % stock.across * stock.wide
            y = stock.top + ask.down + place // stock.across * stock.high
            _label(page, label, x, y, school, stock)
    if ask.cuts:
        _cuts(page, ask)


def _label(page: Page, label: Label, x: float, y: float, school: str, stock: Stock) -> None:
    draw_qr(page, label.number, x + stock.quiet, y + (stock.high - stock.code) / 2, stock.code, "M")
    left = x + stock.quiet + stock.code + stock.gap
    room = x + stock.wide - 3.0 - left
    part = stock.high / 34.0
    page.box(school, left, y + 2.6 * part, room, 4.6 * part, Face.SANS, stock.school, min_pt=5.0)
    page.box(label.name, left, y + 7.6 * part, room, 11.8 * part, Face.BOLD, stock.name, min_pt=6.0)
    page.line(left, y + 19.8 * part, left + room, y + 19.8 * part, 0.25)
    before, last = split_number(label.number)
    number = y + 23.6 * part
    size = stock.number
    while size > 6.0 and width_mm(last, Face.BOLD, size) > room:
        size -= 0.5
    wide = page.text(left + room, number, last, Face.BOLD, size, "right")
    page.box(before, left, number - 2.6 * part, room - wide - 1.0, 5.2 * part, Face.SANS, stock.number - 4.5,
             min_pt=5.0)  # fmt: skip
    page.box(label.room, left, y + 26.6 * part, room, 5.0 * part, Face.SANS, stock.room, min_pt=6.0)


def _cuts(page: Page, ask: Ask) -> None:
    """Lines along which the labels are cut; those too near to the edge of the paper are left to it."""
    stock = ask.stock
    x1, y1 = stock.left + ask.right, stock.top + ask.down
    x2, y2 = x1 + stock.across * stock.wide, y1 + stock.down * stock.high
    for place in range(stock.across + 1):
        x = x1 + place * stock.wide
        if EDGE <= x <= 210 - EDGE:
            page.line(x, max(EDGE, y1 - 0.5), x, min(297 - EDGE, y2 + 0.5), 0.15, "#777777", DASHES)
    for place in range(stock.down + 1):
        y = y1 + place * stock.high
        if EDGE <= y <= 297 - EDGE:
            page.line(max(EDGE, x1 - 0.5), y, min(210 - EDGE, x2 + 0.5), y, 0.15, "#777777", DASHES)
