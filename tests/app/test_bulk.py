"""One fact for many: what each becomes, who is so already, who cannot be."""

from dataclasses import replace
from datetime import date

from app import bulk
from app.catalogue import BY_KEY
from app.changes import Insert, Update
from app.children import Enrolment
from app.classes import SchoolClass
from app.fingerprint import card_scene
from app.school import School, Snapshot
from tests.app.families import DAY, child

CLASSES = (SchoolClass(1, "primary", 2024, 1), SchoolClass(2, "primary", 2024, 2))
SCENE = card_scene(Snapshot(School("青山小学"), classes=CLASSES), DAY)
ONE, TWO = child(boarding="走读"), replace(child(boarding="住校"), id=2, name="罗子轩")
GONE = replace(child(), id=3, enrolments=(Enrolment(3, 1, date(2024, 9, 1), date(2025, 9, 1)),))


def test_each_child_shows_before_and_after_and_who_is_so_already() -> None:
    rows = bulk.set_fact([ONE, TWO], BY_KEY["boarding"], " 住校 ", SCENE)
    assert [(row.kind, row.before, row.after) for row in rows] == [("changed", "走读", "住校"), ("same", "住校", "住校")]
    assert bulk.changes_of(rows) == [Update("child", 1, {"boarding": "住校"})]
    assert bulk.changes_of(rows, frozenset({1})) == []


def test_what_cannot_be_is_named_child_by_child() -> None:
    rows = bulk.set_fact([ONE], BY_KEY["distance_km"], "很远", SCENE)
    assert [(row.kind, row.reason) for row in rows] == [("refused", "not_a_number")]
    assert bulk.changes_of(rows) == []


def test_several_answers_are_put_in_their_order() -> None:
    (row,) = bulk.set_fact([ONE], BY_KEY["aid"], "低保、建档立卡", SCENE)
    assert row.after == "建档立卡、低保"


def test_a_class_from_a_day_on_leaves_the_days_before() -> None:
    day = date(2026, 11, 2)
    rows = bulk.set_class([ONE, GONE], 2, day, SCENE)
    assert [(row.kind, row.before, row.after, row.reason) for row in rows] == [
        ("changed", "三（1）班", "三（2）班", ""), ("refused", "", "三（2）班", "not_here"),
    ]  # fmt: skip
    ended, begun = rows[0].changes
    assert isinstance(ended, Update) and ended.values["until_day"] == "2026-11-02"
    assert isinstance(begun, Insert) and (begun.values["class_id"], begun.values["from_day"]) == (2, "2026-11-02")
    assert [row.kind for row in bulk.set_class([ONE], 1, day, SCENE)] == ["same"]


def test_the_day_of_going_through() -> None:
    seen = replace(TWO, confirmed_on=DAY, confirmed_by="王老师")
    assert [row.kind for row in bulk.set_confirmed([ONE, seen], DAY, "陈晓梅")] == ["changed", "same"]


def test_facts_of_one_child_alone_are_not_offered() -> None:
    keys = {fact.key for fact in bulk.bulk_facts()}
    assert {"boarding", "call_time", "household", "aid", "income"} <= keys
    assert not keys & {"name", "id_number", "birth", "seat_number", "photo", "class"}


def test_what_the_school_writes_already_comes_with_the_most_frequent_first() -> None:
    children = [replace(ONE, call_time=text) for text in ("周日晚", "", "周六晚", "周日晚")]
    assert bulk.in_use(children, "call_time") == ["周日晚", "周六晚"]
