"""From the roster page to paper: the print page is asked for with whom it shows, the export window opens on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.paper.stored import opened
from ui.children.roster_page import RosterPage
from ui.paper.export_roster import ExportRoster
from ui.paper.print_page import PrintPage
from ui.session import Session
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def test_print_and_export(session: Session, qtbot: QtBot) -> None:
    work = Work(lambda: session.store)
    roster, printing = RosterPage(session, work), PrintPage(session, work)
    for page in (roster, printing):
        qtbot.addWidget(page)
    roster.show()
    with qtbot.waitSignal(roster.goes) as asked:
        roster.list.head.print.click()
    where, want = asked.args
    assert where == "print"
    printing.arrive(want)
    assert printing.heading.text() == "打印随身卡：5 张卡，2 张纸"
    roster.list.head.export.click()
    (window,) = roster.findChildren(ExportRoster)
    assert window.isVisible() and window.go.label() == "导出 5 人"
    window.close_button.click()
    assert not window.isVisible()
