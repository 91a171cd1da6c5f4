"""The weekly slips on the printing page: everybody or one teacher, this week or the next, each print noted once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import disk
from tests.ui.slips.office import MONDAY, Office, made
from ui.paper.print_page import PrintPage
from ui.paper.slip import SlipJob, printed_pages
from ui.session import Session
from ui.work import Work


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = made(tmp_path / "学校 软件")
    yield found
    found.store.close()


@pytest.fixture
def session(office: Office) -> Session:
    return Session(disk(), office.store, MONDAY)


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> PrintPage:
    shown = PrintPage(session, Work(lambda: session.store))
    shown.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    shown.has_printer = lambda: False
    qtbot.addWidget(shown)
    shown.resize(1202, 665)
    shown.show()
    shown.arrive("slips")
    return shown


def test_all_slips_of_the_week_stand_in_the_preview(page: PrintPage, office: Office) -> None:
    teachers, sheets = len(office.job.slips), len(office.pages)
    assert page.heading.text() == f"打印本周关爱任务单：{teachers} 位老师，{sheets} 张纸"
    assert page.panel.scope.value() == "this:all"
    assert "四角的小方块别剪掉" in page.panel.counts.text()
    assert page.county.isVisibleTo(page) and page.panel.go.isEnabled()


def test_one_teacher_or_the_next_week_can_be_chosen(page: PrintPage, office: Office) -> None:
    first = office.job.slips[0]
    assert first.staff is not None
    page.panel.scope.set_value(f"this:{first.staff.id}")
    page.panel.changed.emit()
    assert page.heading.text().startswith("打印本周关爱任务单：1 位老师")
    page.panel.scope.set_value("next:all")
    page.panel.changed.emit()
    assert "位老师" in page.heading.text()


def test_what_is_saved_is_what_was_shown_and_is_noted_once(
    page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path, office: Office
) -> None:
    noted = len(session.store.ledger.slips(MONDAY))
    page.export()
    qtbot.waitUntil(lambda: "存好了" in page.panel.notice.text(), timeout=20_000)
    assert (tmp_path / "本周关爱任务单.pdf").exists()
    # These very pages were printed before: the same codes, nothing new to note.
    assert len(session.store.ledger.slips(MONDAY)) == noted
    job = page.job()
    assert isinstance(job, SlipJob)
    assert [one.code for one in printed_pages(job)] == [one.code for one in office.pages]


def test_the_slips_of_the_holidays_are_none(office: Office, qtbot: QtBot) -> None:
    summer = Session(disk(), office.store, date(2026, 8, 3))
    shown = PrintPage(summer, Work(lambda: summer.store))
    qtbot.addWidget(shown)
    shown.arrive("slips")
    assert not shown.panel.go.isEnabled()
    assert shown.panel.counts.text() == "这一周没有要做的，不用印任务单。"
