"""The statistics in Excel: numbers are numbers, zero is a dash, and what does not add up says so."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.sample import sample_school
from app.school import Snapshot
from app.statistics import ALL, CIVIL, REGISTER, Head, Statistics, statistics
from db.xlsx import write_sheet
from ui.paper.stats_sheet import file_name, stats_sheet

DAY = date(2026, 11, 24)
SCHOOL = "青石坪中心小学"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return sample_school(DAY).snapshot


@pytest.fixture(scope="module")
def found(snapshot: Snapshot) -> Statistics:
    return statistics(snapshot, DAY)


@pytest.fixture(scope="module")
def book(found: Statistics, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("统计 表") / "统计.xlsx"
    write_sheet(stats_sheet(found, SCHOOL, DAY), path)
    return openpyxl.load_workbook(path)


def figures(page: Any, top: int, left: int, rows: int, columns: int) -> list[tuple[int, ...]]:
    return [tuple(page.cell(top + r, left + c).value for c in range(columns)) for r in range(rows)]


def test_the_register_s_sheet_is_the_form(book: Any, found: Statistics) -> None:
    page = book["学籍口径"]
    table = found.table(REGISTER)
    assert page["A1"].value == "青石坪中心小学留守儿童情况统计表"
    heads = [page.cell(4, column).value or page.cell(3, column).value for column in range(1, 17)]
    assert [head.replace("\n", "") for head in heads] == [
        "年级", "性别", "在校学生", "留守儿童合计", "父母都外出", "只父亲外出", "只母亲外出", "未采集", "祖父母外祖父母", "在家的父或母",
        "其他亲戚", "其他人或无人", "未采集", "寄宿", "走读", "未采集",
    ]  # fmt: skip
    assert [page.cell(5, column).value for column in range(1, 17)] == ["甲", "乙", *map(str, range(1, 15))]
    assert figures(page, 6, 3, 21, 14) == list(table.numbers)
    assert [page.cell(6 + 3 * grade, 1).value for grade in range(7)] == [
        "一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "合计"]
    assert page["C6"].data_type == "n" and page["C6"].number_format == '0;-0;"—"'
    assert [page.cell(27, column).value for column in (1, 3, 5, 9, 14)] == [
        "核对", "小计=男+女 相符", "2栏=3+4+5+6栏 相符", "2栏=7+8+9+10+11栏 相符", "2栏=12+13+14栏 相符"]
    merged = {str(box) for box in page.merged_cells.ranges}
    assert {"A3:A4", "E3:H3", "I3:M3", "N3:P3", "A6:A8", "A24:A26", "A27:B27", "E27:H27"} <= merged


def test_it_is_one_landscape_page_with_medium_lines_between_the_groups(book: Any) -> None:
    for page in book:
        assert page.page_setup.fitToWidth == page.page_setup.fitToHeight == 1
        assert page.page_setup.orientation == "landscape"
    page = book["学籍口径"]
    assert page["H10"].border.right.style == page["I10"].border.left.style == "medium"
    assert page["G10"].border.right.style == "thin"
    assert page["C9"].border.top.style == page["C8"].border.bottom.style == "medium"
    assert page["P27"].border.right.style == page["A27"].border.left.style == "medium"


def test_civil_affairs_two_sheets(book: Any, found: Statistics) -> None:
    numbers = list(found.table(CIVIL).numbers)
    page = book["民政口径"]
    assert figures(page, 6, 3, 26, 11) == numbers[:26]
    assert page["A6"].value == "合计" and page["B7"].value == "农村户籍"
    assert page["C32"].value == "1栏=2+5+8+11栏，2栏=3+4栏，5栏=6+7栏，8栏=9+10栏 相符"
    assert page["J32"].value == "每项各行相加=合计 相符"
    assert page["A33"].value.startswith("另有待核实 8 人不在表内：户口性质没填 6 人")
    aid = book["民政口径（救助）"]
    assert figures(aid, 6, 3, 13, 11) == [numbers[0], *numbers[26:]]
    assert "人次" in aid["A20"].value


def test_no_formula_and_no_child(book: Any, snapshot: Snapshot) -> None:
    names = {child.name for child in snapshot.children.values()}
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f" and cell.value not in names


def test_a_sum_that_is_out_says_so_on_the_paper(found: Statistics) -> None:
    table = found.table(REGISTER)
    cells = [list(line) for line in table.cells]
    place = table.columns.index(Head("carer", "relatives"))
    cells[table.lines.index(Head("3", "女"))][place] += (999, 998)  # type: ignore[operator]
    wrong = replace(table, cells=tuple(map(tuple, cells)))
    sheet = stats_sheet(replace(found, tables=(wrong, found.table(CIVIL))), SCHOOL, DAY)
    assert [text for text, _columns in sheet.foot] == [
        "核对", "小计=男+女 不符，差 4", "2栏=3+4+5+6栏 相符", "2栏=7+8+9+10+11栏 不符，差 2", "2栏=12+13+14栏 相符"]


def test_so_does_one_of_civil_affairs(found: Statistics) -> None:
    table = found.table(CIVIL)
    cells = [list(line) for line in table.cells]
    cells[table.lines.index(Head("health", "weak"))][table.columns.index(Head("6-13", "女"))] += (999,)  # type: ignore[operator]
    wrong = replace(table, cells=tuple(map(tuple, cells)))
    _register, first, second = (sheet := stats_sheet(replace(found, tables=(found.table(REGISTER), wrong)), SCHOOL, DAY),
                                *sheet.more)  # fmt: skip
    assert [text for text, _columns in first.foot][1:] == [
        "1栏=2+5+8+11栏，2栏=3+4栏，5栏=6+7栏，8栏=9+10栏 不符，差 1", "每项各行相加=合计 不符，差 1"]
    assert second.foot[2][0] == "每项各行相加=合计 相符"


def test_numbers_other_than_the_roster_s_say_so_on_the_paper(found: Statistics) -> None:
    other = replace(found.counts, left_behind=found.counts.left_behind - 1)
    sheet = stats_sheet(replace(found, counts=other), SCHOOL, DAY)
    assert "留守儿童与名册 不符，差 1" in sheet.notes


def test_a_child_without_a_sex_has_a_line_and_the_check_names_it(snapshot: Snapshot) -> None:
    first = next(iter(snapshot.children.values()))
    children = snapshot.children | {first.id: replace(first, sex="")}
    sheet = stats_sheet(statistics(replace(snapshot, children=children), DAY), SCHOOL, DAY)
    assert sheet.foot[1][0] == "小计=男+女+未填 相符"
    assert [row[1] for row in sheet.rows].count("未填") == 2


def test_a_past_day_says_what_has_no_date(snapshot: Snapshot) -> None:
    sheet = stats_sheet(statistics(snapshot, date(2026, 9, 1)), SCHOOL, DAY)
    assert "住宿没有登记日期，按现在的资料统计。" in sheet.notes
    assert sheet.right_note == "截止日期：2026年9月1日　单位：人"


def test_a_school_without_pupils(snapshot: Snapshot) -> None:
    sheet = stats_sheet(statistics(replace(snapshot, children={}), DAY), SCHOOL, DAY)
    assert [row[2] for row in sheet.rows] == [0, 0, 0]
    assert Head(ALL, ALL) in statistics(replace(snapshot, children={}), DAY).table(CIVIL).lines


def test_file_names_do_not_say_left_behind() -> None:
    assert file_name(SCHOOL, DAY) == "青石坪中心小学情况统计表（截至2026年11月24日）.xlsx"


def test_it_can_be_written_when_empty(snapshot: Snapshot, tmp_path: Path) -> None:
    write_sheet(stats_sheet(statistics(replace(snapshot, children={}), DAY), SCHOOL, DAY), tmp_path / "空.xlsx")
    assert openpyxl.load_workbook(tmp_path / "空.xlsx").sheetnames == ["学籍口径", "民政口径", "民政口径（救助）"]
