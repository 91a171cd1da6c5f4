"""When a child is owed care: while it is a pupil and left-behind by the register's meaning.

Some rules concern it only while a help plan is in force (REQ 9.2).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from app.children import Child, Enrolment
from app.classes import SchoolClass
from app.enrolment import class_on, ends_on
from app.pairing import HelpPlan, Pairing
from app.periods import Period, months_later
from app.status import NONE, register_status
from app.whereabouts import MONTHS_AWAY

Stretch = tuple[date, date]
"""From the first day to the last, both included."""
ONE = timedelta(days=1)


def scope_of(
    child: Child, classes: Mapping[int, SchoolClass], first: date, last: date, system: str = "六三"
) -> tuple[Stretch, ...]:
    """The stretches between `first` and `last` in which rules concern this child, in order."""
    if not any(_reaches(one, classes, first, last, system) for one in child.enrolments):
        return ()  # after ten years most children have left
    turns = sorted({first, *_turns(child, classes, first, last, system)})
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


def _reaches(
    enrolment: Enrolment, classes: Mapping[int, SchoolClass], first: date, last: date, system: str
) -> bool:  # fmt: skip
    """Whether it holds on some day of the stretch."""
    if enrolment.from_day > last or (enrolment.until_day is not None and enrolment.until_day <= first):
        return False
    school_class = classes.get(enrolment.class_id)
    return school_class is not None and ends_on(school_class, system) > first


def _turns(
    child: Child, classes: Mapping[int, SchoolClass], first: date, last: date, system: str
) -> Iterator[date]:
    """Every day after the first on which what is known of the child may begin to say something else."""
    for claim in child.claims:
        if first < claim.from_day <= last:
            yield claim.from_day
    for enrolment in child.enrolments:
        yield from _ends(enrolment, first, last)
        school_class = classes.get(enrolment.class_id)
        if school_class is not None and first < (day := ends_on(school_class, system)) <= last:
            yield day
    for override in child.overrides:
        yield from _ends(override, first, last)
    for kin in child.kin:
        for where in kin.whereabouts:
            yield from _ends(where, first, last)
            if where.from_day is not None and where.from_day <= last:
                day = months_later(where.from_day, MONTHS_AWAY)
                if first < day <= last:
                    yield day


def _ends(period: Period, first: date, last: date) -> Iterator[date]:
    begin, end = period.from_day, period.until_day
    if begin is not None and first < begin <= last:
        yield begin
    if end is not None and first < end <= last:
        yield end
