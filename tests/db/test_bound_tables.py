"""Tables that lead somewhere in Excel, and whose pages are of fixed rows in Word."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from docx import Document
from openpyxl import load_workbook

from app.sheets import Column, Link, SheetOut
from db.word_table import document_bytes
from db.xlsx import workbook_bytes

COLUMNS = (Column(("序号",), 12.0), Column(("材料",), 60.0, "left"))
FORM = SheetOut("卷内目录", "卷内目录", COLUMNS, (("1", "名单\x07"), ("2", "<照片>\n两张")), left_note="档号 QS-2026-1-05",
                right_note="结对帮扶", row_pt=30.3, page_rows=21, signatures=("立卷人：", "检查人："), landscape=False)  # fmt: skip


def test_a_cell_opens_a_file_or_leads_to_a_row_of_another_sheet() -> None:
    links = (Link(0, 1, "../05 结对帮扶/01 100% #1 一览表.pdf"), Link(1, 0, sheet="卷内目录", to_row=1), Link(1, 1, sheet="没有"))
    data = workbook_bytes(replace(FORM, name="总目录", left_note="", right_note="", links=links, more=(FORM,)))
    sheet = load_workbook(io.BytesIO(data))["总目录"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert set(cells) == {"名单", "2"}
    assert cells["名单"].hyperlink.target == "../05%20结对帮扶/01%20100%25%20%231%20一览表.pdf"
    assert cells["2"].hyperlink.location == "'卷内目录'!A5" and cells["2"].font.underline == "single"
    assert load_workbook(io.BytesIO(data))["卷内目录"]["A5"].value == "2"
    part = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/_rels/sheet1.xml.rels").decode("utf-8")
    assert 'TargetMode="External"' in part and "05%20结对帮扶" in part


@pytest.mark.parametrize(("lines", "pages"), [(0, 1), (2, 1), (20, 1), (21, 2), (45, 3)])
def test_pages_of_fixed_rows_with_room_to_go_on(lines: int, pages: int) -> None:
    form = replace(FORM, rows=tuple((str(number), "材料") for number in range(lines)))
    assert form.fixed_pages == pages
    document = Document(io.BytesIO(document_bytes(form)))
    (table,) = document.tables
    assert len(table.rows) == 1 + 21 * pages and table.rows[-1].cells[1].text == ""
    assert 'w:val="606" w:hRule="exact"' in table.rows[1]._tr.xml and "w:tblHeader" in table.rows[0]._tr.xml
    foot = document.sections[0].footer.paragraphs[0]
    words = "".join(ElementTree.fromstring(foot._p.xml).itertext()).replace("\n", "").replace(" ", "")
    assert "立卷人：____________第1页共" in words and f"共{pages}页检查人：" in words and "SECTIONPAGES" in foot._p.xml


def test_each_table_begins_its_own_numbers() -> None:
    second = replace(FORM, title="按考核内容找材料", page_rows=0, landscape=True, signatures=(), notes=("说明",))
    document = Document(io.BytesIO(document_bytes(replace(FORM, more=(second,)))))
    one, two = document.sections
    assert [section._sectPr.xml.count('w:pgNumType w:start="1"') for section in (one, two)] == [1, 1]
    assert one.page_height > one.page_width and two.page_width > two.page_height
    assert one.header.paragraphs[0].text == "卷　内　目　录" and two.header.paragraphs[0].text == "按考核内容找材料"
    assert document.tables[0].rows[2].cells[1].text == "<照片>\n两张" and len(document.tables[1].rows) == 3
    assert document.paragraphs[-1].text == "说明" and "\x07" not in document.tables[0].rows[1].cells[1].text


def test_the_head_of_a_section_is_one_line_high() -> None:
    form = replace(FORM, rows=(("04 儿童档案　QS-2026-1-04", ""), ("1", "名单")), row_pt=0.0, sections=frozenset({0}))
    heights = load_workbook(io.BytesIO(workbook_bytes(form))).active.row_dimensions
    assert heights[4].height == heights[5].height
