"""How far away somebody works, read from a text as families say it."""

from dataclasses import replace

import pytest

from app.school import School
from app.work_places import CLASSES, Home, class_of_place, farthest, home_of, spot_of
from resources import tables
from tests.app.families import child, kin

HOME = Home("433123", "凤凰县")


@pytest.mark.parametrize(("place", "found"), [
    ("湖南省凤凰县沱江镇", "county"), ("凤凰县城", "county"), ("县城饭店", "county"), ("吉首", "city"), ("湘西泸溪县", "city"),
    ("湖南省湘西州吉首市", "city"), ("长沙市雨花区", "province"), ("怀化麻阳", "province"), ("湖南", "province"),
    ("广东省东莞市长安镇五金厂", "elsewhere"), ("东莞长安", "elsewhere"), ("昆山玉山镇", "elsewhere"), ("省外", "elsewhere"),
    ("浙江 义乌", "elsewhere"), ("北京市朝阳区", "elsewhere"), ("香港", "abroad"), ("越南工地", "abroad"),
    ("青岛市香港中路", "elsewhere"), ("外出务工", ""), ("东方电子厂", ""), ("", ""),
])  # fmt: skip
def test_how_far_a_place_is(place: str, found: str) -> None:
    assert class_of_place(place, HOME) == found


def test_a_county_that_no_table_knows_is_known_by_the_office_s_own_word() -> None:
    home = Home("433199", "云岭县")
    assert class_of_place("云岭县青石坪镇", home) == "county"
    assert class_of_place("吉首市", home) == "city"


def test_where_the_school_lies() -> None:
    pupils = [replace(child(kin("父亲")), id_number=f"433123{n:012}") for n in range(3)]
    guests = [replace(child(kin("父亲")), id_number="440106199001010000")]
    assert home_of(School("青山小学"), pupils + guests) == Home("433123", "凤凰县")
    assert home_of(School("青山小学", county="湖南省麻阳苗族自治县"), pupils).code == "431226"
    assert home_of(School("青山小学", county="云岭县"), pupils) == Home("433123", "云岭县")
    assert home_of(School("青山小学"), []) == Home("")


def test_without_knowing_where_the_school_is_nothing_at_home_is_guessed() -> None:
    assert [class_of_place(one, Home("")) for one in ("东莞", "香港", "县城")] == ["", "abroad", "county"]


def test_of_two_parents_the_farther_one_counts() -> None:
    assert farthest(["county", "elsewhere"]) == "elsewhere"
    assert farthest(["", "city"]) == "city"
    assert farthest([]) == farthest([""]) == CLASSES[-1]


def test_every_name_of_the_table_is_read_as_itself() -> None:
    names = {row["code"]: row["name"] for row in tables.rows("places.csv")}
    provinces = {code[:2]: name for code, name in names.items() if code.endswith("0000")}
    wrong = []
    for code, name in names.items():
        if code[:2] in ("71", "81", "82") or code[2:4] == "90":
            continue
        cities = names.get(code[:4] + "00", "")
        found = spot_of(provinces[code[:2]] + (cities if cities != name else "") + (name if code[2:] != "0000" else ""))
        if not code.startswith(found.code) or (not code.endswith("00") and found.code != code):
            wrong.append((code, name, found.code))
    assert wrong == []
