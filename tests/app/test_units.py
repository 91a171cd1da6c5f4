"""A thing is counted as it was before, as the equipment list has it, or as people say it."""

import pytest

from app.units import USUAL, common, suggested


@pytest.mark.parametrize(("what", "unit"), [
    ("雨伞", "把"), ("折叠雨伞", "把"), ("书包", "个"), ("绘本", "本"), ("运动鞋", "双"), ("校服", "套"), ("文具套装", "套"),
    ("图书", "册"), ("图书角书架", "个"), ("跳绳", "根"), ("电热毯子", "条"), ("中性笔", "支"), ("水彩笔", "盒"), ("  围巾 ", "条"),
    ("爱心礼包", "个"), ("惊喜", USUAL), ("", ""),
])  # fmt: skip
def test_by_its_name(what: str, unit: str) -> None:
    assert suggested(what, {}) == unit


def test_what_the_school_wrote_before_comes_first() -> None:
    assert suggested("雨伞", {"雨伞": "顶"}) == "顶" and suggested("花雨伞", {"雨伞": "顶"}) == "把"


def test_the_units_people_use_are_each_said_once() -> None:
    every = list(common())
    assert every[0] == USUAL and len(every) == len(set(every)) and all(every)
