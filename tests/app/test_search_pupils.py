"""Ranks and marks of the search for pupils, on names that are hard to spell."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.children import Phone
from app.roster import RosterRow, rows
from app.search import Hit, kin_or_village, search, whose_number
from tests.app.families import DAY, away, child, home, kin
from tests.app.test_roster import school

FAMILY = (kin("父亲", away(), name="周建华", phone="13900467715"), kin("母亲", home(), name="田玉琴", phone="15800577816"),
          kin("祖母", name="石翠英", phone="07430036128"))
GIRL = child(*FAMILY, name="周雨桐", pinyin="zhou yu tong", id_number="433126201605120041",
             address="青山县吉信镇青石坪村3组", home_address="")
XIE = child(name="解志强", pinyin="xie zhi qiang")
PARTED = child(name="阿依古丽·买买提", pinyin="a yi gu li mai mai ti")
RARE = child(name="𠮷田䶮", pinyin="tian yan")
LV = child(name="吕绿", pinyin="lv lv")
OUYANG = child(name="欧阳晨曦", pinyin="ou yang chen xi")
LISTED = rows(school(GIRL, XIE, PARTED, RARE, LV, OUYANG), DAY)


def find(listed: Sequence[RosterRow], text: str) -> list[Hit]:
    return search(listed, text, kin_or_village)


def one(text: str) -> Hit:
    found = find(LISTED, text)
    assert len(found) == 1, [hit.row.name for hit in found]
    return found[0]


def marked(hit: Hit) -> str:
    return hit.row.name[hit.start : hit.end]


@pytest.mark.parametrize(("text", "mark"), [
    ("zyt", "周雨桐"), ("zhouy", "周雨"), ("yut", "雨桐"), ("yt", "雨桐"), ("tong", "桐"), ("雨桐", "雨桐"), ("zhiq", "志强"),
    ("ayg", "阿依古"), ("guli", "古丽"), ("lim", "丽·买"), ("mmt", "买买提"), ("lü", "吕"), ("OYCX", "欧阳晨曦"), ("chenxi", "晨曦"),
])
def test_the_characters_that_were_meant_are_marked(text: str, mark: str) -> None:
    assert marked(one(text)) == mark


def test_of_a_character_without_a_reading_nothing_wrong_is_marked() -> None:
    assert one("ty").row.name == "𠮷田䶮"
    assert marked(one("ty")) in ("田䶮", "")


def test_start_of_initials_comes_before_pinyin_before_the_inside_before_digits_before_relatives() -> None:
    ranks = [find(LISTED, text)[0].rank for text in ("zyt", "zhou", "雨", "0041", "43312620", "田玉", "青石坪")]
    assert ranks == [0, 1, 2, 3, 4, 5, 6]
    assert [hit.row.name for hit in find(LISTED, "t")] == ["𠮷田䶮", "周雨桐", "阿依古丽·买买提"]


def test_the_end_of_a_number_is_nearer_than_its_middle() -> None:
    other = replace(XIE, kin=(kin("父亲", phone="13877150000"),))
    both, alone = rows(school(GIRL, other), DAY), rows(school(other), DAY)
    assert [(hit.row.name, hit.beside, hit.span) for hit in find(both, "7715")] == [("周雨桐", "13900467715", (7, 11))]
    assert [(hit.beside, hit.span) for hit in find(alone, "7715")] == [("13877150000", (3, 7))]
    assert find(alone, "715") == [], "three digits are an end"


def test_a_whole_number_is_found_while_it_is_typed() -> None:
    number = "13900467715"
    assert [len(find(LISTED, number[:count])) for count in range(4, 12)] == [1] * 8


def test_whose_the_number_is() -> None:
    assert whose_number(GIRL, one("6128").beside) == "奶奶"
    assert whose_number(GIRL, one("0041").beside) == ""
    assert one("12004").is_number and not one("石翠").is_number


def test_relatives_and_the_village_are_found_beside_the_name() -> None:
    assert (one("玉琴").beside, one("玉琴").whose, one("玉琴").span) == ("田玉琴", "妈妈", (1, 3))
    assert (one("石坪").beside, one("石坪").span) == ("青石坪村", (1, 3))
    assert find(LISTED, "吉信镇") == [], "of an address the village only"


def test_a_dead_number_is_found_too() -> None:
    dead = replace(FAMILY[0], phones=(Phone(1, "13900467715", "空号"),))
    assert len(find(rows(school(replace(GIRL, kin=(dead,))), DAY), "7715")) == 1


def test_blank_words_find_everybody_in_their_order() -> None:
    assert [hit.row.name for hit in find(LISTED, "  ")] == [row.name for row in LISTED]
