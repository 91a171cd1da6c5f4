"""The standard list names all that REQ 10.18 asks for, and says what is missing and what is short."""

from app.equipment import MISSING, SHORT, THERE, guess, items, needs, read_least, standard, write_least
from app.inventory import CLASSES, Asset
from app.shelf import Line


def test_the_list_has_all_that_the_regulation_names() -> None:
    said = " ".join(" ".join((one.name, *one.also)) for one in standard())
    for word in ("针线", "剪刀", "毛巾", "脸盆", "洗漱", "桌", "凳", "药箱", "伞", "热水瓶", "水杯", "图书", "报刊"):
        assert word in said
    assert len({one.key for one in standard()}) == len(standard())
    assert {one.class_of_goods for one in standard()} <= set(CLASSES)
    assert {"music", "sport", "art", "book", "daily", "furniture", "medicine"} <= {
        one.class_of_goods for one in standard()}  # fmt: skip


def test_what_is_there_missing_and_short() -> None:
    lines = [
        Line(Asset(1, "1", "七号篮球", standard="basketball"), 3), Line(Asset(2, "2", "五号篮球", standard="basketball"), 1),
        Line(Asset(3, "3", "伞", standard="umbrella"), 4), Line(Asset(4, "4", "别的"), 9),
    ]  # fmt: skip
    found = {one.item.key: one for one in needs(items({}), lines, {})}
    assert (found["basketball"].state, found["basketball"].there, found["basketball"].lacking) == (THERE, 4, 0)
    assert (found["umbrella"].state, found["umbrella"].lacking) == (SHORT, 6)
    assert (found["football"].state, found["football"].lacking) == (MISSING, 2)
    own = {one.item.key: one for one in needs(items({"umbrella": 3, "football": 0}), lines, {})}
    assert own["umbrella"].state == THERE and "football" not in own


def test_the_schools_own_numbers_are_kept_and_damage_is_left_out() -> None:
    assert read_least(write_least({"umbrella": 3, "football": 2})) == {"umbrella": 3}
    assert read_least('{"umbrella": "x", "nothing": 3, "cup": -1}') == {} == read_least("{") == read_least("[]")


def test_a_name_is_taken_for_what_it_means() -> None:
    names = {"篮球": "basketball", "七号篮球": "basketball", "彩色水彩笔": "paint", "雨伞": "umbrella", "杯子": "cup"}
    for name, key in names.items():
        found = guess(name)
        assert found is not None and found.key == key
    assert guess("") is None and guess("电视机") is None
