"""工作计划 under real keys on a real file: written, changed, kept as a draft, begun from the last one, in Word."""

from datetime import timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.work_plan import DONE, OF_TERM, OF_YEAR, PlanStage, WorkPlan
from tests.ui.sampled import TODAY
from ui.plan import words
from ui.plan.page import PlanPage
from ui.plan.stages import LAST, RESULT, STATE, WHAT, WHO
from ui.report.ways import _plan
from ui.window import Window


def stored(page: PlanPage) -> WorkPlan:
    plan = page.desk.plan
    assert plan is not None
    return next(one for one in page._session.store.work_plans.plans() if one.id == plan.id)


def test_the_plan_of_the_running_term_is_shown(page: PlanPage) -> None:
    plan = stored(page)
    assert plan.span == OF_TERM and len(plan.stages) == 5
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
        page.word.click()
    document = docx.Document(str(out))
    texts = [one.text for one in document.paragraphs]
    assert plan.title in texts and all(one in texts for one in plan.text.split("\n")) and "期末总结" not in texts
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert [row[0] for row in rows[1:]] == [one.what for one in plan.stages]


def test_the_assessment_leads_here(window: Window) -> None:
    assert _plan().page == "plan" and window.go("plan") is None
