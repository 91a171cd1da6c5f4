"""工作计划 under real keys on a real file: written, changed, kept as a draft, begun from the last one, in Word."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.changes import Insert
from app.work_plan import DONE, OF_TERM, OF_YEAR, PlanStage, WorkPlan
from resources import word
from tests.ui.hands import CONTROL, Hands
from tests.ui.sampled import TODAY
from ui import plan_words as words
from ui.paper.jobs import audit_of
from ui.paper.plan_sheet import PlanJob, plan_scopes
from ui.paper.print_page import PrintPage
from ui.plan.document import facts
from ui.plan.page import PlanPage
from ui.plan.stages import LAST, RESULT, STATE, WHAT, WHO
from ui.report.ways import _plan
from ui.window import Window
from ui.word.forms import PLAN


def stored(page: PlanPage) -> WorkPlan:
    plan = page.desk.plan
    assert plan is not None
    return next(one for one in page._session.store.work_plans.plans() if one.id == plan.id)


def test_the_plan_of_the_running_term_is_shown(page: PlanPage) -> None:
    plan = stored(page)
    assert plan.span == OF_TERM and len(plan.stages) == 8 and all(one.staff_id for one in plan.stages)
    late = sum(one.is_late(TODAY) for one in plan.stages)
    assert page.head.heading.text() == words.finding(plan, OF_TERM, TODAY) and not late
    assert page.desk.fields["title"].value() == plan.title


def test_a_stage_is_done_and_taken_back(page: PlanPage) -> None:
    desk, before = page.desk, stored(page)
    row = before.stages[-1].id
    desk.stages.put(STATE, {row: "做好了"})
    desk.stages.put(RESULT, {row: "装了 13 盒"})
    desk.stages.add_lines([{WHAT: "再看一遍", LAST: "12.31"}])
    assert desk.commit()
    now = stored(page)
    assert (now.stages[-2].state, now.stages[-2].result) == (DONE, "装了 13 盒")
    assert now.stages[-1].until_day is not None and now.stages[-1].until_day.isoformat() == "2026-12-31"
    page._session.undo()
    assert stored(page) == before and page.desk.told().stages[-1].result == ""


def test_what_is_wrong_is_said_and_nothing_stored(page: PlanPage, qtbot: QtBot) -> None:
    before = stored(page)
    page.desk.stages.add_lines([{WHAT: "找人", WHO: "没有这个人", LAST: "下个月"}])
    with qtbot.waitSignal(page._session.failed) as failed:
        assert not page.desk.commit()
    assert "没有存下" in failed.args[0] and stored(page) == before
    page._session.drafts.drop(page.desk.draft())
    page._turn()
    assert page.desk.told().stages[-1].what == before.stages[-1].what


def test_what_is_half_typed_stays(page: PlanPage, window: Window) -> None:
    editor = page.desk.fields["midterm"].editor
    editor.setPlainText("过半了")  # type: ignore[attr-defined]
    page.desk.keep()
    page.span.choose(OF_YEAR)
    assert page.desk.fields["midterm"].typed() == ""
    page.span.choose(OF_TERM)
    assert page.desk.fields["midterm"].typed() == "过半了"
    page._session.drafts.drop(page.desk.draft())


def test_last_times_plan_is_a_start(page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, now = page.desk, stored(page)
    assert desk.term is not None
    first = desk.term.from_day
    old = WorkPlan(99, 99, OF_TERM, "上学期的", "打算", stages=(PlanStage(7, 99, "家访", first, first, DONE, "去了"),))
    monkeypatch.setattr(type(desk), "_last", lambda _self, _plans: old)
    monkeypatch.setattr(type(desk), "_first", lambda _self, _term: first - timedelta(weeks=26))
    desk.begin_from_last()
    told = desk.told()
    assert told.title == words.proposed_title(desk.term.code, OF_TERM) and told.text == "打算"
    assert [(one.what, one.state, one.from_day) for one in told.stages] == [("家访", "open", first + timedelta(weeks=26))]
    page._session.drafts.drop(desk.draft())
    page._turn()
    assert desk.told().title == now.title


def test_the_plan_in_word(page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    out, plan = tmp_path / "计划.docx", stored(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    with qtbot.waitSignal(page._session.said):
        page.word.go.click()
    document = docx.Document(str(out))
    texts = [one.text for one in document.paragraphs]
    assert plan.title in texts and all(one in texts for one in (*plan.text.split("\n"), *plan.midterm.split("\n")))
    assert "总体打算" in texts and "期中检查" in texts and "期末总结" not in texts and "{" not in "".join(texts)
    assert told(document) == [[one.what for one in plan.stages]]
    assert [cell.text for cell in document.tables[0].rows[1].cells][2:4] == ["龙正华", "做好了"]


def test_the_years_plan_has_the_stages_of_its_terms(page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    qtbot: QtBot) -> None:  # fmt: skip
    out, term = tmp_path / "学年.docx", stored(page)
    page.span.choose(OF_YEAR)
    year = stored(page)
    assert not page.desk.terms.isHidden()
    links = [one.accessibleName() for one in page.desk.terms.links if not one.isHidden()]
    assert links == ["第一学期 8 步，做好了 4 步"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    with qtbot.waitSignal(page._session.said):
        page.word.go.click()
    document = docx.Document(str(out))
    assert told(document) == [[one.what for one in plan.stages] for plan in (year, term)]
    texts = [one.text for one in document.paragraphs]
    assert texts.index("全年") < texts.index("第一学期")
    page.desk.terms.links[0].click()
    assert page.span.current() == OF_TERM and stored(page) == term and page.desk.terms.isHidden()


def test_the_years_plan_is_the_same_one_in_spring(page: PlanPage, qtbot: QtBot) -> None:
    session = page._session
    spring = {"code": "2026-2", "from_day": "2027-02-22", "until_day": "2027-07-02"}
    session.apply("下学期", [Insert("term", spring)])
    page.span.choose(OF_YEAR)
    year = stored(page)
    page.arrive(("2026-2", OF_YEAR))
    assert stored(page) == year and page.desk.start.isHidden()
    page.desk.fields["midterm"].editor.setPlainText("过了一半")  # type: ignore[attr-defined]
    assert page.desk.commit()
    assert replace(stored(page), midterm="") == year and stored(page).midterm == "过了一半"
    page.span.choose(OF_TERM)
    assert page.desk.plan is None and not page.print.isEnabled() and not page.word.go.isEnabled()
    for leave in (page.export, page.print_out):
        with qtbot.waitSignal(session.failed) as failed:
            leave()
        assert failed.args == ["这份计划还没记下，先按 Ctrl+Enter"]
    session.undo()
    session.undo()


def test_the_plan_in_excel(page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    out, term = tmp_path / "计划.xlsx", stored(page)
    page.span.choose(OF_YEAR)
    year = stored(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    with qtbot.waitSignal(page._session.said):
        page.sheet.click()
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    stages = [*year.stages, *term.stages]
    assert [row[1] for row in rows if isinstance(row[0], int)] == [one.what for one in stages]
    days = [row[2:4] for row in rows if isinstance(row[0], int)]
    assert [[one.date() for one in pair] for pair in days] == [[one.from_day, one.until_day] for one in stages]
    assert {"全年", "第一学期"} <= {row[0] for row in rows}
    assert any(str(row[0]).startswith("总体打算：全年把") for row in rows)


def test_the_plan_on_paper(page: PlanPage, window: Window) -> None:
    plan, hands = stored(page), Hands(window)
    hands.key(Qt.Key.Key_P, CONTROL)
    paper = window.page
    assert isinstance(paper, PrintPage)
    job = paper.job()
    assert isinstance(job, PlanJob) and job.plan == plan
    offered = [one.words for one in plan_scopes(page._session)]
    assert offered == ["2026年秋季学期计划", "2026—2027学年计划"], "short enough for the choice in a narrow window"
    assert paper.heading.text() == f"打印{plan.title}：8 步，1 张纸" and "签字盖章" in paper.panel.counts.text()
    assert audit_of(job) == ("print_work_plan", "children=0")


def test_what_was_typed_is_stored_before_it_leaves(page: PlanPage, window: Window) -> None:
    before = stored(page)
    page.desk.fields["review"].editor.setPlainText("做成了")  # type: ignore[attr-defined]
    page.print_out()
    found = window.page
    assert isinstance(found, PrintPage)
    job = found.job()
    assert isinstance(job, PlanJob) and job.plan == replace(before, review="做成了")
    page._session.undo()
    assert stored(page) == before


def test_the_school_writes_its_plan_by_its_own_form(page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    qtbot: QtBot) -> None:  # fmt: skip
    session, hands = page._session, Hands(page.window())  # type: ignore[arg-type]
    own, wrong, out = tmp_path / "自己的.docx", tmp_path / "写错.docx", tmp_path / "计划.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(own), ""))
    with qtbot.waitSignal(session.said):
        page.word.save_form()
    assert own.read_bytes() == word.form(PLAN)
    document = docx.Document(str(own))
    document.paragraphs[4].insert_paragraph_before("{{ 学校 }}的话，{% for 行 in 分步 %}{{ 行.哪部分 }}{{ 行.做什么 }}；{% endfor %}")
    document.save(str(own))
    document.paragraphs[4].text = "本校{{ 学笑 }}"
    document.save(str(wrong))
    with qtbot.waitSignal(session.failed) as failed:
        page.word.keep_form(wrong)
    assert "学笑" in failed.args[0] and session.store.own_forms.of(PLAN) is None
    with qtbot.waitSignal(session.said):
        page.word.keep_form(own)
    assert hands.label() == "换计划的 Word 模板" and session.store.own_forms.of("report") is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    with qtbot.waitSignal(session.said):
        page.word.go.click()
    said = [one.text for one in docx.Document(str(out)).paragraphs]
    assert f"{session.snapshot.school.name}的话，{''.join(f'{one.what}；' for one in stored(page).stages)}" in said
    session.undo()
    assert session.store.own_forms.of(PLAN) is None


def test_a_form_of_before_still_fills(page: PlanPage) -> None:
    """Schools have taken out the form of before, which knew one table of all stages."""
    document = docx.Document()
    for one in ("{{ 学校 }}{{ 题目 }}", "{%p for 段 in 打算 %}", "{{ 段.字 }}", "{%p endfor %}", "{{ 日期 }}{{ 学期 }}"):
        document.add_paragraph(one)
    table = document.add_table(rows=3, cols=1)
    row = "{{ 行.做什么 }}{{ 行.什么时候 }}{{ 行.谁 }}{{ 行.怎样了 }}{{ 行.结果 }}"
    for cell, text in zip(table.columns[0].cells, ("{%tr for 行 in 分步 %}", row, "{%tr endfor %}"), strict=True):
        cell.text = text
    content = io.BytesIO()
    document.save(content)
    session, plan = page._session, stored(page)
    made = session.disk.fill_word(content.getvalue(), facts(session.snapshot, session.store, plan))
    rows = docx.Document(io.BytesIO(made)).tables[0].rows
    assert len(rows) == len(plan.stages) and rows[0].cells[0].text.startswith(plan.stages[0].what)


def told(document: Any) -> list[list[str]]:
    """What the tables say is to be done."""
    return [[row.cells[0].text for row in one.rows[1:]] for one in document.tables]


def test_the_assessment_leads_here(window: Window) -> None:
    assert _plan().page == "plan" and window.go("plan") is None
