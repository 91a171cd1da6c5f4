"""Names: separators, surnames, and surname readings."""

import pytest

from app import names


@pytest.mark.parametrize("separator", "·•‧・∙⋅")
def test_separators_become_one(separator: str) -> None:
    assert names.clean_name(f" 古丽娜尔{separator}艾合买提\u3000") == "古丽娜尔·艾合买提"


def test_nothing_else_is_touched() -> None:
    assert names.clean_name("Ａ张　三①𠮷") == "Ａ张　三①𠮷"
    assert names.name_key("张　三") == "张三"


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("解志强", "xie zhi qiang"),
        ("单小明", "shan xiao ming"),
        ("单于小明", "chan yu xiao ming"),
        ("仇招", "qiu zhao"),
        ("查晓", "zha xiao"),
        ("欧阳雪", "ou yang xue"),
        ("吕布", "lv bu"),
        ("古丽娜尔·艾合买提", "gu li na er ai he mai ti"),
        ("", ""),
    ],
)
def test_pinyin(name: str, pinyin: str) -> None:
    assert names.pinyin_of(name) == pinyin


def test_surname_and_initials() -> None:
    assert names.surname_of("欧阳雪") == "欧阳"
    assert names.surname_of("欧阳") == "欧"
    assert names.surname_of("周雨桐") == "周"
    assert names.initials("xie zhi qiang") == "xzq"
