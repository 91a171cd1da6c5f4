"""Why a card is due again: what stood on it in words, held against what is so."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.card_changes import CardChange, card_changes, due_layouts, said
from app.children import CardPrint, Care, Child, Enrolment
from app.classes import ClassTeacher, SchoolClass
from app.fingerprint import card_scene, card_state, scene_facts
from app.pairing import Pairing
from app.school import School, Snapshot, Staff
from tests.app.families import DAY, away, child, kin

FATHER = kin("父亲", away())
GRANNY = replace(kin("祖母", phone="07430036128", name="向银花"), id=3)
BOTH = child(FATHER, kin("母亲", away(), phone="13600289034"), GRANNY, cares=(Care(1, 3),))


def school(*pairings: Pairing) -> Snapshot:
    classes = tuple(SchoolClass(n, "primary", 2024, n, (ClassTeacher(n, 1, date(2024, 9, 1)),)) for n in (1, 2))
    staff = (Staff(1, "李秀兰", "13500618842"), Staff(2, "张敏", "13700154420"))
    return Snapshot(School("青石坪中心小学", duty_phone="07430010200"), staff=staff, classes=classes, pairings=pairings)


def printed(pupil: Child, layout: str, shot: Snapshot | None = None, *, kept: bool = True) -> Child:
    scene = card_scene(shot or school(), DAY)
    words = said(pupil, scene, layout) if kept else ""
    return replace(pupil, cards=(*pupil.cards, CardPrint(
        len(pupil.cards) + 1, layout, "2026-10-01T09:30:00", scene_facts(pupil, scene, layout), words)))


def changes(pupil: Child, shot: Snapshot | None = None, layout: str = "") -> list[CardChange]:
    return card_changes(pupil, card_scene(shot or school(), DAY), layout)


@pytest.mark.parametrize("layout", ["child", "pocket", "school"])
def test_a_new_number_is_named_with_the_old_one(layout: str) -> None:
    pupil = printed(BOTH, layout)
    assert changes(pupil) == []
    father = replace(FATHER, phones=(replace(FATHER.phones[0], number="15000000000"),))
    moved = replace(pupil, kin=(father, *pupil.kin[1:]))
    assert changes(moved) == [CardChange("父亲.phones", "13900467715", "15000000000")]


def test_another_class_carer_time_and_mentor() -> None:
    pupil = printed(printed(BOTH, "child"), "school")
    other = replace(pupil, enrolments=(Enrolment(1, 2, date(2026, 9, 1)),), cares=(), call_time="周六 19:00")
    found = {one.key: (one.old, one.new) for one in changes(other)}
    assert found == {"class": ("三（1）班", "三（2）班"), "call_time": ("", "周六 19:00")}, "the carer is still proposed"
    mentor = school(Pairing(1, 1, "mentor", date(2026, 9, 1), staff_id=2))
    assert changes(pupil, mentor) == [CardChange("mentor", "", "张敏 13700154420")]
    assert card_state(pupil, card_scene(mentor, DAY))[0] == "changed"


def test_the_pocket_card_shows_the_mentor_in_place_of_the_class_teacher() -> None:
    pupil = printed(BOTH, "pocket")
    mentor = school(Pairing(1, 1, "mentor", date(2026, 9, 1), staff_id=2))
    assert changes(pupil, mentor) == [CardChange("teacher", "李秀兰 13500618842", "张敏 13700154420")]


def test_each_layout_is_due_by_itself() -> None:
    pupil = printed(printed(BOTH, "child"), "school")
    away_again = replace(pupil, address="别处 3 号")
    scene = card_scene(school(), DAY)
    assert due_layouts(away_again, scene) == ("school",)
    assert changes(away_again, layout="child") == []
    assert changes(away_again, layout="school") == [CardChange("address", "", "别处 3 号")]


def test_two_relatives_of_one_relation_are_kept_apart() -> None:
    uncles = tuple(replace(kin("叔父", phone=number), id=9 + n) for n, number in enumerate(("13800000001", "13800000002")))
    pupil = printed(replace(BOTH, kin=(*BOTH.kin, *uncles)), "school")
    words = json.loads(pupil.cards[0].said)
    assert (words["叔父.phones"], words["叔父2.phones"]) == ("13800000001", "13800000002")
    assert changes(replace(pupil, kin=pupil.kin[:-1])) == [
        CardChange("叔父2.name", "周建华", ""), CardChange("叔父2.phones", "13800000002", "")]


def test_a_print_of_the_first_version_is_due_without_saying_why() -> None:
    pupil = printed(BOTH, "child", kept=False)
    lost = replace(pupil, kin=pupil.kin[1:])
    assert due_layouts(lost, card_scene(school(), DAY)) == ("child",)
    assert changes(lost) == []
