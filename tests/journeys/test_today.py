"""A Tuesday at the desk: the page of the day is worked off with a few keys until nothing is left of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app import edits
from app.changes import Insert, New, Update
from app.due import due_on
from app.school import School
from app.today import LATE, NOW
from app.vault import Setup
from db import keys
from db.vault import FileVault
from tests.journeys.clerk import NAME, PASSWORD, SCHOOL, Clerk, focused
from tests.journeys.clerk import NOW as MORNING
from tests.ui.children.conftest import fill
from ui.pieces.rows import Group
from ui.today.page import TodayPage

TODAY = MORNING.date()
Keys = Qt.Key


@pytest.fixture
def school(folder: Path) -> Path:
    """Six children; the week before nothing was done, one talk is to be come back to today."""
    setup = Setup(School(SCHOOL, started_on=date(2026, 11, 16)), NAME, PASSWORD, "2026-1", date(2026, 9, 1), date(2027, 1, 15))
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    ids = fill(store)
    store.apply("核对校历", [Update("term", 1, {"checked": 1})])
    teacher = store.apply("老师", edits.add_staff("李秀兰")).ids["staff"]
    store.apply("上周的", [
        Insert("class_teacher", {"class_id": ids["三（1）班"], "staff_id": teacher, "from_day": "2026-09-01"}),
        Insert("care_record", {"kind": "talk", "day": "2026-11-13", "summary": "想妈妈，咳嗽", "follow_up": TODAY.isoformat(),
                               "follow_up_note": "咳嗽好了没有"}, "record"),
        Insert("participant", {"record_id": New("record"), "child_id": ids["周雨桐"]}),
    ])  # fmt: skip
    store.close()
    return folder


def page_of(clerk: Clerk) -> TodayPage:
    page = clerk.window.page
    assert isinstance(page, TodayPage)
    return page


def agree(clerk: Clerk) -> tuple[int, int]:
    """Every number of the page against a reckoning of its own; (late, today)."""
    page, session = page_of(clerk), clerk.window.session
    due = due_on(session.snapshot, session.store.ledger, TODAY)
    assert due is not None
    waiting = [one.follow_up for one in session.store.ledger.open_follow_ups() if one.follow_up is not None]
    late = sum(one.state == "overdue" for one in due.standings) + sum(day < TODAY for day in waiting)
    now = sum(one.state in ("open", "soon") and one.owed.deadline == TODAY for one in due.standings)
    now += waiting.count(TODAY)
    assert (page.day.plan.count(LATE), page.day.plan.count(NOW)) == (late, now)
    assert page.list.sentence.number("now").value() == str(now)
    assert clerk.window.rail.tabs["today"].accessibleName() == (f"今日 {late}" if late else "今日")
    model = page.list.grid.model()
    lines = {row.title: row.count for row in model.rows if isinstance(row, Group)}  # type: ignore[attr-defined]
    assert (lines.get("过期没做", 0), lines.get("今天要做", 0)) == (late, now)
    if late:
        assert page.list.heading.text() == f"今天先补 {late} 件过期的"
    return late, now


def test_a_day_is_worked_off(clerk: Clerk, school: Path, tmp_path: Path) -> None:
    clerk.starts(school)
    clerk.fill("密码", PASSWORD)
    clerk.key(Keys.Key_Return)
    page = page_of(clerk)
    assert agree(clerk) == (5, 1)
    assert clerk.reads("今天先补 5 件过期的")
    clerk.look("today-1-morning")

    # The list goes with her to the staff room.
    clerk.control(Keys.Key_P)
    clerk.waits("打印今日清单：6 件")
    clerk.will_save(tmp_path / "今日清单.pdf")
    clerk.control(Keys.Key_E)
    clerk.waits("存好了")
    assert (tmp_path / "今日清单.pdf").read_bytes().startswith(b"%PDF")
    clerk.key(Keys.Key_Escape)

    # Nobody is there; the reminder stays and says so.
    clerk.key(Keys.Key_Home)
    clerk.key(Keys.Key_2)
    clerk.key(Keys.Key_Return)
    assert agree(clerk) == (5, 1)
    clerk.key(Keys.Key_Escape)
    clerk.key(Keys.Key_Home)
    model, row = page.list.grid.model(), page.list.grid.current()
    assert model.cell(row, 1).second == "找过 1 次没谈成，再试一次"  # type: ignore[attr-defined]
    clerk.look("today-2-again")

    # One is put off, with a reason, to Friday.
    clerk.key(Keys.Key_Space)
    clerk.key(Keys.Key_3)
    clerk.key(Keys.Key_Return)
    assert page.list.heading.text() == "今天先补 4 件过期的"
    clerk.key(Keys.Key_Escape)
    clerk.control(Keys.Key_Z)
    assert agree(clerk) == (5, 1)

    # Enter, Enter, Enter: the same key records and brings the next one.
    clerk.key(Keys.Key_Home)
    clerk.key(Keys.Key_Return)
    for step in range(5):
        assert focused().accessibleName() == "这次怎么样 谈了"
        late, _now = agree(clerk)
        assert late == 5 - step
        if step == 2:
            clerk.key(Keys.Key_Tab)
            clerk.write("12")
            clerk.look("today-3-minutes")
        clerk.key(Keys.Key_Return)
    assert agree(clerk) == (0, 1)
    assert clerk.reads("今天有 1 件要做")
    # What was promised a week ago is the last: 办好了.
    assert page.panel.title.text() == "周雨桐 跟进：咳嗽好了没有"
    assert focused().accessibleName() == "这次怎么样 办好了"
    clerk.key(Keys.Key_Return)
    assert agree(clerk) == (0, 0)
    due = clerk.window.session.due()
    assert due is not None
    monday = sum(one.state != "done" and one.owed.deadline == date(2026, 11, 30) for one in due.standings)
    assert page.list.heading.text() == f"今天的都做完了，下周一有 {monday} 件。"
    assert focused() is page.list.grid
    clerk.look("today-4-done")

    # All of it is in the ledger, and back again step by step.
    ledger = clerk.window.session.store.ledger
    told = ledger.between(TODAY, TODAY)
    assert [one.outcome for one in told].count("reached") == 5
    assert [one.minutes for one in told].count(12) == 1
    for _step in range(6):
        clerk.control(Keys.Key_Z)
    assert agree(clerk) == (5, 1)
    clerk.leaves()
