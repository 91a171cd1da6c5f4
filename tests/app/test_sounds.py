"""Ordering Chinese by pinyin and finding it by what one types."""

import pytest

from app.sounds import is_heard, name_order, order, sound_of


def test_texts_are_ordered_by_pinyin_and_numbers_by_size() -> None:
    texts = ["重庆", "苗族", "12组", "2组", "Abc", "阿土", "汉族", "2.5", "10"]
    assert sorted(texts, key=order) == ["2组", "2.5", "10", "12组", "Abc", "阿土", "汉族", "苗族", "重庆"]


def test_dates_on_paper_are_ordered_as_days() -> None:
    days = ["2016年12月1日", "2016年5月12日", "2016年", "2015年12月31日"]
    assert sorted(days, key=order) == ["2015年12月31日", "2016年", "2016年5月12日", "2016年12月1日"]


def test_a_surname_is_ordered_by_its_own_reading() -> None:
    assert sorted(["周强", "解强", "查强", "单强", "欧阳雪"], key=name_order) == ["欧阳雪", "单强", "解强", "查强", "周强"]
    assert sound_of("䶮") == "yan" and sound_of("a") == "" and sound_of("（") == ""


@pytest.mark.parametrize(("wanted", "heard"), [
    ("广东", True), ("gd", True), ("guangd", True), ("dg", True), ("gz", False), ("广州", False), ("东莞", True), ("", True),
])
def test_a_text_is_found_by_characters_pinyin_and_initials(wanted: str, heard: bool) -> None:
    assert is_heard("广东东莞", wanted) is heard


def test_latin_is_found_whatever_its_case() -> None:
    assert is_heard("X光室", "x光")
