"""亲情电话登记表 and the registers of other kinds on A4 across: one row each, also what failed (domain.md §3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Filled, Number, Row, Words
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.register_columns import (
    CLASS,
    DAY,
    HOW,
    NAME,
    NUMBER,
    PHONES,
    PLACE,
    SAID,
    STAFF,
    TIME,
    WHOM,
    RegisterColumn,
    layout_of,
)
from ui.paper.sharing import lower, saved
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 13.0, 284.0
TOP, BOTTOM = 32.0, 192.0
HEAD, ROW = 9.0, 9.4
EMPTY = 16
"""Rows of an empty sheet."""
SPARE = 3
"""Empty rows at the end, for a call that nobody thought of."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call, worded; empty fields are to be written by hand."""

    child_id: int = 0
    day: str = ""
    time: str = ""
    """15:10—15:24."""
    name: str = ""
    class_name: str = ""
    whom: str = ""
    phones: tuple[str, ...] = ()
    place: str = ""
    """Where a letter went, where somebody was visited or taught."""
    how: str = ""
    """Which of the register's ways it was."""
    said: str = ""
    staff: str = ""
    record_id: int = 0


@dataclass(frozen=True, slots=True)
class Register:
    """One table: of a class, a child or a teacher."""

    title: str
    school: str
    term: str
    whose: str
    ways: tuple[str, ...]
    """What can be ticked: 视频, 语音, 没通."""
    rows: tuple[CallRow, ...]
    kind: str = "family_call"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CallRegister", text)


Sheets = list[tuple[PaintPage, frozenset[int]]]
SECTION = 8.0
"""mm of the line that says whose rows follow."""
FEW = 8
"""Rows a class has on the average, up to which the classes follow each other on a sheet."""


def all_sheets(found: Sequence[Register], *, parted: bool) -> Sheets:
    """Of classes with few rows one table for all, of others (or `parted`: to be handed out) one each."""
    rows = sum(len(one.rows) for one in found)
    if parted or len(found) < 2 or rows > FEW * len(found):
        return [sheet for one in found for sheet in register_sheets(one)]
    times = len({row.record_id for one in found for row in one.rows if row.record_id})
    said = _tr("{0} 个班，{1} 次") if times == rows else _tr("{0} 个班，{1} 次，{2} 人次")
    whole = replace(found[0], whose=said.format(len(found), times, rows))
    laid = [
        (whose, row, child_id) for one in found
        for whose, (row, child_id) in zip(
            [one.whose] * len(one.rows), (_row(number, row, one) for number, row in enumerate(one.rows, 1)), strict=True
        )
    ]  # fmt: skip
    return _shared_out(whole, laid)


def register_sheets(found: Register) -> Sheets:
    """The sheets with the children on each; whole rows only, the head repeated."""
    return _shared_out(found, [("", *_row(number, row, found)) for number, row in enumerate(found.rows, 1)])


def _shared_out(found: Register, laid: Sequence[tuple[str, Row, int]]) -> Sheets:
    """Rows with whose they are ("" = the sheet says it); a line names whom the rows beneath belong to."""
    pages = saved(lambda factor: _pages([(whose, lower(row, factor, WRITE), child) for whose, row, child in laid]))
    return [
        (partial(_paint, found=found, rows=[row for row, _child in page], place=(number, len(pages))),
         frozenset(child for _row_, child in page if child))
        for number, page in enumerate(pages, 1)
    ]  # fmt: skip


WRITE = 8.0
"""mm that a hand needs to write in."""


def _pages(laid: Sequence[tuple[str, Row, int]]) -> list[list[tuple[Row, int]]]:
    pages: list[list[tuple[Row, int]]] = [[]]
    used, before = HEAD, ""
    for whose, row, child_id in laid:
        names = [(_section(whose), 0)] if whose and whose != before else []
        high = row.needed() + SECTION * len(names)
        if pages[-1] and used + high > BOTTOM - TOP:
            pages.append([])
            names = [(_section(whose if names else _tr("{0}（续）").format(whose)), 0)] if whose else []
            used, high = HEAD, row.needed() + SECTION * len(names)
        pages[-1] += [*names, (row, child_id)]
        used, before = used + high, whose
    return pages


def _section(whose: str) -> Row:
    return Row(SECTION, [Filled(LEFT, RIGHT - LEFT, whose, Face.SONG, 11.5, align="left")])


@dataclass(slots=True)
class _Ticks(Cell):
    """The ways side by side, each with a box before it, ticked by a drawn line."""

    ways: Sequence[str]
    how: str

    def paint(self, page: Page, y: float, h: float) -> None:
        left, centre, side, room = self.x + 1.2, y + h / 2, 3.4, self.w - 2.0
        size = 9.5
        while size > 7.0 and self._wide(size, side) > room:
            size -= 0.5
        gap = max(0.0, (room - self._wide(size, side)) / max(1, len(self.ways)))
        for way in self.ways:
            page.rect(left, centre - side / 2, side, side, 0.25)
            if way == self.how:
                page.tick(left + side / 2, centre)
            wide = page.text(left + side + 0.8, centre, way, Face.FORM, size)
            left += side + 1.8 + wide + gap

    def _wide(self, size: float, side: float) -> float:
        return sum(side + 1.8 + width_mm(way, Face.FORM, size) for way in self.ways)


def _columns(columns: Sequence[RegisterColumn]) -> list[tuple[float, float]]:
    return [(LEFT + sum(one.wide for one in columns[:place]), one.wide) for place, one in enumerate(columns)]


def _row(number: int, row: CallRow, found: Register) -> tuple[Row, int]:
    columns = layout_of(found.kind).columns
    cells = [_cell(one, spot, number, row, found) for one, spot in zip(columns, _columns(columns), strict=True)]
    return Row(ROW, cells), row.child_id


SIZES = {DAY: 10.5, TIME: 10.5, NAME: 12.5, CLASS: 11.0, WHOM: 11.5, PLACE: 10.5, SAID: 10.5, STAFF: 11.0}


def _cell(column: RegisterColumn, spot: tuple[float, float], number: int, row: CallRow, found: Register) -> Cell:
    if column.field == NUMBER:
        return Words(*spot, str(number), 9.5)
    if column.field == PHONES:
        return Number(*spot, row.phones, 12.0)
    if column.field == HOW:
        return _Ticks(*spot, found.ways, row.how)
    align = "left" if column.field in (SAID, PLACE) else "center"
    return Filled(*spot, getattr(row, column.field), pt=SIZES[column.field], align=align)


def _paint(page: Page, found: Register, rows: Sequence[Row], place: tuple[int, int]) -> None:
    page.text((LEFT + RIGHT) / 2, 15.5, found.title, Face.SONG, 18.0, "center")
    term = page.text(RIGHT, 26.0, found.term, Face.FORM, 10.5, "right")
    wide = page.text(LEFT, 26.0, found.school, Face.FORM, 10.5)
    page.box(found.whose, LEFT + wide + 6, 22.2, RIGHT - LEFT - wide - term - 12, 7.6, Face.KAI, 12.5, min_pt=8.0)
    layout = layout_of(found.kind)
    head = Row(HEAD, [
        Words(*spot, column.word, 10.0)
        for column, spot in zip(layout.columns, _columns(layout.columns), strict=True)
    ])  # fmt: skip
    y = TOP
    for row in (head, *rows):
        row.paint(page, y, row.needed())
        y += row.needed()
        page.line(LEFT, y, RIGHT, y, 0.35 if row is head else 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    page.text(LEFT, 198.5, layout.note, Face.FORM, 9.0)
    page.text((LEFT + RIGHT) / 2, 198.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
    sign = page.text(RIGHT - 40, 198.5, _tr("检查签名"), Face.FORM, 10.5, "right")
    assert sign
    page.writing_line(RIGHT - 38, RIGHT, 201.2)
