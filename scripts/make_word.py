"""Writes resources/word/: the term's report and the work plan in the manner of GB/T 9704, with places for the facts.

A school takes the report out, changes it in WPS and puts it back; the names in {{ }} are those of ui/word/facts.py and
ui/plan/document.py.
"""

import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(__file__).parent.parent / "resources" / "word"
LATIN, TITLE, HEAD, BODY, SMALL, TABLE = "Times New Roman", "方正小标宋简体", "黑体", "仿宋", "楷体", "宋体"
LINE = 28.95
SQUEEZED = "-5"
GRADES = (("年级", 30), ("学生", 21), ("留守", 21), ("女童", 21), ("单亲", 21), ("双亲", 21), ("占比", 21))
GRADE_HEADS = ("年级", "在校学生", "留守儿童", "留守女童", "单亲留守", "双亲留守", "占学生")
STAGES = (("做什么", 47), ("什么时候", 42), ("谁", 17), ("怎样了", 17), ("结果", 33))
STAGE_HEADS = ("做什么", "什么时候", "谁", "怎样了", "结果")
RULES = (("事项", 58), ("该做", 22), ("做了", 22), ("没做", 22), ("做到", 16), ("上学期", 16))
RULE_HEADS = ("做什么", "该做", "做了", "没做", "做到", "上学期")
FIRST_TERM = 5
"""Of these columns where there is no term before."""
MONTHS = (("月份", 36), ("通话", 24), ("谈心", 24), ("家访", 24), ("照料人", 24), ("父母", 24))
MONTH_HEADS = ("月份", "亲情电话", "谈心", "家访", "联系照料人", "联系父母")
PARTS = (
    ("结对帮扶", "结对"), ("关爱联系", "联系"), ("规定的事做了多少", "规则完成"), ("活动和会议", "活动"),
    ("活动室和安全", "活动室"), ("物品", "物品"), ("表彰", "表彰"), ("捐赠、保险和心愿", "捐赠"),
)  # fmt: skip
NUMERALS = "一二三四五六七八九"


def say(line: Any, text: str, face: str, pt: float, *, bold: bool = False) -> None:
    """A run that names its Chinese typeface: Word falls back to another one otherwise."""
    run = line.add_run(text)
    run.font.name, run.font.size, run.font.bold = LATIN, Pt(pt), bold or None
    fonts = run._element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")
    if pt == 16:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), SQUEEZED)
        run._element.rPr.append(spacing)


def paragraph(document: Any, *parts: tuple[str, str], pt: float = 16, indent: bool = True, align: str = "justify",
              high: float = LINE, keep: bool = False) -> Any:  # fmt: skip
    """A paragraph of (text, face) with lines of exactly that height; `keep` with the next."""
    line = document.add_paragraph()
    line.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    shape = line.paragraph_format
    shape.line_spacing, shape.space_before, shape.space_after = Pt(high), 0, 0
    shape.keep_with_next = keep or None
    if indent:
        shape.first_line_indent = Pt(2 * pt)
        line._p.pPr.ind.set(qn("w:firstLineChars"), "200")
    for text, face in parts:
        say(line, text, face, pt)
    return line


def signed(document: Any, text: str) -> None:
    """At the right, four characters in."""
    line = paragraph(document, (text, BODY), indent=False, align="right", keep=True)
    line.paragraph_format.right_indent = Pt(64)
    line._p.pPr.ind.set(qn("w:rightChars"), "400")


def off_the_grid(line: Any) -> None:
    """Else every line is as high as one of the text, or as several."""
    loose = OxmlElement("w:snapToGrid")
    loose.set(qn("w:val"), "0")
    line._p.get_or_add_pPr().insert_element_before(loose, "w:spacing", "w:ind", "w:jc", "w:rPr")


def picture(document: Any, name: str) -> None:
    """A chart under the table it is of, where there is one; its line is as high as itself."""
    paragraph(document, ("{%p if " + name + " %}", BODY))
    line = paragraph(document, ("{{ " + name + " }}", BODY), indent=False, align="center")
    line.paragraph_format.line_spacing_rule, line.paragraph_format.space_before = WD_LINE_SPACING.SINGLE, Pt(6)
    off_the_grid(line)
    paragraph(document, ("{%p endif %}", BODY))


def table(document: Any, title: str, rows: str, columns: tuple[tuple[str, int], ...], heads: tuple[str, ...],
          *, when: str = "", together: bool = False, left: tuple[str, ...] = ()) -> None:  # fmt: skip
    """A table of as many lines as there are `rows`, if `when`; its head stands on every page, no line is torn.
    `together`: nor is the table, if a page holds it, nor parted from what follows. `left`: columns of texts, else the
    first."""
    paragraph(document, ("{%p if " + (when or rows) + " %}", BODY))
    if title:
        paragraph(document, (title, HEAD), pt=12, indent=False, align="center", keep=True)
    made = document.add_table(rows=4, cols=len(columns))
    made.style, made.autofit, made.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    texts = (heads, ("{%tr for 行 in " + rows + " %}",), tuple("{{ 行." + one + " }}" for one, _mm in columns),
             ("{%tr endfor %}",))  # fmt: skip
    for place, (row, said) in enumerate(zip(made.rows, texts, strict=True)):
        properties = row._tr.get_or_add_trPr()
        for tag in ("w:cantSplit", *(() if place else ("w:tblHeader",))):
            properties.append(OxmlElement(tag))
        for number, (cell, (name, mm)) in enumerate(zip(row.cells, columns, strict=True)):
            cell.width = Mm(mm)
            line = cell.paragraphs[0]
            aside = place and (name in left if left else not number)
            line.alignment = WD_ALIGN_PARAGRAPH.LEFT if aside else WD_ALIGN_PARAGRAPH.CENTER
            line.paragraph_format.space_after = line.paragraph_format.space_before = Pt(2 if together else 3)
            line.paragraph_format.keep_with_next = together or None
            line.paragraph_format.line_spacing = Pt(14)
            off_the_grid(line)
            say(line, said[number] if number < len(said) else "", TABLE if place else HEAD, 10.5)
    for column, (_name, mm) in zip(made.columns, columns, strict=True):
        column.width = Mm(mm)
    paragraph(document, ("{%p endif %}", BODY))


def page_numbers(document: Any) -> None:
    """— 1 —, at the right on odd pages, at the left on even ones, one character in."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.footer_distance = Mm(25)
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        line = footer.paragraphs[0]
        line.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
        setattr(line.paragraph_format, f"{align}_indent", Pt(14))
        say(line, "— ", TABLE, 14)
        run = line.add_run()
        run.font.name, run.font.size = TABLE, Pt(14)
        for kind in ("begin", "", "end"):
            mark = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark.text = " PAGE "
            run._element.append(mark)
        say(line, " —", TABLE, 14)


def paper() -> Any:
    """A4 with the margins of GB/T 9704: 22 lines of 28 characters."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    grid = page._sectPr.find(qn("w:docGrid"))
    grid = OxmlElement("w:docGrid") if grid is None else grid
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")
    if grid.getparent() is None:
        page._sectPr.append(grid)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), BODY)
    document.core_properties.author = document.core_properties.comments = ""
    page_numbers(document)
    return document


def report() -> Any:
    """The report of a term."""
    document = paper()
    for text in ("", "{{ 学校 }}", "{{ 学期 }}关爱工作总结", ""):
        paragraph(document, (text, TITLE), pt=22, indent=False, align="center", high=33)
    paragraph(document, ("{{ 导语 }}", BODY))
    heading(document, 1, "基本情况")
    for one in ("基本情况", "分布", "和上学期比"):
        paragraph(document, ("{{ " + one + " }}", BODY))
    heading(document, 2, "主要工作")
    for place, (title, name) in enumerate(PARTS):
        paragraph(document, (f"（{NUMERALS[place]}）{title}。", SMALL), ("{{ " + name + " }}", BODY))
    heading(document, 3, "存在的问题")
    paragraph(document, ("{{ 问题 }}", BODY))
    heading(document, 4, "下一步打算")
    paragraph(document, ("{{ 打算 }}", BODY), keep=True)
    paragraph(document, ("", BODY), keep=True)
    paragraph(document, ("附件：关爱工作数字表", BODY), keep=True)
    paragraph(document, ("", BODY), keep=True)
    signed(document, "{{ 学校 }}")
    signed(document, "{{ 日期 }}")
    enclosed(document)
    return document


def enclosed(document: Any) -> None:
    """The tables, each with its chart beneath, on pages of their own: so no gap is left in the text."""
    head = paragraph(document, ("附件　关爱工作数字表（截至{{ 截至 }}）", HEAD), indent=False, keep=True)
    head.paragraph_format.page_break_before = True
    table(document, "各年级留守儿童（人）", "各年级", GRADES, GRADE_HEADS, together=True)
    picture(document, "年级图")
    table(document, "各月联系次数（次）", "各月", MONTHS, MONTH_HEADS, together=True)
    picture(document, "月份图")
    title = "规定的事该做和做了多少（次）"
    table(document, title, "各项规则", RULES, RULE_HEADS, when="各项规则 and 上学期", together=True)
    first = (("事项", 74), *RULES[1:FIRST_TERM])
    table(document, title, "各项规则", first, RULE_HEADS[:FIRST_TERM], when="各项规则 and not 上学期", together=True)
    picture(document, "规则图")


def lines(document: Any, name: str) -> None:
    """As many paragraphs as somebody wrote."""
    paragraph(document, ("{%p for 段 in " + name + " %}", BODY))
    paragraph(document, ("{{ 段.字 }}", BODY))
    paragraph(document, ("{%p endfor %}", BODY))


def section(document: Any, numbers: str, title: str, name: str) -> None:
    """A heading and what somebody wrote, if anything is written."""
    paragraph(document, ("{%p if " + name + " %}", BODY))
    head = paragraph(document, (title, HEAD), keep=True)
    head.paragraph_format.space_before = Pt(8)
    numbered(head, numbers, 0)
    lines(document, name)
    paragraph(document, ("{%p endif %}", BODY))


def numbering(document: Any) -> str:
    """Word's own numbers 一、 and （一）: they stay right whatever parts are written. Returns their id."""
    part = document.part.numbering_part.element
    made = OxmlElement("w:abstractNum")
    made.set(qn("w:abstractNumId"), "90")
    for level, pattern in enumerate(("%1、", "（%2）")):
        one = OxmlElement("w:lvl")
        one.set(qn("w:ilvl"), str(level))
        for tag, value in (("start", "1"), ("numFmt", "chineseCounting"), ("suff", "nothing"), ("lvlText", pattern)):
            child = OxmlElement(f"w:{tag}")
            child.set(qn("w:val"), value)
            one.append(child)
        made.append(one)
    part.insert(0, made)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "90")
    number.append(of)
    part.append(number)
    return "90"


def numbered(line: Any, numbers: str, level: int) -> None:
    """The paragraph gets the next number of its level, in its own typeface."""
    shape = line._p.get_or_add_pPr().get_or_add_numPr()
    shape.get_or_add_ilvl().val, shape.get_or_add_numId().val = level, int(numbers)
    face = deepcopy(line.runs[0]._element.rPr)  # the number is set as the paragraph's mark is
    line._p.pPr.append(face)


def plan() -> Any:
    """The work plan of a term or year."""
    document = paper()
    for text in ("", "{{ 学校 }}", "{{ 题目 }}", ""):
        paragraph(document, (text, TITLE), pt=22, indent=False, align="center", high=33)
    numbers = numbering(document)
    section(document, numbers, "总体打算", "打算")
    paragraph(document, ("{%p if 各部分 %}", BODY))
    numbered(paragraph(document, ("工作安排", HEAD), keep=True), numbers, 0)
    paragraph(document, ("{%p for 部分 in 各部分 %}", BODY))
    paragraph(document, ("{%p if 部分.名 %}", BODY))
    numbered(paragraph(document, ("{{ 部分.名 }}", SMALL), keep=True), numbers, 1)
    paragraph(document, ("{%p endif %}", BODY))
    table(document, "", "部分.分步", STAGES, STAGE_HEADS, left=("做什么", "结果"))
    paragraph(document, ("{%p endfor %}", BODY))
    paragraph(document, ("{%p endif %}", BODY))
    section(document, numbers, "期中检查", "期中")
    section(document, numbers, "期末总结", "期末")
    paragraph(document, ("", BODY), keep=True)
    signed(document, "{{ 学校 }}")
    signed(document, "{{ 日期 }}")
    return document


def heading(document: Any, number: int, text: str) -> None:
    """一、基本情况, never the last line of a page."""
    paragraph(document, (f"{NUMERALS[number - 1]}、{text}", HEAD), keep=True)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, made in (("report", report), ("plan", plan)):
        made().save(str(folder / f"{name}.docx"))
