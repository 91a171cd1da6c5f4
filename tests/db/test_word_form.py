"""A Word file of the school is filled as it stands, or refused with what is wrong and where; it sees nothing else."""

import io

import docx
import pytest

from app.word_form import FormRefused
from db.word_form import filled


def form(*paragraphs: str, row: str = "") -> bytes:
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    if row:
        table = document.add_table(rows=3, cols=1)
        for cell, text in zip(table.columns[0].cells, ("{%tr for 行 in 各年级 %}", row, "{%tr endfor %}"), strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FACTS = {"学校": "甲&乙<小学>", "各年级": [{"年级": "一年级"}, {"年级": "二年级"}]}


def test_text_and_tables_are_filled() -> None:
    document = docx.Document(io.BytesIO(filled(form("{{ 学校 }}好", row="{{ 行.年级 }}"), FACTS)))
    assert document.paragraphs[0].text == "甲&乙<小学>好"
    assert [cell.text for cell in document.tables[0].columns[0].cells] == ["一年级", "二年级"]


@pytest.mark.parametrize(("text", "row", "reason", "what", "where"), [
    ("本校{{ 学笑 }}", "", "unknown", "学笑", "本校{{ 学笑 }}"),
    ("", "{{ 行.年纪 }}", "unknown", "年纪", "{{ 行.年纪 }}"),
    ("{% for 一 in 各年级 %}没有收尾", "", "mark", "", None),
    ("本校{{ 学校 好 }}", "", "mark", "", "本校{{ 学校 好 }}"),
    ("{{ 学校.__class__.__mro__ }}", "", "fill", "", ""),
    ("{% for 一 in range(9) %}{% endfor %}", "", "unknown", "range", None),
    ("{{ 学校 + 1 }}", "", "fill", "", ""),
    ("{{ 1 / 0 }}", "", "fill", "", ""),
])  # fmt: skip
def test_what_cannot_be_filled_is_named(text: str, row: str, reason: str, what: str, where: str | None) -> None:
    with pytest.raises(FormRefused) as refused:
        filled(form("前面", text, "后面", row=row), FACTS)
    assert (refused.value.reason, refused.value.what) == (reason, what)
    assert where is None or refused.value.where == where


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04half", form("x")[:2000]])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(FormRefused) as refused:
        filled(content, FACTS)
    assert refused.value.reason == "file"
