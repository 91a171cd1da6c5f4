"""A text as a Word file: read back by python-docx with every word, in the typefaces and at the sizes of GB/T 9704."""

import io

import docx

from app.texts import TextOut
from db.word_text import text_bytes

TEXT = TextOut("山路上的小雨衣", ("早上六点，她先把猪喂了。", "𠮷老师说：“他们小，我不怕。” 1 & 2 <3>"), "三（1）班 周雨桐",
               ("青石坪中心小学", "2026年11月4日"), "审定：田桂英 2026年11月8日")  # fmt: skip


def test_every_word_is_there_in_its_place_and_typeface() -> None:
    document = docx.Document(io.BytesIO(text_bytes(TEXT)))
    lines = document.paragraphs
    assert [line.text for line in lines] == [
        TEXT.title, TEXT.about, *TEXT.paragraphs, "", *TEXT.signed, TEXT.note,
    ]  # fmt: skip
    body = lines[2]
    (run,) = body.runs
    fonts = run._element.rPr.rFonts
    assert fonts.get(docx.oxml.ns.qn("w:eastAsia")) == "仿宋" and run.font.size.pt == 16
    assert body._p.pPr.ind.get(docx.oxml.ns.qn("w:firstLineChars")) == "200"
    page = document.sections[0]
    assert [round(one.mm) for one in (page.page_width, page.left_margin, page.right_margin)] == [210, 28, 26]
    assert document.core_properties.author == ""
