"""Writes office forms as a .docx: the same tables that `db.xlsx` writes as a workbook, each in a section of its own.

Title and what stands above the table are the section's header, signatures and page numbers its footer, so that both
stand on every page, also after somebody has added rows in WPS.
"""

import io
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from app import late
from app.days import shown
from app.sheets import Column, SheetOut, Span, Value

LATIN, BODY, HEAD, FILLED = "Times New Roman", "宋体", "黑体", "楷体"
TITLE_PT, LINE_PT, BODY_PT, LEAST_PT = 20, 11, 10.5, 22
MARGIN_MM, ABOVE_MM, HEAD_MM = 18.0, 36.0, 10.0
SPACED = 4
"""A title of so many characters at most is spread out."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS = 1440 / 25.4
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NOTHING_PT, _PAD = 1, 45


def document_bytes(sheet: SheetOut) -> bytes:
    """Return the document of the sheet and its further ones."""
    docx = late.load("docx")
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = LATIN, docx.shared.Pt(BODY_PT)
    style.element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), BODY)
    for place, one in enumerate((sheet, *sheet.more)):
        section = document.add_section() if place else document.sections[0]
        if place:
            _hide(document.paragraphs[-1], docx)
        _Form(document, section, one, docx).write()
    if not (sheet, *sheet.more)[-1].notes:
        _hide(document.add_paragraph(), docx)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _hide(line: Any, docx: Any) -> None:
    """Word wants a paragraph after a table, and one ends each section; it must not make a page of its own."""
    shape = line.paragraph_format
    shape.line_spacing = docx.shared.Pt(_NOTHING_PT)
    shape.space_before = shape.space_after = 0


class _Form:
    """One table with what stands above and below it."""

    def __init__(self, document: Any, section: Any, sheet: SheetOut, docx: Any) -> None:
        self.document, self.section, self.sheet, self.docx = document, section, sheet, docx
        self.wide = (297 if sheet.landscape else 210) - 2 * MARGIN_MM

    def write(self) -> None:
        self._page()
        self._above()
        self._below()
        body = self.document._body._body
        table = self.docx.oxml.parse_xml(_table(self.sheet))
        body.insert(len(body) - 1, table)
        for place, note in enumerate(self.sheet.notes):
            line = self.document.add_paragraph()
            self._say(line, note, BODY, BODY_PT)
            line.paragraph_format.space_before = self.docx.shared.Pt(2 if place else 8)

    def _page(self) -> None:
        section, mm, orient = self.section, self.docx.shared.Mm, self.docx.enum.section.WD_ORIENT
        high, wide = (210, 297) if self.sheet.landscape else (297, 210)
        section.orientation = orient.LANDSCAPE if self.sheet.landscape else orient.PORTRAIT
        section.page_height, section.page_width = mm(high), mm(wide)
        section.left_margin = section.right_margin = section.bottom_margin = mm(MARGIN_MM)
        section.top_margin, section.header_distance, section.footer_distance = mm(ABOVE_MM), mm(14), mm(10)
        for old in section._sectPr.findall(self.docx.oxml.ns.qn("w:pgNumType")):
            section._sectPr.remove(old)
        number = self.docx.oxml.OxmlElement("w:pgNumType")
        number.set(self.docx.oxml.ns.qn("w:start"), "1")
        # Its place is before the columns: the order is fixed.
        section._sectPr.find(self.docx.oxml.ns.qn("w:cols")).addprevious(number)

    def _above(self) -> None:
        sheet, header = self.sheet, self.section.header
        header.is_linked_to_previous = False
        title, line = header.paragraphs[0], header.add_paragraph()
        said = "　".join(sheet.title) if len(sheet.title) <= SPACED else sheet.title
        self._say(title, said, HEAD, TITLE_PT, "center")
        title.paragraph_format.space_after = self.docx.shared.Pt(6)
        self._stops(line, self.docx.enum.text.WD_TAB_ALIGNMENT.RIGHT)
        both = "  ".join(one for one in (sheet.left_note, sheet.middle_note) if one)
        self._say(line, f"{both}\t{sheet.right_note}", BODY, LINE_PT)

    def _below(self) -> None:
        """立卷人  第 1 页 共 2 页  检查人."""
        footer = self.section.footer
        footer.is_linked_to_previous = False
        line, signs = footer.paragraphs[0], self.sheet.signatures
        tabs = self.docx.enum.text.WD_TAB_ALIGNMENT
        self._stops(line, tabs.CENTER, tabs.RIGHT)
        self._say(line, (f"{signs[0]}____________" if signs else "") + "\t第 ", BODY, LINE_PT)
        self._field(line, "PAGE", "1")
        self._say(line, " 页", BODY, LINE_PT)
        if pages := self.sheet.fixed_pages:
            self._say(line, "  共 ", BODY, LINE_PT)
            self._field(line, "SECTIONPAGES", str(pages))
            self._say(line, " 页", BODY, LINE_PT)
        self._say(line, f"\t{signs[-1]}____________" if len(signs) > 1 else "\t", BODY, LINE_PT)

    def _stops(self, line: Any, *kinds: Any) -> None:
        stops = line.paragraph_format.tab_stops
        line.style = self.document.styles["Normal"]
        for place, kind in enumerate(kinds, 1):
            stops.add_tab_stop(self.docx.shared.Mm(self.wide * place / len(kinds)), kind)

    def _field(self, line: Any, code: str, value: str) -> None:
        """A number that Word counts; `value` is what it shows until then."""
        made = self.docx.oxml.OxmlElement("w:fldSimple")
        made.set(self.docx.oxml.ns.qn("w:instr"), code)
        made.append(self.docx.oxml.parse_xml(f"<w:r {_W}>{_look(BODY, LINE_PT)}<w:t>{value}</w:t></w:r>"))
        line._p.append(made)

    def _flat(self, line: Any) -> None:
        line.paragraph_format.space_before = line.paragraph_format.space_after = 0

    def _say(self, line: Any, text: str, font: str, size: float, align: str = "left") -> None:
        docx = self.docx
        line.alignment = getattr(docx.enum.text.WD_ALIGN_PARAGRAPH, align.upper())
        self._flat(line)
        run = line.add_run(_CONTROL.sub("", text))
        run.font.size = docx.shared.Pt(size)
        run.font.name = LATIN
        run._element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), font)


def _table(sheet: SheetOut) -> str:
    """The table as Word's XML: a thousand rows cell by cell would take python-docx seconds."""
    widths = [round(column.width_mm * _TWIPS) for column in sheet.columns]
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    wide = {one.row: one for one in sheet.spans}
    high = max(sheet.row_pt, LEAST_PT) * 20
    exact = f'<w:trHeight w:val="{round(high)}" w:hRule="{"exact" if sheet.page_rows else "atLeast"}"/>'
    head = f'<w:trHeight w:val="{round(HEAD_MM * _TWIPS)}" w:hRule="exact"/>' if sheet.page_rows else exact
    filled: Sequence[tuple[Value, ...]] = sheet.rows
    if sheet.page_rows:
        filled = [*filled, *[("",) * len(widths)] * (sheet.fixed_pages * sheet.page_rows - len(filled))]
    body = "".join(
        _row(row, sheet.columns, widths, exact, wide.get(place),
             HEAD if place in sheet.strong else FILLED if sheet.page_rows else BODY)
        for place, row in enumerate(filled)
    )  # fmt: skip
    heads = tuple(column.heads[0] for column in sheet.columns)
    return (
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{_PAD}" w:type="dxa"/><w:right w:w="{_PAD}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(heads, sheet.columns, widths, f'{head}<w:tblHeader/>', None, HEAD, head=True)}{body}</w:tbl>"
    )


def _row(values: Sequence[Value], columns: Sequence[Column], widths: Sequence[int], height: str, span: Span | None,
         font: str, *, head: bool = False) -> str:  # fmt: skip
    """A row that is not torn over two pages."""
    cells = []
    for number, (value, column, width) in enumerate(zip(values, columns, widths, strict=True)):
        first = span is not None and number == span.column
        if span is not None and span.column < number < span.column + span.columns:
            continue
        across, align = "", "center" if head else column.align
        if first and span is not None:
            width = sum(widths[number : number + span.columns])
            across, align = f'<w:gridSpan w:val="{span.columns}"/>', span.align or column.align
        # The name of a part does not stay alone at the foot of a page.
        keep = "<w:keepNext/>" if first else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            f'{keep}<w:spacing w:before="0" w:after="0"/><w:jc w:val="{align}"/></w:pPr>'
            f"{_run(shown(value), font)}</w:p></w:tc>"
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _run(text: str, font: str) -> str:
    if not text:
        return ""
    said = escape(_CONTROL.sub("", text)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{_look(font, BODY_PT)}<w:t xml:space="preserve">{said}</w:t></w:r>'


def _look(font: str, pt: float) -> str:
    return (f'<w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{font}"/><w:sz w:val="{round(pt * 2)}"/>'
            f'<w:szCs w:val="{round(pt * 2)}"/></w:rPr>')  # fmt: skip
