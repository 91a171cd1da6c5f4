"""How calls (or talks, visits) went week by week: one mark per child and week, the same in every list (look.md §5)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.care import REACHED, CareRecord
from app.schooldays import SchoolDays

VIDEO, VOICE, MISSED, RUN, HOLIDAY, NONE = MARKS = ("video", "voice", "missed", "run", "holiday", "none")
"""Talked by video · talked otherwise · tried and nobody answered · that for two weeks or more up to now · no school ·
nothing written down."""
VIDEO_MEDIUM, VOICE_MEDIUM, FACE_MEDIUM = "视频", "电话", "当面"
"""What `CareRecord.medium` says of a call."""
CALLS = ("family_call", "parent_contact", "carer_contact", "hotline")
"""Kinds of which it matters by which medium; all others are simply done, which looks like VIDEO."""
SUNDAY = timedelta(days=6)
LONG = 2
"""Weeks without an answer that make a run."""


def mondays_before(monday: date, count: int) -> list[date]:
    """The Mondays of the weeks before that one, the oldest first."""
    return [monday - timedelta(days=7 * step) for step in range(count, 0, -1)]


def week_marks(
    records: Iterable[CareRecord], mondays: Sequence[date], calendar: SchoolDays
) -> dict[int, tuple[str, ...]]:
    """One of MARKS per child that occurs in the records, for each of these weeks in order. Hand it the records of the
    kinds that shall count; `blank_weeks` has the marks of a child that does not occur."""
    blank = blank_weeks(mondays, calendar)
    place = {monday: number for number, monday in enumerate(mondays)}
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for record in records:
        week = place.get(record.day - timedelta(days=record.day.weekday()))
        if week is not None:
            for person in record.participants:
                mine = found[person.child_id]
                mine[week] = _better(mine.get(week, NONE), _mark(record))
    return {
        child: _with_run([mine.get(week, mark) for week, mark in enumerate(blank)]) for child, mine in found.items()
    }


def blank_weeks(mondays: Sequence[date], calendar: SchoolDays) -> tuple[str, ...]:
    """The marks of a child of whom nothing is written down."""
    return tuple(NONE if calendar.between(monday, monday + SUNDAY) else HOLIDAY for monday in mondays)


def _mark(record: CareRecord) -> str:
    if record.outcome != REACHED:
        return MISSED
    return VIDEO if record.medium == VIDEO_MEDIUM or record.kind not in CALLS else VOICE


def _better(one: str, other: str) -> str:
    """A week in which a call was answered is one, however often it was tried."""
    return min(one, other, key=MARKS.index)


def _with_run(marks: list[str]) -> tuple[str, ...]:
    """The unanswered weeks up to the last in which anything was tried; weeks without school do not break them."""
    run: list[int] = []
    for week in range(len(marks) - 1, -1, -1):
        if marks[week] == MISSED:
            run.append(week)
        elif marks[week] != HOLIDAY and not (marks[week] == NONE and not run):
            break
    if len(run) >= LONG:
        for week in run:
            marks[week] = RUN
    return tuple(marks)
