"""What is deleted goes with everything under it; a class with pupils stays."""

from datetime import date

import pytest

from app import edits
from app.care import CareRecord, Participant
from app.changes import Delete
from app.children import CardPrint, Care, Override
from app.classes import ClassTeacher, SchoolClass
from app.edits import BadValue
from app.school import School, Snapshot, Staff
from tests.app.families import DAY, away, child, kin

SCHOOL = School("青山小学")
CLASS = SchoolClass(1, "primary", 2024, 1, (ClassTeacher(4, 2, date(2026, 9, 1)),))


def test_a_child_goes_with_everything_under_it() -> None:
    one = child(
        kin("父亲", away()), claim="one_away", cares=(Care(5, 1),), cards=(CardPrint(6, "child", "", ""),),
        overrides=(Override(7, "civil", "yes", "x", date(2026, 9, 1)),),
    )  # fmt: skip
    gone = edits.delete_child(one, Snapshot(SCHOOL, not_same={(1, 9): 11, (2, 9): 12}))
    assert {(change.table, change.id) for change in gone if isinstance(change, Delete)} == {
        ("phone", 1), ("whereabouts", 1), ("care", 5), ("kin", 1), ("enrolment", 1), ("claim", 1), ("override", 7),
        ("card_print", 6), ("not_same", 11), ("child", 1),
    }  # fmt: skip
    assert gone[-1] == Delete("child", 1)


def test_a_pair_of_two_deleted_children_is_deleted_once() -> None:
    gone = edits.delete_children([child(), child(id=2, enrolments=())], Snapshot(SCHOOL, not_same={(1, 2): 11}))
    assert gone.count(Delete("not_same", 11)) == 1


def test_a_teacher_goes_with_the_classes_taught() -> None:
    assert edits.delete_staff(Staff(2, "张敏"), Snapshot(SCHOOL, classes=(CLASS,))) == [
        Delete("class_teacher", 4), Delete("staff", 2),
    ]  # fmt: skip


def test_only_a_class_that_never_had_pupils_goes() -> None:
    assert edits.delete_class(CLASS, []) == [Delete("class_teacher", 4), Delete("class", 1)]
    with pytest.raises(BadValue, match="has_pupils"):
        edits.delete_class(CLASS, [child()])


def test_a_record_that_only_the_deleted_share_goes_with_them() -> None:
    shared = CareRecord(5, "forum", DAY, participants=(Participant(51, 1), Participant(52, 2)))
    wider = CareRecord(6, "forum", DAY, participants=(Participant(61, 1), Participant(63, 3)))
    records = {1: [shared, wider], 2: [shared]}
    both = [child(enrolments=()), child(id=2, enrolments=())]
    gone = edits.delete_children(both, Snapshot(SCHOOL), records.__getitem__)
    assert {(one.table, one.id) for one in gone if one.table in ("participant", "care_record")} == {
        ("participant", 51), ("participant", 52), ("participant", 61), ("care_record", 5),
    }  # fmt: skip
    order = [(one.table, one.id) for one in gone]
    assert order.index(("care_record", 5)) > order.index(("participant", 52))
