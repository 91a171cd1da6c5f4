"""Office forms in Excel: text stays text, rows are high enough, the page is set up, a file is whole or not there."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from app.sheets import Chart, Column, SheetOut, Span
from app.store import CannotWrite
from db.xlsx import CellTooLong, column_width, row_height, write_sheet

COLUMNS = (
    Column(("序号",), 8),
    Column(("姓名",), 16),
    Column(("父亲", "姓名"), 16),
    Column(("父亲", "电话"), 22),
    Column(("备注",), 30, "left"),
)
SHEET = SheetOut(
    name="花名册",
    title="青石坪中心小学2026—2027学年第一学期花名册",
    columns=COLUMNS,
    rows=tuple((str(number), "阿依古丽·买买提", "周建国", "13900467715", "") for number in range(1, 41)),
    left_note="填报单位（盖章）：青石坪中心小学",
    right_note="填报日期：2026年11月24日",
    total=("合计", "40 人。"),
    signatures=("单位负责人（签名）：", "审核人（签名）：", "填表人（签名）："),
)


def read(path: Path) -> "openpyxl.worksheet.worksheet.Worksheet":
    return openpyxl.load_workbook(path).active


def test_the_form_of_the_office(tmp_path: Path) -> None:
    path = tmp_path / "学校 软件𠮷" / "花名册.xlsx"
    path.parent.mkdir()
    write_sheet(SHEET, path)
    page = read(path)
    assert page["A1"].value == SHEET.title
    assert page["A2"].value == SHEET.left_note
    merged = {str(box) for box in page.merged_cells.ranges}
    assert {"A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A45:B45", "C45:E45"} <= merged
    assert [page.cell(4, column).value for column in (3, 4)] == ["姓名", "电话"]
    assert page["C45"].value == "40 人。"
    assert page["A46"].value == "单位负责人（签名）："
    assert page.print_title_rows == "$3:$4"
    assert page.freeze_panes == "C5"
    assert page.page_setup.orientation == "landscape" and page.page_setup.paperSize == 9
    assert page.page_setup.fitToWidth == 1 and page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter.center.text == "第 &P 页  共 &N 页"
    assert page.page_margins.footer == pytest.approx(11 / 25.4)
    assert page.print_area == "'花名册'!$A$1:$E$46"
    assert page.parent._named_styles["Normal"].font.name == "Arial"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "\t=1", '=HYPERLINK("x")', "0012", "1e5"])
def test_nothing_becomes_a_formula_or_a_number(tmp_path: Path, text: str) -> None:
    path = tmp_path / "f.xlsx"
    row = ("1", text, text, text, text)
    write_sheet(replace(SHEET, rows=(row,), title=text, left_note=text, total=(text, text)), path)
    page = read(path)
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                assert cell.data_type == "s"
                assert cell.number_format == "@" and cell.quotePrefix
    assert page["B5"].value == text


def test_ids_and_phones_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    write_sheet(replace(SHEET, rows=(("1", "周雨桐", "", "13900467715", "433123201605120046"),)), path)
    page = read(path)
    assert page["D5"].value == "13900467715" and page["E5"].value == "433123201605120046"


def test_a_name_with_a_dot_is_small_and_rows_are_high_enough(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    write_sheet(SHEET, path)
    page = read(path)
    assert page["B5"].font.size == 7.5 and page["C5"].font.size == 9.5
    long = ("1", "周雨桐", "", "13900467715\n15000723318", "门前有一棵大樟树，从岔路口往左走三百米再过一座小桥" * 2)
    assert row_height(COLUMNS, long) > 4 * 13
    assert row_height(COLUMNS, ("1", "周雨桐", "", "", "")) == 28


def test_column_width_is_the_measured_one() -> None:
    assert column_width(25.4) == pytest.approx((96 - 5) / 7 + 0.71)


def test_the_last_page_is_never_the_total_alone(tmp_path: Path) -> None:
    breaks = {}
    for count in range(1, 60):
        path = tmp_path / "f.xlsx"
        write_sheet(replace(SHEET, rows=SHEET.rows[:1] * count), path)
        breaks[count] = [found.id for found in read(path).row_breaks.brk]
    forced = {count: ids for count, ids in breaks.items() if ids}
    assert forced and all(ids == [count + 4 - 3] for count, ids in forced.items())
    assert not breaks[1] and not breaks[8]


def test_a_plain_sheet_without_head_and_foot(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    columns = (Column(("姓名",), 20), Column(("原因",), 60, "left"))
    write_sheet(SheetOut("没导入的行", "", columns, (("蒙", "姓名只有一个字"),)), path)
    page = read(path)
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [["姓名", "原因"], ["蒙", "姓名只有一个字"]]
    assert page.print_title_rows == "$1:$1"


def test_no_rows_at_all(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    write_sheet(replace(SHEET, rows=()), path)
    assert read(path)["A5"].value == "合计"


def test_characters_excel_cannot_hold_do_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    write_sheet(replace(SHEET, rows=(("1", "周\x0b雨\x00桐", "", "", ""),)), path)
    assert read(path)["B5"].value == "周雨桐"


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(b"before")
    with pytest.raises(CellTooLong):
        write_sheet(replace(SHEET, rows=(("1", "周", "", "", "长" * 32_768),)), path)
    assert path.read_bytes() == b"before"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_sheet(SHEET, tmp_path / "gone" / "f.xlsx")


def test_charts_are_excels_own_and_stand_below_the_table_on_the_page(tmp_path: Path) -> None:
    columns = (Column(("年级",), 40), Column(("在校\n学生",), 30), Column(("留守儿童",), 30))
    sheet = SheetOut("年级", "各年级", columns, (("一年级", 18, 6), ("二年级", 17, 8), ("合计", 35, 14)), charts=(
        Chart("各年级人数", 0, (1, 2), (0, 1)), Chart("留守儿童", 0, (2,), (0, 1), lines=True)))  # fmt: skip
    write_sheet(sheet, tmp_path / "图.xlsx")
    page = read(tmp_path / "图.xlsx")
    bars, line = page._charts
    assert [one.val.numRef.f for one in bars.series] == ["'年级'!$B$3:$B$4", "'年级'!$C$3:$C$4"]
    assert bars.series[0].cat.numRef is not None or bars.series[0].cat.strRef is not None
    assert [one.tx.v for one in bars.series] == ["在校学生", "留守儿童"]
    assert bars.legend is not None and line.legend is None
    assert not bars.x_axis.delete and not bars.y_axis.delete
    rows = [one.anchor._from.row for one in (bars, line)]
    last = int(page.print_area.split("$")[-1])
    assert 5 < rows[0] < rows[1] < last


def test_a_day_is_a_day_of_excel(tmp_path: Path) -> None:
    columns = (Column(("做什么",), 40.0, "left"), Column(("哪天",), 32.0))
    sheet = SheetOut("计划", "计划", columns, (("家访", date(2026, 10, 5)), ("总结", "")))
    write_sheet(sheet, tmp_path / "计划.xlsx")
    cells = [row[1] for row in read(tmp_path / "计划.xlsx").iter_rows(min_row=3)]
    assert cells[0].is_date and cells[0].value == datetime(2026, 10, 5) and "年" in cells[0].number_format
    assert cells[1].value is None


def test_the_head_of_a_section_is_bold_and_never_ends_a_page(tmp_path: Path) -> None:
    columns = (Column(("项目",), 100, "inset"), Column(("本学期",), 50))
    for before in range(30, 60):
        rows = (("谈心", 1),) * before + (("活动", ""),) + (("开会", 1),) * 20
        sheet = SheetOut("数字", "数字", columns, rows, row_pt=14.0, landscape=False, sections=frozenset({before}))
        write_sheet(sheet, tmp_path / "f.xlsx")
        page = read(tmp_path / "f.xlsx")
        head = before + 3
        assert page.cell(head, 1).value == "活动" and page.cell(head, 1).font.bold
        assert f"A{head}:B{head}" in {str(one) for one in page.merged_cells.ranges}
        assert page.cell(head + 1, 1).alignment.indent == 1 and not page.cell(head + 1, 1).font.bold
        room, used = 269 * 72 / 25.4, sum(page.row_dimensions[row].height for row in range(1, head + 4))
        forced = [one.id for one in page.row_breaks.brk]
        fits = used <= room or used - 3 * 14.0 > room
        assert (head - 1 in forced) == (not fits), before


def test_series_are_told_apart_without_colours(tmp_path: Path) -> None:
    columns = (Column(("月份",), 40), *(Column((one,), 20) for one in "甲乙丙丁戊"))
    rows = tuple((f"{month}月", 1, 2, 3, 4, 5) for month in (9, 10, 11))
    whole = (1, 2, 3, 4, 5)
    sheet = SheetOut("月", "各月", columns, rows, charts=(
        Chart("条", 0, whole, (0, 2)), Chart("线", 0, whole, (0, 2), lines=True)))  # fmt: skip
    write_sheet(sheet, tmp_path / "图.xlsx")
    bars, lines = read(tmp_path / "图.xlsx")._charts
    looks = [one.graphicalProperties for one in bars.series]
    fills = [one.pattFill.prst if one.pattFill is not None else one.solidFill.srgbClr for one in looks]
    assert len(set(fills)) == 5 and all(one.line.solidFill.srgbClr == "000000" for one in looks)
    marks = [(one.graphicalProperties.line.dashStyle, one.marker.symbol) for one in lines.series]
    assert len(set(marks)) == 5


def test_a_long_title_takes_two_lines(tmp_path: Path) -> None:
    columns = (Column(("姓名",), 40), Column(("年级",), 40))
    for title, lines in (("花名册", 1), ("青石坪中心小学2026—2027学年第一学期花名册", 2)):
        write_sheet(SheetOut("表", title, columns, (("蒙", "一年级"),)), tmp_path / "f.xlsx")
        assert read(tmp_path / "f.xlsx").row_dimensions[1].height == 32 * lines


def test_rows_of_a_joined_cell_and_a_head_with_what_follows_stay_on_one_page(tmp_path: Path) -> None:
    columns = (Column(("项",), 40.0), Column(("文件",), 200.0, "left"))
    rows: list[tuple[str, str]] = []
    spans = []
    for part in range(8):
        spans.append(Span(len(rows), 0, 1, 2, "left"))
        rows.append((f"第{part}部分", ""))
        for item in range(3):
            spans.append(Span(len(rows), 0, 3))
            rows += [(f"{part}-{item}", "一"), ("", "二"), ("", "三")]
    path = tmp_path / "目录.xlsx"
    write_sheet(SheetOut("目录", "目录", columns, tuple(rows), spans=tuple(spans)), path)
    page = read(path)
    first = next(cell.row for cell in page["A"] if cell.value == "第0部分")
    breaks = {one.id - first + 1 for one in page.row_breaks.brk}
    assert breaks
    heads = {span.row for span in spans if span.columns == 2}
    inside = {row for span in spans if span.rows > 1 for row in range(span.row + 1, span.row + span.rows)}
    assert not breaks & inside, "no item is parted"
    assert not breaks & {head + 1 for head in heads}, "no head stands alone at the foot"
