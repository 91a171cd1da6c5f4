"""班级名单 on A4: names alone for the door, phones for the teacher, empty columns to tick; never a child's status."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.type import Face

LEFT, RIGHT = 15.0, 195.0
TOP, BOTTOM = 42.0, 282.0
"""Of the table; the foot stands below."""
DOOR_TOP, DOOR_HIGH = 60.0, 22.0
LEAST_DOOR, MOST_DOOR_PT = 11.0, 32.0
HIGHEST = 12.8
LOWEST_TEACHER, LOWEST_TICKS = 5.4, 6.4
"""mm of the lowest row: to read a number in, to tick by hand."""
HEAD_LOW, HEAD_HIGH = 8.0, 16.0
TICKS = 10


@dataclass(frozen=True, slots=True)
class Pupil:
    """One line: what any of the lists may show."""

    name: str
    sex: str = ""
    seat: str = ""
    dials: tuple[tuple[str, str], ...] = ()
    """(爸爸, 139 0046 7715), at most two."""


@dataclass(frozen=True, slots=True)
class ClassList:
    """One class: its name, teacher and pupils in order."""

    school: str
    class_name: str
    teacher: str
    pupils: tuple[Pupil, ...]
    day: str


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    wide: float


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClassList", text)


def door_sheets(found: ClassList) -> list[PaintPage]:
    """Names only, as large as the sheet allows."""
    return [partial(_door, found=found)]


def teacher_sheets(found: ClassList) -> list[PaintPage]:
    """Seat number, name, sex and two numbers to dial."""
    columns = (_Column(_tr("座号"), 14), _Column(_tr("姓名"), 34), _Column(_tr("性别"), 14),
               _Column(_tr("家里电话"), 59), _Column(_tr("第二个电话"), 59))  # fmt: skip
    return _table(found, columns, HEAD_LOW, LOWEST_TEACHER, _tr("学生名单（老师用）"))


def tick_sheets(found: ClassList) -> list[PaintPage]:
    """Ten empty columns with heads to write into: attendance, fees, books handed out."""
    columns = [_Column(_tr("座号"), 12), _Column(_tr("姓名"), 30), _Column(_tr("性别"), 12)]
    columns += [_Column("", 126 / TICKS)] * TICKS
    return _table(found, columns, HEAD_HIGH, LOWEST_TICKS, _tr("登记名单"))


def _door(page: Page, found: ClassList) -> None:
    page.box(found.class_name, LEFT, 16, RIGHT - LEFT, 20, Face.SONG, 44.0, min_pt=24.0, align="center")
    page.text(105, 44, _tr("学生名单  共 {0} 人").format(len(found.pupils)), Face.SANS, 14.0, "center")
    page.line(LEFT, 52, RIGHT, 52, 0.5)
    high = BOTTOM - DOOR_TOP
    across = max(2, -(-len(found.pupils) // int(high / LEAST_DOOR)))
    rows = max(1, -(-len(found.pupils) // across))
    row_high, wide = min(DOOR_HIGH, high / rows), (RIGHT - LEFT) / across
    size = min(MOST_DOOR_PT, row_high * 0.56 * 72 / 25.4)
    for place, pupil in enumerate(found.pupils):
        x, y = LEFT + place // rows * wide, DOOR_TOP + place % rows * row_high
        page.box(pupil.name, x + 2, y, wide - 4, row_high, Face.KAI, size, min_pt=9.0, align="center")
    page.text(105, 286, found.school, Face.SANS, 9.0, "center")


def _table(found: ClassList, columns: Sequence[_Column], head: float, lowest: float, title: str) -> list[PaintPage]:
    """As many sheets as the class needs, with as many pupils on each."""
    room, count = BOTTOM - TOP - head, len(found.pupils)
    pages = max(1, -(-count // int(room / lowest)))
    each = max(1, -(-count // pages))
    high = min(HIGHEST, room / each)
    parts = [found.pupils[first : first + each] for first in range(0, count, each)] or [()]
    return [
        partial(_sheet, found=found, columns=columns, head=head, title=title, high=high, part=part,
                first=number * each, place=(number + 1, len(parts)))
        for number, part in enumerate(parts)
    ]  # fmt: skip


def _sheet(page: Page, found: ClassList, columns: Sequence[_Column], head: float, title: str, high: float,
           part: Sequence[Pupil], first: int, place: tuple[int, int]) -> None:
    page.box(_tr("{0}{1}").format(found.class_name, title), LEFT, 13, RIGHT - LEFT, 12, Face.SONG, 20.0, align="center")
    right = _tr("{0} 人    {1}").format(len(found.pupils), found.day)
    wide = page.text(RIGHT, 36.6, right, Face.SANS, 10.0, "right")
    words = _tr("{0}    班主任 {1}").format(found.school, found.teacher) if found.teacher else found.school
    page.box(words, LEFT, 33, RIGHT - LEFT - wide - 6, 7.4, Face.SANS, 10.0, min_pt=8.0)
    bottom = TOP + head + high * len(part)
    x = LEFT
    for column in columns:
        page.box(column.title, x, TOP, column.wide, head, Face.FORM, 10.5, align="center")
        if x > LEFT:
            page.line(x, TOP, x, bottom, 0.2)
        x += column.wide
    page.line(LEFT, TOP + head, RIGHT, TOP + head, 0.35)
    for row, pupil in enumerate(part):
        y = TOP + head + row * high
        if row:
            page.line(LEFT, y, RIGHT, y, 0.2)
        _line(page, pupil, columns, y, high, str(first + row + 1))
    page.rect(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.5)
    if place[1] > 1:
        page.text(105, 286.2, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")


def _line(page: Page, pupil: Pupil, columns: Sequence[_Column], y: float, high: float, number: str) -> None:
    seat, name, sex, *more = columns
    page.box(pupil.seat or number, LEFT, y, seat.wide, high, Face.SANS, 10.5, min_pt=7.0, align="center")
    x = LEFT + seat.wide
    page.box(pupil.name, x + 1.2, y + 0.2, name.wide - 2.4, high - 0.4, Face.KAI, 13.0, min_pt=6.0, align="center")
    x += name.wide
    page.box(pupil.sex, x, y, sex.wide, high, Face.KAI, 12.0, align="center")
    x += sex.wide
    for column, (word, dial) in zip(more, pupil.dials, strict=False):
        wide = page.text(x + column.wide - 2, y + high / 2, dial, Face.BOLD, min(12.0, high * 1.9), "right")
        page.box(word, x + 2, y, column.wide - wide - 5, high, Face.KAI, 11.0, min_pt=6.0)
        x += column.wide
