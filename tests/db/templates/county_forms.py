"""Forms as counties send them, built as their clerks build them: a list, a form for one child, a Word file."""

from io import BytesIO
from typing import Any

import docx
import openpyxl
from docx.shared import Mm
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

THIN = Side(style="thin", color="000000")
THICK = Side(style="medium", color="000000")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def put(page: Any, place: str, text: str = "", *, size: float = 10.5, bold: bool = False, align: str = "center") -> None:
    """A framed cell, or a framed merge."""
    first = place.split(":")[0]
    for row in page[place] if ":" in place else ((page[place],),):
        for cell in row:
            cell.border = FRAME
    if ":" in place:
        page.merge_cells(place)
    page[first].value = text or None
    page[first].font = Font(name="宋体", size=size, bold=bold)
    page[first].alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)


def saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def list_form(rows: int = 6) -> bytes:
    """A landscape list: merged title, a line for school and day, a header of two rows, rows, a total and a foot."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "花名册"
    page["A1"].value = "××县农村留守儿童信息登记表"
    page["A1"].font = Font(name="黑体", size=18)
    page["A1"].alignment = Alignment(horizontal="center", vertical="center")
    page.merge_cells("A1:N1")
    page.row_dimensions[1].height = 34
    page["A2"].value = "填报单位（盖章）：                    填报日期：      年   月   日"
    page.merge_cells("A2:N2")
    single = ("序号", "姓名", "性别", "出生年月", "年级班级", "身份证号码", "家庭住址")
    for col, text in enumerate(single):
        letter = "ABCDEFG"[col]
        put(page, f"{letter}3:{letter}4", text, bold=True)
    put(page, "H3:J3", "父亲", bold=True)
    put(page, "K3:M3", "实际监护人", bold=True)
    for letter, text in zip("HIJKLM", ("姓名", "务工地点", "联系电话", "姓名", "与儿童关系", "联系电话"), strict=True):
        put(page, f"{letter}4", text, bold=True)
    put(page, "N3:N4", "是否\n寄宿", bold=True)
    for row in (3, 4):
        for cell in page[row]:
            cell.fill = PatternFill("solid", fgColor="D9E1F2")
    for row in range(5, 5 + rows):
        for letter in "ABCDEFGHIJKLMN":
            put(page, f"{letter}{row}", size=9)
        page.row_dimensions[row].height = 28
    for cell in page[4 + rows]:
        cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THICK)
    last = 5 + rows
    put(page, f"A{last}:B{last}", "合计")
    put(page, f"C{last}:N{last}", "共      人", align="left")
    page[f"A{last + 1}"].value = "校长（签名）："
    page[f"H{last + 1}"].value = "填表人（签名）："
    page[f"P{last}"].value = f"=COUNTA(B5:B{last - 1})"
    page["P1"].value = f"=P{last}"
    widths = (5, 9, 5, 9, 10, 20, 22, 9, 16, 13, 9, 9, 13, 6)
    for letter, width in zip("ABCDEFGHIJKLMN", widths, strict=True):
        page.column_dimensions[letter].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    page.print_title_rows = "3:4"
    page.print_area = f"A1:N{last + 1}"
    page.freeze_panes = "C5"
    return saved(book)


def single_form() -> bytes:
    """A registration form for one child: labels beside blanks, sections at the left, ticks, a table of the family."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "登记表"
    page["A1"].value = "农村留守儿童基本情况登记表"
    page["A1"].font = Font(name="宋体", size=16, bold=True)
    page["A1"].alignment = Alignment(horizontal="center")
    page.merge_cells("A1:H1")
    page["A2"].value = "填报单位（盖章）："
    page["A2"].alignment = page["F2"].alignment = Alignment(vertical="center")
    page["F2"].value = "填报日期："
    put(page, "A3:A6", "儿童\n基本\n情况")
    for place, text in (
        ("B3", "姓名"), ("C3", ""), ("D3", "性别"), ("E3", "男（ ）女（ ）"), ("F3", "出生年月"), ("G3:H3", ""),
        ("B4", "民族"), ("C4", ""), ("D4", "身份证号"), ("E4:H4", ""),
        ("B5", "学校及班级"), ("C5:E5", ""), ("F5", "是否寄宿"), ("G5:H5", "□是  □否"),
        ("B6", "家庭住址"), ("C6:F6", ""), ("G6", "年龄"), ("H6", ""),
    ):  # fmt: skip
        put(page, place, text)
    for top, who in ((7, "父亲"), (9, "母亲"), (11, "监护人")):
        put(page, f"A{top}:A{top + 1}", who)
        second = "与儿童关系" if who == "监护人" else "务工地"
        for place, text in (
            (f"B{top}", "姓名"), (f"C{top}:D{top}", ""), (f"E{top}", "年龄"), (f"F{top}", ""), (f"G{top}", "电话"), (f"H{top}", ""),
            (f"B{top + 1}", second), (f"C{top + 1}:D{top + 1}", ""), (f"E{top + 1}", "身份证号"), (f"F{top + 1}:H{top + 1}", ""),
        ):  # fmt: skip
            put(page, place, text)
    put(page, "A13:A16", "家庭\n成员")
    for letter, text in zip("BCDEFGH", ("称谓", "姓名", "年龄", "健康状况", "工作单位", "联系电话", "备注"), strict=True):
        put(page, f"{letter}13", text)
        for row in (14, 15, 16):
            put(page, f"{letter}{row}")
    put(page, "A17:B17", "留守类型")
    put(page, "C17:H17", "双亲留守（  ）  单亲留守（  ）  非留守（  ）", align="left")
    put(page, "A18:B18", "需要帮助的事")
    put(page, "C18:H18", "", align="left")
    page["A19"].value = "填表人（签名）："
    for letter, width in zip("ABCDEFGH", (7, 11, 12, 10, 16, 11, 14, 14), strict=True):
        page.column_dimensions[letter].width = width
    for row in range(3, 19):
        page.row_dimensions[row].height = 26
    page.row_dimensions[18].height = 40
    page.print_area = "A1:H19"
    page.row_dimensions[1].height = 30
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    notes = book.create_sheet("填表说明")
    notes["A1"].value = "一、本表由学校填写。"
    notes["A2"].value = "=登记表!C3"
    return saved(book)


def word_form() -> bytes:
    """A Word form for one child: a line with underlined blanks above, a table with merges and ticks, a foot."""
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Mm(25)
    made.add_heading("关爱服务登记卡", 1)
    line = made.add_paragraph("学校：")
    line.add_run("              ").underline = True
    line.add_run("  填表日期：____年__月__日")
    table = made.add_table(rows=7, cols=6)
    table.style = "Table Grid"
    for row, texts in enumerate((
        ("姓名", "", "性别", "□男 □女", "出生日期", ""),
        ("民族", "", "班级", "", "就读方式", "走读□ 住校□"),
        ("身份证号", "", "", "家庭住址", "", ""),
        ("父亲", "姓名", "", "联系电话", "", ""),
        ("", "务工地", "", "", "", ""),
        ("母亲姓名", "", "联系电话", "", "务工地", ""),
        ("代理家长", "", "与儿童关系", "", "联系电话", ""),
    )):  # fmt: skip
        for col, text in enumerate(texts):
            table.cell(row, col).text = text
    table.cell(2, 1).merge(table.cell(2, 2))
    table.cell(2, 4).merge(table.cell(2, 5))
    table.cell(3, 0).merge(table.cell(4, 0))
    table.cell(3, 4).merge(table.cell(3, 5))
    table.cell(4, 2).merge(table.cell(4, 5))
    made.add_paragraph("{{姓名}}同学的班主任是{{班主任}}，电话{{班主任电话}}。")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def word_list() -> bytes:
    """A Word list: a title, a table with a header and three empty rows, a total row."""
    made = docx.Document()
    made.add_heading("学生情况一览表", 1)
    made.add_paragraph("班级：________  班主任：________  人数：____")
    table = made.add_table(rows=5, cols=6)
    table.style = "Table Grid"
    for col, text in enumerate(("序号", "姓名", "性别", "身份证号", "监护人", "联系电话")):
        table.cell(0, col).text = text
    table.cell(4, 0).text = "合计"
    out = BytesIO()
    made.save(out)
    return out.getvalue()
