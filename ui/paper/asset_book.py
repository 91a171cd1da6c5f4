"""资产台账 on A4 across: the general book, one of each room or class, with its total and who signs (domain.md §5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.asset_books import OF_ROOM, Book
from app.days import on_paper
from ui.paper.asset_rows import Names, book_word, gone_words, heads, row_of, signature_words, total_words
from ui.paper.asset_rows import Row as AssetRow
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.row_parts import parted
from ui.paper.type import Face

LEFT, RIGHT = 15.0, 285.0
TOP, BOTTOM = 31.0, 192.0
WIDTHS = (9.0, 26.0, 39.0, 30.0, 11.0, 13.0, 17.0, 19.0, 20.0, 41.0, 17.0, 28.0)
HEAD, ROW, TOTAL, SIGN = 9.0, 8.0, 9.0, 12.0
TOGETHER = 3
"""Rows that stay with the total on the last sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a sheet of a book."""

    rows: tuple[Row, ...]
    number: int
    of: int
    last: bool


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetBook", text)


def book_sheets(book: Book, names: Names, school: str, day: date) -> list[PaintPage]:
    """The sheets of one book; its pages are counted by themselves, for each is filed in another place."""
    rows = [row for number, entry in enumerate(book.entries, 1)
            for row in _rows(str(number), row_of(entry, book, names))]  # fmt: skip
    pages = share_out(rows)
    return [
        partial(_paint, book=book, names=names, school=school, day=day,
                sheet=Sheet(tuple(page), number, len(pages), number == len(pages)))
        for number, page in enumerate(pages, 1)
    ]  # fmt: skip


def share_out(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows sheet by sheet; on the last there is room for the total and the signatures, with some rows above."""
    room, tail = BOTTOM - TOP - HEAD, TOTAL + SIGN
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        high = row.needed()
        if pages[-1] and used + high > room + 0.01:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += high
    if used + tail > room:
        kept = max(1, len(pages[-1]) - TOGETHER)
        pages.append(pages[-1][kept:])
        del pages[-2][kept:]
    return pages


def _columns() -> list[tuple[float, float]]:
    return [(LEFT + sum(WIDTHS[:place]), wide) for place, wide in enumerate(WIDTHS)]


def _rows(number: str, row: AssetRow) -> list[Row]:
    columns = _columns()
    left, small, sans = "left", 10.0, Face.SANS
    cells = (
        Filled(*columns[0], number, sans, 9.5), Filled(*columns[1], row.number, sans, 10.5),
        Filled(*columns[2], row.name, pt=12.0, align=left), Filled(*columns[3], row.spec, pt=11.0, align=left),
        Filled(*columns[4], row.unit, pt=11.0), Filled(*columns[5], str(row.count), sans, 11.0),
        Filled(*columns[6], row.price, sans, 10.5), Filled(*columns[7], row.origin, pt=11.0),
        Filled(*columns[8], row.bought, sans, small), Filled(*columns[9], row.place, pt=11.0, align=left),
        Filled(*columns[10], row.keeper, pt=11.0), Filled(*columns[11], row.note, pt=small, align=left),
    )  # fmt: skip
    return parted(ROW, cells)


def _paint(page: Page, book: Book, names: Names, school: str, day: date, sheet: Sheet) -> None:
    title = _tr("资产台账（{0}）").format(book_word(book, names))
    page.box(title, LEFT + 60, 10.5, RIGHT - LEFT - 120, 9.0, Face.SONG, 18.0, min_pt=11.0, align="center")
    until = page.text(RIGHT, 25.5, _tr("截至 {0}　单位：元").format(on_paper(day)), Face.FORM, 10.5, "right")
    keeper = names.room_keepers.get(int(book.key), "") if book.kind == OF_ROOM else ""
    whose = _tr("{0}    负责人：{1}").format(school, keeper) if keeper else school
    page.box(whose, LEFT, 21.7, RIGHT - LEFT - until - 6, 7.6, Face.FORM, 10.5, min_pt=8.0)
    titles = (_tr("序号"), *heads())
    head = Row(HEAD, [Words(x, wide, word, 10.0) for (x, wide), word in zip(_columns(), titles, strict=True)])
    y = TOP
    for row in (head, *sheet.rows):
        row.paint(page, y, row.needed())
        y += row.needed()
        page.line(LEFT, y, RIGHT, y, 0.35 if row is head else 0.2)
    if sheet.last:
        page.line(LEFT + WIDTHS[0] + WIDTHS[1], y, LEFT + WIDTHS[0] + WIDTHS[1], y + TOTAL, 0.2)
        page.box(_tr("合计"), LEFT, y, WIDTHS[0] + WIDTHS[1], TOTAL, Face.SONG, 11.0, align="center")
        said = total_words(book)
        page.box(said, LEFT + 37, y, RIGHT - LEFT - 39, TOTAL, Face.SANS, 10.5, min_pt=7.0)
        y += TOTAL
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    if sheet.last:
        _sign(page, y)
        page.text(LEFT, 198.5, gone_words(book), Face.FORM, 9.0)
    place = _tr("第 {0} 页 共 {1} 页").format(sheet.number, sheet.of)
    page.text((LEFT + RIGHT) / 2, 198.5, place, Face.FORM, 9.0, "center")


def _sign(page: Page, y: float) -> None:
    words = signature_words()
    each = (RIGHT - LEFT) / len(words)
    for place, word in enumerate(words):
        x = LEFT + place * each
        wide = page.text(x, y + 7.0, _tr("{0}（签名）").format(word), Face.FORM, 10.5)
        page.writing_line(x + wide + 1, x + each - 8, y + 9.8)
