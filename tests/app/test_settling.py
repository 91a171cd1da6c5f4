"""What settles an item: one record for all of them, a closed promise, a reminder moved."""

from dataclasses import replace
from datetime import date

import pytest

from app.care import CareRecord, Participant
from app.changes import Insert, Update
from app.children import Phone
from app.edits.settling import DEAD, FINISHED, LATER, Answer, settle
from app.today import Item
from app.values import BadValue
from tests.app.test_today import NOON, duty, page, school

TALK = Answer("reached", NOON, staff_id=2)


def follow(**more: object) -> Item:
    record = CareRecord(7, "carer_contact", date(2026, 11, 10), follow_up=NOON, follow_up_note="问腿伤",
                        participants=(Participant(1, 3),))  # fmt: skip
    return Item(("follow_up", 7), "now", NOON, 3, record=replace(record, **more))  # type: ignore[arg-type]


def test_several_talks_are_one_record_with_all_children() -> None:
    items = [duty(page(school(), NOON), "talk", number) for number in (1, 2)]
    record, *people = settle(items, replace(TALK, minutes=10, mood="fair", note=" 都好 "), NOON)
    assert isinstance(record, Insert)
    assert (record.values["kind"], record.values["minutes"], record.values["summary"]) == ("talk", 10, "都好")
    assert [one.values["child_id"] for one in people if isinstance(one, Insert)] == [1, 2]


def test_what_reached_nobody_has_neither_minutes_nor_mood() -> None:
    call = duty(page(school(), NOON), "family-call")
    record = settle([call], replace(TALK, outcome="not_reached", minutes=5, mood="low"), NOON)[0]
    assert isinstance(record, Insert)
    assert (record.values["minutes"], record.values["mood"], record.values["medium"]) == (None, "", "")


def test_a_dead_number_is_marked_with_the_try() -> None:
    call = duty(page(school(), NOON), "family-call")
    changes = settle([call], replace(TALK, outcome=DEAD, phone=Phone(4, "13900467715")), NOON)
    assert changes[-1] == Update("phone", 4, {"state": "空号", "checked_on": "2026-11-24"})
    with pytest.raises(BadValue):
        settle([call], replace(TALK, outcome=DEAD), NOON)


def test_a_promise_is_closed_by_a_contact_or_as_finished() -> None:
    changes = settle([follow()], TALK, NOON)
    assert changes[-1] == Update("care_record", 7, {"followed_up": "2026-11-24"})
    assert isinstance(changes[0], Insert) and changes[0].values["kind"] == "carer_contact"
    assert settle([follow()], replace(TALK, outcome=FINISHED, note="好多了"), NOON) == [
        Update("care_record", 7, {"followed_up": "2026-11-24"}),
        Update("care_record", 7, {"follow_up_note": "问腿伤：好多了"}),
    ]
    tried = settle([follow()], replace(TALK, outcome="not_reached"), NOON)
    assert not [one for one in tried if isinstance(one, Update)], "it stays on the list"


def test_what_is_confidential_stays_so() -> None:
    changes = settle([follow(confidential=True)], replace(TALK, note="又说起来了"), NOON)
    assert isinstance(changes[0], Insert) and changes[0].values["confidential"] == 1
    counselling = settle([follow(kind="counselling")], TALK, NOON)[0]
    assert isinstance(counselling, Insert) and counselling.values["confidential"] == 1


def test_later_needs_a_day_ahead_and_a_reason() -> None:
    talk = duty(page(school(), NOON), "talk")
    moved = settle([talk], replace(TALK, outcome=LATER, note="孩子请假", until_day=date(2026, 11, 26)), NOON)
    assert isinstance(moved[0], Insert) and moved[0].table == "postponed"
    assert settle([follow()], replace(TALK, outcome=LATER, until_day=date(2026, 11, 26)), NOON) == [
        Update("care_record", 7, {"follow_up": "2026-11-26", "followed_up": None})
    ]
    for wrong in (replace(TALK, outcome=LATER, note="有事", until_day=NOON), replace(TALK, outcome=LATER, note="有事"),
                  replace(TALK, outcome=LATER, until_day=date(2026, 11, 26))):  # fmt: skip
        with pytest.raises(BadValue):
            settle([talk], wrong, NOON)


def test_what_is_not_one_kind_is_no_one_record() -> None:
    made = page(school(), NOON)
    with pytest.raises(BadValue):
        settle([duty(made, "talk"), duty(made, "visit")], TALK, NOON)
    with pytest.raises(BadValue):
        settle([duty(made, "health")], TALK, NOON)
