"""Whatever has a name, pinyin and numbers is found the same way as a child."""

from dataclasses import dataclass

from app.names import initials, pinyin_of, spelt
from app.search import search


@dataclass
class Thing:
    name: str
    pinyin: str
    initials: str
    digits: tuple[str, ...] = ()


def thing(name: str) -> Thing:
    return Thing(name, spelt(name), initials(spelt(name)))


def test_words_are_spelt_as_words_and_names_as_names() -> None:
    assert (spelt("查看"), spelt("单位"), spelt("Excel 名册")) == ("cha kan", "dan wei", "ming ce")
    assert (pinyin_of("查看"), pinyin_of("单雨桐")) == ("zha kan", "shan yu tong")


def test_the_nearest_comes_first_and_the_letters_are_marked() -> None:
    things = [thing(name) for name in ("打印联系卡", "从备份恢复", "备份")]
    hits = search(things, "bf")
    assert [hit.row.name for hit in hits] == ["备份", "从备份恢复"]
    assert [(hit.start, hit.end) for hit in hits] == [(0, 2), (1, 3)]
    assert [hit.row.name for hit in search(things, "lianxi")] == ["打印联系卡"]
