"""The blanks in the texts of forms, as counties write them."""

import pytest

from app.templates.slots import slots_of


def seen(text: str) -> list[tuple[str, str, str]]:
    """(kind, label, what it would stand in for) of every place."""
    return [(slot.kind, slot.label, text[slot.start : slot.end]) for slot in slots_of(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("姓名", []),
        ("", []),
        ("____", []),
        ("填报单位（盖章）：", [("line", "填报单位", "")]),
        ("填报单位（盖章）：        填报日期：    年  月  日",
         [("line", "填报单位", " " * 8), ("date", "填报日期", "    年  月  日")]),
        ("出生：____年__月", [("date", "出生", "____年__月")]),
        ("班级：________  班主任：________", [("line", "班级", "_" * 8), ("line", "班主任", "_" * 8)]),
        ("共      人", [("line", "共", " " * 6)]),
        ("____年级____班", [("line", "年级", "____"), ("line", "班", "____")]),
        ("{{姓名}}同学（{{ 班级 }}）", [("name", "姓名", "{{姓名}}"), ("name", "班级", "{{ 班级 }}")]),
        ("｛｛姓名｝｝", [("name", "姓名", "｛｛姓名｝｝")]),
        ("身份证号（        ）", [("line", "身份证号", " " * 8)]),
        ("填表说明：", []),
        ("注：", []),
        ("一、本表由学校填写，一式两份。", []),
        ("2026年9月1日", []),
    ],
)  # fmt: skip
def test_places(text: str, places: list[tuple[str, str, str]]) -> None:
    assert seen(text) == places


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("男（ ）女（ ）", [("", ["男", "女"])]),
        ("性别：男（）  女（）", [("性别", ["男", "女"])]),
        ("□男 □女", [("", ["男", "女"])]),
        ("男□ 女□", [("", ["男", "女"])]),
        ("男 □ 女 □", [("", ["男", "女"])]),
        ("（ ）男 （ ）女", [("", ["男", "女"])]),
        ("就读方式：□走读  □住校", [("就读方式", ["走读", "住校"])]),
        ("口是  口否", [("", ["是", "否"])]),
        ("□男 □女  住校：□是 □否", [("", ["男", "女"]), ("住校", ["是", "否"])]),
        ("男（ ） 女（ ） 住校：是（ ） 否（ ）", [("", ["男", "女"]), ("住校", ["是", "否"])]),
        ("□低保 □残疾补助 □其他（请注明____）", [("", ["低保", "残疾补助", "其他"])]),
        ("○双亲留守\n○单亲留守", [("", ["双亲留守", "单亲留守"])]),
    ],
)
def test_words_to_tick(text: str, groups: list[tuple[str, list[str]]]) -> None:
    found = [slot for slot in slots_of(text) if slot.kind == "options"]
    assert [(slot.label, [option.word for option in slot.options]) for slot in found] == groups


def test_a_tick_goes_into_the_bracket_or_in_place_of_the_box() -> None:
    (slot,) = slots_of("男（ ）女（ ）")
    assert [(option.start, option.end, option.tick) for option in slot.options] == [(2, 3, "√"), (6, 7, "√")]
    assert slot.end == 8
    (slot,) = slots_of("□男 □女")
    assert [(option.start, option.end, option.tick) for option in slot.options] == [(0, 1, "☑"), (3, 4, "☑")]
    assert slot.end == 5


def test_people_and_households_are_no_boxes() -> None:
    assert slots_of("户口性质") == ()
    assert slots_of("家庭人口 劳动人口") == ()
