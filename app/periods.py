"""Half-open periods [from_day, until_day): whether one holds on a day, and the calendar arithmetic they need."""

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Period(Protocol):
    """Anything with a from-day (None = since ever) and an until-day (None = still)."""

    @property
    def from_day(self) -> date | None: ...
    @property
    def until_day(self) -> date | None: ...


P = TypeVar("P", bound=Period)


def holds(period: Period, day: date) -> bool:
    """Whether the period covers that day; its until-day is the first day no longer covered."""
    start, end = period.from_day, period.until_day
    return (start is None or start <= day) and (end is None or day < end)


def latest(periods: Iterable[P], day: date) -> P | None:
    """The period that holds on that day; of several the one that began last (a later row beats an equal one)."""
    found: P | None = None
    for period in periods:
        if holds(period, day) and (found is None or (period.from_day or date.min) >= (found.from_day or date.min)):
            found = period
    return found


Span = tuple[date | None, date | None]
"""(from, until) of a period."""


def minus(period: Period, taken: Iterable[Period]) -> list[Span]:
    """What is left of a period where others have taken their days; whole days only, in order."""
    left: list[Span] = [(period.from_day, period.until_day)]
    for other in taken:
        start, end = other.from_day or date.min, other.until_day or date.max
        if start >= end:
            continue
        rest: list[Span] = []
        for first, last in left:
            if (last or date.max) <= start or (first or date.min) >= end:
                rest.append((first, last))
                continue
            if (first or date.min) < start:
                rest.append((first, start))
            if end < (last or date.max):
                rest.append((end, last))
        left = rest
    return left


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months on; the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
