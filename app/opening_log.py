"""What the hours asked of each room in a term or holidays, and what was written of it.

Page, paper and command line count the same (REQ 10.16).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from app.home import Home
from app.rooms import Due, Opening, Room, due_openings, rooms_on
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.termdays import Term
from app.terms import assumed_term, split_code, with_assumed

NOTHING, HOLIDAY, OPEN, CLOSED, MISSING, TODAY, AHEAD = STATES = (
    "nothing", "holiday", "open", "closed", "missing", "today", "ahead",
)  # fmt: skip
"""A day of a room: not asked for; no school; was open; why it was not is written; nothing is written although the day
is over; still to be written today; not come yet."""
ONE, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY_TO_FRIDAY = 5
D = TypeVar("D", Due, Opening)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A term, or the holidays between two (`term` None); both days included."""

    first: date
    last: date
    term: Term | None = None

    def mondays(self) -> list[date]:
        """The first day of each of its weeks."""
        monday = self.first - ONE * self.first.weekday()
        return [monday + WEEK * step for step in range((self.last - monday).days // 7 + 1)]


def stretch_on(snapshot: Snapshot, day: date) -> Stretch | None:
    """The term or the holidays that day lies in; None before the first term the school knows."""
    terms = list(with_assumed(snapshot.terms, day))
    if not terms:
        return None
    if terms[-1].until_day < day:
        year, half = split_code(terms[-1].code)
        terms.append(assumed_term(*((year, 2) if half == 1 else (year + 1, 1))))
    for place, term in enumerate(terms):
        if term.from_day <= day <= term.until_day:
            return Stretch(term.from_day, term.until_day, term)
        if day < term.from_day:
            before = terms[place - 1].until_day + ONE if place else None
            return Stretch(before, term.from_day - ONE) if before is not None else None
    return None


@dataclass(frozen=True)
class RoomDay:
    """What was asked of a room on a day, and what is written of it."""

    day: date
    state: str
    dues: tuple[Due, ...] = ()
    openings: tuple[Opening, ...] = ()

    @property
    def came(self) -> int | None:
        """How many came in all; None where nobody counted."""
        counted = [one.how_many for one in self.openings if one.how_many is not None and not one.closed_why]
        return sum(counted) if counted else None


class RoomLog:
    """One room through a stretch."""

    def __init__(
        self, room: Room, stretch: Stretch, today: date, dues: Sequence[Due], openings: Sequence[Opening],
        calendar: SchoolDays,
    ) -> None:  # fmt: skip
        self.room, self.stretch, self.today = room, stretch, today
        self.dues, self.openings = tuple(dues), tuple(openings)
        self._calendar = calendar

    @cached_property
    def owed(self) -> list[Due]:
        """What had to be written by now: all before today, and today's as soon as it is written."""
        return [one for one in self.dues if one.day < self.today or (one.day == self.today and not one.is_missing)]

    @cached_property
    def missing(self) -> list[Due]:
        """该开没记: of which nothing is written although the day is over, the newest first."""
        return [one for one in self.owed if one.is_missing][::-1]

    @property
    def written(self) -> int:
        """How many of the owed are written: open, or why not."""
        return len(self.owed) - len(self.missing)

    @property
    def came(self) -> int:
        """人次 of the stretch."""
        return sum(one.how_many or 0 for one in self.openings if not one.closed_why)

    @cached_property
    def weekdays(self) -> list[int]:
        """The days of the week on which there is something; Monday to Friday where there is nothing."""
        found = {one.day.weekday() for one in self.dues} | {one.day.weekday() for one in self.openings}
        return sorted(found) or list(range(MONDAY_TO_FRIDAY))

    def on(self, day: date) -> RoomDay:
        """One day of it."""
        dues = tuple(self._dues_by_day.get(day, ()))
        openings = tuple(self._openings_by_day.get(day, ()))
        return RoomDay(day, self._state(day, dues, openings), dues, openings)

    def _state(self, day: date, dues: Sequence[Due], openings: Sequence[Opening]) -> str:
        lacks = any(one.is_missing for one in dues)
        if lacks and day < self.today:
            return MISSING
        if lacks and day == self.today:
            return TODAY
        if any(not one.closed_why for one in openings):
            return OPEN
        if openings:
            return CLOSED
        if lacks:
            return AHEAD
        inside = self.stretch.first <= day <= self.stretch.last
        off = self.stretch.term is not None and inside and not self._calendar.is_school_day(day)
        return HOLIDAY if off and day.weekday() < MONDAY_TO_FRIDAY else NOTHING

    @cached_property
    def _dues_by_day(self) -> dict[date, list[Due]]:
        return _by_day(self.dues)

    @cached_property
    def _openings_by_day(self) -> dict[date, list[Opening]]:
        return _by_day(self.openings)


class HomeLog:
    """All rooms through a stretch."""

    def __init__(self, snapshot: Snapshot, stretch: Stretch, today: date, openings: Iterable[Opening]) -> None:
        self.stretch, self.today = stretch, today
        calendar = SchoolDays(snapshot.calendar)
        begun = max(stretch.first, snapshot.school.started_on or stretch.first)
        written: dict[int, list[Opening]] = {}
        for one in openings:
            written.setdefault(one.room_id, []).append(one)
        there = rooms_on(snapshot.rooms, max(stretch.first, min(today, stretch.last)))
        terms = [stretch.term] if stretch.term is not None else []
        self.rooms = [
            RoomLog(room, stretch, today, _dues(room, begun, stretch.last, terms, calendar, written.get(room.id, ())),
                    written.get(room.id, ()), calendar)
            for room in there
        ]  # fmt: skip

    def of(self, room_id: int) -> RoomLog | None:
        """The log of that room."""
        return next((one for one in self.rooms if one.room.id == room_id), None)

    @property
    def owed(self) -> int:
        """Openings that had to be written by now."""
        return sum(len(one.owed) for one in self.rooms)

    @property
    def written(self) -> int:
        """Those that are."""
        return sum(one.written for one in self.rooms)

    @property
    def missing(self) -> list[Due]:
        """Those that are not, of all rooms, the newest first."""
        return sorted((due for one in self.rooms for due in one.missing), key=lambda due: due.day, reverse=True)


def home_log(snapshot: Snapshot, home: Home, stretch: Stretch, today: date) -> HomeLog:
    """Read what was written in a stretch and hold it against the hours."""
    return HomeLog(snapshot, stretch, today, home.openings(stretch.first, stretch.last))


def _dues(
    room: Room, first: date, last: date, terms: Sequence[Term], calendar: SchoolDays, openings: Iterable[Opening]
) -> list[Due]:
    ends = last if room.closed_on is None else min(last, room.closed_on - ONE)
    return list(due_openings(room, first, ends, terms, calendar, openings))


def _by_day(ones: Iterable[D]) -> dict[date, list[D]]:
    found: dict[date, list[D]] = {}
    for one in ones:
        found.setdefault(one.day, []).append(one)
    return found
