"""Writes a text as a .docx in the manner of GB/T 9704: 22 lines of 28 characters, first lines two characters in."""

import io
from typing import Any

from app import late
from app.texts import TextOut

LATIN, TITLE, BODY, SMALL = "Times New Roman", "方正小标宋简体", "仿宋", "楷体"
TITLE_PT, TITLE_LINE, BODY_PT, BODY_LINE = 22, 33, 16, 28.95
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
"""Margins in mm: text of 156 × 225."""
SQUEEZED = "-5"
"""Twentieths of a point between characters: 28 to a line."""


def text_bytes(text: TextOut) -> bytes:
    """Return the document."""
    docx = late.load("docx")
    document = docx.Document()
    page, mm = document.sections[0], docx.shared.Mm
    page.page_width, page.page_height = mm(210), mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = mm(TOP), mm(BOTTOM), mm(LEFT), mm(RIGHT)
    document.core_properties.author = document.core_properties.comments = ""
    made = _Lines(document, docx)
    made.line(text.title, "center", TITLE, TITLE_PT, TITLE_LINE)
    made.line(text.about, "center", SMALL, BODY_PT, BODY_LINE)
    for one in text.paragraphs:
        made.line(one, "justify", BODY, BODY_PT, BODY_LINE, indent="200")
    if text.signed:
        made.line("", "left", BODY, BODY_PT, BODY_LINE)
    for one in text.signed:
        made.line(one, "right", BODY, BODY_PT, BODY_LINE)
    if text.note:
        made.line(text.note, "left", SMALL, BODY_PT, BODY_LINE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Lines:
    """Paragraphs whose every run names its Chinese typeface: Word falls back to another one otherwise."""

    def __init__(self, document: Any, docx: Any) -> None:
        self._document, self._docx = document, docx

    def line(self, text: str, align: str, face: str, pt: float, high: float, indent: str = "") -> None:
        """One paragraph with lines of exactly that height in points; `indent` in hundredths of a character."""
        docx = self._docx
        line = self._document.add_paragraph()
        line.alignment = getattr(docx.enum.text.WD_ALIGN_PARAGRAPH, align.upper())
        shape = line.paragraph_format
        shape.line_spacing, shape.space_before, shape.space_after = docx.shared.Pt(high), 0, 0
        if indent:
            shape.first_line_indent = docx.shared.Pt(2 * pt)
            line._p.pPr.ind.set(docx.oxml.ns.qn("w:firstLineChars"), indent)
        run = line.add_run(text)
        run.font.name, run.font.size = LATIN, docx.shared.Pt(pt)
        fonts = run._element.rPr.rFonts
        fonts.set(docx.oxml.ns.qn("w:eastAsia"), face)
        fonts.set(docx.oxml.ns.qn("w:hint"), "eastAsia")
        spacing = docx.oxml.OxmlElement("w:spacing")
        spacing.set(docx.oxml.ns.qn("w:val"), SQUEEZED)
        run._element.rPr.append(spacing)
