"""亲情电话登记表: a table on A4 across, one row a call, also those that were not answered (domain.md §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Filled, Number, Row, Words
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 13.0, 284.0
WIDTHS = (9.0, 17.0, 24.0, 27.0, 21.0, 18.0, 35.0, 45.0, 53.0, 22.0)
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
    how: str = ""
    """Which of the register's ways it was."""
    said: str = ""
    staff: str = ""


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
    said_word: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CallRegister", text)


def register_sheets(found: Register) -> list[tuple[PaintPage, frozenset[int]]]:
    """The sheets with the children on each; whole rows only, the head repeated."""
    laid = [_row(number, row, found) for number, row in enumerate(found.rows, 1)]
    pages: list[list[tuple[Row, int]]] = [[]]
    used = HEAD
    for row, child_id in laid:
        if pages[-1] and used + row.needed() > BOTTOM - TOP:
            pages.append([])
            used = HEAD
        pages[-1].append((row, child_id))
        used += row.needed()
    return [
        (partial(_paint, found=found, rows=[row for row, _child in page], place=(number, len(pages))),
         frozenset(child for _row_, child in page if child))
        for number, page in enumerate(pages, 1)
    ]  # fmt: skip


@dataclass(slots=True)
class _Ticks(Cell):
    """The ways side by side, each with a box before it, ticked by a drawn line."""

    ways: Sequence[str]
    how: str

    def paint(self, page: Page, y: float, h: float) -> None:
        x, centre, side = self.x + 1.4, y + h / 2, 3.4
        step = (self.w - 2) / max(1, len(self.ways))
        for place, way in enumerate(self.ways):
            left = x + place * step
            page.rect(left, centre - side / 2, side, side, 0.25)
            if way == self.how:
                page.tick(left + side / 2, centre)
            size = 9.5
            while size > 7.0 and width_mm(way, Face.FORM, size) > step - side - 1.4:
                size -= 0.5
            page.text(left + side + 0.8, centre, way, Face.FORM, size)


def _columns() -> list[tuple[float, float]]:
    return [(LEFT + sum(WIDTHS[:place]), wide) for place, wide in enumerate(WIDTHS)]


def _row(number: int, row: CallRow, found: Register) -> tuple[Row, int]:
    columns = _columns()
    cells = (
        Words(*columns[0], str(number), 9.5), Filled(*columns[1], row.day, pt=10.5),
        Filled(*columns[2], row.time, pt=10.5), Filled(*columns[3], row.name, pt=12.5),
        Filled(*columns[4], row.class_name, pt=11.0), Filled(*columns[5], row.whom, pt=11.5),
        Number(*columns[6], row.phones, 12.0),
        _Ticks(*columns[7], found.ways, row.how), Filled(*columns[8], row.said, pt=10.5, align="left"),
        Filled(*columns[9], row.staff, pt=11.0),
    )  # fmt: skip
    return Row(ROW, cells), row.child_id


def _paint(page: Page, found: Register, rows: Sequence[Row], place: tuple[int, int]) -> None:
    page.text((LEFT + RIGHT) / 2, 15.5, found.title, Face.SONG, 18.0, "center")
    term = page.text(RIGHT, 26.0, found.term, Face.FORM, 10.5, "right")
    wide = page.text(LEFT, 26.0, found.school, Face.FORM, 10.5)
    page.box(found.whose, LEFT + wide + 6, 22.2, RIGHT - LEFT - wide - term - 12, 7.6, Face.KAI, 12.5, min_pt=8.0)
    heads = (_tr("序号"), _tr("日期"), _tr("几点到几点"), _tr("学生"), _tr("班级"), _tr("打给谁"), _tr("号码"),
             _tr("方式（√）"), found.said_word, _tr("值班老师"))  # fmt: skip
    head = Row(HEAD, [Words(x, w, word, 10.0) for (x, w), word in zip(_columns(), heads, strict=True)])
    y = TOP
    for row in (head, *rows):
        row.paint(page, y, row.needed())
        y += row.needed()
        page.line(LEFT, y, RIGHT, y, 0.35 if row is head else 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    page.text(LEFT, 198.5, _tr("没打通的也要记，过两天再打。"), Face.FORM, 9.0)
    page.text((LEFT + RIGHT) / 2, 198.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
    sign = page.text(RIGHT - 40, 198.5, _tr("检查签名"), Face.FORM, 10.5, "right")
    assert sign
    page.writing_line(RIGHT - 38, RIGHT, 201.2)
