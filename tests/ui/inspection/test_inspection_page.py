"""The page 迎检自查 by keys on a real file: the self-check, inspections with their problems, closing, what 今日 says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.edits import inspection as edits
from app.edits.inspection import ClosedTold, ProblemTold
from app.inspection import points
from app.problems import Problem
from app.self_check import ASKS, FINE, OPEN
from app.today_home import to_solve
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.inspection.conftest import TODAY
from ui import inspection_book as books
from ui import inspection_sheets as sheets
from ui.inspection import sights
from ui.inspection.errand import CLOSE, PROBLEM, Errand
from ui.inspection.page import InspectionPage
from ui.inspection.sights import UNMENDED
from ui.pages import PAGES
from ui.paper.inspection_papers import PAPERS, InspectionJob, _record, round_job
from ui.paper.jobs import audit_of, paper_of
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.pieces.date_field import DateField
from ui.session import Session
from ui.window import Window
from ui.work import Work

K = Qt.Key
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hand:
    """Keys and what came of them."""

    def __init__(self, window: Window) -> None:
        self.window, self.session, self.store = window, window.session, window.session.store
        self.failed: list[str] = []
        self.session.failed.connect(self.failed.append)

    @property
    def page(self) -> InspectionPage:
        assert isinstance(self.window.page, InspectionPage)
        return self.window.page

    @property
    def book(self) -> books.Book:
        return self.page.desk.book

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        where = QApplication.focusWidget()
        assert where is not None, "the cursor is nowhere"
        QTest.keyClick(where, key, with_)

    def type_into(self, name: str, text: str) -> None:
        field = self.page.desk.form.fields[name]
        assert field.isVisible(), name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(K.Key_A, CONTROL)
        where = QApplication.focusWidget()
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(where, composed)
        if isinstance(field, DateField):
            self.key(K.Key_Tab)

    def enter(self) -> None:
        self.key(K.Key_Return, CONTROL)

    def heading(self) -> str:
        return self.page.desk.list.head.heading.text()

    def label(self) -> str:
        action = self.store.last_action()
        assert action is not None
        return action.label


@pytest.fixture
def hand(qtbot: QtBot, store: FileStore) -> Callable[..., Hand]:
    disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))

    def show(want: object = None, width: int = 1366, height: int = 697) -> Hand:
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("inspection", want)
        return Hand(window)

    return show


def place(key: str) -> int:
    return [one.key for one in points()].index(key) + 1


def test_the_heading_counts_and_a_key_answers_one_point_after_the_other(hand: Callable[..., Hand]) -> None:
    it = hand()
    state = it.book.state
    left = len(state.left)
    assert it.heading() == f"自查 {len(points())} 项，还差 {left} 项"
    asked = [row for row, one in enumerate(state.checked, 1) if one.state == ASKS]
    assert asked == [place("reported")]
    it.page.desk.open_record(books.CHECK, asked[0])
    it.page.desk.record.go.setFocus()
    it.enter()
    assert it.label() == "自查上报的材料留了底：有" and it.heading().endswith(f"还差 {left - 1} 项")
    assert it.book.state.checked[asked[0] - 1].state == FINE
    it.page.desk.acts.change(books.CHECK, asked[0])
    it.type_into("evidence", "第 5 盒")
    it.enter()
    said = next(one for one in it.store.inspection.answers(1) if one.point == "reported")
    assert (said.answer, said.evidence, said.day) == ("yes", "第 5 盒", TODAY)
    it.session.undo()
    it.session.undo()
    assert it.heading().endswith(f"还差 {left} 项")


def test_every_point_that_is_left_has_a_link_and_leads_at_least_to_itself(hand: Callable[..., Hand]) -> None:
    it = hand()
    grid = it.page.desk.list.grids[books.CHECK]
    columns = [one.key for one in grid.shown_columns()]
    said = {row: grid._model.cell(row, columns.index("way")).text for row in grid.rows()}
    states = {row: one.state for row, one in enumerate(it.book.state.checked, 1)}
    left = [row for row, state in states.items() if state in OPEN]
    assert left and all(said[row] for row in left)
    assert not [row for row, state in states.items() if state == FINE and said[row]]
    stays = next(row for row in left if sights.way_of(it.book.state.checked[row - 1]) is None)
    grid.acted.emit(stays, "way")
    record = it.page.desk.record
    assert record.isVisible() and record.what == (books.CHECK, stays)


def test_in_a_narrow_window_the_keys_are_those_of_what_is_seen(hand: Callable[..., Hand]) -> None:
    it = hand(width=911, height=465)
    assert "Enter" in dict(it.page.keys())
    it.page.desk.list.more.click()
    assert it.page.desk.list.isHidden() and it.page.keys() == [("F4", "记一次检查"), ("Esc", "看名单")]
    assert it.page.back() and "Enter" in dict(it.page.keys())


def test_what_is_counted_is_what_the_other_pages_count_and_leads_there(hand: Callable[..., Hand]) -> None:
    it = hand()
    posted = it.book.state.checked[place("posted") - 1]
    assert posted.found is not None and posted.found.owed == len(it.session.snapshot.rooms)
    it.page.desk.open_record(books.CHECK, place("posted"))
    assert it.page.desk.record.go.label() == "去活动室"
    it.page.desk.record.go.setFocus()
    it.enter()
    assert type(it.window.page).__name__ == "RoomsPage"


def test_an_inspection_is_written_with_its_problems_and_meets_its_point(hand: Callable[..., Hand]) -> None:
    it = hand("round:fire")
    form = it.page.desk.form
    assert it.page.desk.panel is form and form.fields["kind"].value() == "消防"
    it.type_into("found", "食堂：灭火器过期")
    it.key(K.Key_Return)
    assert "\n" in form.fields["found"].typed() or form.errand is not None
    form.fields["found"].put_back("食堂：灭火器过期\n过道堆了桌子")
    it.type_into("due_on", "2026-12-1")
    it.enter()
    assert it.label() == "记下消防检查，查出 2 个问题" and not it.failed
    state = it.book.state
    assert state.checked[place("fire") - 1].state == FINE and "fire" not in state.not_held
    found = [one for one in state.waiting if one.kind == "fire"]
    assert {(one.place, one.what, one.due_on) for one in found} == {
        ("食堂", "灭火器过期", date(2026, 12, 1)), ("", "过道堆了桌子", date(2026, 12, 1)),
    }  # fmt: skip
    assert it.page.desk.record.heading.text() == "消防检查"
    it.session.undo()
    assert not [one for one in it.book.state.problems.values() if one.what == "过道堆了桌子"]


def test_a_problem_is_closed_and_a_wrong_day_is_said_beneath_the_field(hand: Callable[..., Hand]) -> None:
    it = hand("problems")
    assert it.heading() == "1 个问题过期没改好"
    late = it.book.state.waiting[0]
    it.page.desk.open_record(books.PROBLEMS, late.id)
    it.page.desk.record.go.setFocus()
    it.enter()
    assert it.page.desk.form.errand == Errand(CLOSE, late.id)
    it.type_into("result", "镇里装了围栏")
    it.type_into("closed_on", "2026-8-1")
    it.enter()
    assert it.page.desk.form.fields["closed_on"].error() == "比查出来那天还早，换一天"
    it.type_into("closed_on", "2026-11-20")
    it.enter()
    done = it.book.state.problems[late.id]
    assert (done.closed_on, done.result, done.closed_by) == (date(2026, 11, 20), "镇里装了围栏", "李秀兰")
    assert it.heading() == "查出的问题都改好了"
    it.page.desk.acts.act("reopen")
    assert it.heading() == "1 个问题过期没改好"


def test_findings_of_rooms_stand_beside_and_lead_to_the_room(hand: Callable[..., Hand]) -> None:
    it = hand("problems")
    rows = [row for row in it.page.desk.list.shown().rows() if row > UNMENDED]
    assert len(rows) == len(it.book.state.unmended) == 1
    it.page.desk.open_record(books.PROBLEMS, rows[0])
    assert it.page.desk.record.go.label() == "去活动室整改" and not it.page.desk.record.before.isVisible()
    it.page.desk.acts.change(books.PROBLEMS, rows[0])
    assert type(it.window.page).__name__ == "RoomsPage"


def test_half_typed_stays_and_photos_hang_on_the_problem(hand: Callable[..., Hand]) -> None:
    it = hand("problem:")
    it.enter()
    assert it.page.desk.form.fields["what"].error() == "这一格不能空着"
    it.type_into("what", "滑梯松了")
    assert it.page.back() and it.page.desk.ask(Errand(PROBLEM))
    assert it.page.desk.form.fields["what"].value() == "滑梯松了"
    it.enter()
    record = it.page.desk.record
    assert record.heading.text() == "滑梯松了" and record.before.isVisible() and record.after.isVisible()
    assert it.page.here() == ("problem", record.what[1])
    it.page.desk.acts.act("delete")
    assert it.label() == "删除问题滑梯松了"


def test_today_says_what_is_due_within_a_week_or_late_until_it_is_closed(store: FileStore) -> None:
    late = [one.problem.id for one in to_solve(store.problems, TODAY) if one.problem is not None]
    assert len(late) == 1
    for days, said in ((7, True), (8, False)):
        due = TODAY + timedelta(days=days)
        done = store.apply("x", edits.add_problem(ProblemTold("窗坏了", TODAY, due_on=due)))
        found = [one.key[1] for one in to_solve(store.problems, TODAY)]
        assert (done.ids["problem"] in found) is said
    problem = next(one for one in store.problems.known(TODAY, TODAY) if one.id == late[0])
    store.apply("x", edits.close(problem, ClosedTold(TODAY)))
    assert late[0] not in [one.key[1] for one in to_solve(store.problems, TODAY)]


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_says_what_the_page_says(hand: Callable[..., Hand], paper: str) -> None:
    it = hand({"self_check": "check", "problem_ledger": "problems", "inspection_round": "rounds"}[paper])
    it.page.print_out()
    page = it.window.page
    assert isinstance(page, PrintPage)
    job = page.job()
    assert isinstance(job, InspectionJob) and audit_of(job) == (f"print_{paper}", "") and paper_of(job).sheets
    if paper == "inspection_round":
        assert job.round is not None and job.round.kind == "drill"
        warnings: list[str] = []
        content = pdf_bytes(paper_of(job), warnings)
        text = "".join("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages).split())
        assert warnings == [] and "应急演练记录" in text
        # A drill has its own words: nobody inspected, all took part.
        for said in ("演练时间2026年", "参加的人全校师生", "经过和结果", "2分40秒全部到操场", "做得怎么样"):
            assert said in text
        assert "检查人" not in text and "查出的问题" not in text
        found = Problem(1, job.round.id, "操场边堆了砖", job.day, place="操场", measure="搬走")
        with_one = pdf_bytes(paper_of(replace(job, found=[found])))
        assert "操场边堆了砖" in "".join(pypdf.PdfReader(BytesIO(with_one)).pages[0].extract_text().split())
        return
    assert job.sheet is not None
    book = books.Book(it.session)
    if paper == "self_check":
        assert len(job.sheet.rows) == len(points()) and job.sheet.notes[0].endswith(f"还差 {len(book.state.left)} 项。")
    else:
        every = sheets.troubles(book)
        assert {one.what for one in every} >= {"两个灭火器过期", "后门外的水塘没有围栏"}
        assert sum(one.kind == "活动室" for one in every) == 2 and len(job.sheet.rows) == len(every)
        rooms = [one for one in every if one.of_room]
        mended = sum(one.closed_on is not None for one in rooms)
        closed = sum(one.closed_on is not None for one in every) - mended
        assert (
            f"其中活动室隐患 {len(rooms)} 个，改好 {mended} 个；检查发现的问题 {len(every) - len(rooms)} 个，改好 {closed} 个。"
        ) in job.sheet.notes[0], "the term's figures count the two apart, so the ledger says how its sum is made of them"


def test_what_is_open_past_its_time_is_late_on_paper_in_excel_and_in_the_sum(hand: Callable[..., Hand]) -> None:
    it = hand("problems")
    book = books.Book(it.session)
    day = book.state.last
    late = [one for one in book.state.waiting if one.is_late(day)]
    assert len(late) == 1 and late[0].due_on is not None
    days = (day - late[0].due_on).days
    sheet = sheets.ledger_sheet(book)
    said = {row[4]: row[8] for row in sheet.rows}
    assert said[late[0].what] == f"逾期 {days} 天"
    assert sum(str(one).startswith("逾期") for one in said.values()) == 1
    assert f"没改好的里面逾期 1 个，最长 {days} 天。" in sheet.notes[0]
    shown = round_job(it.session, it.session.store.inspection.rounds(date.min, day)[0], late)
    assert any(f"逾期 {days} 天" in row for row in _record(shown).blocks[0].rows)


def test_a_small_window_has_room_for_either_side(hand: Callable[..., Hand]) -> None:
    it = hand(None, 911, 465)
    desk = it.page.desk
    assert desk.list.isVisible() and not desk.overview.isVisible()
    desk.open_record(books.CHECK, place("pairs"))
    assert desk.record.isVisible() and not desk.list.isVisible()
    assert it.page.back() and desk.list.isVisible()
