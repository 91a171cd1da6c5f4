"""The windows in which care is owed: weeks, fortnights, months, thirds, terms and school years (rules.md, What is due).

Every school day of a term lies in exactly one window of each series; time without school days has no windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.schooldays import SchoolDays
from app.termdays import Term

WEEK, FORTNIGHT, MONTH, THIRD, TERM, YEAR = SPANS = ("week", "fortnight", "month", "third", "term", "year")
SHORT_MONTH = 5
"""School days; a month of the term with fewer joins its neighbour."""
ONE, SIX = timedelta(days=1), timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both included; a record on any of them counts."""

    from_day: date
    until_day: date
    days: tuple[date, ...]
    """Its school days, at least one."""

    @property
    def is_long(self) -> bool:
        """Longer than two weeks: a child owes it only if there for five of its school days instead of three."""
        return (self.until_day - self.from_day).days >= 14

    def covers(self, day: date) -> bool:
        """Whether the day lies in it, school day or not."""
        return self.from_day <= day <= self.until_day

    def joined(self, other: "Window") -> "Window":
        """This window and a later one as one; whatever lies between them counts as well."""
        return Window(self.from_day, other.until_day, self.days + other.days)


def windows(span: str, term: Term, calendar: SchoolDays) -> list[Window]:
    """The windows of one of SPANS but YEAR in a term, in order; none if the term has no school day."""
    weeks = school_weeks(term, calendar)
    if not weeks:
        return []
    if span == WEEK:
        return weeks
    if span == FORTNIGHT:
        return _fortnights(weeks)
    if span == MONTH:
        return _months(term, calendar)
    if span == THIRD:
        return _thirds(term, weeks)
    return [Window(term.from_day, term.until_day, calendar.between(term.from_day, term.until_day))]


def school_year_window(terms: Sequence[Term], calendar: SchoolDays) -> Window | None:
    """The one window of a school year, from the start of its first term to the end of its last."""
    days = tuple(day for term in terms for day in calendar.between(term.from_day, term.until_day))
    return Window(terms[0].from_day, terms[-1].until_day, days) if days else None


def school_weeks(term: Term, calendar: SchoolDays) -> list[Window]:
    """Monday to Sunday, each with a school day inside the term."""
    found: list[Window] = []
    monday = term.from_day - ONE * term.from_day.weekday()
    while monday <= term.until_day:
        first, last = max(monday, term.from_day), min(monday + SIX, term.until_day)
        if days := calendar.between(first, last):
            found.append(Window(monday, monday + SIX, days))
        monday += ONE * 7
    return found


def _fortnights(weeks: list[Window]) -> list[Window]:
    """Existing weeks in pairs from the term's first; an odd last one joins the window before."""
    pairs = [weeks[place].joined(weeks[place + 1]) for place in range(0, len(weeks) - 1, 2)]
    if len(weeks) % 2 and pairs:
        pairs[-1] = pairs[-1].joined(weeks[-1])
    return pairs or weeks


def _months(term: Term, calendar: SchoolDays) -> list[Window]:
    found: list[Window] = []
    first = term.from_day
    while first <= term.until_day:
        last = min(_month_end(first), term.until_day)
        found.append(Window(first, last, calendar.between(first, last)))
        first = last + ONE
    while len(found) > 1:
        short = next((place for place, one in enumerate(found) if len(one.days) < SHORT_MONTH), None)
        if short is None:
            break
        # The last month of a term joins the one before it, any other the one that follows.
        place = short - 1 if short == len(found) - 1 else short
        found[place : place + 2] = [found[place].joined(found[place + 1])]
    return [one for one in found if one.days]


def _month_end(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - ONE


def _thirds(term: Term, weeks: list[Window]) -> list[Window]:
    """期初, 期中, 期末: by the term's own dates, else by its weeks; where they do not divide, the first get more."""
    starts = [term.from_day, *(day for day in (term.second_from, term.third_from) if day)]
    if len(starts) < 3:
        each, more = divmod(len(weeks), 3)
        firsts = (each + (more > 0), 2 * each + more)
        starts = [term.from_day, *(weeks[place].from_day for place in firsts if 0 < place < len(weeks))]
    ends = [*(start - ONE for start in starts[1:]), term.until_day]
    days = [day for week in weeks for day in week.days]
    found = [
        Window(first, last, tuple(day for day in days if first <= day <= last))
        for first, last in zip(starts, ends, strict=True)
    ]
    return [one for one in found if one.days]
