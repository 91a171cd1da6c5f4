"""The same items of a day, put together by when, by who owes them, or by child; and cut down to what is looked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.today import BIRTHDAY, DONE, EVENT, HOME, LATE, LATER, NOW, PAPER, WEEK, Item, Plan

BY_TIME, BY_STAFF, BY_CHILD = BYS = ("time", "staff", "child")
ALL, MISSED, TO_DO, DID, AHEAD = PARTS = ("all", "missed", "to_do", "did", "later")
"""What is listed: the day's page; of a day what was missed, is to do, was done; what is due after this week."""
PAGE = (LATE, NOW, EVENT, WEEK, BIRTHDAY, PAPER, HOME, DONE)
"""The groups of the page by time, in order; of what was done, only today's."""


@dataclass(frozen=True, slots=True)
class View:
    """What a person chose to see. `day` None = the page of today."""

    by: str = BY_TIME
    part: str = ALL
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Items under one heading: `key` is one of `app.today.WHENS`, a staff id (0 = nobody in particular), or
    ("child", id), ("class", id), ("school", 0)."""

    key: str | int | tuple[str, int]
    items: tuple[Item, ...]


def listed(plan: Plan, view: View) -> list[Item]:
    """Every item of what is listed, in the order of time."""
    if view.part == AHEAD:
        return plan.of(LATER)
    if view.day is None:
        return [one for when in PAGE for one in (plan.done_today if when == DONE else plan.of(when))]
    missed, to_do, done = plan.on(view.day)
    wanted = {MISSED: (missed,), TO_DO: (to_do,), DID: (done,)}.get(view.part, (missed, to_do, done))
    return [one for part in wanted for one in part]


def sections(items: Sequence[Item], by: str = BY_TIME) -> list[Section]:
    """The same items under headings; who has the most pressing one comes first, nobody in particular last."""
    found: dict[str | int | tuple[str, int], list[Item]] = {}
    for one in items:
        found.setdefault(_key(one, by), []).append(one)
    if by == BY_STAFF and 0 in found:
        found[0] = found.pop(0)
    return [Section(key, tuple(group)) for key, group in found.items()]


def _key(one: Item, by: str) -> str | int | tuple[str, int]:
    if by == BY_TIME:
        return one.when
    if by == BY_STAFF:
        return one.owed_by or 0
    if one.child_id is not None:
        return "child", one.child_id
    return ("class", one.class_id) if one.class_id is not None else ("school", 0)


def only(items: Iterable[Item], children: frozenset[int], staff: frozenset[int]) -> list[Item]:
    """Those of these children, or owed by these members of staff."""
    return [one for one in items if one.child_id in children or one.owed_by in staff]
