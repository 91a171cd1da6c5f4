"""Writes an office form as a .docx: the same table that `db.xlsx` writes as a workbook."""

import io
from typing import Any

from app import late
from app.days import shown
from app.sheets import SheetOut, Span

LATIN, BODY, HEAD = "Times New Roman", "宋体", "黑体"
TITLE_PT, LINE_PT, BODY_PT = 18, 11, 10.5
MARGIN_MM = 18.0


def document_bytes(sheet: SheetOut) -> bytes:
    """Return the document: title, notes, the table with its header on every page, further sheets on new pages."""
    docx = late.load("docx")
    document = docx.Document()
    _set_up(document, sheet.landscape, docx)
    for place, one in enumerate((sheet, *sheet.more)):
        if place:
            document.add_page_break()
        _Form(document, one, docx).write()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, landscape: bool, docx: Any) -> None:
    page, mm = document.sections[0], docx.shared.Mm
    high, wide = (210, 297) if landscape else (297, 210)
    if landscape:
        page.orientation = docx.enum.section.WD_ORIENT.LANDSCAPE
    page.page_height, page.page_width = mm(high), mm(wide)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = mm(MARGIN_MM)
    _number_pages(page.footer.paragraphs[0], docx)
    style = document.styles["Normal"]
    style.font.name, style.font.size = LATIN, docx.shared.Pt(BODY_PT)
    style.element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), BODY)


def _number_pages(line: Any, docx: Any) -> None:
    """第 1 页 共 9 页."""
    line.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    for before, field in (("第 ", "PAGE"), (" 页  共 ", "NUMPAGES"), (" 页", "")):
        line.add_run(before)
        if field:
            made = docx.oxml.OxmlElement("w:fldSimple")
            made.set(docx.oxml.ns.qn("w:instr"), field)
            line._p.append(made)


class _Form:
    """One table with what stands above and below it."""

    def __init__(self, document: Any, sheet: SheetOut, docx: Any) -> None:
        self.document, self.sheet, self.docx = document, sheet, docx

    def write(self) -> None:
        sheet = self.sheet
        self._line(sheet.title, "center", HEAD, TITLE_PT)
        if sheet.left_note or sheet.right_note:
            self._line("    ".join(one for one in (sheet.left_note, sheet.middle_note, sheet.right_note) if one))
        self._table()
        for note in sheet.notes:
            self._line(note)
        if sheet.signatures:
            self._line("        ".join(sheet.signatures))

    def _line(self, text: str, align: str = "left", font: str = BODY, size: float = LINE_PT) -> None:
        line = self.document.add_paragraph()
        self._say(line, text, font, size, align)
        line.paragraph_format.space_after = self.docx.shared.Pt(4)

    def _say(self, line: Any, text: str, font: str, size: float, align: str) -> None:
        docx = self.docx
        line.alignment = getattr(docx.enum.text.WD_ALIGN_PARAGRAPH, align.upper())
        run = line.add_run(text)
        run.font.size = docx.shared.Pt(size)
        run.font.name = LATIN
        run._element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), font)

    def _table(self) -> None:
        sheet, docx = self.sheet, self.docx
        columns = sheet.columns
        table = self.document.add_table(rows=1 + len(sheet.rows), cols=len(columns))
        table.style, table.autofit = "Table Grid", False
        for column, wanted in zip(table.columns, columns, strict=True):
            column.width = docx.shared.Mm(wanted.width_mm)
        wide = {one.row: one for one in sheet.spans}
        lines = [[column.heads[0] for column in columns], *sheet.rows]
        for place, (row, values) in enumerate(zip(table.rows, lines, strict=True)):
            self._keep_whole(row, repeated=not place)
            self._row(row.cells, values, wide.get(place - 1), strong=not place or place - 1 in sheet.strong)

    def _row(self, cells: Any, values: Any, span: Span | None, *, strong: bool) -> None:
        for number, (cell, value, column) in enumerate(zip(cells, values, self.sheet.columns, strict=True)):
            cell.width = self.docx.shared.Mm(column.width_mm)
            if span is not None and span.column < number < span.column + span.columns:
                continue
            align = span.align if span is not None and number == span.column and span.align else column.align
            self._say(cell.paragraphs[0], shown(value), HEAD if strong else BODY, BODY_PT, align)
        if span is not None:
            # The name of a part does not stay alone at the foot of a page.
            cells[span.column].paragraphs[0].paragraph_format.keep_with_next = True
            cells[span.column].merge(cells[span.column + span.columns - 1])

    def _keep_whole(self, row: Any, *, repeated: bool) -> None:
        """A row is not torn over two pages; the header stands on each."""
        properties = row._tr.get_or_add_trPr()
        for tag in ("w:cantSplit", *(("w:tblHeader",) if repeated else ())):
            properties.append(self.docx.oxml.OxmlElement(tag))
