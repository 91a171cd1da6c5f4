"""每周一览 on A4 across: a child a row, a week a cell, for the office; it reads in black and white."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from app import call_weeks
from app.children import Child
from app.days import on_paper
from app.heat import AHEAD, DONE, HOLIDAY, MISSED, NOW, RUN, Cell
from app.school import Snapshot
from app.terms import term_title
from ui import heat_words as words
from ui.heat_board import Board
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import DOTS_PER_MM, Face
from ui.sentences import rule_word
from ui.session import Session

LEFT, RIGHT, TOP, BOTTOM = 12.0, 285.0, 31.0, 190.0
NUMBER, NAME, CLASS, TOTAL = 8.0, 24.0, 21.0, 13.0
MONTH, HEAD, ROW = 5.5, 6.0, 5.8
WEEKS = LEFT + NUMBER + NAME + CLASS
PALE, GREY, DARK = "#D2D2D2", "#8A8A8A", "#000000"


@dataclass(frozen=True, slots=True)
class Line:
    """One child, worded: a mark (`app.call_weeks`, "" = none, or a number) per column."""

    name: str
    class_name: str
    marks: tuple[str, ...]
    missed: int
    run: str


@dataclass(frozen=True, slots=True)
class Head:
    """A column: how many weeks wide, its number, the month that begins there ("" = none)."""

    weeks: int
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class HeatSheet:
    """What stands on the sheets."""

    title: str
    school: str
    under: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    missed_head: str
    legend: tuple[tuple[str, str], ...]
    note: str = ""
    """Of all rules at once: which of them were not kept, and how often."""


@dataclass(frozen=True, slots=True)
class HeatJob:
    """The map of a term, of one rule or all (""), as of a day; `children` are those on it."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    sheet: HeatSheet | None = field(default=None, compare=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("HeatSheet", text)


def heat_job(session: Session, rule: str) -> HeatJob:
    """The job for the running term (in the holidays the one that ended)."""
    board = Board(session)
    board.choose("" if rule == "all" else rule)
    board.order = "class"
    board.read()
    children = [session.snapshot.children[int(row.key)] for row in board.rows]
    return HeatJob(children, session.snapshot, session.today, _worded(board, session) if board.rows else None)


def heat_paper(job: HeatJob) -> Paper:
    """As many sheets as the children need."""
    title = _tr("每周一览")
    if job.sheet is None:
        return Paper(title, ())
    lines = job.sheet.lines
    each = int((BOTTOM - TOP - MONTH - HEAD) / ROW)
    parts = [lines[first : first + each] for first in range(0, len(lines), each)]
    sheets = [
        partial(_paint, sheet=job.sheet, part=part, first=number * each, place=(number + 1, len(parts)))
        for number, part in enumerate(parts)
    ]
    owners = [frozenset(child.id for child in job.children[n * each : (n + 1) * each]) for n in range(len(parts))]
    return Paper(job.sheet.title, sheets, len(lines), owners, landscape=True)


def _worded(board: Board, session: Session) -> HeatSheet:
    found, duties = board.map, board.duties
    assert found is not None and duties is not None
    name = rule_word(board.rule) if board.rule else words.all_rules()
    call = words.is_call(board.version())
    lines = tuple(
        Line(board.named[row.key].name, board.named[row.key].second, tuple(_mark(cell, board) for cell in row.cells),
             row.missed, words.run_word(row.run, board.span()) if row.run else "")
        for row in board.rows
    )  # fmt: skip
    heads, month = [], 0
    for column in found.columns:
        of = words.month_of_week(found.first_monday, column.first_week)
        number = str(column.first_week) if column.weeks == 1 else f"{column.first_week}—{column.last_week}"
        heads.append(Head(column.weeks, number, words.month_word(of) if of != month else ""))
        month = words.month_of_week(found.first_monday, column.last_week)
    under = _tr("{0}，截至{1}，{2} 个孩子").format(
        term_title(duties.term.code), on_paper(session.today), len(board.rows))  # fmt: skip
    return HeatSheet(
        _tr("{0}每周一览").format(name), session.snapshot.school.name, under, tuple(heads), lines,
        words.missed_head(board.rule), _legend(board, lines, call), "" if board.rule else _missed_rules(board, session),
    )  # fmt: skip


def _legend(board: Board, lines: Sequence[Line], call: bool) -> tuple[tuple[str, str], ...]:
    """The marks, and what a number in a frame is where one stands on the sheets."""
    found = words.legend(board.rule, call, board.by)
    number = next((mark for line in lines for mark in line.marks if mark.isdecimal()), "")
    if number:
        found.insert(len(found) - 1, (number, _tr("有几件没做")))
    return tuple(found)


def _missed_rules(board: Board, session: Session) -> str:
    """没做的 96 件：谈心 74，联系父母 17; together the sum of the column 没做."""
    assert board.map is not None
    many = Counter(one.key for row in board.rows for one in board.map.behind(row, session.today, MISSED))
    if not many:
        return ""
    said = _tr("，").join(_tr("{0} {1}").format(rule_word(key), times) for key, times in many.most_common())
    return _tr("没做的 {0} 件：{1}。").format(many.total(), said)


def _mark(cell: Cell, board: Board) -> str:
    if cell.missed > 1 or (cell.missed and cell.owed > 1):
        return str(cell.missed)
    if cell.state == DONE:
        return call_weeks.VOICE if board.by_video(cell) is False else call_weeks.VIDEO
    return {
        MISSED: call_weeks.MISSED, RUN: call_weeks.RUN, NOW: call_weeks.NONE, AHEAD: call_weeks.NONE,
        HOLIDAY: call_weeks.HOLIDAY,
    }.get(cell.state, "")  # fmt: skip


def _paint(page: Page, sheet: HeatSheet, part: Sequence[Line], first: int, place: tuple[int, int]) -> None:
    page.text((LEFT + RIGHT) / 2, 15.0, sheet.title, Face.SONG, 18.0, "center")
    wide = page.text(RIGHT, 25.5, sheet.under, Face.SANS, 10.0, "right")
    page.box(sheet.school, LEFT, 21.5, RIGHT - LEFT - wide - 6, 8.0, Face.KAI, 12.0, min_pt=8.0)
    each = (RIGHT - 2 * TOTAL - WEEKS) / sum(head.weeks for head in sheet.heads)
    top, bottom = TOP + MONTH + HEAD, TOP + MONTH + HEAD + ROW * len(part)
    _heads(page, sheet, each)
    for row, line in enumerate(part):
        y = top + row * ROW
        _line(page, line, first + row + 1, y, [head.weeks * each for head in sheet.heads])
        page.line(LEFT, y + ROW, RIGHT, y + ROW, 0.1, PALE)
    page.line(LEFT, top, RIGHT, top, 0.35)
    page.rect(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.4)
    _foot(page, sheet, place)


def _heads(page: Page, sheet: HeatSheet, each: float) -> None:
    titles = (
        (LEFT, NUMBER, _tr("序")), (LEFT + NUMBER, NAME, _tr("孩子")), (WEEKS - CLASS, CLASS, _tr("班级")),
        (RIGHT - 2 * TOTAL, TOTAL, sheet.missed_head), (RIGHT - TOTAL, TOTAL, _tr("连着")),
    )  # fmt: skip
    for x, wide, word in titles:
        page.box(word, x, TOP + MONTH, wide, HEAD, Face.FORM, 9.5, align="center")
    x = WEEKS
    for head in sheet.heads:
        wide = head.weeks * each
        if head.month:
            page.line(x, TOP, x, TOP + MONTH, 0.2)
            page.text(x + 1, TOP + MONTH / 2, head.month, Face.SONG, 9.0)
        page.text(x + wide / 2, TOP + MONTH + HEAD / 2, head.number, Face.SANS, 8.5, "center")
        x += wide
    page.line(WEEKS, TOP + MONTH, RIGHT - 2 * TOTAL, TOP + MONTH, 0.2)


def _line(page: Page, line: Line, number: int, y: float, widths: Sequence[float]) -> None:
    middle = y + ROW / 2
    page.text(LEFT + NUMBER / 2, middle, str(number), Face.SANS, 8.0, "center")
    page.box(line.name, LEFT + NUMBER + 0.8, y, NAME - 1.6, ROW, Face.KAI, 11.0, min_pt=6.0)
    page.box(line.class_name, WEEKS - CLASS, y, CLASS, ROW, Face.SANS, 8.5, min_pt=6.0, align="center")
    x = WEEKS
    for mark, wide in zip(line.marks, widths, strict=True):
        _cell(page, mark, x + 0.5, y + 0.7, wide - 1.0, ROW - 1.4)
        x += wide
    if line.missed:
        page.text(RIGHT - TOTAL - 3, middle, str(line.missed), Face.BOLD, 9.5, "right")
    if line.run:
        page.text(RIGHT - TOTAL / 2, middle, line.run, Face.BOLD, 8.5, "center")


def _cell(page: Page, mark: str, x: float, y: float, wide: float, high: float) -> None:
    """Grey = done, dot = by voice, cross = missed, cross on black = in a row, hatch = holiday, thin frame = to come."""
    if not mark:
        return
    box = QRectF(x * DOTS_PER_MM, y * DOTS_PER_MM, wide * DOTS_PER_MM, high * DOTS_PER_MM)
    if mark == call_weeks.VIDEO:
        page.painter.fillRect(box, QColor(PALE))
    elif mark == call_weeks.HOLIDAY:
        _hatch(page, x, y, wide, high)
    elif mark == call_weeks.NONE:
        page.rect(x, y, wide, high, 0.1, PALE)
    elif mark == call_weeks.VOICE:
        page.rect(x, y, wide, high, 0.15, GREY)
        page.text(x + wide / 2, y + high / 2, "●", Face.SANS, 5.0, "center")
    elif mark == call_weeks.RUN:
        page.painter.fillRect(box, QColor(DARK))
        _cross(page, x + wide / 2, y + high / 2, "#FFFFFF")
    else:
        page.rect(x, y, wide, high, 0.3, DARK)
        if mark == call_weeks.MISSED:
            _cross(page, x + wide / 2, y + high / 2, DARK)
        else:
            page.text(x + wide / 2, y + high / 2, mark, Face.BOLD, 8.0, "center")


def _cross(page: Page, x: float, y: float, colour: str) -> None:
    for way in (1, -1):
        page.line(x - 1.1, y - 1.1 * way, x + 1.1, y + 1.1 * way, 0.45, colour)


def _hatch(page: Page, x: float, y: float, wide: float, high: float) -> None:
    painter = page.painter
    painter.save()
    painter.setClipRect(QRectF(x * DOTS_PER_MM, y * DOTS_PER_MM, wide * DOTS_PER_MM, high * DOTS_PER_MM))
    painter.setPen(QPen(QColor(GREY), 0.12 * DOTS_PER_MM))
    step = 0.0
    while step < wide + high:
        start, end = QPointF(x + step, y), QPointF(x + step - high, y + high)
        painter.drawLine(QLineF(start * DOTS_PER_MM, end * DOTS_PER_MM))
        step += 1.1
    painter.restore()


def _foot(page: Page, sheet: HeatSheet, place: tuple[int, int]) -> None:
    x, y = LEFT, 193.0 if sheet.note else 196.0
    for mark, said in sheet.legend:
        if mark:
            _cell(page, mark, x, y - 1.9, 6.0, 3.8)
            x += 7.5
        x += page.text(x, y, said, Face.SANS, 9.0) + 5
    page.box(sheet.note, LEFT, 195.5, RIGHT - LEFT, 5.0, Face.SANS, 9.0, min_pt=6.5)
    page.text((LEFT + RIGHT) / 2, 203.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
