"""结对一览表 for the office on A4 across: every mentor with the children, phones, helpers, from when and what for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Filled, Number, Row, Words
from ui.paper.lines import wrap
from ui.paper.output import PaintPage
from ui.paper.page import Page, fit, text_height
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 14.0, 283.0
TOP, BOTTOM = 32.0, 190.0
"""Of the table; title and foot stand outside."""
HEAD, LOW = 9.0, 8.6
HIGHEST = 40.0
"""mm a row may grow; then its text goes on behind the table."""
MENTOR, PHONE = 28.0, 31.0
COLUMNS = (33.0, 9.0, 22.0, 14.0, 32.0, 33.0, 29.0, 38.0)
"""Widths of a child's cells: name, sex, class, who looks after it, number, helpers, since, what for."""
STARTS = tuple(LEFT + MENTOR + PHONE + sum(COLUMNS[:place]) for place in range(len(COLUMNS)))
LINE = 6.2


@dataclass(frozen=True, slots=True)
class Paired:
    """One child of a mentor, worded."""

    child_id: int
    name: str
    class_name: str
    sex: str = ""
    carer: str = ""
    number: str = ""
    helpers: str = ""
    since: str = ""
    focus: str = ""
    holds: bool = True
    """False: ended this term."""


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor, worded; without a name those who have none."""

    name: str
    post: str = ""
    phone: str = ""
    away: str = ""
    """On leave: why and until when."""
    children: tuple[Paired, ...] = ()


@dataclass(frozen=True, slots=True)
class PairingList:
    """What stands on either form of the list."""

    school: str
    term: str
    day: str
    mentors: tuple[Mentor, ...]
    without: tuple[Paired, ...] = ()
    """Only for the office: who has no mentor."""


@dataclass(slots=True)
class _Group:
    """The rows of one mentor."""

    mentor: Mentor
    rows: list[Row]
    ids: list[int]
    again: bool = False
    """Begun on the page before."""

    def height(self) -> float:
        """What its rows need, at least what its mentor needs."""
        return max(sum(row.needed() for row in self.rows), _mentor_height(self.mentor))


@dataclass(slots=True)
class _Sheet:
    groups: list[_Group] = field(default_factory=list)
    notes: list[tuple[str, list[str]]] = field(default_factory=list)

    def ids(self) -> frozenset[int]:
        """Whose rows stand on it."""
        return frozenset(key for group in self.groups for key in group.ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PairingList", text)


def office_sheets(found: PairingList) -> tuple[list[PaintPage], list[frozenset[int]]]:
    """The sheets, and whose rows stand on each."""
    notes: list[tuple[str, str]] = []
    nobody = [Mentor(_tr("还没有代理家长"), children=found.without)] if found.without else []
    groups = [_group(mentor, notes) for mentor in (*found.mentors, *nobody)]
    sheets = _shared_out(groups)
    _add_notes(sheets, notes)
    painted: list[PaintPage] = [
        partial(_paint, found=found, sheet=sheet, place=(number, len(sheets))) for number, sheet in enumerate(sheets, 1)
    ]
    return painted, [sheet.ids() for sheet in sheets]


def _group(mentor: Mentor, notes: list[tuple[str, str]]) -> _Group:
    rows = [_row(child) for child in mentor.children]
    for child, row in zip(mentor.children, rows, strict=True):
        for cell in row.cells:
            if isinstance(cell, Filled) and cell.name and cell.needed() > HIGHEST and (rest := _cut(cell)):
                notes.append((_tr("{0}的{1}").format(child.name, cell.name), rest))
    return _Group(mentor, rows, [child.child_id for child in mentor.children])


def _cut(cell: Filled) -> str:
    return cell.cut(HIGHEST, _tr("（下接表后）"))


def _row(child: Paired) -> Row:
    cells: list[Cell] = []
    values = (child.name, child.sex, child.class_name, child.carer, child.number, child.helpers, child.since,
              child.focus)  # fmt: skip
    names = ("", "", "", "", "", _tr("学习帮手和志愿者"), "", _tr("帮扶重点"))
    sizes = (13.0, 11.0, 11.5, 11.5, 11.5, 11.5, 10.5, 11.5)
    for place, (x, wide) in enumerate(zip(STARTS, COLUMNS, strict=True)):
        if place == 4:
            cells.append(Number(x, wide, (values[place],) if values[place] else (), 11.5))
        else:
            align = "left" if place in (0, 5, 7) else "center"
            cells.append(Filled(x, wide, values[place], pt=sizes[place], align=align, name=names[place]))
    return Row(LOW, cells)


def _mentor_height(mentor: Mentor) -> float:
    name = _lines(mentor.name, Face.KAI, 10.0)
    small = sum(_lines(words, Face.SANS, 8.5) for words in (mentor.post, mentor.away) if words)
    return text_height(name, 10.0) + small * text_height(1, 8.5) * 1.3 + 3.0


def _lines(text: str, face: Face, pt: float) -> int:
    return len(wrap(text, MENTOR - 3, lambda part: width_mm(part, face, pt)))


def _shared_out(groups: Sequence[_Group]) -> list[_Sheet]:
    """A mentor's children stay together where a sheet holds them."""
    sheets = [_Sheet()]
    room = whole = BOTTOM - TOP - HEAD
    for group in groups:
        high = group.height()
        if high <= room or (high <= whole and not sheets[-1].groups):
            sheets[-1].groups.append(group)
            room -= high
        elif high <= whole:
            sheets.append(_Sheet([group]))
            room = whole - high
        else:
            room = _split(sheets, group, room, whole)
    return sheets


def _split(sheets: list[_Sheet], group: _Group, room: float, whole: float) -> float:
    """Lay a mentor with more children than a sheet holds on several; return the room left on the last."""
    least = _mentor_height(group.mentor)
    if room < max(least, 3 * LOW):
        sheets.append(_Sheet())
        room = whole
    part = _Group(group.mentor, [], [])
    for row, child_id in zip(group.rows, group.ids, strict=True):
        if part.rows and sum(one.needed() for one in part.rows) + row.needed() > room:
            sheets[-1].groups.append(part)
            sheets.append(_Sheet())
            part, room = _Group(group.mentor, [], [], again=True), whole
        part.rows.append(row)
        part.ids.append(child_id)
    sheets[-1].groups.append(part)
    return room - part.height()


def _add_notes(sheets: list[_Sheet], notes: Sequence[tuple[str, str]]) -> None:
    """What was too long for its row, in lines of the whole width behind the table."""
    room = BOTTOM - TOP - HEAD - sum(group.height() for group in sheets[-1].groups) - 4
    for title, text in notes:
        lines = wrap(text, RIGHT - LEFT, lambda part: width_mm(part, Face.KAI, 11.5))
        while lines:
            fit = int(room / LINE) - 1
            if fit < 1:
                sheets.append(_Sheet())
                room = BOTTOM - TOP
                continue
            taken, lines = lines[:fit], lines[fit:]
            sheets[-1].notes.append((title, taken))
            room -= (len(taken) + 1) * LINE


def _paint(page: Page, found: PairingList, sheet: _Sheet, place: tuple[int, int]) -> None:
    page.text((LEFT + RIGHT) / 2, 17.0, _tr("结对帮扶一览表"), Face.SONG, 20.0, "center")
    right = _tr("{0}  截至{1}").format(found.term, found.day)
    wide = page.text(RIGHT, 27.4, right, Face.FORM, 10.5, "right")
    page.box(found.school, LEFT, 23.6, RIGHT - LEFT - wide - 6, 7.6, Face.KAI, 12.5, min_pt=8.0)
    y = TOP
    if sheet.groups:
        _titles(page)
        y += HEAD
        for group in sheet.groups:
            y = _paint_group(page, group, y)
        page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
        y += 4
    for title, lines in sheet.notes:
        page.text(LEFT, y + LINE / 2, _tr("{0}（续）").format(title), Face.SONG, 10.5)
        for line in lines:
            y += LINE
            page.text(LEFT, y + LINE / 2, line, Face.KAI, 11.5)
        y += LINE
    _foot(page, found, place)


def _titles(page: Page) -> None:
    words = (_tr("代理家长"), _tr("电话"), _tr("孩子"), _tr("性别"), _tr("班级"), _tr("谁带"), _tr("家里电话"),
             _tr("学习帮手、志愿者"), _tr("结对时间"), _tr("帮扶重点"))  # fmt: skip
    starts = (LEFT, LEFT + MENTOR, *STARTS)
    for word, x, end in zip(words, starts, (*starts[1:], RIGHT), strict=True):
        if x > LEFT:
            page.line(x, TOP, x, TOP + HEAD, 0.2)
        Words(x, end - x, word).paint(page, TOP, HEAD)
    page.line(LEFT, TOP + HEAD, RIGHT, TOP + HEAD, 0.35)


def _paint_group(page: Page, group: _Group, y: float) -> float:
    top, high = y, group.height()
    spare = high - sum(row.needed() for row in group.rows)
    for row in group.rows:
        tall = row.needed() + spare / len(group.rows)
        if row is not group.rows[0]:
            page.line(STARTS[0], y, RIGHT, y, 0.2)
        row.paint(page, y, tall)
        y += tall
    for x in (LEFT + MENTOR, STARTS[0]):
        page.line(x, top, x, y, 0.2)
    _paint_mentor(page, group, top, high)
    page.line(LEFT, y, RIGHT, y, 0.35)
    return y


def _paint_mentor(page: Page, group: _Group, top: float, high: float) -> None:
    mentor = group.mentor
    words = [one for one in (mentor.post, mentor.away, _tr("（接上页）") if group.again else "") if one]
    small = [(one, _lines(one, Face.SANS, 8.5) * text_height(1, 8.5) * 1.3) for one in words]
    beneath = sum(tall for _one, tall in small)
    room = high - 1.6 - beneath
    set_ = fit(mentor.name, MENTOR - 3, room, Face.KAI, 14.0)
    room = min(room, text_height(len(set_.lines), set_.pt) + 2.0)
    y = top + (high - room - beneath) / 2
    page.box(mentor.name, LEFT + 1.5, y, MENTOR - 3, room, Face.KAI, 14.0, align="center")
    y += room
    for one, tall in small:
        page.box(one, LEFT + 1.5, y, MENTOR - 3, tall, Face.SANS, 8.5, min_pt=8.0, align="center")
        y += tall
    Number(LEFT + MENTOR, PHONE, (mentor.phone,) if mentor.phone else (), 11.5).paint(page, top, high)


def _foot(page: Page, found: PairingList, place: tuple[int, int]) -> None:
    y = 196.4
    children = {child.child_id for mentor in found.mentors for child in mentor.children if child.holds}
    mentors = sum(any(child.holds for child in mentor.children) for mentor in found.mentors)
    words = _tr("{0} 位代理家长，{1} 个孩子").format(mentors, len(children))
    if found.without:
        words = _tr("{0}；还没有代理家长 {1} 人").format(words, len(found.without))
    page.text(LEFT, y, words, Face.FORM, 10.0)
    page.text((LEFT + RIGHT) / 2, y, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
    page.text(RIGHT - 76, y, _tr("制表"), Face.FORM, 10.0, "right")
    page.writing_line(RIGHT - 74, RIGHT - 44, y + 2.4)
    page.text(RIGHT - 32, y, _tr("审核"), Face.FORM, 10.0, "right")
    page.writing_line(RIGHT - 30, RIGHT, y + 2.4)
