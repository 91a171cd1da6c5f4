"""Which days are school days: the week, public holidays with their made-up days, and what the office entered."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from app import late
from app.termdays import CalendarDay
from resources import tables

OFF, WORK = "off", "work"
NEW_YEAR = "正月初一"
FRIDAY = 4
ONE = timedelta(days=1)


@cache
def public_days(year: int) -> Mapping[date, str]:
    """"off" or "work" for the days of that year which are not as their weekday says.

    Years whose notice is known come from resources/data/holidays.csv; other years have the days that the law itself
    names (全国年节及纪念日放假办法), without made-up days: those the office enters.
    """
    noticed = {
        date.fromisoformat(row["date"]): row["kind"]
        for row in tables.rows("holidays.csv")
        if row["date"].startswith(f"{year}-")
    }
    return noticed or dict.fromkeys(_in_table(year) or by_law(year), OFF)


def _in_table(year: int) -> list[date]:
    """`by_law` beforehand, for the lunar calendar takes 5 MB to ask."""
    return [day for day in _table() if day.year == year]


def new_year_by_moon(year: int) -> date | None:
    """The first day of the lunar year that begins in that year; None beyond the table."""
    return next((day for day in _in_table(year) if _table()[day] == NEW_YEAR), None)


@cache
def _table() -> Mapping[date, str]:
    return {date.fromisoformat(row["date"]): row["name"] for row in tables.rows("law_days.csv")}


def by_law(year: int) -> dict[date, str]:
    """The days that the law names in that year with their names, by the lunar calendar where it does."""
    library = late.load("lunar_python")

    def lunar(month: int, day: int) -> date:
        solar = library.Lunar.fromYmd(year, month, day).getSolar()
        return date(solar.getYear(), solar.getMonth(), solar.getDay())

    spring = lunar(1, 1)
    bright = library.Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"]
    found = {
        date(year, 1, 1): "元旦", spring - ONE: "除夕", spring: NEW_YEAR, spring + ONE: "春节",
        spring + ONE * 2: "春节", date(year, bright.getMonth(), bright.getDay()): "清明", date(year, 5, 1): "劳动节",
        date(year, 5, 2): "劳动节", lunar(5, 5): "端午", lunar(8, 15): "中秋",
    }  # fmt: skip
    return dict(sorted((found | {date(year, 10, day): "国庆节" for day in (1, 2, 3)}).items()))


class SchoolDays:
    """The school's own calendar: an entry of the office beats the public one, and that beats the weekday."""

    def __init__(self, own: Iterable[CalendarDay] = ()) -> None:
        self._own = {entry.day: entry.kind for entry in own}

    def is_school_day(self, day: date) -> bool:
        """Whether there is school that day, if it lies in a term."""
        kind = self._own.get(day) or public_days(day.year).get(day, "")
        return kind == WORK if kind else day.weekday() <= FRIDAY

    def between(self, first: date, last: date) -> tuple[date, ...]:
        """The school days from `first` to `last`, both included."""
        count = (last - first).days + 1
        return tuple(day for day in (first + ONE * step for step in range(count)) if self.is_school_day(day))


def how_many(days: Sequence[date], first: date, last: date) -> int:
    """How many of the ordered `days` lie from `first` to `last`, both included."""
    return max(0, bisect_right(days, last) - bisect_left(days, first))
