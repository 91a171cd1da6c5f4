"""A fact is found by its name, its pinyin, or the first letters of it."""

from app.templates.choosing import found
from app.templates.facts import CHOICES, TITLES


def titles(text: str) -> list[str]:
    return [choice.title for choice in found(text)]


def test_all_of_them_for_nothing() -> None:
    assert found("  ") == list(CHOICES)
    assert len(TITLES) == len(CHOICES) == len(set(TITLES.values()))


def test_by_name_pinyin_and_initials() -> None:
    assert titles("父亲电话")[0] == "父亲电话"
    assert titles("fqdh")[0] == "父亲电话"
    assert titles("fuqindianhua")[0] == "父亲电话"
    assert titles("banji")[0] == "班级"
    assert "身份证号" in titles("sfz")[:2]
    assert titles("没有这样的") == []


def test_what_begins_so_comes_before_what_has_it_inside() -> None:
    assert titles("电话") and all("电话" in title for title in titles("电话"))
    assert titles("dianhua")[-1] != "电话"
    assert titles("xm")[0] == "姓名"
