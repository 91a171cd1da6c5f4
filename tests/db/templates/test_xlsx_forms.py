"""Excel forms filled with the hard-case school and read back cell by cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from app.children import Child
from app.fingerprint import card_scene
from app.templates.filling import Order, fill
from app.templates.guess import guess
from app.templates.marks import LIST, Mark, Marks, Shape
from db.templates.forms import filled, form_of
from tests.db.templates.county_forms import list_form, put, saved, single_form
from tests.ui.paper.hard_school import DAY, LONG_ADDRESS, LONG_WORK, SCHOOL_NAME, child, hard_children, snapshot

CHILDREN = hard_children()


def fill_in(data: bytes, children: list[Child], *, full: bool = False, marks: Marks | None = None) -> Any:
    """The workbook after filling, as openpyxl reads it."""
    scene = card_scene(snapshot(children), DAY)
    form = form_of(data)
    out = filled(data, fill(form, marks or guess(form, DAY), Order(children, scene, full)))
    return openpyxl.load_workbook(BytesIO(out), rich_text=True)


def texts(page: Any, first: int, last: int, columns: str) -> list[list[str]]:
    return [[str(page[f"{letter}{row}"].value or "") for letter in columns] for row in range(first, last + 1)]


def test_a_list_says_everything_of_every_child() -> None:
    page = fill_in(list_form(), CHILDREN)["花名册"]
    assert page["A2"].value == f"填报单位（盖章）：{SCHOOL_NAME}  填报日期：2026年11月24日"
    assert texts(page, 5, 9, "ABCDEFGHIJKLMN") == [
        ["1", "周雨桐", "女", "2016.05", "三（1）班", "433123********0042", "湖南省湘西州凤凰县青石坪镇大坪村六组 18 号",
         "周建国", "广东省东莞市长安镇", "13900467715", "龙妹珍", "外祖母", "07430036128", "否"],
        ["2", "买买提江·阿不都热合曼·吐尔逊", "女", "2016.05", "六（12）班", "433123********0069", LONG_ADDRESS,
         "古丽娜尔·阿不都热合曼", LONG_WORK, "18600247753\n13975200612", "阿依古丽·吐尔逊江", "外祖母",
         "07430036129\n13600289035", "否"],
        ["3", "𠮷䶮", "女", "2016.05", "三（1）班", "433123********0085", "湖南省湘西州凤凰县青石坪镇大坪村六组 18 号",
         "—", "已去世", "—", "", "", "", "否"],
        ["4", "欧阳阿依古丽", "", "2017.12", "三（1）班", "", "", "", "", "", "", "", "", "否"],
        ["5", "㛃𫍽𬶏", "女", "2016.05", "六（12）班", "433123********0122", "湖南省湘西州凤凰县青石坪镇大坪村六组 18 号",
         "", "", "", "", "", "", "否"],
    ]  # fmt: skip
    assert texts(page, 10, 10, "ABCDEFGHIJKLMN") == [[""] * 14]
    assert [page["A11"].value, page["C11"].value, page["A12"].value] == ["合计", "共5人", "校长（签名）："]


def test_numbers_of_people_are_text_and_counts_are_numbers() -> None:
    page = fill_in(list_form(), CHILDREN, full=True)["花名册"]
    assert page["F5"].value == "433123201605120042"
    for letter in "BCDEFGHIJKLMN":
        cell = page[f"{letter}5"]
        assert (cell.data_type, cell.number_format) == ("s", "@"), letter
    assert (page["A5"].value, page["A5"].data_type) == (1, "n")
    assert page["F5"].border.left.style == "thin" and page["F5"].font.name == "宋体"


def test_a_list_grows_and_what_stands_below_moves_down() -> None:
    children = [child(number, f"孩子{number}") for number in range(1, 16)]
    book = fill_in(list_form(), children)
    page = book["花名册"]
    assert [page[f"B{row}"].value for row in range(5, 20)] == [one.name for one in children]
    assert [page[f"A{row}"].value for row in range(5, 20)] == list(range(1, 16))
    assert [page["A20"].value, page["C20"].value, page["A21"].value, page["H21"].value] == [
        "合计", "共15人", "校长（签名）：", "填表人（签名）：",
    ]  # fmt: skip
    assert page["P20"].value == "=COUNTA(B5:B19)" and page["P1"].value == "=P20"
    merged = {str(merge) for merge in page.merged_cells.ranges}
    assert {"A1:N1", "A2:N2", "A3:A4", "H3:J3", "A20:B20", "C20:N20"} <= merged and "A11:B11" not in merged
    assert [page.row_dimensions[row].height for row in range(5, 20)] == [28.0] * 15
    assert {page[f"{letter}{row}"].border.left.style for letter in "ABCDEFGHIJKLMN" for row in range(5, 20)} == {"thin"}
    assert page["D19"].border.bottom.style == "medium" and page["D18"].border.bottom.style == "thin"
    assert page.print_title_rows == "$3:$4" and page.print_area == "'花名册'!$A$1:$N$21"
    assert page.freeze_panes == "C5" and page.page_setup.orientation == "landscape"
    assert book.calculation.fullCalcOnLoad


def test_a_row_with_a_long_text_is_high_enough() -> None:
    page = fill_in(list_form(), CHILDREN)["花名册"]
    heights = [page.row_dimensions[row].height for row in range(5, 10)]
    assert heights[1] > 60 and heights[0] < 32 and heights[4] == 28
    assert page["G6"].alignment.wrap_text


def test_a_form_for_one_child_becomes_a_sheet_for_each() -> None:
    twins = [*CHILDREN, child(6, "周雨桐", 2)]
    book = fill_in(single_form(), twins)
    assert book.sheetnames == ["周雨桐", "买买提江·阿不都热合曼·吐尔逊", "𠮷䶮", "欧阳阿依古丽", "㛃𫍽𬶏", "周雨桐 2", "填表说明"]
    first, long, orphan = (book[name] for name in book.sheetnames[:3])
    assert {place: first[place].value for place in ("C3", "E3", "G3", "C4", "E4", "C5", "G5", "C6", "H6", "C17")} == {
        "C3": "周雨桐", "E3": "男（ ）女（√）", "G3": "2016.05", "C4": "土家族", "E4": "433123********0042", "C5": None,
        "G5": "□是  ☑否", "C6": "湖南省湘西州凤凰县青石坪镇大坪村六组 18 号", "H6": 10,
        "C17": "双亲留守（√）  单亲留守（  ）  非留守（  ）",
    }  # fmt: skip
    assert texts(first, 14, 16, "BCDEFGH") == [
        ["父亲", "周建国", "", "", "五金厂", "13900467715", ""],
        ["母亲", "吴秀英", "", "", "", "13600289034", ""],
        ["外祖母", "龙妹珍", "67", "身体一般", "", "07430036128", ""],
    ]
    assert [orphan[place].value for place in ("C7", "C8", "H7", "F7", "C9")] == ["—", "已去世", "—", "—", "石榴花"]
    assert long["C8"].value == LONG_WORK and long["A19"].value == "填表人（签名）："
    for page in (first, long, orphan):
        assert {"A3:A6", "C8:D8", "C18:H18"} <= {str(merge) for merge in page.merged_cells.ranges}
        assert page.print_area.endswith("!$A$1:$H$19") and page.page_setup.fitToWidth == 1
    assert book["填表说明"]["A1"].value == "一、本表由学校填写。" and book["填表说明"]["A2"].value == "='周雨桐'!C3"
    assert [page.sheet_view.tabSelected for page in book.worksheets[1:]].count(True) == 0


def test_one_child_keeps_the_name_of_the_sheet() -> None:
    book = fill_in(single_form(), CHILDREN[:1])
    assert book.sheetnames == ["登记表", "填表说明"] and book["登记表"]["C3"].value == "周雨桐"
    assert book["填表说明"]["A2"].value == "=登记表!C3"


def test_what_is_not_filled_in_is_as_it_was() -> None:
    before, after = openpyxl.load_workbook(BytesIO(single_form())), fill_in(single_form(), CHILDREN[:1])
    marks = guess(form_of(single_form()), DAY)
    written = {(mark.row + 1, mark.col + 1) for mark in marks.marks if mark.grid == 0}
    for row in before["登记表"].iter_rows():
        for cell in row:
            other = after["登记表"].cell(cell.row, cell.column)
            if (cell.row, cell.column) not in written:
                assert other.value == cell.value, cell.coordinate
            assert repr((other.border, other.fill)) == repr((cell.border, cell.fill)), cell.coordinate
            assert other.alignment.horizontal == cell.alignment.horizontal, cell.coordinate


def test_nothing_becomes_a_formula() -> None:
    odd = child(1, "=HYPERLINK(1)", note="+8612345", address="@SUM(A1)", former_name="-1")
    page = fill_in(list_form(), [odd])["花名册"]
    assert page["B5"].value == "=HYPERLINK(1)" and page["B5"].data_type == "s" and page["B5"].quotePrefix
    assert page["G5"].value == "@SUM(A1)" and page["G5"].quotePrefix and not page["C5"].quotePrefix


def test_control_signs_that_no_workbook_holds_are_left_out() -> None:
    assert fill_in(list_form(), [child(1, "周\x0b雨\x00桐")])["花名册"]["B5"].value == "周雨桐"


def built(make: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    make(book.active)
    return saved(book)


def test_a_header_without_rows_gets_rows_with_lines() -> None:
    def make(page: Any) -> None:
        for letter, text in zip("ABCD", ("姓名", "性别", "班级", "特长"), strict=True):
            put(page, f"{letter}1", text, bold=True)
            page[f"{letter}1"].fill = PatternFill("solid", fgColor="FFCC00")

    page = fill_in(built(make), CHILDREN)["Sheet"]
    assert texts(page, 2, 3, "ABC") == [["周雨桐", "女", "三（1）班"], ["买买提江·阿不都热合曼·吐尔逊", "女", "六（12）班"]]
    for letter in "ABCD":
        assert page[f"{letter}6"].border.left.style == "thin" and not page[f"{letter}2"].font.bold
        assert page[f"{letter}2"].fill.fill_type is None


def test_one_row_is_enough_to_grow_from_and_sums_grow_with_it() -> None:
    def make(page: Any) -> None:
        for letter, text in zip("ABCD", ("姓名", "性别", "班级", "年龄"), strict=True):
            put(page, f"{letter}1", text)
            put(page, f"{letter}2")
            put(page, f"{letter}3")
        page["A3"].value, page["D3"].value = "平均", "=AVERAGE(D2:D2)"
        page["E2"].value = '=IF(D2>9,"大"&A2,"小")'
        page.conditional_formatting.add("D2:D2", openpyxl.formatting.rule.CellIsRule(operator="lessThan", formula=["6"], font=Font(bold=True)))
        check = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"男,女"')
        check.add("B2:B2")
        page.add_data_validation(check)

    page = fill_in(built(make), CHILDREN)["Sheet"]
    assert [page[f"A{row}"].value for row in (2, 6, 7)] == ["周雨桐", "㛃𫍽𬶏", "平均"]
    assert page["D7"].value == "=AVERAGE(D2:D6)" and page["D2"].value == 10
    assert [page[f"E{row}"].value for row in (2, 4, 6)] == [f'=IF(D{row}>9,"大"&A{row},"小")' for row in (2, 4, 6)]
    assert [str(one.sqref) for one in page.conditional_formatting] == ["D2:D6"]
    assert [str(one.sqref) for one in page.data_validations.dataValidation] == ["B2:B6"]


def test_a_child_may_take_two_rows() -> None:
    def make(page: Any) -> None:
        for letter, text in zip("ABCD", ("姓名", "性别", "班级", "家里人"), strict=True):
            put(page, f"{letter}1", text)
        for row in (2, 4):
            for letter in "ABC":
                put(page, f"{letter}{row}:{letter}{row + 1}")
            put(page, f"D{row}")
            put(page, f"D{row + 1}")
        put(page, "A6", "合计")

    marks = Marks(
        (Shape(LIST, 1, 4, 2),),
        (Mark(0, 1, 0, fact="name"), Mark(0, 1, 3, fact="父亲.name"), Mark(0, 2, 3, fact="母亲.name")),
    )
    assert guess(form_of(built(make)), DAY).shape(0) == marks.shape(0)
    page = fill_in(built(make), CHILDREN, marks=marks)["Sheet"]
    assert [page[f"A{row}"].value for row in range(2, 13, 2)] == [*(one.name for one in CHILDREN), "合计"]
    assert [page[f"D{row}"].value for row in (2, 3, 6, 7)] == ["周建国", "吴秀英", "—", "石榴花"]
    assert {"A2:A3", "C6:C7", "A10:A11"} <= {str(merge) for merge in page.merged_cells.ranges}


def test_a_red_star_in_a_label_stays_red() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def make(page: Any) -> None:
        page["A1"].value = CellRichText(TextBlock(InlineFont(color="FFFF0000", b=True), "*"), "姓名：", TextBlock(InlineFont(u="single"), "          "))
        page["A2"].value = "班级：____"

    page = fill_in(built(make), CHILDREN[:1])["Sheet"]
    value = page["A1"].value
    assert str(value).startswith("*姓名：周雨桐") and "_" not in str(value)
    assert [part.font.u for part in value if hasattr(part, "font")] == [None, "single"]
    assert value[0].font.color.rgb == "FFFF0000"
    assert page["A2"].value == "班级：三（1）班"



def test_what_openpyxl_would_lose_is_kept() -> None:
    data = list_form()
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</worksheet>", b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/></worksheet>')
            if name == "[Content_Types].xml":
                content = content.replace(b"</Types>", b'<Override PartName="/xl/drawings/drawing9.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>')
            new.writestr(name, content)
        new.writestr("xl/worksheets/_rels/sheet1.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing9.xml"/></Relationships>')
        new.writestr("xl/drawings/drawing9.xml", '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>11</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')
    children = [child(number, f"孩子{number}") for number in range(1, 16)]
    form = form_of(out.getvalue())
    made = filled(out.getvalue(), fill(form, guess(form, DAY), Order(children, card_scene(snapshot(children), DAY))))
    with ZipFile(BytesIO(made)) as archive:
        drawn = archive.read("xl/drawings/drawing9.xml").decode()
        assert "<xdr:row>2</xdr:row>" in drawn and "<xdr:row>20</xdr:row>" in drawn
        assert b"drawing" in archive.read("xl/worksheets/sheet1.xml")




def test_a_text_without_lines_around_it_shrinks_before_its_neighbour() -> None:
    page = fill_in(single_form(), CHILDREN[:1])["登记表"]
    assert page["A2"].value == f"填报单位（盖章）：{SCHOOL_NAME}" and page["A2"].font.sz < 11 and not page["A2"].alignment.wrap_text
    assert page["F2"].value == "填报日期：2026年11月24日" and page["F2"].font.sz == 11


def test_ticks_in_every_row_of_a_list() -> None:
    def make(page: Any) -> None:
        for letter, text in zip("ABCD", ("姓名", "性别", "是否寄宿", "备注"), strict=True):
            put(page, f"{letter}1", text)
            for row in (2, 3):
                put(page, f"{letter}{row}", {"B": "□男 □女", "C": "是（ ） 否（ ）"}.get(letter, ""))

    page = fill_in(built(make), CHILDREN)["Sheet"]
    assert texts(page, 2, 6, "BC") == [["□男 ☑女", "是（ ） 否（√）"]] * 3 + [["□男 □女", "是（ ） 否（√）"], ["□男 ☑女", "是（ ） 否（√）"]]
