"""Light or dark and the text size: chosen in the settings or by keys, shown at once, kept for the login page too."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports import Disk
from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui import style, tokens
from ui.login import Login
from ui.look import Look
from ui.settings.about import AboutSection
from ui.settings.page import SettingsPage
from ui.settings.school import SchoolSection
from ui.shell import Shell

Control = Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    style.apply(qapp, "light", 1.0)


@pytest.fixture
def shell(opened: Opened, code: str) -> Shell:
    shell = opened()
    enter(shell)
    return shell


def settings(shell: Shell) -> SettingsPage:
    assert shell.window_ is not None
    page = shell.window_.page
    assert isinstance(page, SettingsPage)
    return page


def about(shell: Shell) -> AboutSection:
    section = settings(shell).section("about")
    assert isinstance(section, AboutSection)
    return section


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def test_a_larger_text_is_there_at_once_and_on_the_next_login(
    qtbot: QtBot, shell: Shell, opened: Opened, folder: Path
) -> None:
    assert shell.window_ is not None
    shell.window_.go("settings", "about")
    before = shell.window_.rail.width(), about(shell).theme.height(), shell.window_
    qtbot.mouseClick(about(shell).letters.button("125"), Left)
    qtbot.waitUntil(lambda: shell.window_ is not before[2], timeout=30_000)
    assert settings(shell).list.currentItem().text() == "外观和关于"
    assert focus_name() == "125 %"
    qtbot.waitUntil(lambda: about(shell).theme.height() == round(before[1] * 1.25), timeout=30_000)
    assert shell.window_.rail.width() != before[0]
    assert json.loads((folder / "look.json").read_text(encoding="utf-8")) == {"theme": "light", "size": 125}
    shell.close()
    shell.work.wait()
    qtbot.waitUntil(lambda: not shell.isVisible(), timeout=30_000)
    style.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
    again = opened()
    assert isinstance(again.currentWidget(), Login)
    assert tokens.scale() == 1.25


def test_keys_make_the_text_larger_smaller_and_as_it_was(qtbot: QtBot, shell: Shell) -> None:
    sizes = []
    for key in (Qt.Key.Key_Equal, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Minus):
        QTest.keyClick(QApplication.focusWidget() or shell, key, Control)
        qtbot.waitUntil(lambda: tokens.scale() == shell.look.scale(), timeout=30_000)
        sizes.append(shell.look.size)
    assert sizes == [110, 125, 110, 100, 100]
    assert shell.window_ is not None
    keys = dict(shell.window_.keys.key_map(shell.window_.page.can))
    assert keys["Ctrl+="] == "字大一点" and keys["Ctrl+0"]


def test_dark_is_chosen_by_arrows_and_stays_on_the_login(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window_ is not None
    shell.window_.go("settings", "about")
    about(shell).theme.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: tokens.theme() == "dark", timeout=30_000)
    qtbot.waitUntil(lambda: focus_name() == "深色", timeout=30_000)
    shell.lock()
    picture = shell.grab().toImage()
    assert picture.pixelColor(5, picture.height() - 5) == tokens.colour("rail")
    assert picture.pixelColor(picture.width() - 5, picture.height() // 2) == tokens.colour("paper")


def test_what_was_typed_is_saved_before_the_window_is_built_anew(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window_ is not None and shell.session is not None
    shell.window_.go("settings", "school")
    school = settings(shell).section("school")
    assert isinstance(school, SchoolSection)
    school.fields["county"].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "fenghuang")
    before = shell.window_
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Equal, Control)
    qtbot.waitUntil(lambda: shell.window_ is not before, timeout=30_000)
    assert shell.session.store.school().county == "fenghuang"
    school = settings(shell).section("school")
    assert isinstance(school, SchoolSection)
    assert school.fields["county"].value() == "fenghuang"
    assert focus_name() == "所在县（市、区）"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Control)
    assert shell.session.store.school().county == ""


def test_a_locked_window_wears_the_new_size_when_it_comes_back(qtbot: QtBot, shell: Shell) -> None:
    before = shell.window_
    shell.lock()
    QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Equal, Control)
    assert tokens.scale() == 1.0 or shell.window_ is before
    enter(shell)
    qtbot.waitUntil(lambda: tokens.scale() == 1.1, timeout=30_000)
    assert shell.window_ is not before


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"theme": "pink", "size": 9000}'])
def test_a_spoilt_file_is_the_look_of_the_first_day(disk: Disk, tmp_path: Path, kept: str) -> None:
    (tmp_path / "look.json").write_text(kept, encoding="utf-8")
    look = Look(disk, tmp_path)
    assert (look.shown_theme(), look.size) == ("light", 100)
    look.choose(theme="dark")
    assert Look(disk, tmp_path).shown_theme() == "dark"


def test_paper_does_not_grow_with_the_screen() -> None:
    for path in Path("ui/paper").glob("*.py"):
        if path.name in ("type.py", "page.py", "lines.py", "cards.py", "child_card.py", "school_card.py"):
            assert "tokens" not in path.read_text(encoding="utf-8"), path
