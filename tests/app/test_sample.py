"""The sample school: the same for the same arguments, with every hard case, and storable as it is."""

from collections import Counter
from datetime import date

import pytest

from app import idnumber
from app.changes import Insert, New
from app.children import Child
from app.roster import counts, rows
from app.sample import Sample, sample_school
from app.status import civil_status, register_status

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return sample_school(ON)


def test_140_pupils_in_8_classes_12_staff_about_60_left_behind(sample: Sample) -> None:
    figures = counts(rows(sample.snapshot, ON))
    assert figures.total == 140
    assert len(figures.by_class) == 8
    assert len(sample.snapshot.staff) == 12
    assert 55 <= figures.left_behind <= 68
    assert figures.one_away and figures.both_away and figures.civil and figures.civil_unknown


def test_the_same_arguments_give_the_same_school(sample: Sample) -> None:
    assert sample_school(ON) == sample


@pytest.mark.parametrize("on", [date(2026, 9, 1), date(2027, 2, 1), date(2026, 8, 24), date(2028, 2, 29)])
def test_any_day_has_a_full_school(on: date) -> None:
    assert counts(rows(sample_school(on).snapshot, on)).total == 140


def test_the_size_is_free() -> None:
    assert counts(rows(sample_school(ON, 400).snapshot, ON)).total == 400


def test_every_row_has_an_id_of_its_own_and_every_reference_an_earlier_insert(sample: Sample) -> None:
    tokens: Counter[str] = Counter()
    for change in sample.changes:
        assert isinstance(change, Insert)
        for value in change.values.values():
            assert not isinstance(value, New) or tokens[value.token]
        tokens[change.token] += 1
    assert max(tokens.values()) == 1


def test_every_hard_case_is_there(sample: Sample) -> None:
    children = list(sample.snapshot.children.values())
    kin = [one for child in children for one in child.kin]
    assert {"龙𬶏", "石𠮷", "阿依古丽·买买提", "谭志刚", "谭志坚"} <= {child.name for child in children}
    assert any(idnumber.problem(child.id_number) == "check_digit" for child in children)
    assert any(not child.id_number for child in children)
    assert {"07430036128", "02000361288"} <= {phone.number for one in kin for phone in one.phones}
    assert any(one.state == "dead" for one in kin) and any(one.custody == "sole" for one in kin)
    assert any(one.left_how == "转出" for child in children for one in child.enrolments)
    assert any(one.entered_how == "转入" for child in children for one in child.enrolments)
    assert any("过敏" in child.attention and child.boarding == "住校" for child in children)
    assert any(child.photo_consent == "no" for child in children)
    assert any(len(child.cares) == 2 for child in children)


def test_two_of_one_name_in_one_class_and_twins_of_one_family(sample: Sample) -> None:
    listed = rows(sample.snapshot, ON)
    same = [row for row in listed if row.name == "田欣怡" and row.class_name == listed[0].class_name]
    assert len(same) >= 2
    one, two = (_named(sample, name) for name in ("谭志坚", "谭志刚"))
    assert one.birth == two.birth and one.id_number != two.id_number
    assert [kin.name for kin in one.kin] == [kin.name for kin in two.kin]


def test_the_mother_who_came_home_in_october_changes_the_status_that_day(sample: Sample) -> None:
    back = next(child for child in sample.snapshot.children.values()
                if any(where.place == "在家带孩子" for kin in child.kin for where in kin.whereabouts))
    assert register_status(back, date(2026, 10, 7)).status == "both_away"
    assert register_status(back, date(2026, 10, 8)).status == "one_away"


def test_one_child_turns_sixteen_and_leaves_the_civil_count(sample: Sample) -> None:
    oldest = min(sample.snapshot.children.values(), key=lambda child: child.birth)
    assert oldest.birth == "2010-12-04"
    assert civil_status(oldest, date(2026, 12, 3)).reason != "age"
    assert civil_status(oldest, date(2026, 12, 4)).reason == "age"


def _named(sample: Sample, name: str) -> Child:
    return next(child for child in sample.snapshot.children.values() if child.name == name)
