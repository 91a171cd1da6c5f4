"""Printing inside the real window: Ctrl+P opens it for what the roster lists, Esc leads back to the roster."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.paper.stored import opened
from ui.children.roster_page import RosterPage
from ui.pages import PAGES
from ui.paper.print_page import PrintPage
from ui.window import Window
from ui.work import Work


def test_there_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        window = Window(session, Work(lambda: session.store), PAGES)
        qtbot.addWidget(window)
        window.resize(1366, 697)
        with qtbot.waitActive(window):
            window.show()
        window.go("roster")
        qtbot.keyClick(window.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert isinstance(window.page, PrintPage)
        assert window.page.heading.text() == "打印随身卡：5 张卡，2 张纸"
        qtbot.keyClick(window.page.preview.sheet, Qt.Key.Key_PageDown)
        assert window.page.preview.number == 1
        qtbot.keyClick(window.page.preview.sheet, Qt.Key.Key_Escape)
        assert isinstance(window.page, RosterPage)
