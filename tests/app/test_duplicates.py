"""Which two children may be one: five reasons, and what is no reason."""

from dataclasses import replace

from app.children import Child, Phone
from app.duplicates import pairs
from app.school import School, Snapshot
from tests.app.families import child, kin

ID = "433126201605120048"


def of(*children: Child, not_same: dict[tuple[int, int], int] | None = None) -> list[tuple[int, int, tuple[str, ...]]]:
    numbered = {number: replace(one, id=number) for number, one in enumerate(children, 1)}
    snapshot = Snapshot(School("青山小学"), children=numbered, not_same=not_same or {})
    return [(pair.first, pair.second, pair.reasons) for pair in pairs(snapshot)]


def named(name: str, pinyin: str = "", **more: object) -> Child:
    return child(name=name, pinyin=pinyin or name, birth="", enrolments=(), **more)


def test_the_same_id_number() -> None:
    assert of(named("周雨桐", id_number=ID), named("周雨彤", id_number=ID.lower())) == [(1, 2, ("same_id",))]


def test_an_id_number_with_one_wrong_digit_and_a_name_that_fits() -> None:
    wrong = ID[:10] + "7" + ID[11:]
    assert of(named("周雨桐", "zhou yu tong", id_number=ID), named("周雨彤", "zhou yu tong", id_number=wrong)) == [
        (1, 2, ("near_id",))]
    assert of(named("周雨桐", id_number=ID), named("罗子轩", id_number=wrong)) == [], "two children, one of them mistyped"
    two = ID[:10] + "77" + ID[12:]
    assert of(named("周雨桐", id_number=ID), named("周雨桐", id_number=two)) == []


def test_the_same_name_and_birth_also_where_one_is_vague() -> None:
    one, other = named("周雨桐"), named("周　雨桐")
    assert of(replace(one, birth="2016-05-12"), replace(other, birth="2016-05")) == [(1, 2, ("same_birth",))]
    assert of(replace(one, birth="2016-05-12"), replace(other, birth="2016-05-13")) == []
    assert of(one, other) == [], "the same name alone is nothing"


def test_the_same_name_with_a_number_or_a_parent_in_common() -> None:
    father = kin("父亲", name="周建华", phone="13900467715")
    grandmother = replace(kin("祖母", name="龙秀英", phone=""), phones=(Phone(9, "13900467715"),))
    assert of(named("周雨桐", kin=(father,)), named("周雨桐", kin=(grandmother,))) == [(1, 2, ("same_family",))]
    assert of(named("周雨桐", kin=(father,)), named("周雨桐", phone="139 0046 7715")) == [(1, 2, ("same_family",))]
    other = kin("父亲", name="周建华", phone="")
    assert of(named("周雨桐", kin=(father,)), named("周雨桐", kin=(other,))) == [(1, 2, ("same_family",))]
    assert of(named("周雨桐", kin=(father,)), named("周雨轩", kin=(other,))) == [], "brother and sister"


def test_names_that_sound_alike_with_the_same_birth() -> None:
    one, other = named("周雨桐", "zhou yu tong"), named("周宇彤", "zhou yu tong")
    assert of(replace(one, birth="2016-05-12"), replace(other, birth="2016-05-12")) == [(1, 2, ("same_sound",))]
    assert of(replace(one, birth="2016-05"), replace(other, birth="2016-05")) == [], "a month is too little"


def test_twins_are_two() -> None:
    family = (kin("父亲", name="周建华"),)
    one = named("周雨桐", "zhou yu tong", id_number="433126201605120048", kin=family)
    two = named("周雨轩", "zhou yu xuan", id_number="433126201605120064", kin=family)
    assert of(replace(one, birth="2016-05-12"), replace(two, birth="2016-05-12")) == []


def test_the_surest_come_first_and_the_office_s_word_holds() -> None:
    one, two, three = (named("周雨桐", id_number=number) for number in (ID, ID, ""))
    listed = [replace(child_, birth="2016-05-12") for child_ in (one, two, three)]
    assert of(*listed) == [(1, 2, ("same_id", "same_birth")), (1, 3, ("same_birth",)), (2, 3, ("same_birth",))]
    assert of(*listed, not_same={(1, 2): 7}) == [(1, 3, ("same_birth",)), (2, 3, ("same_birth",))]
