"""The same content is the same bytes, whenever it was written; what it says stays."""

import io
import zipfile
from dataclasses import replace

from docx import Document
from openpyxl import load_workbook

from app.sheets import Column, SheetOut, Span
from db.steady import steady
from db.word_table import document_bytes
from db.xlsx import workbook_bytes

SHEET = SheetOut(
    "目录", "卷内目录", (Column(("序号",), 12.0), Column(("材料",), 60.0, "left")),
    (("01 组织机构", ""), ("1", "名单𠮷")), left_note="青山小学", notes=("已遮住。",), signatures=("立卷人：",),
    strong=frozenset({0}), spans=(Span(0, 0, 1, 2, "left"),),
)  # fmt: skip


def later(data: bytes) -> bytes:
    """As if it had been written at another time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, (2031, 5, 6, 7, 8, 10))
            made.writestr(entry, given.read(name).replace(b"<dcterms:modified xsi:type=\"dcterms:W3CDTF\">20", b"<dcterms:modified xsi:type=\"dcterms:W3CDTF\">31"))
    return out.getvalue()


def test_tables_in_excel_and_word() -> None:
    for ending, data in ((".xlsx", workbook_bytes(SHEET)), (".docx", document_bytes(SHEET))):
        assert later(data) != data
        assert steady(later(data), ending) == steady(data, ending) == steady(steady(data, ending), ending)
    book = load_workbook(io.BytesIO(steady(workbook_bytes(SHEET), ".xlsx")))
    assert book.active["B5"].value == "名单𠮷"


def test_a_pdf_keeps_its_length_and_loses_only_its_time() -> None:
    def pdf(second: int) -> bytes:
        uuid = f"998a3132-e931-41a3-a56a-0de7f61{second:05x}"
        return (
            f"/CreationDate (D:202611280555{second:02})\n/ModDate (D:202611280555{second:02}Z)\n"
            f'xmp:CreateDate="2026-11-28T05:55:{second:02}+00:00" DocumentID="uuid:{uuid}" 2026-11-28\n'
            f"trailer\n/ID [ <{uuid.encode().hex()}> <{uuid.encode().hex()}> ]"
        ).encode()

    one = steady(pdf(9), ".pdf")
    assert pdf(9) != pdf(10) and one == steady(pdf(10), ".pdf") and len(one) == len(pdf(9))
    assert b"2026-11-28\n" in one and b"D:2026" not in one
    assert steady(pdf(9).replace(b"2026-11-28\n", b"2026-11-29\n"), ".pdf") != one
    assert steady(b"D:20261128055509", ".jpg") == b"D:20261128055509"


def test_the_word_table_says_what_the_sheet_says() -> None:
    document = Document(io.BytesIO(document_bytes(replace(SHEET, more=(replace(SHEET, title="没放进来的"),)))))
    titles = [section.header.paragraphs[0].text for section in document.sections]
    assert titles == ["卷　内　目　录", "没放进来的"] and "第 " in document.sections[1].footer.paragraphs[0].text
    assert document.sections[0].header.paragraphs[1].text.startswith("青山小学\t")
    first, second = document.tables
    assert [cell.text for cell in first.rows[0].cells] == ["序号", "材料"]
    assert [cell.text for cell in first.rows[2].cells] == ["1", "名单𠮷"]
    assert first.rows[1].cells[0].text.strip() == "01 组织机构"
    assert "w:tblHeader" in first.rows[0]._tr.xml and len(second.rows) == 3


def test_the_name_of_a_part_stays_with_its_first_line() -> None:
    head, line = Document(io.BytesIO(document_bytes(SHEET))).tables[0].rows[1:]
    assert head.cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert not line.cells[0].paragraphs[0].paragraph_format.keep_with_next
