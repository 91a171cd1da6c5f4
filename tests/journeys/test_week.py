"""A week in the office (issue 5): Monday's slips, talks read back from a scan, Sunday's calls keyed in, two tried again,
a mentor who leaves, a holiday; and on every day every number on every page, slip and export is what a slow recount says.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest
from PySide6.QtCore import Qt

from app.batch import Wanted
from app.care import NOT_REACHED, REACHED, CareRecord
from app.changes import Update
from app.heat import RULES
from app.ports import Disk
from app.slips.weekly import due_for, week_slips
from app.store import Store
from tests.journeys.clerk import CONTROL, Clerk
from tests.journeys.recount import Line, Recount
from tests.journeys.test_recount import by_place, line
from tests.ui.cli.conftest import Program
from tests.ui.slips import camera
from tests.ui.slips.camera import Shot, jpeg, pen_on, taken
from ui.batch.page import BatchPage
from ui.calendar.page import CalendarPage
from ui.contacts.page import ContactsPage
from ui.heat.page import HeatPage
from ui.pairings.page import PairingsPage
from ui.paper.output import image
from ui.paper.slip import SlipJob, printed_pages, slip_job, slip_paper
from ui.setup.sample import PASSWORD, make_sample
from ui.slips.page import SlipsPage
from ui.today.page import TodayPage

MONDAY = date(2026, 11, 23)
ONE = timedelta(days=1)


@pytest.fixture
def school(disk: Disk, folder: Path) -> Path:
    """The sample school as it stands on Sunday evening, as if it were a real one."""
    store = make_sample(disk.vault(folder), MONDAY - ONE)
    store.apply("真的学校", [Update("school", 1, {"is_sample": 0})], kind="setup")
    store.close()
    return folder


class Office:
    """The clerk's week; each day she starts the program, and each evening the numbers are looked through."""

    def __init__(self, clerk: Clerk, folder: Path, program: Program, papers: Path) -> None:
        self.clerk, self.folder, self.program, self.papers = clerk, folder, program, papers

    def comes_in(self, day: date) -> None:
        """Ten to eight."""
        self.clerk.now = datetime(day.year, day.month, day.day, 7, 50)
        self.clerk.starts(self.folder)
        self.clerk.logs_in(PASSWORD)
        self.agrees()

    def goes_home(self) -> None:
        """Everything once more, and the map as a file; then the program ends, and the command line says the same."""
        self.agrees()
        recount, day = Recount(self.store), self.day
        lines, sums = recount.lines(day), recount.tally(recount.terms[0].from_day, day, day)
        self._exports(sums)
        self.clerk.leaves()
        rows = self.program.json("due", "--on", day.isoformat())
        assert Counter(
            (row["rule"], row["state"], row["done"], row["attempts"], row["overdue_days"]) for row in rows
        ) == Counter((one.rule, one.state, one.done, one.attempts, one.overdue_days) for one in lines)
        said = self.program.json("standing", "--until", day.isoformat())["rules"]
        assert {key: (one["owed"], one["done"], one["missed"]) for key, one in said.items() if one["owed"]} == sums

    @property
    def store(self) -> Store:
        return self.clerk.window.session.store

    @property
    def day(self) -> date:
        return self.clerk.window.session.today

    def page(self, key: str, want: object = None) -> object:
        """Go there."""
        self.clerk.window.go(key, want)
        return self.clerk.window.page

    def recount(self) -> list[Line]:
        """What is due, counted slowly."""
        return Recount(self.store).lines(self.day)

    # every number on every page

    def agrees(self) -> None:
        """No page says anything else than the recount."""
        recount = Recount(self.store)
        lines = recount.lines(self.day)
        due = self.clerk.window.session.due()
        assert due is not None
        assert by_place([line(one) for one in due.standings]) == by_place(lines)
        resting = self.day in recount.own and not recount.school_day(self.day)
        self._today(lines, resting)
        self._pairings(lines)
        self._log(recount)
        self._slips(lines)
        self._heat(recount)

    def _today(self, lines: list[Line], resting: bool) -> None:
        page = self.page("today")
        assert isinstance(page, TodayPage)
        sunday = self.day + ONE * (6 - self.day.weekday())
        asked = [one for one in lines if one.state != "done"]
        duties = Counter(
            "late" if one.state == "overdue" else "now" if one.due <= self.day else "week" if one.due <= sunday else "later"
            for one in asked
        )
        if resting:
            duties = Counter({"later": len(asked)})
        conn = self.store._conn  # type: ignore[attr-defined]
        rows = conn.execute("SELECT follow_up FROM care_record WHERE follow_up IS NOT NULL AND followed_up IS NULL")
        for (text,) in rows.fetchall():
            day = date.fromisoformat(text)
            late = "later" if resting else "late"
            duties[late if day < self.day else "now" if day == self.day else "week" if day <= sunday else "later"] += 1
        plan = page.day.plan
        assert {when: plan.count(when) for when in ("late", "now", "week", "later")} == {
            when: duties[when] for when in ("late", "now", "week", "later")
        }
        assert {item.key for when in ("late", "now", "week", "later") for item in plan.of(when) if item.kind == "duty"} == {
            ("duty", one.rule, *one.subject) for one in asked
        }
        told = f"今日 {duties['late']}" if duties["late"] else "今日"
        assert self.clerk.window.rail.tabs["today"].accessibleName() == told
        if duties["late"]:
            assert page.list.heading.text() == f"今天先补 {duties['late']} 件过期的"

    def _pairings(self, lines: list[Line]) -> None:
        page = self.page("pairings")
        assert isinstance(page, PairingsPage)
        late = Counter(
            (one.owed_by, one.subject[1]) for one in lines if one.state == "overdue" and one.subject[0] == "child"
        )
        board = page.desk.circle.board
        for row in board.mentors:
            for charge in row.charges:
                assert charge.overdue == late[row.id, charge.child.id], (row.name, charge.child.name)

    def _log(self, recount: Recount) -> None:
        """Who has not spoken with the family this week."""
        page = self.page("contacts")
        assert isinstance(page, ContactsPage)
        monday = self.day - ONE * self.day.weekday()
        spoke = {
            child for kind, day, reached, _class, children in recount.records for child in children
            if kind == "family_call" and reached and monday <= day <= monday + 6 * ONE
        }  # fmt: skip
        days = recount.days(monday, monday + 6 * ONE)
        waits = {
            child for child in recount.snapshot.children
            if child not in spoke and recount.in_scope(child, self.day)
        } if days else set()  # fmt: skip
        shown = set(page.waiting.grid.rows())
        assert shown == waits

    def _slips(self, lines: list[Line]) -> None:
        monday = self.day - ONE * self.day.weekday()
        snapshot = self.store.snapshot()
        due = due_for(snapshot, self.store.ledger, monday, self.day)
        assert due is not None
        slips = week_slips(due, self.store.ledger, monday)
        sunday = monday + 6 * ONE
        asked = [one for one in lines if one.state != "done" and (
            one.state == "overdue" or one.attempts > 0 or one.due <= sunday)]  # fmt: skip
        by_teacher = Counter(one.owed_by for one in asked)
        assert {slip.staff.id if slip.staff else None for slip in slips} <= set(by_teacher)
        kinds = {"talk": "talk", "family-call": "family_call", "carer": "carer_contact", "mentor-parents": "parent_contact",
                 "visit": "home_visit", "visit-mentor": "home_visit", "letter": "letter"}  # fmt: skip
        wanted = {(one.owed_by, one.subject[1], kinds[one.rule]) for one in asked if one.rule in kinds}
        assert {
            (slip.staff.id if slip.staff else None, child.child.id, errand.kind)
            for slip in slips for child in slip.children for errand in child.errands
        } == wanted

    def _heat(self, recount: Recount) -> None:
        """Owed, done and missed so far, rule by rule."""
        page = self.page("heat")
        assert isinstance(page, HeatPage)
        if page.board.by != RULES:
            self.clerk.click(page.desk.choices.by.button(RULES))
        shown = {row.key: (row.owed, row.done, row.missed) for row in page.grid.heat.rows if row.owed}
        assert shown == recount.tally(recount.terms[0].from_day, self.day, self.day)

    def _exports(self, sums: dict[str, tuple[int, int, int]]) -> None:
        """The heat map in Excel: owed, done and missed, rule by rule."""
        page = self.page("heat")
        assert isinstance(page, HeatPage)
        path = self.papers / f"一览{self.day.isoformat()}.xlsx"
        self.clerk.will_save(path)
        self.clerk.control(Qt.Key.Key_E)
        self.clerk.until(lambda: path.exists() and not self.clerk.window.work.busy)
        lines = [[cell.value for cell in line] for line in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
        by_name = {line[0]: line for line in lines}
        place = 1 + page.grid.heat.columns
        written = {row.key: by_name[page.board.named[row.key].name] for row in page.grid.heat.rows if row.owed}
        assert {key: tuple(line[place : place + 3]) for key, line in written.items()} == sums

    # what she does

    def prints_slips(self, where: Path) -> SlipJob:
        """One key for all teachers, as a PDF."""
        due = self.clerk.window.session.due()
        assert due is not None
        snapshot = self.store.snapshot()
        job = slip_job(week_slips(due, self.store.ledger, MONDAY), snapshot, MONDAY, self.day)
        self.page("print", "slips")
        self.clerk.will_save(where)
        self.clerk.press("另存为 PDF")
        self.clerk.until(lambda: where.exists() and bool(self.store.ledger.slips(MONDAY)))
        assert where.read_bytes().startswith(b"%PDF")
        codes = {slip.code for slip in self.store.ledger.slips(MONDAY)}
        assert codes == {page.code for page in printed_pages(job)}
        return job


    def reads_slips(self, paths: list[Path]) -> list[CareRecord]:
        """Pictures in, each page looked through in the grid and stored; the week's ledger afterwards."""
        slips = self.page("slips", [str(path) for path in paths])
        assert isinstance(slips, SlipsPage)
        self.clerk.until(lambda: not self.clerk.window.work.busy and bool(slips.board.pages))
        self.clerk.key(Qt.Key.Key_Return, CONTROL)
        for _page in paths:
            assert isinstance(self.clerk.window.page, BatchPage)
            self.clerk.key(Qt.Key.Key_Return, CONTROL)
        return self.store.ledger.between(MONDAY, MONDAY + 6 * ONE)

    def keys_in_calls(self, unanswered: tuple[int, ...]) -> list[int]:
        """A class's calls of this day, in the grid; gives the children who were not reached."""
        recount = Recount(self.store)
        counted = Counter(recount.class_of(one, self.day) for one in recount.snapshot.children
                          if recount.in_scope(one, self.day))  # fmt: skip
        grid = self.page("batch", Wanted(class_id=counted.most_common(1)[0][0], week=MONDAY, kind="family_call"))
        assert isinstance(grid, BatchPage)
        before = len(self.store.ledger.between(self.day, self.day))
        todo = [key for key in grid.board.sheet.rows if grid.board.sheet.is_open(key)]
        for number, _row in enumerate(todo):
            self.clerk.key(Qt.Key.Key_X if number in unanswered else Qt.Key.Key_V)
            self.clerk.key(Qt.Key.Key_Return)
        self.clerk.key(Qt.Key.Key_Return, CONTROL)
        calls = self.store.ledger.between(self.day, self.day)
        assert len(calls) == before + len(todo)
        return [one.participants[0].child_id for one in calls if one.outcome == NOT_REACHED]

    def calls(self, child_id: int) -> None:
        """One call from the entry strip."""
        log = self.page("contacts", {"child": child_id, "kind": "family_call"})
        assert isinstance(log, ContactsPage)
        assert log.strip.picker.target is not None
        self.clerk.key(Qt.Key.Key_Return)

    def hands_over(self) -> tuple[int, set[int]]:
        """The mentor with the most children leaves; who it is, and the children."""
        page = self.page("pairings")
        assert isinstance(page, PairingsPage)
        leaves = max(page.desk.circle.board.with_children(), key=lambda row: len(row.charges))
        self.page("pairings", ("handover", leaves.id, "left"))
        self.clerk.key(Qt.Key.Key_Return, CONTROL)
        return leaves.id, {charge.child.id for charge in leaves.charges}

    def lets_it_snow(self, days: int) -> None:
        """No school from today on, in the calendar."""
        assert isinstance(self.page("calendar"), CalendarPage)
        for _day in range(days - 1):
            self.clerk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.clerk.key(Qt.Key.Key_Space)


@pytest.fixture
def office(
    clerk: Clerk, school: Path, disk: Disk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Office:  # fmt: skip
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    papers = tmp_path / "纸"
    papers.mkdir()
    return Office(clerk, school, Program(disk, school, capsys), papers)


def scanned(job: SlipJob, folder: Path, want: int) -> tuple[list[Path], list[tuple[int, str]]]:
    """Pages with ticks in the first talks, photographed; the paths and (child, kind) of each tick."""
    folder.mkdir()
    paths: list[Path] = []
    ticks: list[tuple[int, str]] = []
    for place, printed in enumerate(printed_pages(job)):
        if len(ticks) >= want:
            break
        sheet = image(slip_paper(job).sheets[place], round(210 * 300 / 25.4))
        page = printed.page.sheet()
        painter = pen_on(sheet)
        for row in page.lines:
            if row.kind == "talk" and len(ticks) < want:
                camera.tick(painter, page.boxes(row)["reached"], Random(len(ticks)))
                ticks.append((row.child_id, row.kind))
        painter.end()
        path = folder / f"IMG_{place}.jpg"
        path.write_bytes(jpeg(taken(sheet, Shot(turned=1.5, skew=0.008), Random(place))))
        paths.append(path)
    return paths, ticks


def test_a_week_in_the_office(office: Office) -> None:
    # Monday: the slips go out.
    office.comes_in(MONDAY)
    job = office.prints_slips(office.papers / "任务单.pdf")
    office.goes_home()

    # Tuesday: ten talks come back on paper.
    office.comes_in(MONDAY + ONE)
    paths, ticks = scanned(job, office.papers / "扫描", 10)
    assert len(ticks) == 10
    before = len(office.store.ledger.between(MONDAY, MONDAY + 6 * ONE))
    booked = office.reads_slips(paths)
    assert len(booked) == before + 10
    assert sorted((one.participants[0].child_id, one.kind) for one in booked if one.source) == sorted(ticks)
    office.goes_home()

    # Sunday: the duty teacher's list of a class is keyed in; two families were not reached.
    sunday = MONDAY + 6 * ONE
    office.comes_in(sunday)
    missed = office.keys_in_calls(unanswered=(1, 3))
    assert len(missed) == 2
    office.goes_home()

    # Monday: they are tried again.
    office.comes_in(sunday + ONE)
    for child_id in missed:
        office.calls(child_id)
    again = office.store.ledger.between(office.day, office.day)
    assert sorted(one.participants[0].child_id for one in again if one.outcome == REACHED) == sorted(missed)
    office.goes_home()

    # Tuesday: a mentor leaves, the children go to others in one step.
    office.comes_in(sunday + 2 * ONE)
    left, theirs = office.hands_over()
    snapshot = office.store.snapshot()
    after = {one.child_id: one.staff_id for one in snapshot.pairings if one.role == "mentor" and one.until_day is None}
    assert theirs and all(after.get(child) not in (None, left) for child in theirs)
    assert next(one for one in snapshot.staff if one.id == left).left_on == office.day
    assert {one.child_id for one in snapshot.pairings if one.staff_id == left} >= theirs, "what was stays"
    office.goes_home()

    # Wednesday: it snows; no school until Sunday.
    office.comes_in(sunday + 3 * ONE)
    office.lets_it_snow(5)
    off = {one.day for one in office.store.snapshot().calendar if one.kind == "off"}
    assert off >= {office.day + step * ONE for step in range(3)}
    office.goes_home()
    office.comes_in(sunday + 4 * ONE)
    today = office.page("today")
    assert isinstance(today, TodayPage)
    assert today.day.plan.count("late") == today.day.plan.count("now") == 0, "nothing is due in a break"
    office.goes_home()
