"""When a child is owed care: while it is a pupil and left-behind by the register's meaning.

Some rules concern it only while a help plan is in force (REQ 9.2).
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.children import Child
from app.classes import SchoolClass
from app.enrolment import class_on, ends_on
from app.pairing import HelpPlan, Pairing
from app.periods import months_later
from app.status import NONE, register_status
from app.whereabouts import MONTHS_AWAY

Stretch = tuple[date, date]
"""From the first day to the last, both included."""
ONE = timedelta(days=1)


def scope_of(
    child: Child, classes: Mapping[int, SchoolClass], first: date, last: date, system: str = "六三"
) -> tuple[Stretch, ...]:
    """The stretches between `first` and `last` in which rules concern this child, in order."""
    turns = sorted({first, *(day for day in _turns(child, classes, system) if first < day <= last)})
    found: list[Stretch] = []
    for place, day in enumerate(turns):
        if class_on(child, classes, day, system) is None or register_status(child, day).status == NONE:
            continue
        end = turns[place + 1] - ONE if place + 1 < len(turns) else last
        if found and found[-1][1] == day - ONE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((day, end))
    return tuple(found)


def planned(plans: Iterable[HelpPlan], pairings: Iterable[Pairing]) -> dict[int, tuple[Stretch, ...]]:
    """By child, the stretches in which one of its pairs has a help plan: a plan ends with its pair."""
    pairs = {one.id: one for one in pairings}
    found: dict[int, list[Stretch]] = {}
    for plan in plans:
        pair = pairs.get(plan.pairing_id)
        if pair is None:
            continue
        first = max(plan.from_day, pair.from_day)
        last = min(plan.until_day or date.max, pair.until_day or date.max)
        if first < last:
            found.setdefault(pair.child_id, []).append((first, last if last == date.max else last - ONE))
    return {child_id: _joined(stretches) for child_id, stretches in found.items()}


def within(scope: Iterable[Stretch], others: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The days that lie in both, in order."""
    both = [(max(a, c), min(b, d)) for a, b in scope for c, d in others]
    return tuple(sorted((first, last) for first, last in both if first <= last))


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The same days without overlaps."""
    found: list[Stretch] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def _turns(child: Child, classes: Mapping[int, SchoolClass], system: str) -> set[date]:
    """Every day on which what is known of the child may begin to say something else."""
    days: set[date | None] = {claim.from_day for claim in child.claims}
    for one in child.overrides:
        days |= {one.from_day, one.until_day}
    for enrolment in child.enrolments:
        days |= {enrolment.from_day, enrolment.until_day}
        if enrolment.class_id in classes:
            days.add(ends_on(classes[enrolment.class_id], system))
    for kin in child.kin:
        for where in kin.whereabouts:
            days |= {where.from_day, where.until_day}
            if where.from_day is not None:
                days.add(months_later(where.from_day, MONTHS_AWAY))
    return {day for day in days if day is not None}
