"""The verbs: what each changes, what it leaves alone, and what it refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import edits
from app.changes import Delete, Insert, New, Update
from app.children import Care, Enrolment, Override, Phone
from app.classes import ClassTeacher, SchoolClass
from app.edits import BadValue, NewKin
from app.enrolment import enrolment_on, last_enrolment
from app.school import Staff
from tests.app.families import DAY, away, child, home, kin

PUPIL = child(kin("父亲", away()), kin("母亲", home()), pinyin="zhou yu tong")
LATER = date(2026, 12, 1)


def test_a_new_name_brings_its_pinyin_unless_typed_by_hand() -> None:
    assert edits.set_child_field(PUPIL, "name", " 解 志强 ") == [
        Update("child", 1, {"name": "解 志强", "pinyin": "xie zhi qiang"})]
    by_hand = replace(PUPIL, pinyin_by_hand=True)
    assert edits.set_child_field(by_hand, "name", "解志强") == [Update("child", 1, {"name": "解志强"})]
    assert edits.set_child_field(PUPIL, "name", "周雨桐") == []


def test_pinyin_by_hand_and_back() -> None:
    assert edits.set_child_field(PUPIL, "pinyin", " Zhou  Yü tong") == [
        Update("child", 1, {"pinyin": "zhou yv tong", "pinyin_by_hand": 1})]
    typed = replace(PUPIL, pinyin="zhou u tong", pinyin_by_hand=True)
    assert edits.set_pinyin(typed, "") == [Update("child", 1, {"pinyin": "zhou yu tong", "pinyin_by_hand": 0})]


@pytest.mark.parametrize(("field", "text", "stored"), [
    ("birth", "2016年5月", "2016-05"), ("id_number", " 433123201605040046", "433123201605040046"),
    ("distance_km", "3.5公里", "3.5"), ("address", " 青石坪村 ", "青石坪村"), ("sex", "男", "男"), ("birth", "", "")])
def test_values_are_tidied(field: str, text: str, stored: str) -> None:
    assert edits.set_child_field(PUPIL, field, text) == [Update("child", 1, {field: stored})]


@pytest.mark.parametrize(("field", "text", "reason"), [
    ("name", "  ", "empty"), ("birth", "去年", "not_a_day"), ("id_number", "4331232016", "length"), ("sex", "公", "not_a_choice"),
    ("distance_km", "很远", "not_a_number"), ("pinyin", "周", "not_a_pinyin"), ("kin", "x", "unknown_field")])
def test_what_cannot_be_is_refused(field: str, text: str, reason: str) -> None:
    with pytest.raises(BadValue) as caught:
        edits.set_child_field(PUPIL, field, text)
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_kin_fields() -> None:
    father = PUPIL.kin[0]
    assert edits.set_kin_field(father, "relation", "爸爸") == []
    assert edits.set_kin_field(father, "able", False) == [Update("kin", 1, {"able": 0})]
    assert edits.set_kin_field(father, "able", None) == []
    assert edits.set_kin_field(father, "state", "dead") == [Update("kin", 1, {"state": "dead"})]
    with pytest.raises(BadValue):
        edits.set_kin_field(father, "state", "gone")


def test_adding_and_removing_a_carer() -> None:
    pupil = replace(PUPIL, cares=(Care(7, 2),))
    changes = edits.add_kin(pupil, NewKin("奶奶", "向银花", "07430036128 停机", carer=True), DAY, "张老师")
    assert changes == [
        Update("care", 7, {"until_day": "2026-11-24"}),
        Insert("kin", {"child_id": 1, "position": 2, "relation": "祖母", "name": "向银花"}, "kin2"),
        Insert("phone", {"kin_id": New("kin2"), "position": 0, "number": "07430036128", "state": "停机",
                         "checked_on": "2026-11-24"}),
        Insert("care", {"child_id": 1, "kin_id": New("kin2"), "from_day": "2026-11-24"}),
    ]
    assert edits.remove_kin(pupil, pupil.kin[1]) == [
        Delete("phone", 1), Delete("whereabouts", 2), Delete("care", 7), Delete("kin", 2)]


def test_phones_of_a_form_keep_the_old_numbers() -> None:
    father = replace(PUPIL.kin[0], phones=(Phone(1, "13900467715"), Phone(2, "13600289034")))
    assert edits.set_phones(father, "136 0028 9034", DAY) == []
    assert edits.set_phones(father, "", DAY) == []
    assert edits.set_phones(father, "空号", DAY) == [Update("phone", 1, {"state": "空号", "checked_on": "2026-11-24"})]
    assert edits.set_phones(father, "15000723318/13900467715", DAY) == [
        Update("phone", 1, {"position": 1}), Update("phone", 2, {"position": 2}),
        Insert("phone", {"kin_id": 1, "position": 0, "number": "15000723318", "state": "", "checked_on": None})]
    with pytest.raises(BadValue):
        edits.set_phones(father, "问他叔叔", DAY)


def test_one_number_is_corrected_marked_or_taken_away() -> None:
    phone = Phone(1, "13900467715", "停机")
    assert edits.set_phone_number(phone, "13900467715", DAY) == []
    assert edits.set_phone_number(phone, "", DAY) == [Delete("phone", 1)]
    assert edits.set_phone_state(phone, "", DAY) == [Update("phone", 1, {"state": "", "checked_on": "2026-11-24"})]


def test_a_parent_who_comes_home_ends_the_absence_that_day() -> None:
    father = PUPIL.kin[0]
    changes = edits.set_whereabouts(father, "home", "在家", DAY, DAY, "张老师")
    assert changes[0] == Update("whereabouts", 1, {"until_day": "2026-11-24"})
    assert isinstance(changes[1], Insert) and changes[1].values["from_day"] == "2026-11-24"


def test_an_unknown_start_against_a_fact_counts_from_today_and_a_place_alone_is_corrected() -> None:
    father = PUPIL.kin[0]
    changed = edits.set_whereabouts(father, "home", "在家", None, DAY, "张老师")
    assert changed[0] == Update("whereabouts", 1, {"until_day": "2026-11-24"})
    corrected = edits.set_whereabouts(father, "away", "浙江宁波", None, DAY, "张老师")
    assert [type(change) for change in corrected] == [Update]


def test_confirming_makes_a_proposal_a_fact_and_notes_the_day() -> None:
    proposal = away(sure=False, row=9)
    pupil = child(kin("父亲", proposal), kin("母亲", home()))
    row = {"confirmed_on": "2026-11-24", "confirmed_by": "张老师"}
    assert edits.confirm_child(pupil, DAY, "张老师") == [Update("whereabouts", 9, row), Update("child", 1, row)]
    assert edits.confirm_class([PUPIL], DAY, "张老师") == []
    assert edits.refuse_whereabouts(pupil.kin[0], DAY) == [
        Update("whereabouts", 9, {"from_day": "2026-11-24", "until_day": "2026-11-24"})
    ]


def test_a_confirmed_proposal_ends_the_fact_it_contradicts() -> None:
    father = kin("父亲", home(row=3), away(sure=False, since=date(2026, 9, 1), row=9))
    assert edits.confirm_whereabouts(father, DAY, "张老师")[0] == Update("whereabouts", 3, {"until_day": "2026-09-01"})
    undated = kin("父亲", home(row=3), away(sure=False, row=9))
    first, second = edits.confirm_whereabouts(undated, DAY, "张老师")
    assert first == Update("whereabouts", 3, {"until_day": "2026-11-24"})
    assert isinstance(second, Update) and second.values["from_day"] == "2026-11-24"


def test_a_new_carer_ends_the_former_ones_period() -> None:
    granny = replace(kin("祖母"), id=3)
    pupil = child(*PUPIL.kin, granny, cares=(Care(7, 2, date(2025, 9, 1)),))
    assert edits.set_carer(pupil, granny, DAY) == [
        Update("care", 7, {"until_day": "2026-11-24"}),
        Insert("care", {"child_id": 1, "kin_id": 3, "from_day": "2026-11-24", "source": ""})]
    assert edits.set_carer(pupil, pupil.kin[1], DAY) == []
    assert edits.set_carer(pupil, granny, None) == [Update("care", 7, {"kin_id": 3})]


def test_an_override_needs_a_reason_and_replaces_the_one_before() -> None:
    pupil = replace(PUPIL, overrides=(Override(4, "register", "none", "在家", DAY), Override(5, "civil", "no", "在家", DAY)))
    assert edits.set_override(pupil, "register", "one_away", "妈妈在家", LATER)[0] == Update(
        "override", 4, {"until_day": "2026-12-01"})
    assert edits.set_override(pupil, "register", "one_away", "妈妈在家", DAY)[0] == Delete("override", 4)
    with pytest.raises(BadValue) as caught:
        edits.set_override(pupil, "register", "one_away", " ", DAY)
    assert caught.value.reason == "empty"


def test_leaving_and_coming_back() -> None:
    assert edits.transfer_out(PUPIL, DAY, "东莞") == [
        Update("enrolment", 1, {"until_day": "2026-11-24", "left_how": "转出", "left_where": "东莞"})]
    with pytest.raises(BadValue, match="not_here"):
        edits.transfer_out(PUPIL, date(2026, 8, 31))
    with pytest.raises(BadValue, match="still_here"):
        edits.come_back(PUPIL, 2, DAY)
    gone = replace(PUPIL, enrolments=(Enrolment(1, 1, date(2026, 9, 1), DAY),))
    with pytest.raises(BadValue, match="not_here"):
        edits.transfer_out(gone, DAY)
    assert edits.come_back(gone, 2, DAY) == [
        Insert("enrolment", {"child_id": 1, "class_id": 2, "from_day": "2026-11-24", "entered_how": "转入"})]


def test_back_and_gone_again_the_same_day() -> None:
    left = Enrolment(1, 1, date(2026, 9, 1), DAY, left_how="转出", left_where="东莞")
    back = replace(PUPIL, enrolments=(left, Enrolment(2, 2, DAY)))
    assert edits.transfer_out(back, DAY, "县城二小") == [
        Update("enrolment", 2, {"until_day": "2026-11-24", "left_how": "转出", "left_where": "县城二小"})]
    gone = replace(back, enrolments=(left, Enrolment(2, 2, DAY, DAY, left_how="转出", left_where="县城二小")))
    classes = {number: SchoolClass(number, "primary", 2024, number) for number in (1, 2)}
    assert enrolment_on(gone, classes, DAY) is None
    last = last_enrolment(gone)
    assert last is not None and last.left_where == "县城二小"
    assert edits.come_back(gone, 2, DAY)


@pytest.mark.parametrize("spare", [0, 1, 400])
def test_nobody_is_born_tomorrow(spare: int) -> None:
    today = date.today()
    assert edits.set_child_field(PUPIL, "birth", today.isoformat())
    assert edits.set_child_field(PUPIL, "birth", str(today.year))
    ahead = today + timedelta(days=1 + spare)
    for text in (ahead.isoformat(), *([f"{ahead.year + 1}年", f"{ahead.year + 1}.1"])):
        with pytest.raises(BadValue, match="in_the_future"):
            edits.set_child_field(PUPIL, "birth", text)
        with pytest.raises(BadValue, match="in_the_future"):
            edits.add_child({"name": "龙佳慧", "birth": text}, 2, DAY)


def test_changing_class() -> None:
    first, second = edits.change_class(PUPIL, 2, DAY)
    assert first == Update("enrolment", 1, {"until_day": "2026-11-24", "left_how": "调班"})
    assert isinstance(second, Insert) and second.values["class_id"] == 2
    assert edits.change_class(PUPIL, 1, DAY) == []
    assert edits.change_class(PUPIL, 2, date(2026, 9, 1)) == [Update("enrolment", 1, {"class_id": 2})]


def test_a_new_child_needs_a_name() -> None:
    changes = edits.add_child({"name": "龙佳慧", "sex": "女", "birth": ""}, 2, DAY, family=[NewKin("妈妈", "麻秀云")])
    assert changes[0] == Insert("child", {"name": "龙佳慧", "sex": "女", "pinyin": "long jia hui"}, "child")
    assert [change.table for change in changes] == ["child", "enrolment", "kin"]
    with pytest.raises(BadValue, match="empty"):
        edits.add_child({"sex": "女"}, 2, DAY)


def test_class_teachers_by_period() -> None:
    school_class = SchoolClass(1, "primary", 2024, 1, (ClassTeacher(3, 8, date(2024, 9, 1)),))
    assert edits.set_class_teacher(school_class, 8, DAY) == []
    assert edits.set_class_teacher(school_class, 9, DAY) == [
        Update("class_teacher", 3, {"until_day": "2026-11-24"}),
        Insert("class_teacher", {"class_id": 1, "staff_id": 9, "from_day": "2026-11-24"})]
    assert edits.staff_left(Staff(8, "张敏"), DAY, [school_class]) == [
        Update("class_teacher", 3, {"until_day": "2026-11-24"}), Update("staff", 8, {"left_on": "2026-11-24"})]
    with pytest.raises(BadValue, match="taken"):
        edits.add_class("primary", 2024, 1, [school_class])
    with pytest.raises(BadValue, match="not_a_phone"):
        edits.add_staff("张敏", "没装电话机")
