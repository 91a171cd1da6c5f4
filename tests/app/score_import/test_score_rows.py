"""The county's table read: merged cells, points in halves, rows that go on, sums, what a row is measured by."""

from datetime import date

import pytest

from app.assessment import FIGURE, JUDGED, PAPER
from app.score_import import aliases, mapping
from app.score_import.plan import NEW, REFUSED, Plan, plan
from app.sheets import Cell, SheetIn, TableFile

DAY = date(2026, 11, 24)
HEAD: tuple[Cell, ...] = ("考核指标", "目标要求", "分值", "考核内容及评分标准", "操作说明")


def read(*rows: tuple[Cell, ...], merged: tuple[tuple[int, int, int, int], ...] = (), title: str = "考核表") -> Plan:
    table = TableFile("县考核表.xlsx", "xlsx", (SheetIn("Sheet1", ((title,), *rows), merged),))
    found = mapping.guess(table)
    return plan(table, found, DAY) if found else Plan((), DAY, table.name, "")


def test_parts_are_merged_and_points_may_be_halves() -> None:
    found = read(
        HEAD, ("组织领导", "成立领导小组，校长任组长", 2.5, "有得满分", "看文件"),
        (None, "每学期家访两次", "5分", "每缺一次扣0.5分", "看家访记录"), ("日常管理", "谈心有记录", 10, "", ""),
        ("合计", None, 17.5, None, None), ("考核人：", None, "复核人：", "日期：", None), merged=((2, 0, 3, 0),),
    )  # fmt: skip
    assert [(row.item.part, row.item.what, row.item.points) for row in found.rows] == [
        ("组织领导", "成立领导小组", 5), ("组织领导", "每学期家访两次", 10), ("日常管理", "谈心有记录", 20),
    ]  # fmt: skip
    assert found.points == found.printed == 35 and found.name == "考核表"
    assert [row.item.measure for row in found.rows] == ["group", "rule:visit", "rule:talk"]
    assert [row.item.scale for row in found.rows] == ["share", "each 1", "share"]
    assert found.table.full == 35 and found.table.source == "县考核表.xlsx"


def test_a_score_merged_over_several_rows_is_one_item() -> None:
    found = read(HEAD, ("阵地建设", "有活动室", 6, "有之家得2分", ""), (None, None, None, "五室齐全得2分", ""),
                 (None, None, None, "设施配齐得2分", ""), ("管理", "有台账", 4, "", ""), merged=((2, 2, 4, 2), (2, 0, 4, 0)))  # fmt: skip
    assert [(row.item.what, row.item.points) for row in found.rows] == [("有活动室", 12), ("有台账", 8)]
    assert found.rows[0].item.criteria == "有之家得2分\n五室齐全得2分\n设施配齐得2分"


def test_what_cannot_be_read_is_named_with_its_cell() -> None:
    found = read(HEAD, ("一", "有计划", "若干", "", ""), ("二", "有总结", None, "", ""), ("三", "有台账", 2.3, "", ""),
                 ("四", "有人管", 2, "", ""))  # fmt: skip
    assert [(row.kind, row.reason, row.row, row.column) for row in found.rows] == [
        (REFUSED, "bad_points", 3, "C"), (REFUSED, "no_points", 4, "C"), (REFUSED, "bad_points", 5, "C"),
        (NEW, "", 6, "C"),
    ]  # fmt: skip
    assert found.count(NEW) == 1 and found.points == 4
    assert found.choose({0: True, 3: False}).points == 0


def test_upright_parts_and_other_headers() -> None:
    found = read(("一级指标", "二级指标", "标准分", "评分细则"), ("组\n织\n领\n导", "工作例会", 3, "专题研究两次以上"))
    assert [(row.item.part, row.item.what, row.item.measure) for row in found.rows] == [
        ("组织领导", "工作例会", "count:work_meeting 2")]  # fmt: skip


def test_a_table_without_points_is_none() -> None:
    assert read(("姓名", "性别", "班级"), ("周雨桐", "女", "三（1）班")).rows == ()


def test_remembered_columns_are_put_right_by_hand() -> None:
    table = TableFile("a.xlsx", "xlsx", (SheetIn("S", (("指标", "要点", "分值", "细则"), ("管理", "开放", 3, "按时")),),))
    (found,) = mapping.guess(table) or (mapping.by_hand(table, 0, 0),)
    right = found.with_field(1, "what").with_field(3, "criteria")
    again = mapping.by_hand(table, 0, 0).with_choices(right.choices())
    assert again.column("what") == right.column("what")
    (row,) = plan(table, [again], DAY).rows
    assert (row.item.what, row.item.criteria, row.item.points) == ("开放", "按时", 6)


@pytest.mark.parametrize(("what", "wanted"), [
    ("每月亲情通话一次", (FIGURE, "rule:family-call")), ("留守儿童底数清楚", (FIGURE, "known")),
    ("结对帮扶", (FIGURE, "pairs")), ("经费有保障", (PAPER, "1")), ("整洁卫生", (JUDGED, "")),
])  # fmt: skip
def test_the_measure_is_guessed_by_words(what: str, wanted: tuple[str, str]) -> None:
    assert aliases.measured(what, "", "") == wanted


@pytest.mark.parametrize(("criteria", "full", "wanted"), [
    ("达到90%以上得10分，80%以上得8分", 20, "steps 90:20 80:16"), ("９０％以上 10 分；80% 8.5 分", 20, "steps 90:20 80:17"),
    ("达到90%以上得10分，80%以上得8分", 30, "share"), ("80%得8分，90%得8分", 16, "share"),
    ("缺一人扣0.5分", 10, "each 1"), ("少一次扣 1 分", 10, "each 2"), ("一处未整改扣0.5分，扣完为止", 15, "each 1"),
    ("每少一户扣0.5分", 20, "each 1"), ("按比例给分", 20, "share"), ("有文件得2分，有分工得2分", 8, "share"),
])  # fmt: skip
def test_how_points_follow_is_read_from_the_words(criteria: str, full: int, wanted: str) -> None:
    assert aliases.scale(criteria, full) == wanted
