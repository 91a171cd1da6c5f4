"""The weeks of a term that one may key into: numbered as on the wall calendar, those without school left out."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.school import Snapshot
from app.schooldays import SchoolDays
from app.termdays import Term
from app.terms import with_assumed
from app.windows import Window, school_weeks


@dataclass(frozen=True, slots=True)
class Week:
    """第 13 周: a week of a term with a school day in it."""

    number: int
    window: Window
    term: Term

    @property
    def monday(self) -> date:
        """Its first day."""
        return self.window.from_day


def week_number(term: Term, day: date) -> int:
    """The how-manieth week of the term that day lies in; weeks of holidays are counted too."""
    first = term.from_day - timedelta(days=term.from_day.weekday())
    return (day - first).days // 7 + 1


def all_weeks(term: Term) -> list[date]:
    """The Mondays of all its weeks, those of holidays too."""
    first = term.from_day - _to_monday(term.from_day)
    return [first + timedelta(days=7 * step) for step in range(week_number(term, term.until_day))]


def weeks_until(snapshot: Snapshot, day: date) -> list[Week]:
    """The weeks of the running term up to the one of that day, the newest first; in the holidays those of the term that
    ended last."""
    begun = [term for term in with_assumed(snapshot.terms, day) if term.from_day - _to_monday(term.from_day) <= day]
    if not begun:
        return []
    term = begun[-1]
    found = [
        Week(week_number(term, window.from_day), window, term)
        for window in school_weeks(term, SchoolDays(snapshot.calendar))
        if window.from_day <= day
    ]
    return found[::-1]


def _to_monday(day: date) -> timedelta:
    return timedelta(days=day.weekday())
