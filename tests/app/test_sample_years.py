"""Many years of the sample school: classes leave, teachers change, and every term's care fits its day."""

from collections import Counter
from datetime import date

import pytest

from app.care import CareRecord
from app.classnames import grade_of
from app.enrolment import class_on, classes_by_id, pupils_on
from app.pairing import MENTOR, mentors_on
from app.sample import Sample
from app.sample_years import sample_years
from app.status import NONE, register_status
from app.termdays import Term

ON = date(2026, 11, 24)
YEARS = 8


@pytest.fixture(scope="module")
def school() -> tuple[Sample, list[tuple[Term, tuple[CareRecord, ...]]]]:
    sample, told = sample_years(ON, 80, YEARS)
    return sample, list(told)


Told = tuple[Sample, list[tuple[Term, tuple[CareRecord, ...]]]]


def test_every_term_is_told_in_order_and_none_is_thin(school: Told) -> None:
    sample, told = school
    assert [term.code for term, _records in told] == [
        *(f"{year}-{half}" for year in range(2018, 2026) for half in (1, 2)), "2026-1"
    ]  # fmt: skip
    assert tuple(term for term, _records in told) == sample.snapshot.terms
    sizes = [len(records) for _term, records in told]
    assert min(sizes[:-1]) > 800 and max(sizes) < 3 * min(sizes[:-1])
    for term, records in told:
        assert all(term.from_day <= one.day <= max(term.until_day, ON) for one in records)


def test_there_are_pupils_of_every_grade_in_every_year(school: Told) -> None:
    sample, _told = school
    for year in range(2018, 2027):
        day = date(year, 10, 20)
        pupils = pupils_on(sample.snapshot, day)
        grades = Counter(grade_of(one.stage, one.entry_year, day) for _child, one in pupils)
        assert set(grades) == {1, 2, 3, 4, 5, 6} and 60 <= len(pupils) <= 110
        left_behind = [child for child, _class in pupils if register_status(child, day).status != NONE]
        assert 0.25 <= len(left_behind) / len(pupils) <= 0.6


def test_what_was_done_was_done_by_who_was_there_for_whom_was_there(school: Told) -> None:
    sample, told = school
    classes = classes_by_id(sample.snapshot)
    staff = {one.id: one for one in sample.snapshot.staff}
    for _term, records in told:
        for one in records:
            assert one.staff_id is not None
            left_on = staff[one.staff_id].left_on
            assert left_on is None or one.day < left_on
            for there in one.participants:
                child = sample.snapshot.children[there.child_id]
                assert class_on(child, classes, one.day) and register_status(child, one.day).status != NONE


def test_teachers_left_and_pairs_changed_and_ended(school: Told) -> None:
    snapshot = school[0].snapshot
    assert any(one.left_on for one in snapshot.staff)
    assert any(len(one.teachers) == 2 for one in snapshot.classes)
    mentors = [one for one in snapshot.pairings if one.role == MENTOR]
    assert {"退休", "毕业", "换老师", "老师课多"} <= {one.why_ended for one in mentors}
    assert max(Counter(one.child_id for one in mentors).values()) >= 2
    assert all(one.until_day is None or one.from_day < one.until_day for one in snapshot.pairings)
    there = {child.id for child, _class in pupils_on(snapshot, date(2020, 10, 20))}
    assert len(mentors_on(snapshot.pairings, date(2020, 10, 20)).keys() & there) > 15


def test_the_same_arguments_give_the_same_years(school: Told) -> None:
    sample, told = sample_years(ON, 80, YEARS)
    assert sample == school[0] and next(told) == school[1][0]
