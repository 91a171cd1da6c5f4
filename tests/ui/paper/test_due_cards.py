"""打印有变化的: exactly the cards whose facts changed, why, on how many sheets, and printed they are right again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app import edits
from tests.ui.paper.hard_school import DAY
from tests.ui.paper.stored import opened
from ui.children.roster_page import RosterPage
from ui.pages import PAGES
from ui.paper.cards import CardJob
from ui.paper.print_page import PrintPage
from ui.paper.prints import print_records
from ui.session import PRINT, Session
from ui.window import Window
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Everybody has a card of two layouts; since then two children's facts changed."""
    with opened(tmp_path) as found:
        everybody = list(found.snapshot.children.values())
        for layout in ("child", "school"):
            job = CardJob(layout, everybody, found.snapshot, DAY)
            found.apply("打印", print_records(job, datetime(2026, 11, 3, 9, 30)), kind=PRINT)
        zhou, mai = (next(one for one in everybody if one.name.startswith(name)) for name in ("周", "买"))
        found.apply("改电话", edits.set_phone_number(zhou.kin[0].phones[0], "15000000000", DAY))
        found.apply("改住址", edits.set_child_field(mai, "address", "镇上新街 3 号"))
        yield found


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> PrintPage:
    made = PrintPage(session, Work(lambda: session.store))
    made.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366 - 164, 697 - 32)
    made.show()
    return made


def test_one_click_shows_exactly_the_changed_ones_and_why(page: PrintPage, qtbot: QtBot) -> None:
    assert page.panel.due.label() == "打印有变化的" and page.panel.due.isVisible()
    assert page.panel.layouts.button("child").accessibleName() == "随身卡，1 人要重打"
    assert page.panel.layouts.button("school").accessibleName() == "联系卡，2 人要重打"
    page.panel.layouts.button("form").click()
    assert not page.panel.due.isVisible(), "only where cards are printed"
    page.panel.layouts.button("child").click()
    qtbot.mouseClick(page.panel.due, Qt.MouseButton.LeftButton)
    assert page.heading.text() == "打印随身卡：1 张卡，1 张纸"
    assert page.panel.scope.editor.currentText() == "有变化要重打的 1 人"
    assert page.panel.why.text() == "周雨桐：爸爸的电话改了" and not page.panel.due.isVisible()
    page.panel.layouts.button("school").click()
    assert page.heading.text() == "打印联系卡：9 张卡，5 张纸"
    assert page.panel.why.text().endswith("：住址改了") and "周雨桐：爸爸的电话改了" in page.panel.why.text()


def test_printed_they_are_right_again_and_the_other_layout_is_named(
    page: PrintPage, session: Session, qtbot: QtBot
) -> None:
    page.show_due()
    page.export()
    qtbot.waitUntil(lambda: "存好了" in page.panel.notice.text())
    assert page.panel.notice.text().endswith("联系卡还有 2 人有变化。")
    assert page.panel.scope.editor.currentText() == "有变化要重打的都印好了"
    assert not page.panel.go.isEnabled()
    (zhou,) = [one for one in session.snapshot.children.values() if one.name == "周雨桐"]
    assert [card.layout for card in zhou.cards] == ["child", "school", "child"]
    page.show_due()
    assert page.heading.text().startswith("打印联系卡"), "the layout that still has changed ones"


def test_from_the_roster_by_key_and_menu_and_back(session: Session, qtbot: QtBot) -> None:
    window = Window(session, Work(lambda: session.store), PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    with qtbot.waitActive(window):
        window.show()
    window.go("roster")
    roster = window.page
    assert isinstance(roster, RosterPage)
    zhou = next(key for key, row in roster.listing.rows.items() if row.name == "周雨桐")
    roster.list.grid.set_current(zhou)
    assert roster.side.card.text() == "联系卡要重打\n爸爸的电话：139 0046 7715 → 150 0000 0000"
    roster.open_child(zhou)
    assert roster.dossier.cards.shown == [
        "要重打", "爸爸的电话：139 0046 7715 → 150 0000 0000", "联系卡 2026年11月3日 09:30", "随身卡 2026年11月3日 09:30",
    ]  # fmt: skip
    roster.close_child()
    menu = roster.desk.changes.menu()
    action = next(one for one in menu.actions() if isinstance(one, QAction) and "有变化" in one.text())
    assert action.text() == "打印有变化的联系卡，2 人"
    action.trigger()
    assert isinstance(window.page, PrintPage)
    assert window.page.heading.text() == "打印随身卡：1 张卡，1 张纸"
    assert window.page.panel.go.hasFocus(), "Enter prints"
    qtbot.keyClick(window.page.panel.go, Qt.Key.Key_Escape)
    assert window.page is roster
    assert not roster.list.head.due.isVisible(), "only where the list is of cards"
    roster.list.segments.button("card").click()
    assert roster.list.head.due.isVisible() and roster.list.head.due.label() == "打印有变化的"
    qtbot.mouseClick(roster.list.head.due, Qt.MouseButton.LeftButton)
    assert isinstance(window.page, PrintPage) and window.page.panel.scope.value() == "due"


def test_a_child_without_a_card_says_so(session: Session, qtbot: QtBot) -> None:
    roster = RosterPage(session, Work(lambda: session.store))
    qtbot.addWidget(roster)
    child = next(iter(session.snapshot.children.values()))
    roster.dossier.cards.show_cards((), False, ())
    assert roster.dossier.cards.shown == ["还没有打过"]
    roster.dossier.cards.show_cards(child.cards * 5, True, ())
    assert roster.dossier.cards.shown[:2] == ["要重打", "打过以后有改动，改了什么看改动记录"]
    assert roster.dossier.cards.shown[-1] == "更早还印过 4 次"
