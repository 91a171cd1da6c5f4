"""Papers of the rooms: rules for the wall, the month's register filled or blank, the record of a term's openings."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.opening_log import HomeLog, RoomLog, home_log, stretch_on
from app.rooms import Due, Opening, Room, SafetyCheck, rooms_on
from app.school import Snapshot
from ui import room_rules as rule_texts
from ui import room_words as words
from ui.calendar.words import WEEKDAYS
from ui.paper.lines import wrap
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.scope import Scope
from ui.paper.sharing import saved
from ui.paper.type import Face, width_mm
from ui.safety_words import point_word
from ui.session import Session

RULES, OPENINGS = PAPERS = ("room_rules", "openings")
RECORD, MONTH, BLANK = "record", "month", "blank"
LEFT, RIGHT, TOP, BOTTOM, HEAD = 15.0, 195.0, 42.0, 276.0, 9.0
ROWS, HIGHEST = 30, 9.5
"""Rows of a sheet, mm of the highest."""
EMPTY = 24
"""Rows of a blank sheet of a room without hours."""
COLUMNS = (("day", 22.0), ("weekday", 13.0), ("time", 30.0), ("count", 16.0), ("what", 47.0), ("by", 20.0),
           ("safe", 32.0))  # fmt: skip
ONE = timedelta(days=1)
MONTHS_BACK = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One opening on paper; what is "" is written by hand."""

    day: str = ""
    weekday: str = ""
    time: str = ""
    count: str = ""
    what: str = ""
    by: str = ""
    safe: str = ""
    """What the safety check of that day found."""


@dataclass(frozen=True, slots=True)
class RoomJob:
    """Rules or registers of some rooms; about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    style: str
    """RULES, RECORD, MONTH or BLANK."""
    rooms: tuple[Room, ...] = ()
    first: date = date.min
    last: date = date.max
    log: HomeLog | None = None
    checks: tuple[SafetyCheck, ...] = ()
    """Of these days, oldest first."""


@dataclass(frozen=True, slots=True)
class RoomScope(Scope):
    """One choice of what is printed."""

    job: RoomJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoomPapers", text)


def room_scopes(kind: str, session: Session) -> list[Scope]:
    """Of rules: all rooms or one; of registers: the term's record, the months so far, this and the next one blank."""
    snapshot, today = session.snapshot, session.today
    rooms = tuple(rooms_on(snapshot.rooms, today))
    if kind == RULES:
        found: list[Scope] = [_scope("all", _tr("全部 {0} 间").format(len(rooms)), snapshot, today, RULES, rooms)]
        return [*found, *(_scope(f"room:{one.id}", one.name, snapshot, today, RULES, (one,)) for one in rooms)]
    stretch = stretch_on(snapshot, today)
    if stretch is None:
        return [_scope("all", _tr("还没有学期"), snapshot, today, RECORD, ())]
    log = home_log(snapshot, session.store.home, stretch, today)
    days = (stretch.first, min(today, stretch.last))
    checks = tuple(session.store.home.checks(*days))
    whole = _tr("全部 {0} 间").format(len(rooms))
    scopes: list[Scope] = [_scope("all", whole, snapshot, today, RECORD, rooms, *days, log, checks)]
    scopes += [_scope(f"room:{one.id}", _tr("{0}的记录").format(one.name), snapshot, today, RECORD, (one,), *days, log,
                      checks) for one in rooms]  # fmt: skip
    for first in _months(stretch.first, today):
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        said = _tr("{0}月登记表，填好的").format(first.month)
        scopes.append(_scope(f"month:{first:%Y-%m}", said, snapshot, today, MONTH, rooms, first, min(last, today), log,
                             checks))  # fmt: skip
    for first in (today.replace(day=1), _next(today)):
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        said = _tr("{0}月登记表，空白的").format(first.month)
        scopes.append(_scope(f"blank:{first:%Y-%m}", said, snapshot, today, BLANK, rooms, first, last, log))
    return scopes


def room_paper(job: RoomJob) -> Paper:
    """A sheet or more a room."""
    if job.style == RULES:
        sheets: list[PaintPage] = [partial(_wall, job=job, room=one) for one in job.rooms]
        return Paper(_tr("活动室制度"), sheets, len(sheets), [frozenset()] * len(sheets))
    sheets = []
    for room in job.rooms:
        rows = register(job, room)
        parts = saved(lambda factor, rows=rows: _portions(rows, int(ROWS / factor))) or [[]]  # type: ignore[misc]
        for number, part in enumerate(parts, 1):
            sheets.append(partial(_sheet, job=job, room=room, rows=part, number=number, of=len(parts)))
    title = _tr("开放登记表") if job.style in (MONTH, BLANK) else _tr("开放记录")
    return Paper(title, sheets, len(job.rooms), [frozenset()] * len(sheets))


def _portions(rows: Sequence[Row], most: int) -> list[list[Row]]:
    return [list(rows[start : start + most]) for start in range(0, len(rows), most)]


def register(job: RoomJob, room: Room) -> list[Row]:
    """The rows of a room: what was asked and what is written, in the order of days; blank ones only say when."""
    log = job.log.of(room.id) if job.log is not None else None
    dues = [one for one in log.dues if job.first <= one.day <= job.last] if log is not None else []
    names = {one.id: one.name for one in job.snapshot.staff}
    if job.style == BLANK:
        return [_row(one.day, one.hours.from_time, one.hours.until_time) for one in dues] or [Row()] * EMPTY
    entries = _entries(log, dues, job)
    found = [(day, _written(day, due, opening, names)) for day, due, opening in entries]
    return [row for _day, row in _checked(found, [
        one for one in job.checks if one.room_id == room.id and job.first <= one.day <= job.last
    ], names, job.day)]  # fmt: skip


def _checked(
    rows: Sequence[tuple[date, Row]], checks: Sequence[SafetyCheck], names: dict[int, str], today: date
) -> list[tuple[date, Row]]:
    """The rows with what the safety checks found; a check of a day without an opening has a row of its own."""
    found = list(rows)
    for one in checks:
        said = _safe_words(one, today)
        place = next((place for place, (day, row) in enumerate(found) if day == one.day and not row.safe), None)
        if place is not None:
            found[place] = (one.day, replace(found[place][1], safe=said))
        else:
            row = replace(_row(one.day, "", ""), by=names.get(one.staff_id or 0, ""), safe=said)
            found.append((one.day, row))
    return sorted(found, key=lambda entry: entry[0])


def _safe_words(check: SafetyCheck, today: date) -> str:
    """√ 十项都好; 靠窗的插座松了，已整改; of several the first and how many more."""
    if not check.findings:
        return _tr("√ 十项都好")
    open_ = sum(one.mended_on is None or one.mended_on > today for one in check.findings)
    first = check.findings[0].what or point_word(check.findings[0].point)
    more = len(check.findings) - 1
    said = _tr("{0}等 {1} 处").format(first, more + 1) if more else first
    if open_ and more:
        return _tr("{0}，{1} 处没整改").format(said, open_)
    return (_tr("{0}，没整改") if open_ else _tr("{0}，已整改")).format(said)


def _entries(log: RoomLog | None, dues: Sequence[Due], job: RoomJob) -> list[tuple[date, Due | None, Opening | None]]:
    taken = {one.opening.id for one in dues if one.opening is not None}
    found: list[tuple[date, Due | None, Opening | None]] = [(one.day, one, one.opening) for one in dues]
    found += [(one.day, None, one) for one in (log.openings if log is not None else ())
              if job.first <= one.day <= job.last and one.id not in taken]  # fmt: skip
    return sorted(found, key=lambda entry: (entry[0], entry[1].hours.from_time if entry[1] is not None else ""))


def _written(day: date, due: Due | None, opening: Opening | None, names: dict[int, str]) -> Row:
    if opening is None:
        return _row(day, due.hours.from_time, due.hours.until_time) if due is not None else _row(day, "", "")
    row = _row(day, opening.from_time, opening.until_time)
    by = names.get(opening.staff_id or 0, "")
    if opening.closed_why:
        return Row(row.day, row.weekday, row.time, "—", _tr("没开：{0}").format(opening.closed_why), by)
    return Row(row.day, row.weekday, row.time, "" if opening.how_many is None else str(opening.how_many), opening.what,
               by)  # fmt: skip


def _row(day: date, first: str, last: str) -> Row:
    return Row(_tr("{0}月{1}日").format(day.month, day.day), _tr("周{0}").format(WEEKDAYS[day.weekday()]),
               words.span_word(first, last))  # fmt: skip


def _sheet(page: Page, job: RoomJob, room: Room, rows: Sequence[Row], number: int, of: int) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 10.0, RIGHT - LEFT, 7.0, Face.SONG, 13.0, min_pt=9.0, align="center")
    month = job.style in (MONTH, BLANK)
    title = _tr("{0} 开放登记表") if month else _tr("{0} 开放记录")
    page.text(middle, 23.0, title.format(room.name), Face.SONG, 20.0, "center")
    keeper = next((one.name for one in job.snapshot.staff if one.id == room.keeper_id), "")
    when = _tr("{0}年{1}月").format(job.first.year, job.first.month) if month else _tr("{0}至{1}").format(
        on_paper(job.first), on_paper(job.last))  # fmt: skip
    page.text(LEFT, 35.5, when, Face.SANS, 11.0)
    page.text(RIGHT, 35.5, _tr("负责人：{0}").format(keeper or "________"), Face.SANS, 11.0, "right")
    high = min(HIGHEST, (BOTTOM - TOP - HEAD) / max(1, len(rows)))
    bottom = TOP + HEAD + high * len(rows)
    heads = {"day": _tr("日期"), "weekday": _tr("星期"), "time": _tr("时间"), "count": _tr("人数"),
             "what": _tr("做了什么"), "by": _tr("值班"), "safe": _tr("安全检查")}  # fmt: skip
    x = LEFT
    for key, wide in COLUMNS:
        page.box(heads[key], x, TOP, wide, HEAD, Face.FORM, 11.0, min_pt=8.0, align="center")
        for place, row in enumerate(rows):
            said = getattr(row, key, "")
            if said:
                left = key == "what"
                face = Face.SANS if key in ("day", "weekday", "time") else Face.KAI
                page.box(said, x + 1.0, TOP + HEAD + place * high, wide - 2.0, high, face, 11.0, min_pt=6.0,
                         align="left" if left else "center")  # fmt: skip
        x += wide
        if key != COLUMNS[-1][0]:
            page.line(x, TOP, x, bottom, 0.2)
    for place in range(len(rows)):
        page.line(LEFT, TOP + HEAD + place * high, RIGHT, TOP + HEAD + place * high, 0.2 if place else 0.35)
    page.rect(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.5)
    foot = _tr("没开也写为什么。安全检查：十项都好打√，有问题写清楚。")
    page.text(LEFT, bottom + 6.0, foot, Face.SANS, 9.5)
    if of > 1:
        page.text(RIGHT, bottom + 6.0, _tr("第 {0} 张，共 {1} 张").format(number, of), Face.SANS, 9.5, "right")


def _wall(page: Page, job: RoomJob, room: Room) -> None:
    """Rules as large as the sheet allows; nobody's phone (rules.md)."""
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 18.0, RIGHT - LEFT, 10.0, Face.SONG, 18.0, min_pt=10.0, align="center")
    page.box(_tr("{0}制度").format(room.name), LEFT, 32.0, RIGHT - LEFT, 18.0, Face.SONG, 34.0, min_pt=16.0,
             align="center")  # fmt: skip
    rules = [line.strip() for line in (room.rules or rule_texts.proposed(room.kind)).splitlines() if line.strip()]
    top, bottom = 62.0, 248.0
    for pt in (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0):
        step = pt * 0.62
        lines = [(number, _wrapped(text, pt)) for number, text in enumerate(rules, 1)]
        tall = sum(len(text) for _number, text in lines) * step + len(lines) * step * 0.45
        if tall <= bottom - top or pt == 10.0:
            break
    y = top
    for number, text in lines:
        page.text(LEFT + 9, y, f"{number}.", Face.KAI, pt, "right")
        for line in text:
            page.text(LEFT + 13, y, line, Face.KAI, pt)
            y += step
        y += step * 0.45
    hours = words.hours_words(room.hours, job.day)
    keeper = next((one.name for one in job.snapshot.staff if one.id == room.keeper_id), "")
    if hours:
        page.box(_tr("开放时间：{0}").format(hours), LEFT, 258.0, RIGHT - LEFT, 9.0, Face.SANS, 14.0, min_pt=8.0,
                 align="center")  # fmt: skip
    if keeper:
        page.text(middle, 274.0, _tr("负责人：{0}").format(keeper), Face.SANS, 14.0, "center")
    page.rect(10.0, 10.0, 190.0, 277.0, 0.8)


def _wrapped(text: str, pt: float) -> list[str]:
    return wrap(text, RIGHT - LEFT - 16, lambda part: width_mm(part, Face.KAI, pt))


def _scope(
    key: str, said: str, snapshot: Snapshot, day: date, style: str, rooms: tuple[Room, ...], first: date = date.min,
    last: date = date.max, log: HomeLog | None = None, checks: tuple[SafetyCheck, ...] = (),
) -> RoomScope:  # fmt: skip
    job = RoomJob((), snapshot, day, style, rooms, first, last, log, checks)
    return RoomScope(key, said, (), job=job)


def _months(first: date, today: date) -> list[date]:
    """The first days of the months from `first` to today, the newest first."""
    found: list[date] = []
    month = today.replace(day=1)
    while month >= first.replace(day=1) and len(found) <= MONTHS_BACK:
        found.append(month)
        month = (month - ONE).replace(day=1)
    return found


def _next(day: date) -> date:
    return (day.replace(day=28) + 4 * ONE).replace(day=1)
