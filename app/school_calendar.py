"""A term as its calendar shows it, week by week: school days, holidays, made-up days, snow days, festivals, thirds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.breaks import public_names
from app.festivals import festivals
from app.schooldays import OFF, WORK, SchoolDays, public_days
from app.termdays import CalendarDay, Term
from app.windows import THIRD, WEEK, windows
from resources import tables

ONE, SUNDAY = timedelta(days=1), timedelta(days=6)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of a calendar."""

    day: date
    is_school: bool
    """Whether there is school."""
    kind: str = ""
    """OFF or WORK where it is not as its weekday says, else ""."""
    own: CalendarDay | None = None
    """What the office entered for it."""
    name: str = ""
    """What the holiday or made-up day is called."""
    festival: str = ""
    inside: bool = True
    """False before the term's first and after its last day."""
    third: int = 0
    """1–3 on the first school day of 期初, 期中, 期末."""

    @property
    def is_weekend(self) -> bool:
        """By its weekday alone."""
        return self.day.weekday() >= SATURDAY


@dataclass(frozen=True, slots=True)
class WeekShown:
    """Monday to Sunday. `number` counts the calendar weeks of the term from 1."""

    number: int
    days: tuple[DayShown, ...]

    @property
    def school_days(self) -> int:
        """How many days of it there is school."""
        return sum(one.is_school and one.inside for one in self.days)


def weeks_shown(term: Term, own: Iterable[CalendarDay]) -> list[WeekShown]:
    """Every week from the one with the term's first day to the one with its last."""
    entries = {entry.day: entry for entry in own}
    calendar = SchoolDays(entries.values())
    thirds = {window.days[0]: place for place, window in enumerate(windows(THIRD, term, calendar), 1)}
    monday = term.from_day - ONE * term.from_day.weekday()
    found: list[WeekShown] = []
    while monday <= term.until_day:
        days = tuple(_day(monday + ONE * step, term, entries, calendar, thirds) for step in range(7))
        found.append(WeekShown(len(found) + 1, days))
        monday += ONE * 7
    return found


def _day(
    day: date, term: Term, entries: Mapping[date, CalendarDay], calendar: SchoolDays, thirds: Mapping[date, int]
) -> DayShown:
    own = entries.get(day)
    kind = own.kind if own is not None else public_days(day.year).get(day, "")
    inside = term.from_day <= day <= term.until_day
    return DayShown(
        day, calendar.is_school_day(day), kind, own, name_of(day, own), festivals(day.year).get(day, ""), inside,
        thirds.get(day, 0) if inside else 0,
    )  # fmt: skip


def name_of(day: date, own: CalendarDay | None) -> str:
    """What a day off or made up is called; the office's own name before the public one."""
    if own is not None and own.name:
        return own.name
    if own is not None and public_days(day.year).get(day) != own.kind:
        return ""
    return public_names(day.year).get(day, "") if (own.kind if own else public_days(day.year).get(day)) == OFF else ""


def usual_kind(day: date) -> str:
    """OFF or WORK: what the day is without the office's entry."""
    return WORK if SchoolDays().is_school_day(day) else OFF


def is_published(year: int) -> bool:
    """Whether the notice with that year's holidays and made-up days is known to the program."""
    return any(row["date"].startswith(f"{year}-") for row in tables.rows("holidays.csv"))


def unpublished(terms: Iterable[Term]) -> list[int]:
    """The years of these terms of which only the holidays of the law are known."""
    years = {day.year for term in terms for day in (term.from_day, term.until_day)}
    return sorted(year for year in years if not is_published(year))


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a term is."""

    weeks: int
    """With at least one school day."""
    days: int


def extent(term: Term, own: Iterable[CalendarDay]) -> Extent:
    """School weeks and school days of the term."""
    calendar = SchoolDays(own)
    return Extent(len(windows(WEEK, term, calendar)), len(calendar.between(term.from_day, term.until_day)))


def third_starts(term: Term, own: Iterable[CalendarDay]) -> list[date]:
    """On which days 期初, 期中 and 期末 begin, entered or by the weeks."""
    return [window.from_day for window in windows(THIRD, term, SchoolDays(own))]
