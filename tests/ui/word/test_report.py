"""The term's report in Word says the figures and nothing else; by the school's own form, or why not."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.edits.word_form import use_form
from app.figures import Book, Figure
from app.figures.terms import term_before
from resources import word
from tests.ui.hands import CONTROL, Hands
from tests.ui.sampled import TODAY
from ui import term_words
from ui.figures.page import FiguresPage
from ui.paper.term_sheet import ruled
from ui.word.facts import facts
from ui.word.forms import REPORT, form_in_use
from ui.word.gaps import gaps
from ui.word.outlook import intentions, problems
from ui.word.report import report, score_of
from ui.word.sentences import against, spread
from ui.word.told import Told
from ui.word.works import rules


def opened(page: FiguresPage) -> tuple[Book, Any]:
    book, session = page.book, page._session
    assert book is not None
    made = report(session.disk, session.store, session.snapshot, book, TODAY)
    assert made.refused == ""
    return book, docx.Document(io.BytesIO(made.content))


def allowed(book: Book) -> set[int]:
    """Every number that the figures can give."""
    done, owed = book.rules
    found = {done, owed, owed - done, 0, TODAY.year, TODAY.month, TODAY.day, 2026, 2027}
    for one in book.figures.values():
        found |= {one.value, one.of or 0, (one.of or 0) - one.value, one.value // 100, one.value % 100}
        found.add(int(term_words.percent(one).rstrip("%") or 0))
    found.add(int(term_words.percent(Figure("rule.all", done, owed, tuple)).rstrip("%")))
    contacts = [one for one in book.figures.values() if one.group == "contact"]
    found |= {sum(one.value for one in contacts), sum((one.of or 0) - one.value for one in contacts)}
    return found | {line.amount or 0 for line in book.figures["pairs.mentors"].names()}


def test_every_number_is_a_figure(page: FiguresPage) -> None:
    book, document = opened(page)
    text = "\n".join(one.text for one in document.paragraphs)
    assert "{" not in text and "None" not in text
    score = score_of(page._session.store, page._session.snapshot, book)
    assert score is not None
    lacking = {one.found.owed - one.found.done for one in score.items if one.found is not None}
    lacking |= {sum(each.times for each in one.found.lacks) for one in score.items if one.found is not None}
    assert {int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", text)} <= allowed(book) | lacking
    figures = book.figures
    for key, pattern in [
        ("children.pupils", "全校在校学生{0}人"), ("children.left", "有留守儿童{0}人"),
        ("children.civil", "农村儿童），有{0}人"), ("pairs.mentored", "和{0}名留守儿童结对"), ("contact.talk", "谈心{0}次"),
        ("room.opened", "本学期开放{0}次"), ("asset.owned", "种{0}件"), ("award.children", "受表彰的孩子{0}人"),
        ("problem.open", "检查发现的问题还有{0}件没有解决"),
    ]:  # fmt: skip
        assert (pattern.format(figures[key].value) in text) == bool(figures[key].value), key
    assert "没有上学期的数字可以比" in text
    assert len(document.inline_shapes) == 3


def test_the_tables_are_those_of_the_figures(page: FiguresPage) -> None:
    book, document = opened(page)
    grades, months, rules = document.tables
    total = [cell.text for cell in grades.rows[-1].cells]
    keys = ("pupils", "left", "left_girls", "one_away", "both_away")
    assert total[1:6] == [str(book.figures[f"children.{key}"].value) for key in keys]
    by_grade = [one for one in book.figures.values() if one.group == "grade"]
    assert [row.cells[2].text for row in grades.rows[1:-1]] == [str(one.value) for one in by_grade]
    said = [[cell.text for cell in row.cells] for row in rules.rows[1:]]
    assert said == [[str(one) for one in row[:5]] for row in ruled(book, page._session.snapshot)], "no term before"
    kinds = ("family_call", "talk", "home_visit", "carer_contact", "parent_contact")
    whole = [book.figures[f"contact.{kind}"].value for kind in kinds]
    assert [cell.text for cell in months.rows[-1].cells] == ["合计", *map(str, whole)]
    assert [sum(int(row.cells[n].text) for row in months.rows[1:-1]) for n in range(1, 6)] == whole


def test_a_table_is_never_parted_from_its_title_and_chart(page: FiguresPage) -> None:
    _book, document = opened(page)
    body = list(document.element.body)
    for table in document.tables:
        lines = [line for row in table.rows for cell in row.cells for line in cell.paragraphs]
        assert all(line.paragraph_format.keep_with_next for line in lines)
        before, after = (Paragraph(body[body.index(table._tbl) + step], document) for step in (-1, 1))
        assert before.text and before.paragraph_format.keep_with_next
        assert after._p.xpath(".//w:drawing"), "the chart of a table stands under it"


def test_best_and_worst_are_said_as_the_figures_have_them(page: FiguresPage) -> None:
    assert page.book is not None
    some = {"rule.talk": (3, 4), "rule.carer": (4, 4), "rule.family-call": (5, 5), "rule.visit": (1, 2)}
    figures = {key: one for key, one in page.book.figures.items() if one.group != "rule"}
    figures |= {key: Figure(key, value, of, tuple) for key, (value, of) in some.items()}
    told = Told(replace(page.book, figures=figures), page._session.snapshot)
    assert rules(told).startswith(
        "按学校定的关爱规则，到期该做15次，做了13次，做到87%。做得最好的是联系照料人、亲情电话或书信，都做到100%；做得最差的是家访，做到50%。没有做的2次是：")
    both = {key: Figure(key, 9, 9, tuple) for key in ("grade.1", "grade.2")}
    told = Told(replace(page.book, figures=figures | both), page._session.snapshot)
    assert "占比最高的是一年级、二年级，占100%。" in spread(told)


def test_nothing_reads_as_nothing(page: FiguresPage) -> None:
    assert page.book is not None
    none = {key: replace(one, value=0, of=None if one.of is None else 0, names=tuple, missing=tuple)
            for key, one in page.book.figures.items()}  # fmt: skip
    said = facts(replace(page.book, figures=none), page._session.snapshot, TODAY)
    text = "".join(one for one in said.values() if isinstance(one, str))
    for sentence in ("本学期没有联系的记录。", "本学期没有表彰。", "本学期没有收到捐赠。", "学校还没有活动室。", "台账里还没有物品。", "本学期没有到期的事。",
                     "按学籍口径，没有留守儿童。", "到期的事都做了，发现的问题都解决了。"):  # fmt: skip
        assert sentence in text
    assert "，。" not in text and "；。" not in text and "。。" not in text


def test_the_problems_are_what_costs_points_the_most_first_and_each_is_answered(page: FiguresPage) -> None:
    assert page.book is not None
    told = Told(page.book, page._session.snapshot)
    score = score_of(page._session.store, page._session.snapshot, page.book)
    assert score is not None
    costs = gaps(score, told)
    said, answered = problems(told, costs), intentions(told, costs)
    for what, words in (("帮扶计划", "名留守儿童还没有帮扶计划"), ("活动资料", "次活动没有留下照片和材料"), ("设施配备", "样没有配够"),
                        ("帮扶责任书", "名留守儿童的帮扶责任书没有签"), ("照护协议", "名留守儿童的照护协议没有签"),
                        ("家长会", "个班没有开家长会"), ("监护人培训", "监护人培训还差")):  # fmt: skip
        one = next(each for each in score.items if each.item.what == what)
        assert one.found is not None
        lacks = one.gain and one.found.owed > one.found.done
        assert (words in said) == bool(lacks), what
        if lacks and what != "监护人培训":
            assert f"{one.found.owed - one.found.done}{words}" in said
    assert all(one in said for one in ("规定的事没有全部做到", "没有办结", "按民政口径"))
    assert said.count("；") == answered.count("；") <= 7 and "，；" not in said + answered
    points = [sum(one.points for one in costs if one.problem and one.problem in part) for part in said.split("；")]
    assert points[0] > 0 and points[0] >= points[-1]
    alone = problems(told)
    assert alone == problems(told, gaps(None, told)) and "帮扶计划" not in alone and alone.startswith("一是规定的事没有全部做到")


def test_a_term_before_is_told_of(page: FiguresPage) -> None:
    assert page.book is not None
    term = page.book.term
    before = {key: replace(one, value=max(0, one.value - 2)) for key, one in page.book.figures.items()}
    assert term_before(page._session.snapshot, term) is None
    told = Told(replace(page.book, last=term, before=before), page._session.snapshot)
    assert "在校学生多2人" in against(told) and against(told).startswith("和上学期末相比，")
    assert problems(told).startswith("一是") and intentions(told).startswith("一是")
    session = page._session
    made = report(session.disk, session.store, session.snapshot, told.book, TODAY)
    heads = [cell.text for cell in docx.Document(io.BytesIO(made.content)).tables[2].rows[0].cells]
    assert heads[-1] == "上学期" and len(heads) == 6


def test_the_school_writes_by_its_own_form(page: FiguresPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                           qtbot: QtBot) -> None:  # fmt: skip
    session = page._session
    own, wrong, out = tmp_path / "自己的.docx", tmp_path / "写错.docx", tmp_path / "总结.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(own), ""))
    with qtbot.waitSignal(session.said):
        page.word.save_form()
    assert own.read_bytes() == word.form("report")
    document = docx.Document(str(own))
    document.paragraphs[4].insert_paragraph_before("本校{{ 学校 }}的话")
    document.save(str(own))
    with qtbot.waitSignal(session.said):
        page.word.keep_form(own)
    assert session.store.own_forms.of(REPORT)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    with qtbot.waitSignal(session.said):
        page.word.go.click()
    assert any(one.text == f"本校{session.snapshot.school.name}的话" for one in docx.Document(str(out)).paragraphs)
    document.paragraphs[4].text = "本校{{ 学笑 }}"
    document.save(str(wrong))
    with qtbot.waitSignal(session.failed) as failed:
        page.word.keep_form(wrong)
    assert "学笑" in failed.args[0] and "本校" in failed.args[0]
    session.apply("换模板", use_form(REPORT, session.store.keep_file(wrong.read_bytes()), session.store.own_forms.of(REPORT)))
    with qtbot.waitSignal(session.failed) as failed:
        page.word.go.click()
    assert "用的是原来的" in failed.args[0] and out.exists()
    page.word.drop_form()
    assert session.store.own_forms.of(REPORT) is None


def test_another_form_is_taken_back_like_any_action(page: FiguresPage, tmp_path: Path, qtbot: QtBot) -> None:
    session = page._session
    store, hands = session.store, Hands(page.window())  # type: ignore[arg-type]
    own = tmp_path / "自己的.docx"
    document = docx.Document(io.BytesIO(word.form("report")))
    document.paragraphs[4].insert_paragraph_before("本校{{ 学校 }}的话")
    document.save(str(own))
    with qtbot.waitSignal(session.said) as said:
        page.word.keep_form(own)
    assert said.args == ["以后的报告照“自己的.docx”写，Ctrl+Z 撤回"] and hands.label() == "换报告的 Word 模板"
    first = store.own_forms.of(REPORT)
    assert first is not None and form_in_use(store, REPORT) == own.read_bytes()
    document.paragraphs[4].insert_paragraph_before("再加一句")
    document.save(str(own))
    with qtbot.waitSignal(session.said):
        page.word.keep_form(own)
    assert form_in_use(store, REPORT) == own.read_bytes()
    page.listing.focus_first()
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert store.own_forms.of(REPORT) == first
    page.word.drop_form()
    assert form_in_use(store, REPORT) == word.form("report")
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert store.own_forms.of(REPORT) == first and store.attached_state().sound
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert store.own_forms.of(REPORT) is None
    hands.key(Qt.Key.Key_Y, CONTROL)
    assert store.own_forms.of(REPORT) == first
    hands.key(Qt.Key.Key_Z, CONTROL)

