"""活动安排 on A4: the term's activities by weeks for the wall; it names no child, whatever a theme says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.activities import FAILED, Held
from app.care import WORK_MEETING
from app.children import Child
from app.classnames import class_order
from app.enrolment import name_on
from app.school import Snapshot
from app.school_weeks import week_number
from app.terms import term_title
from ui import activity_words as words
from ui.care_words import kind_word
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.sharing import lowered, saved
from ui.paper.type import Face

LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 44.0, 274.0
HEAD, LOW, HIGH = 9.0, 9.0, 13.0
COLUMNS = ((LEFT, 14.0), (LEFT + 14, 38.0), (LEFT + 52, 66.0), (LEFT + 118, 24.0), (LEFT + 142, 36.0))


@dataclass(frozen=True, slots=True)
class WallJob:
    """A term's activities; it is about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    code: str
    held: Sequence[Held] = field(default=())


@dataclass(frozen=True, slots=True)
class Line:
    """One activity of one or several classes."""

    week: str
    day: date
    time: str
    what: str
    where: str
    whose: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivityWall", text)


def wall_lines(job: WallJob) -> list[Line]:
    """The activities in order of time; the same of several classes on a day is one line. Work meetings and what came to
    nothing do not hang on the wall."""
    names = frozenset(child.name for child in job.snapshot.children.values() if len(child.name) > 1)
    shown = [one for one in job.held if one.state != FAILED and one.record.kind != WORK_MEETING]
    shown.sort(key=lambda one: (one.record.day, one.record.from_time, _what(one, names), one.record.id))
    found = []
    same_time = groupby(shown, key=lambda one: (one.record.day, one.record.from_time, _what(one, names)))
    for (day, time, what), group in same_time:
        same = list(group)
        classes = _classes(job, same)
        where = dict.fromkeys(_hidden(one.record.place, names) for one in same)
        found.append(Line(_week(job, day), day, time, what, _tr("、").join(one for one in where if one),
                          _tr("、").join(classes) or _tr("全校")))  # fmt: skip
    return found


def _classes(job: WallJob, same: Iterable[Held]) -> list[str]:
    """The classes of these in their order."""
    ids = {one.record.class_id for one in same}
    found = [one for one in job.snapshot.classes if one.id in ids]
    found.sort(key=lambda one: class_order(one.stage, one.entry_year, one.number))
    return [name_on(one, job.day, job.snapshot.school.system) for one in found]


def _what(held: Held, names: Iterable[str]) -> str:
    """The theme, or where that names a child the kind."""
    return _hidden(held.theme, names) or kind_word(held.record.kind)


def _hidden(said: str, names: Iterable[str]) -> str:
    return "" if any(name in said for name in names) else said


def _week(job: WallJob, day: date) -> str:
    term = next((one for one in job.snapshot.terms if one.code == job.code), None)
    if term is None or not term.from_day <= day <= term.until_day:
        return ""
    return str(week_number(term, day))


def wall_paper(job: WallJob) -> Paper:
    """As many sheets as there are lines for; none if there is nothing."""
    lines = wall_lines(job)
    rows = [_row(one, one.week if place == 0 or lines[place - 1].week != one.week else "")
            for place, one in enumerate(lines)]  # fmt: skip
    shared = saved(lambda factor: _share(lowered(rows, factor)))
    count = len(shared)
    painted = [partial(_paint, job=job, rows=found, place=(number, count)) for number, found in enumerate(shared, 1)]
    return Paper(_tr("活动安排"), painted, len(lines), [frozenset[int]()] * len(painted))


def _share(rows: Sequence[Row]) -> list[list[Row]]:
    shared: list[list[Row]] = []
    room = 0.0
    for row in rows:
        if not shared or row.needed() > room + 0.01:
            shared.append([])
            room = BOTTOM - TOP - HEAD
        shared[-1].append(row)
        room -= row.needed()
    return shared


def _row(line: Line, week: str) -> Row:
    when = _tr("{0}月{1}日 周{2} {3}").format(
        line.day.month, line.day.day, words.WEEKDAYS[line.day.weekday()], line.time).strip()
    values = (week, when, line.what, line.where, line.whose)
    cells = [
        Filled(x, wide, value, Face.KAI if place > 1 else Face.SANS, 12.5 if place > 1 else 11.0,
               align="left" if place == 2 else "center")
        for place, ((x, wide), value) in enumerate(zip(COLUMNS, values, strict=True))
    ]  # fmt: skip
    return Row(LOW, cells)


def _paint(page: Page, job: WallJob, rows: Sequence[Row], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 11.0, RIGHT - LEFT, 9.0, Face.SONG, 17.0, min_pt=10.0, align="center")
    page.text(middle, 29.0, _tr("{0}活动安排").format(term_title(job.code)), Face.SONG, 22.0, "center")
    titles = (_tr("周次"), _tr("哪天"), _tr("活动"), _tr("地点"), _tr("谁参加"))
    for (x, wide), word in zip(COLUMNS, titles, strict=True):
        Words(x, wide, word, 11.0).paint(page, TOP, HEAD)
    y, tall = TOP + HEAD, sum(row.needed() for row in rows)
    spare = max(0.0, min((HIGH - LOW) * len(rows), BOTTOM - TOP - HEAD - tall)) / len(rows)
    for row in rows:
        page.line(LEFT, y, RIGHT, y, 0.35 if row is rows[0] else 0.2)
        row.paint(page, y, row.needed() + spare)
        y += row.needed() + spare
    for x, _wide in COLUMNS[1:]:
        page.line(x, TOP, x, y, 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    if place[1] > 1:
        page.text(middle, 284.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
