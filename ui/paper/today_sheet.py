"""今日清单 on A4, for the office: what is to do by groups, a box to tick, who owes it, the number to dial."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.care_ways import OF_FAMILY
from app.children import Child
from app.days import on_paper
from app.dialling import calls
from app.edits.settling import kind_of
from app.phones import dial_text
from app.school import Snapshot
from app.today import LATE, NOW, WEEK, Item, Plan
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.scope import Scope
from ui.paper.type import Face
from ui.session import Session
from ui.today import words
from ui.today.day import Facts, day_of
from ui.today.lines import who_words

TODAY = "today"
LEFT, RIGHT, TOP, BOTTOM = 15.0, 195.0, 38.0, 283.0
ROW, GROUP = 10.2, 8.4
BOX = 3.8
GREY = "#606060"


@dataclass(frozen=True, slots=True)
class Line:
    """One row, or with a `group` alone the line above several."""

    group: str = ""
    name: str = ""
    beneath: str = ""
    what: str = ""
    why: str = ""
    who: str = ""
    when: str = ""
    number: str = ""

    @property
    def high(self) -> float:
        """mm."""
        return GROUP if self.group else ROW


@dataclass(frozen=True, slots=True)
class TodayJob:
    """The list of a day; `children` are those it is about."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    lines: tuple[Line, ...] = ()
    heading: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class TodayScope(Scope):
    """One choice of what is printed."""

    job: TodayJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TodaySheet", text)


def today_scopes(session: Session) -> list[Scope]:
    """What is late and due today; all of this week; and that of each member of staff."""
    day = day_of(session)
    plan, facts = day.plan, day.facts
    everything = [one for when in (LATE, NOW, WEEK) for one in plan.of(when)]
    pressing = [one for one in everything if one.when != WEEK]
    found: list[Scope] = [
        _scope("now", _tr("过期的和今天的，{0} 件"), pressing, session, plan, facts),
        _scope("week", _tr("连本周还有的，{0} 件"), everything, session, plan, facts),
    ]
    for staff_id in dict.fromkeys(one.owed_by for one in everything):
        name = facts.staff[staff_id].name if staff_id in facts.staff else _tr("未指定")
        mine = [one for one in everything if one.owed_by == staff_id]
        scope = _scope(f"staff:{staff_id or 0}", _tr("{0}的，{{0}} 件").format(name), mine, session, plan, facts)
        found.append(scope if scope.job is None else replace(scope, job=replace(scope.job, heading=name)))
    return found


def _scope(key: str, pattern: str, items: Sequence[Item], session: Session, plan: Plan, facts: Facts) -> TodayScope:
    snapshot = session.snapshot
    ids = dict.fromkeys(one.child_id for one in items if one.child_id in snapshot.children)
    children = tuple(snapshot.children[child_id] for child_id in ids if child_id is not None)
    job = TodayJob(children, snapshot, session.today, tuple(_lines(items, plan, facts)), "", len(items))
    return TodayScope(key, pattern.format(len(items)), children, all_pupils=True, job=job)


def _lines(items: Sequence[Item], plan: Plan, facts: Facts) -> list[Line]:
    found: list[Line] = []
    group = ""
    for item in items:
        if item.when != group:
            group = item.when
            count = sum(one.when == group for one in items)
            found.append(Line(group=_tr("{0}  {1} 件").format(words.group_words(group, plan)[0], count)))
        found.append(_line(item, plan, facts))
    return found


def _line(item: Item, plan: Plan, facts: Facts) -> Line:
    child = facts.child(item)
    name, beneath = who_words(item, facts)
    _mark, when, second = words.status(item, plan)
    owner = facts.staff.get(item.owed_by or 0)
    kind = kind_of(item)
    numbers = [one for one in calls(child, kind, plan.today) if one.works] if child and kind in OF_FAMILY else []
    number = dial_text(numbers[0].phone.number) if numbers else ""
    return Line("", name, beneath, words.what(item, child, plan.today), words.beneath(item),
                owner.name if owner else _tr("未指定"), f"{when}\n{second}".strip(), number)  # fmt: skip


def today_paper(job: TodayJob) -> Paper:
    """As many sheets as the lines need; a group's line never stands alone at the foot."""
    sheets: list[list[Line]] = [[]]
    room = BOTTOM - TOP
    for place, line in enumerate(job.lines):
        need = line.high + (ROW if line.group and place + 1 < len(job.lines) else 0)
        if sheets[-1] and need > room:
            sheets.append([])
            room = BOTTOM - TOP
        sheets[-1].append(line)
        room -= line.high
    painted = [partial(_paint, job=job, lines=lines, place=(number, len(sheets)))
               for number, lines in enumerate(sheets if job.lines else [], 1)]  # fmt: skip
    return Paper(_tr("今日清单"), painted, job.count, [frozenset()] * len(painted))


_COLUMNS = ((22.0, 36.0), (59.0, 54.0), (114.0, 22.0), (137.0, 22.0))
"""(left, width) of child, what, who, when; the number ends at the right edge."""


def _paint(page: Page, job: TodayJob, lines: Sequence[Line], place: tuple[int, int]) -> None:
    title = _tr("今日清单") + (f"  {job.heading}" if job.heading else "")
    page.text(LEFT, 20.0, title, Face.BOLD, 18.0)
    page.text(RIGHT, 20.5, f"{on_paper(job.day)} {words.weekday(job.day)}", Face.SANS, 11.0, "right")
    page.text(LEFT, 29.0, job.snapshot.school.name, Face.SANS, 9.5, colour=GREY)
    told = _tr("共 {0} 件，第 {1} 页 共 {2} 页").format(job.count, *place)
    page.text(RIGHT, 29.0, told, Face.SANS, 9.5, "right", GREY)
    page.line(LEFT, TOP - 4, RIGHT, TOP - 4, 0.4)
    y = TOP - 2
    for line in lines:
        if line.group:
            page.text(LEFT, y + GROUP / 2 + 0.6, line.group, Face.BOLD, 11.0)
        else:
            _row(page, line, y)
        y += line.high
        page.line(LEFT, y, RIGHT, y, 0.3 if line.group else 0.12)


def _row(page: Page, line: Line, y: float) -> None:
    middle = y + ROW / 2
    page.rect(LEFT, middle - BOX / 2, BOX, BOX, 0.25)
    pairs = ((line.name, line.beneath), (line.what, line.why), (line.who, ""), tuple(line.when.partition("\n")[::2]))
    for (left, wide), (first, second) in zip(_COLUMNS, pairs, strict=True):
        if second:
            page.box(first, left, y + 0.4, wide, ROW / 2, Face.SANS, 10.5, min_pt=6.5)
            page.box(second, left, y + ROW / 2 - 0.2, wide, ROW / 2 - 0.6, Face.SANS, 7.5, min_pt=5.0, colour=GREY)
        else:
            page.box(first, left, y, wide, ROW, Face.SANS, 10.5, min_pt=6.5)
    if line.number:
        page.number(RIGHT, middle, line.number, 11.0, RIGHT - 160.0)
