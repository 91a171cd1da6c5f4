"""Who is a pupil on a day: periods, transfers, graduation by itself."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.children import Child, Enrolment
from app.classes import SchoolClass
from app.enrolment import class_on, ends_on, enrolment_on, name_on, pupils_on
from app.periods import latest, months_later
from app.school import School, Snapshot

THIRD = SchoolClass(1, "primary", 2024, 1)
FIRST = SchoolClass(2, "primary", 2026, 1)
CLASSES = {1: THIRD, 2: FIRST}


def pupil(*enrolments: Enrolment) -> Child:
    return Child(1, "周雨桐", enrolments=enrolments)


def test_the_grade_rolls_over_on_1_september() -> None:
    assert [name_on(THIRD, day) for day in (date(2026, 8, 31), date(2026, 9, 1))] == ["二（1）班", "三（1）班"]


def test_the_day_of_the_transfer_is_no_longer_counted() -> None:
    gone = pupil(Enrolment(1, 1, date(2024, 9, 1), date(2026, 11, 24), left_how="转出"))
    assert enrolment_on(gone, CLASSES, date(2026, 11, 23))
    assert not enrolment_on(gone, CLASSES, date(2026, 11, 24))
    assert not enrolment_on(gone, CLASSES, date(2024, 8, 31))


def test_a_child_who_came_back_is_in_the_new_class() -> None:
    back = pupil(Enrolment(1, 1, date(2024, 9, 1), date(2026, 3, 1)), Enrolment(2, 2, date(2026, 9, 1)))
    assert class_on(back, CLASSES, date(2026, 6, 1)) is None
    assert class_on(back, CLASSES, date(2026, 9, 1)) == FIRST


@pytest.mark.parametrize(("stage", "system", "year"), [("primary", "六三", 2030), ("junior", "六三", 2027),
                                                       ("primary", "五四", 2029), ("junior", "五四", 2028)])
def test_a_class_graduates_by_itself(stage: str, system: str, year: int) -> None:
    leavers = SchoolClass(1, stage, 2024, 1)
    assert ends_on(leavers, system) == date(year, 9, 1)
    child = pupil(Enrolment(1, 1, date(2024, 9, 1)))
    snapshot = Snapshot(School("小学", system=system), classes=(leavers,), children={1: child})
    assert pupils_on(snapshot, date(year, 8, 31)) == [(child, leavers)]
    assert pupils_on(snapshot, date(year, 9, 1)) == []


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 1, 1)), min_size=2, max_size=6, unique=True), st.data())
def test_adjoining_periods_never_overlap_and_leave_no_gap(days: list[date], data: st.DataObject) -> None:
    days.sort()
    chain = [Enrolment(n, n, start, end) for n, (start, end) in enumerate(pairwise(days))]
    day = data.draw(st.dates(days[0], days[-1]))
    found = [one for one in chain if latest([one], day)]
    assert len(found) == (0 if day == days[-1] else 1)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 48))
def test_months_later_never_skips_a_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
