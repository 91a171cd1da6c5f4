"""What an activity or meeting has more than a record of care: plan, materials, budget, contest, result, write-up.

REQ 1.1, 2.10, 3.9, 4.1, 4.5, 5.1, 7.1, 10.19. The record itself stays in the one ledger; its plan is not in the ledger
until it was held, so that what is only planned meets no rule.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple, Protocol

from app.care import REACHED, WORK_MEETING, CareRecord
from app.termdays import Term

KINDS = (
    "activity", "class_meeting", "lecture", "forum", "parents_meeting", "guardian_training", WORK_MEETING,
)  # fmt: skip
"""Kinds of record that are held and not done with one child alone."""
PLANNED, HELD, FAILED = STATES = ("planned", "held", "failed")


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the agenda."""

    id: int
    activity_id: int
    position: int
    at_time: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is needed, with who keeps it."""

    id: int
    activity_id: int
    position: int
    what: str
    count: str
    keeper: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Who takes part in a contest: a child, or somebody or a team by name."""

    id: int
    activity_id: int
    position: int
    contest_group: str
    child_id: int | None
    name: str
    piece: str
    score: str
    prize: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Hangs on the care record `record_id`."""

    id: int
    record_id: int
    theme: str = ""
    kind: str = ""
    """文体, 比赛, 参观 … as the school calls it."""
    organizer: str = ""
    host: str = ""
    organization: str = ""
    """Who came from outside (REQ 5.1)."""
    media: str = ""
    people: str = ""
    """Who was there besides children."""
    budget_fen: int | None = None
    spent_fen: int | None = None
    result: str = ""
    """What came out of it; of a working meeting, what was decided."""
    write_up: str = ""
    """The text that is published; of a working meeting, its minutes."""
    note: str = ""
    room_id: int | None = None
    planned: bool = False
    agenda: tuple[Step, ...] = field(default=())
    materials: tuple[Item, ...] = field(default=())
    entries: tuple[Entry, ...] = field(default=())


class Held(NamedTuple):
    """A record with what it has more; a record that somebody only logged has nothing."""

    record: CareRecord
    activity: Activity | None

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.activity is not None and self.activity.planned:
            return PLANNED
        return HELD if self.record.outcome == REACHED else FAILED

    @property
    def theme(self) -> str:
        """What it is called: its theme, else the beginning of what was written of it; "" = its kind has to do."""
        if self.activity is not None and self.activity.theme:
            return self.activity.theme
        return re.split(r"[，。；,;\n]", self.record.summary, maxsplit=1)[0]

    @property
    def over(self) -> int | None:
        """By how many fen more was spent than planned; None where one of the two was not written."""
        more = self.activity
        if more is None or more.budget_fen is None or more.spent_fen is None:
            return None
        return more.spent_fen - more.budget_fen


class Activities(Protocol):
    """The activities of an open store."""

    def between(self, first: date, last: date) -> list[Held]:
        """All of these days, both included, also those only planned, newest first; confidential words are left out."""

    def planned(self, first: date, last: date) -> list[Held]:
        """Those of these days of which is not said yet that they were held, newest first."""

    def of_record(self, record_id: int) -> Held | None:
        """One with all it has; None if the record is gone or is no activity."""


class Spent(NamedTuple):
    """Money of some activities, in fen."""

    budget: int
    spent: int


def spent(held: Iterable[Held]) -> Spent:
    """What was planned to be spent and what was."""
    known = [one.activity for one in held if one.activity is not None]
    return Spent(sum(one.budget_fen or 0 for one in known), sum(one.spent_fen or 0 for one in known))


def score_of(text: str) -> float | None:
    """The number that a score begins with (9.5, 92分, 8'12 counts as 8); None if there is none."""
    found = re.match(r"\s*(\d+(?:\.\d+)?)", text)
    return float(found[1]) if found else None


def places(scores: Sequence[tuple[str, str]]) -> list[int]:
    """The place of each (group, score) within its group, the highest score first; equal scores share a place and the
    next one is skipped. 0 = no score."""
    numbers = [(group, score_of(text)) for group, text in scores]
    found = [0] * len(scores)
    order = sorted((one for one in range(len(scores)) if numbers[one][1] is not None),
                   key=lambda one: (numbers[one][0], -(numbers[one][1] or 0.0)))  # fmt: skip
    for _group, ranked in groupby(order, key=lambda one: numbers[one][0]):
        before, place = None, 0
        for count, one in enumerate(ranked, 1):
            if numbers[one][1] != before:
                before, place = numbers[one][1], count
            found[one] = place
    return found


def days_of(terms: Sequence[Term], code: str) -> tuple[date, date]:
    """The days of a term with the holidays after it, up to the next one, so that nothing lies between two terms; what
    lies before all of them belongs to the first. Raises KeyError."""
    ordered = sorted(terms, key=lambda one: one.from_day)
    place = {one.code: number for number, one in enumerate(ordered)}[code]
    first = ordered[place].from_day if place else date.min
    last = ordered[place + 1].from_day - timedelta(days=1) if place + 1 < len(ordered) else date.max
    return first, last
