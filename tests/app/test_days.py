"""Days in every spelling of the files, and what follows from a day."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import days
from app.sheets import Cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("20110101", "2011-01-01"),
        (20110101.0, "2011-01-01"),
        ("2010.06.01", "2010-06-01"),
        ("2010.6.1", "2010-06-01"),
        ("201409", "2014-09"),
        ("2011年1月1日", "2011-01-01"),
        ("2011年1月", "2011-01"),
        ("2011年", "2011"),
        ("2011-1-1", "2011-01-01"),
        ("2011/1/1 0:00:00", "2011-01-01"),
        ("２０１１年１月１日", "2011-01-01"),
        (40544, "2011-01-01"),
        ("40544", "2011-01-01"),
        (2017.12, "2017-12"),
        (2017.1, "2017"),
        ("2017.1", "2017-01"),
        ("2017", "2017"),
        (datetime(2011, 1, 1, 8), "2011-01-01"),
        (date(2011, 1, 1), "2011-01-01"),
        ("", ""),
        (None, ""),
        ("  ", ""),
        ("不详", None),
        ("2011-13-01", None),
        ("20110230", None),
        ("18110101", None),
    ],
)
def test_parse_day(cell: Cell, expected: str | None) -> None:
    assert days.parse_day(cell) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_survives_every_spelling(day: date) -> None:
    iso = day.isoformat()
    spellings = (
        iso,
        iso.replace("-", ""),
        iso.replace("-", "/"),
        f"{day.year}.{day.month}.{day.day}",
        days.on_paper(day),
        day,
    )
    assert {days.parse_day(spelling) for spelling in spellings} == {iso}


def test_vague_days() -> None:
    assert days.is_vaguer("2017-12", "2017-12-17")
    assert not days.is_vaguer("2017-12-17", "2017-12")
    assert days.agrees("2017", "2017-12-17")
    assert not days.agrees("2017-11", "2017-12-17")
    assert days.finer("2017", "2017-12") == "2017-12"
    assert days.finer("2016", "2017-12") == "2016"


@pytest.mark.parametrize(
    ("birth", "expected"),
    [("2010-11-24", 16), ("2010-11-25", 15), ("2010-10", 16), ("2010-11", 15), ("2009", 16), ("2010", 15), ("", None)],
)
def test_age_on(birth: str, expected: int | None) -> None:
    assert days.age_on(birth, date(2026, 11, 24)) == expected


def test_the_school_year_turns_on_the_first_of_september() -> None:
    assert days.school_year(date(2026, 8, 31)) == 2025
    assert days.school_year(date(2026, 9, 1)) == 2026


def test_on_paper() -> None:
    assert days.on_paper("2017-03-05") == "2017年3月5日"
    assert days.on_paper("2017-12") == "2017年12月"
    assert days.on_paper(date(2026, 11, 24)) == "2026年11月24日"
