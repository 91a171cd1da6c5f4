"""A record is changed field by field, taken out whole, come back to, and opened only with a reason."""

from datetime import date
from typing import Any

import pytest

from app import edits
from app.care import CareRecord, Participant
from app.changes import Delete, Insert, Update
from app.confidential import reads, veiled
from app.edits import BadValue
from app.school import School, Snapshot, Staff

DAY = date(2026, 11, 20)


def record(**more: Any) -> CareRecord:
    people = (Participant(11, 1, "爱说话"), Participant(12, 2))
    return CareRecord(5, "talk", DAY, summary="问功课", participants=people, **more)


def test_only_what_differs_is_written() -> None:
    one = record(mood="fair", source="slip:A:1:talk")
    told = edits.told_of(one)
    assert edits.change_care(one, told) == []
    changed = edits.told_of(record(mood="low", source="slip:A:1:talk"))
    assert edits.change_care(one, changed) == [Update("care_record", 5, {"mood": "low"})]


def test_who_took_part_is_changed_with_the_remarks() -> None:
    one = record()
    assert edits.change_care(one, edits.told_of(one), {1: "爱说话", 2: "肯说了", 3: ""}) == [
        Update("participant", 12, {"remark": "肯说了"}),
        Insert("participant", {"record_id": 5, "child_id": 3, "remark": ""}),
    ]
    assert edits.change_care(one, edits.told_of(one), {2: ""}) == [Delete("participant", 11)]


def test_each_child_has_its_own_remark() -> None:
    changes = edits.log_care(edits.Told("talk", DAY), [1, 2], remarks={2: " 哭了 "})
    assert [one.values["remark"] for one in changes[1:] if isinstance(one, Insert)] == ["", "哭了"]


def test_a_deleted_record_takes_all_that_hangs_on_it() -> None:
    assert edits.delete_care(record()) == [
        Delete("participant", 11), Delete("participant", 12), Delete("care_record", 5),
    ]


def test_a_follow_up_is_closed_once_and_can_be_put_off() -> None:
    one = record(follow_up=date(2026, 11, 24), follow_up_note="再谈")
    assert edits.follow_up_done(one, date(2026, 11, 25)) == [Update("care_record", 5, {"followed_up": "2026-11-25"})]
    assert edits.follow_up_done(record(followed_up=DAY), DAY) == []
    assert edits.follow_up_again(one, date(2026, 12, 1)) == [
        Update("care_record", 5, {"follow_up": "2026-12-01", "followed_up": None})
    ]
    with pytest.raises(BadValue):
        edits.follow_up_again(one, date(2026, 11, 19))


def test_the_glass_is_not_broken_without_a_reason() -> None:
    with pytest.raises(BadValue):
        edits.open_note(record(), "陈晓梅", "2026-11-24T08:00", "  ")
    (change,) = edits.open_note(record(), "陈晓梅", "2026-11-24T08:00", "家长来问")
    assert isinstance(change, Insert) and change.values["reason"] == "家长来问"


def test_the_words_of_a_confidential_record_are_covered() -> None:
    secret = record(confidential=True, follow_up_note="问爸爸", place="谈心室")
    assert veiled(record()) == record()
    covered = veiled(secret)
    assert "问" not in repr(covered) and "爱说话" not in repr(covered)
    assert (covered.day, covered.kind, [one.child_id for one in covered.participants]) == (DAY, "talk", [1, 2])


def test_who_reads_it_without_a_reason() -> None:
    staff = (Staff(1, "田老师", counsellor=True), Staff(2, "张敏"), Staff(3, "李强"), Staff(4, "李强"))
    school = Snapshot(School("青山小学"), staff=staff)
    secret = record(confidential=True, staff_id=2)
    assert [reads(secret, school, user) for user in ("田老师", "张敏", "陈晓梅", "李强")] == [True, True, False, False]
    assert not reads(record(confidential=True, staff_id=3), school, "李强"), "of two of one name nobody knows which"
    assert reads(record(), school, "陈晓梅")
