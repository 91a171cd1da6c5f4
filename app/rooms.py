"""The home and its rooms: what each has to be, when it is to be open, what was opened and what was not (REQ 10.16, 17).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.periods import holds
from app.schooldays import SchoolDays
from app.termdays import Term

HOME, MUSIC, SPORT, ART, READING, TALK, OTHER = KINDS = ("home", "music", "sport", "art", "reading", "talk", "other")
"""留守儿童之家, 音乐活动室, 体育活动室, 美术活动室, 图书阅览室, 谈心室, and whatever a county calls its own."""
LEAST_AREA = 20.0
"""m², REQ 10.17."""
HOLIDAYS = 7
"""`Hours.weekday` of every day of the holidays."""
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when a room is open on a weekday (0 = Monday, 7 = each day of the holidays), in a period
    [from_day, until_day)."""

    id: int
    room_id: int
    weekday: int
    from_time: str
    """HH:MM."""
    until_time: str = ""
    from_day: date = date.min
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the home. Yes/no facts are None as long as nobody looked."""

    id: int
    name: str
    kind: str = OTHER
    place: str = ""
    area_m2: float | None = None
    classroom: bool | None = None
    """Whether lessons are held in it, which they must not be."""
    safe: bool | None = None
    sign: bool | None = None
    rules_posted: bool | None = None
    rules: str = ""
    """What hangs on its wall."""
    keeper_id: int | None = None
    position: int = 0
    note: str = ""
    closed_on: date | None = None
    """From that day on it is a room of the home no more."""
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """A room was open (or, with `closed_why`, should have been and was not)."""

    id: int
    room_id: int
    day: date
    from_time: str = ""
    until_time: str = ""
    staff_id: int | None = None
    how_many: int | None = None
    what: str = ""
    closed_why: str = ""
    note: str = ""
    children: tuple[int, ...] = ()
    """Ids of the children who came, where they were written down."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one of the ten points of a safety check found; open until it is mended (REQ 8.2)."""

    id: int
    check_id: int
    point: int
    what: str = ""
    measure: str = ""
    mended_on: date | None = None
    mended_by: str = ""


@dataclass(frozen=True, slots=True)
class SafetyCheck:
    """A round through the ten points; a point without a finding was in order."""

    id: int
    room_id: int
    day: date
    staff_id: int | None = None
    note: str = ""
    opening_id: int | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmended:
    """What a check found in a room and nobody has put right yet."""

    room: Room
    check: SafetyCheck
    finding: Finding


def unmended(rooms: Iterable[Room], checks: Iterable[SafetyCheck]) -> list[Unmended]:
    """All of it in these rooms, in the order of the checks."""
    here = {one.id: one for one in rooms}
    return [
        Unmended(here[check.room_id], check, finding)
        for check in checks if check.room_id in here
        for finding in check.findings if finding.mended_on is None
    ]  # fmt: skip


def gaps(room: Room) -> list[str]:
    """What the room lacks against the standard, or what nobody has looked at: keys that `ui` words.

    area_unknown, small, classroom_unknown, classroom, safe_unknown, unsafe, sign_unknown, no_sign, no_keeper,
    rules_unknown, no_rules, no_hours.
    """
    found = []
    if room.area_m2 is None:
        found.append("area_unknown")
    elif room.area_m2 < LEAST_AREA:
        found.append("small")
    for said, wrong, unknown, bad in (
        (room.classroom, True, "classroom_unknown", "classroom"), (room.safe, False, "safe_unknown", "unsafe"),
        (room.sign, False, "sign_unknown", "no_sign"), (room.rules_posted, False, "rules_unknown", "no_rules"),
    ):  # fmt: skip
        if said is None:
            found.append(unknown)
        elif said is wrong:
            found.append(bad)
    if room.keeper_id is None:
        found.append("no_keeper")
    if not room.hours:
        found.append("no_hours")
    return found


def rooms_on(rooms: Iterable[Room], day: date) -> list[Room]:
    """The rooms there are that day, in their order."""
    return sorted((one for one in rooms if one.closed_on is None or day < one.closed_on), key=lambda one: one.position)


def hours_on(room: Room, day: date, terms: Iterable[Term], calendar: SchoolDays) -> list[Hours]:
    """When the room is to be open that day: by the weekday on a school day of a term, by the hours of the holidays on
    a day outside of the terms, not at all on a day off within one. A made-up day keeps the hours of its own weekday.
    """
    in_term = any(term.from_day <= day <= term.until_day for term in terms)
    if in_term and not calendar.is_school_day(day):
        return []
    weekday = day.weekday() if in_term else HOLIDAYS
    found = [one for one in room.hours if one.weekday == weekday and holds(one, day)]
    return sorted(found, key=lambda one: one.from_time)


@dataclass(frozen=True, slots=True)
class Due:
    """An opening that the hours ask for, with what was written of it; `opening` None = nothing yet."""

    room: Room
    day: date
    hours: Hours
    opening: Opening | None = None

    @property
    def is_missing(self) -> bool:
        """Nothing was written of it: neither that the room was open nor why it was not."""
        return self.opening is None


def due_openings(
    room: Room, first: date, last: date, terms: Sequence[Term], calendar: SchoolDays, openings: Iterable[Opening]
) -> Iterator[Due]:
    """What the hours ask of the room from `first` to `last`, in order; an opening is taken for the hours it begins
    with, one without a time or at another time for the first of its day that is left."""
    written: dict[date, list[Opening]] = {}
    for one in openings:
        if one.room_id == room.id:
            written.setdefault(one.day, []).append(one)
    day = first
    while day <= last:
        left = written.get(day, [])
        asked = hours_on(room, day, terms, calendar)
        exact = {hours.id: next((one for one in left if one.from_time == hours.from_time), None) for hours in asked}
        others = [one for one in left if one not in exact.values()]
        for hours in asked:
            found = exact[hours.id] or (others.pop(0) if others else None)
            yield Due(room, day, hours, found)
        day += ONE
