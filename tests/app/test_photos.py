"""Whose photo a file is by its name, what a person must decide, and what families said."""

from dataclasses import replace
from datetime import date

import pytest

from app import edits
from app.catalogue import BY_KEY
from app.changes import Update
from app.children import Child, Enrolment
from app.classes import SchoolClass
from app.edits import BadValue
from app.fingerprint import card_facts, card_scene
from app.photo_plan import BLURRED, DOUBTFUL, MATCHED, REFUSED, PhotoLine, first_plan
from app.photos import (
    CONSENT,
    GONE,
    NOBODY,
    SAME_NAME,
    SEVERAL,
    TWICE,
    Match,
    match_files,
    printed_photo,
    shown_photo,
)
from app.school import School, Snapshot

DAY = date(2026, 11, 24)
THREE_ONE, THREE_TWO, FOUR_ONE = 1, 2, 3
IDS = {1: "433126201605120041", 2: "433126201605120068"}


def child(number: int, name: str, class_id: int = THREE_ONE, **values: object) -> Child:
    plain = Child(number, name, enrolments=(Enrolment(number, class_id, date(2026, 9, 1)),))
    return replace(plain, **values)  # type: ignore[arg-type]


CHILDREN = [
    child(1, "张三", id_number=IDS[1], register_number="G" + IDS[1], seat_number="05"),
    child(2, "张三", THREE_TWO, id_number=IDS[2], seat_number="5"),
    child(3, "张三丰", seat_number="6"),
    child(4, "买买提·艾力", FOUR_ONE, seat_number="1"),
    child(5, "李梅", seat_number="7"),
    child(6, "李梅", seat_number="8"),
    child(7, "龙𬶏", FOUR_ONE),
    child(8, "王强", FOUR_ONE, enrolments=(Enrolment(8, FOUR_ONE, date(2024, 9, 1), date(2026, 1, 1)),)),
    child(9, "胡涛", FOUR_ONE, photo_consent="no"),
    child(10, "周雨桐", FOUR_ONE),
]
SNAPSHOT = Snapshot(
    School("青山小学"), (), (),
    (SchoolClass(1, "primary", 2024, 1), SchoolClass(2, "primary", 2024, 2), SchoolClass(3, "primary", 2023, 1)),
    {one.id: one for one in CHILDREN},
)  # fmt: skip


def match(name: str) -> Match:
    return match_files([name], SNAPSHOT, DAY)[0]


@pytest.mark.parametrize(
    ("name", "child_id"),
    [
        ("周雨桐.jpg", 10), ("周雨桐.JPEG", 10), ("周 雨 桐.png", 10), ("周雨桐 (2).jpg", 10), ("周雨桐（1）.jpg", 10),
        ("四1班周雨桐.jpg", 10), ("照片-周雨桐.jpg", 10), ("周雨桐一寸照片.jpg", 10), ("2023级1班_周雨桐_证件照.jpg", 10),
        ("13 周雨桐 女.jpg", 10), ("周雨桐同学.jpg", 10),
        ("三1班 张三.jpg", 1), ("三（2）班张三.jpg", 2), ("三年级二班-张三.jpg", 2), ("301张三.jpg", 1), ("3.2 张三.jpg", 2),
        ("三1班/张三.jpg", 1), ("照片/三（2）班/张三.jpg", 2), ("全校/三年级2班照片/张三.jpg", 2),
        (f"{IDS[2]}.jpg", 2), (f"张三{IDS[1]}.jpg", 1), (f"g{IDS[1]}.jpg", 1), (f"G{IDS[2]}_张三.jpg", 2),
        ("三1班05号.jpg", 1), ("三1班/6.jpg", 3), ("三（1）班-07-李梅.jpg", 5), ("三1班 李梅 8.jpg", 6), ("302 5.jpg", 2),
        ("张三丰.jpg", 3), ("买买提·艾力.jpg", 4), ("买买提•艾力.jpg", 4), ("龙𬶏.jpg", 7),
    ],
)  # fmt: skip
def test_a_name_that_can_only_mean_one_child(name: str, child_id: int) -> None:
    found = match(name)
    assert (found.child_id, found.doubt) == (child_id, "")


@pytest.mark.parametrize(
    ("name", "doubt", "candidates"),
    [
        ("张三.jpg", SAME_NAME, {1, 2}), ("三1班李梅.jpg", SAME_NAME, {5, 6}),
        ("四1班张三丰.jpg", SAME_NAME, {3}),
        ("IMG_20260901.jpg", NOBODY, set()), ("05.jpg", NOBODY, set()), ("王小二.jpg", NOBODY, set()),
        ("周雨.jpg", NOBODY, {10}), ("周雨桐桐.jpg", NOBODY, {10}), ("三1班99号.jpg", NOBODY, set()),
        ("张三和周雨桐.jpg", NOBODY, {1, 2, 10}), ("周雨桐 张三丰.jpg", SEVERAL, {3, 10}),
        ("王强.jpg", GONE, {8}), ("胡涛.jpg", CONSENT, {9}),
        ("430000200001010011.jpg", NOBODY, set()), (".jpg", NOBODY, set()),
    ],
)  # fmt: skip
def test_a_name_that_asks_for_a_person(name: str, doubt: str, candidates: set[int]) -> None:
    found = match(name)
    assert (found.child_id, found.doubt, set(found.candidates)) == (0, doubt, candidates)


def test_two_files_of_one_child_are_both_asked_about() -> None:
    found = match_files(["周雨桐.jpg", "四1班 周雨桐.png", "张三丰.jpg"], SNAPSHOT, DAY)
    assert [one.doubt for one in found] == [TWICE, TWICE, ""]
    assert found[0].candidates == (10,)


def plan() -> list[PhotoLine]:
    names = ["周雨桐.jpg", "张三.jpg", "三1班张三.jpg", "张三丰.jpg", "坏.jpg"]
    found = match_files(names, SNAPSHOT, DAY)
    lines = [PhotoLine(name, one) for name, one in zip(names, found, strict=True)]
    lines[3] = replace(lines[3], blurred=True)
    lines[4] = replace(lines[4], reason="truncated")
    return lines


def test_only_what_nobody_need_look_at_is_taken_along_by_itself() -> None:
    made = first_plan(plan())
    assert [line.kind for line in made.lines] == [MATCHED, DOUBTFUL, MATCHED, DOUBTFUL, REFUSED]
    assert made.chosen() == [0, 2]
    assert [line.doubt for line in made.lines] == ["", SAME_NAME, "", BLURRED, ""]
    assert made.tick(1) == made
    assert made.tick(4) == made.decide(4, 10) == made
    assert made.tick(3).chosen() == [0, 2, 3]
    assert made.tick(0).chosen() == [2]


def test_a_decision_takes_the_file_along_and_a_child_gets_one_photo() -> None:
    made = first_plan(plan()).decide(1, 2)
    assert made.chosen() == [0, 1, 2]
    assert (made.lines[1].doubt, made.lines[1].kind, made.lines[1].child_id) == ("", DOUBTFUL, 2)
    other = made.decide(1, 1)
    assert other.chosen() == [0, 1]
    assert other.tick(2).chosen() == [0, 2]
    assert made.decide(1, 0).chosen() == [0, 2]
    assert [line.name for line in made.without([0, 2]).lines] == ["张三.jpg", "张三丰.jpg", "坏.jpg"]


def test_photos_are_given_and_families_who_were_not_asked_are_noted_when_the_office_says_so() -> None:
    first, second, against = CHILDREN[0], replace(CHILDREN[1], photo_consent="yes"), CHILDREN[8]
    given = [(first, "a"), (second, "b"), (against, "c")]
    assert edits.set_photos(given, agreed=False) == [
        Update("child", 1, {"photo": "a"}), Update("child", 2, {"photo": "b"}), Update("child", 9, {"photo": "c"}),
    ]  # fmt: skip
    assert edits.set_photos(given, agreed=True)[0] == Update("child", 1, {"photo": "a", "photo_consent": "yes"})
    assert edits.set_photos(given, agreed=True)[2] == Update("child", 9, {"photo": "c"})
    assert edits.set_photo(replace(first, photo="a"), "a") == []


@pytest.mark.parametrize(("word", "stored"), [("已同意", "yes"), ("不同意", "no"), ("没问过", ""), ("yes", "yes")])
def test_what_a_family_said_is_typed_in_words(word: str, stored: str) -> None:
    before = replace(CHILDREN[0], photo_consent="no" if stored != "no" else "yes")
    assert edits.set_child_field(before, "photo_consent", word) == [Update("child", 1, {"photo_consent": stored})]
    fact = BY_KEY["photo_consent"]
    assert fact.edits and fact.text(replace(before, photo_consent=stored), card_scene(SNAPSHOT, DAY)) != stored
    with pytest.raises(BadValue):
        edits.set_child_field(before, "photo_consent", "也许")


@pytest.mark.parametrize(("consent", "printed", "shown"), [("yes", "x", "x"), ("", "", "x"), ("no", "", "")])
def test_paper_needs_the_familys_yes_and_the_screen_their_not_no(consent: str, printed: str, shown: str) -> None:
    one = replace(CHILDREN[0], photo="x", photo_consent=consent)
    assert (printed_photo(one), shown_photo(one)) == (printed, shown)


def test_a_card_is_out_of_date_when_its_photo_changes_and_only_then() -> None:
    bare = CHILDREN[0]

    def facts(layout: str = "school", **values: str) -> str:
        return card_facts(replace(bare, **values), SNAPSHOT, DAY, layout)  # type: ignore[arg-type]

    before = facts()
    assert facts(photo="a", photo_consent="yes") != before
    assert facts(photo="a", photo_consent="yes") != facts(photo="b", photo_consent="yes")
    for unprinted in ({"photo": "a"}, {"photo": "a", "photo_consent": "no"}, {"photo_consent": "yes"}):
        assert facts(**unprinted) == before
    assert facts("child", photo="a", photo_consent="yes") == facts("child")
