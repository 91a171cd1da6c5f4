"""Days off: whether a day is one, what it is called, and when school begins again (rules.md, What is due)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from app.festivals import festivals
from app.school import Snapshot
from app.schooldays import OFF, SchoolDays, public_days
from app.termdays import Term
from app.terms import assumed_term, split_code, term_around, with_assumed
from resources import tables

SUMMER, WINTER = "summer", "winter"
"""Between the terms."""
ONE = timedelta(days=1)
FARTHEST = 120
"""Days ahead in which school begins again, however long the break."""
BY_LAW = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""Festivals with days off of their own (全国年节及纪念日放假办法)."""


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch without school."""

    name: str
    """SUMMER, WINTER, a holiday's own (国庆节) or what the office wrote; "" = none."""
    back: date | None
    """The first school day after it; None where no term is known to follow."""

    @property
    def is_between_terms(self) -> bool:
        """Whether it is the long break, in which no term runs."""
        return self.name in (SUMMER, WINTER)


@cache
def public_names(year: int) -> Mapping[date, str]:
    """What the public days off of that year are called."""
    noticed = {
        date.fromisoformat(row["date"]): row["name"]
        for row in tables.rows("holidays.csv")
        if row["date"].startswith(f"{year}-") and row["kind"] == OFF
    }
    return noticed or {day: _by_law(day) for day, kind in public_days(year).items() if kind == OFF}


def _by_law(day: date) -> str:
    """The festival the law gives days for, which may begin the day before it and lasts up to four."""
    days = (day - ONE * step for step in (0, 1, 2, 3, -1))
    near = (festivals(one.year).get(one, "") for one in days)
    return next((name for name in near if name in BY_LAW), "")


def break_on(snapshot: Snapshot, day: date) -> Break | None:
    """The break that day lies in; None on a school day and on a plain weekend of the term."""
    calendar = SchoolDays(snapshot.calendar)
    if term_around(snapshot, day) is None:
        return Break(SUMMER if 6 <= day.month <= 9 else WINTER, _back(snapshot, calendar, day))
    if calendar.is_school_day(day):
        return None
    own = next((one for one in snapshot.calendar if one.day == day and one.kind == OFF), None)
    if own is None and public_days(day.year).get(day) != OFF:
        return None
    name = own.name if own is not None and own.name else public_names(day.year).get(day, "")
    return Break(name, _back(snapshot, calendar, day))


def _back(snapshot: Snapshot, calendar: SchoolDays, day: date) -> date | None:
    terms = _coming(snapshot, day)
    for step in range(1, FARTHEST):
        ahead = day + ONE * step
        if calendar.is_school_day(ahead) and any(term.from_day <= ahead <= term.until_day for term in terms):
            return ahead
    return None


def _coming(snapshot: Snapshot, day: date) -> list[Term]:
    """The terms the school knows, with the next one as the program assumes it."""
    known = with_assumed(snapshot.terms, day + timedelta(days=FARTHEST))
    if not known:
        return []
    year, half = split_code(known[-1].code)
    after = assumed_term(*((year, 2) if half == 1 else (year + 1, 1)))
    return [*known, after]
