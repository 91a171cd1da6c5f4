"""Windows: every school day of a term lies in exactly one of each series, whatever the calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.schooldays import SchoolDays, by_law, new_year_by_moon, public_days
from app.termdays import CalendarDay, Term
from app.terms import assumed_term
from app.windows import FORTNIGHT, MONTH, SPANS, THIRD, WEEK, YEAR, Window, school_year_window, windows
from resources import tables

AUTUMN = assumed_term(2026, 1)
PLAIN = SchoolDays()
ONE = timedelta(days=1)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Term, SchoolDays]:
    """A term of up to half a year with any holidays, snow days and made-up days in it."""
    start = draw(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
    length = draw(st.integers(0, 170))
    places = draw(st.dictionaries(st.integers(0, length), st.sampled_from(["off", "work"]), max_size=60))
    weeks_off = draw(st.lists(st.integers(0, length), max_size=4))
    own = {start + ONE * place: kind for place, kind in places.items()}
    own |= {start + ONE * (place + step): "off" for place in weeks_off for step in range(9)}
    entries = [CalendarDay(number, day, kind) for number, (day, kind) in enumerate(own.items(), 1)]
    return Term(1, "2026-1", start, start + ONE * length), SchoolDays(entries)


@pytest.mark.parametrize("span", [span for span in SPANS if span != YEAR])
@given(case=calendars())
def test_every_school_day_lies_in_exactly_one_window_of_a_series(span: str, case: tuple[Term, SchoolDays]) -> None:
    term, calendar = case
    found = windows(span, term, calendar)
    days = [day for window in found for day in window.days]
    assert days == list(calendar.between(term.from_day, term.until_day))
    for before, after in pairwise(found):
        assert before.until_day < after.from_day
    for window in found:
        assert window.days and all(window.covers(day) for day in window.days)


@given(calendars())
def test_no_window_lies_in_a_holiday_and_none_is_too_short(case: tuple[Term, SchoolDays]) -> None:
    term, calendar = case
    weeks = windows(WEEK, term, calendar)
    assert all((window.from_day.weekday(), window.until_day.weekday()) == (0, 6) for window in weeks)
    pairs = windows(FORTNIGHT, term, calendar)
    assert len(pairs) == max(min(1, len(weeks)), len(weeks) // 2)
    months = windows(MONTH, term, calendar)
    assert len(months) <= 1 or all(len(month.days) >= 5 for month in months)
    assert len(windows(THIRD, term, calendar)) == min(3, len(weeks))


def span_words(found: list[Window]) -> list[str]:
    return [f"{one.from_day:%m%d}-{one.until_day:%m%d}" for one in found]


def test_the_autumn_of_2026() -> None:
    weeks = windows(WEEK, AUTUMN, PLAIN)
    assert len(weeks) == 20
    assert span_words(weeks)[:6] == ["0831-0906", "0907-0913", "0914-0920", "0921-0927", "0928-1004", "1005-1011"]
    assert [day.isoformat() for day in weeks[2].days][-1] == "2026-09-20"
    assert [day.isoformat() for day in weeks[3].days] == ["2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24"]
    assert [day.day for day in weeks[5].days] == [8, 9, 10]
    assert span_words(windows(FORTNIGHT, AUTUMN, PLAIN))[:3] == ["0831-0913", "0914-0927", "0928-1011"]
    assert span_words(windows(MONTH, AUTUMN, PLAIN)) == ["0901-0930", "1001-1031", "1101-1130", "1201-1231", "0101-0115"]
    assert span_words(windows(THIRD, AUTUMN, PLAIN)) == ["0901-1018", "1019-1206", "1207-0115"]


def test_a_stub_of_a_month_joins_its_neighbour_in_the_term() -> None:
    spring = Term(1, "2026-2", date(2027, 2, 25), date(2027, 7, 2))
    assert span_words(windows(MONTH, spring, PLAIN)) == ["0225-0331", "0401-0430", "0501-0531", "0601-0702"]


def test_an_odd_last_week_joins_the_fortnight_before() -> None:
    term = Term(1, "2026-1", date(2026, 11, 2), date(2026, 11, 20))
    assert span_words(windows(FORTNIGHT, term, PLAIN)) == ["1102-1122"]


def test_thirds_have_dates_of_their_own_where_the_school_sets_them() -> None:
    term = Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15), True, date(2026, 10, 26), date(2026, 12, 21))
    assert span_words(windows(THIRD, term, PLAIN)) == ["0901-1025", "1026-1220", "1221-0115"]


def test_a_school_year_is_one_window() -> None:
    whole = school_year_window([AUTUMN, assumed_term(2026, 2)], PLAIN)
    assert whole is not None
    assert (whole.from_day, whole.until_day) == (date(2026, 9, 1), date(2027, 7, 2))
    assert date(2027, 2, 3) not in whole.days and whole.covers(date(2027, 2, 3))


def test_public_days_of_a_noticed_year_and_by_law_of_others() -> None:
    assert public_days(2026)[date(2026, 10, 10)] == "work"
    by_law = public_days(2027)
    assert {date(2027, 1, 1), date(2027, 2, 5), date(2027, 2, 6), date(2027, 4, 5), date(2027, 5, 2)} <= by_law.keys()
    assert set(by_law.values()) == {"off"}
    assert not PLAIN.is_school_day(date(2027, 1, 1)) and PLAIN.is_school_day(date(2026, 9, 20))


def test_what_the_office_enters_beats_the_public_calendar() -> None:
    own = SchoolDays([CalendarDay(1, date(2026, 10, 10), "off"), CalendarDay(2, date(2026, 11, 28), "work")])
    assert not own.is_school_day(date(2026, 10, 10)) and own.is_school_day(date(2026, 11, 28))


def test_the_table_of_days_by_law_is_what_the_lunar_calendar_says() -> None:
    assert set(public_days(2033)) == set(by_law(2033))
    assert [(row["date"], row["name"]) for row in tables.rows("law_days.csv")] == [
        (day.isoformat(), name) for year in range(2020, 2051) for day, name in by_law(year).items()
    ]
    assert new_year_by_moon(2027) == date(2027, 2, 6) and new_year_by_moon(2051) is None
