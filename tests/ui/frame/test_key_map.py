"""The key map: made from the actions and the pages themselves, reached three ways, on one sheet of paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui.actions import PAGE_KEYS
from ui.help import KeyCap
from ui.key_map import KeyMapPage
from ui.page import KeyGroup
from ui.paper.key_sheet import key_paper
from ui.paper.output import image, pdf_bytes
from ui.settings.page import SettingsPage
from ui.window import Window

Control = Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def window(opened: Opened, code: str) -> Window:
    shell = opened()
    enter(shell)
    assert shell.window_ is not None
    return shell.window_


def key_map(window: Window) -> KeyMapPage:
    page = window.page
    assert isinstance(page, KeyMapPage)
    return page


def test_it_is_reached_from_help_from_the_settings_and_by_ctrl_k(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help is not None
    qtbot.mouseClick(window.help.all, Left)
    assert window.key == "keys" and not window.help.isVisible()
    window.go("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    qtbot.mouseClick(page.all, Left)
    assert window.key == "keys"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.key == "settings"
    QTest.keyClick(window, Qt.Key.Key_K, Control)
    QTest.keyClicks(QApplication.focusWidget(), "anjian")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.key == "keys"


def test_every_action_and_every_page_is_on_it_and_nothing_twice(window: Window) -> None:
    window.go("keys")
    page = key_map(window)
    everywhere = page.groups[0]
    answered = {verb for built in window._pages.values() for verb in built.can} | {"new_record"}
    for verb, key, _words, _icon in PAGE_KEYS:
        assert (key in dict(everywhere.keys)) == (verb in answered), verb
    assert {"Ctrl+K", "F1", "Ctrl+L", "Ctrl+Z", "Ctrl+=", "Ctrl+1", "Esc"} <= set(dict(everywhere.keys))
    titles = [group.title for group in page.groups]
    assert len(set(titles)) == len(titles)
    assert {"儿童名册", "一个孩子的档案", "设置", "历史"} <= set(titles)
    for group in page.groups:
        assert len(dict(group.keys)) == len(group.keys), group.title
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {words for group in page.groups for _key, words in group.keys} <= shown
    assert len(page.findChildren(KeyCap)) == sum(len(group.keys) for group in page.groups)


def test_the_paper_is_one_sheet_with_every_key_and_nothing_cut(window: Window, tmp_path: Path) -> None:
    window.go("keys")
    page = key_map(window)
    warnings: list[str] = []
    paper = key_paper(page.groups)
    content = pdf_bytes(paper, warnings)
    assert len(paper.sheets) == 1 and warnings == [] and content.startswith(b"%PDF")
    many = [KeyGroup(f"页面 {n}", tuple((f"Ctrl+{m}", "做一件说明很长的事情") for m in range(7))) for n in range(9)]
    pdf_bytes(key_paper(many), warnings)
    assert warnings == []
    picture = image(key_paper(many).sheets[0], 840)
    ink = [y for y in range(picture.height()) for x in range(0, picture.width(), 3) if picture.pixelColor(x, y).value() < 128]
    assert max(ink) < picture.height() - 10 / 297 * picture.height()


def test_ctrl_e_saves_it_and_a_missing_printer_is_said(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.go("keys")
    page = key_map(window)
    page.ask_path = lambda _parent, name: str(tmp_path / name)
    QTest.keyClick(window, Qt.Key.Key_E, Control)
    assert (tmp_path / "牵手的按键.pdf").read_bytes().startswith(b"%PDF")
    assert "存好了" in page.note.text()
    page.has_printer = lambda: False
    qtbot.mouseClick(page.print, Left)
    assert "没有装打印机" in page.note.text() and page.note.isVisible()
