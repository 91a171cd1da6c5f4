"""Ctrl+K: from anywhere to any page, child and action, by Chinese, pinyin, initials and last digits."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.children import Child
from app.sample import sample_school
from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui.children.roster_page import RosterPage
from ui.finder import Found, Section
from ui.guide_page import GuidePage
from ui.paper.print_page import PrintPage
from ui.settings.page import SettingsPage
from ui.window import Window

Control = Qt.KeyboardModifier.ControlModifier
Keys = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, opened: Opened, code: str) -> Window:
    """A school with the pupils of the sample."""
    shell = opened()
    enter(shell)
    assert shell.window_ is not None and shell.session is not None
    shell.session.today = date(2026, 10, 12)
    shell.session.store.apply("名单", sample_school(date(2026, 10, 12)).changes, kind="import")
    shell.session.show_import(frozenset())
    return shell.window_


def ask(window: Window, letters: str) -> list[str]:
    """Open the box, type, and read the list."""
    if not window.go_to.isVisible():
        QTest.keyClick(QApplication.focusWidget() or window, Keys.Key_K, Control)
    assert QApplication.focusWidget() is window.go_to.edit
    window.go_to.edit.clear()
    if letters.isascii():
        QTest.keyClicks(window.go_to.edit, letters)
    else:
        window.go_to.edit.insert(letters)
    return listed(window)


def listed(window: Window) -> list[str]:
    return [line.place.name for line in window.go_to.list.places.lines if isinstance(line, Found)]


def groups(window: Window) -> list[str]:
    return [line.title for line in window.go_to.list.places.lines if isinstance(line, Section)]


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def pupil(window: Window) -> Child:
    """A child whose whole pinyin names nobody else."""
    children = list(window.session.snapshot.children.values())
    sounds = [child.pinyin for child in children]
    return next(child for child in children if sounds.count(child.pinyin) == 1 and len(child.name) == 3)


@pytest.mark.parametrize("letters", ["备份", "beifen", "bf"])
def test_a_section_of_the_settings_is_found_three_ways(window: Window, letters: str) -> None:
    assert ask(window, letters)[0] == "备份"
    press(Keys.Key_Return)
    page = window.page
    assert isinstance(page, SettingsPage)
    assert page.list.currentItem().text() == "备份"
    assert not window.go_to.isVisible()


def test_a_child_is_found_by_name_pinyin_initials_and_last_digits(window: Window) -> None:
    child = pupil(window)
    number = next(phone.number for kin in child.kin for phone in kin.phones)
    for letters in (child.name, child.pinyin.replace(" ", ""), "".join(s[0] for s in child.pinyin.split()), number[-5:]):
        assert child.name in ask(window, letters), letters
    window.go("history")
    assert ask(window, child.pinyin.replace(" ", "")) == [child.name]
    assert groups(window) == ["孩子"]
    press(Keys.Key_Return)
    page = window.page
    assert isinstance(page, RosterPage) and page.in_dossier()
    assert page.dossier.child_id == child.id


def test_only_actions_that_work_here_are_offered_and_carried_out(window: Window) -> None:
    assert "添加孩子" in ask(window, "tianjiahaizi")
    press(Keys.Key_Escape)
    window.go("history")
    assert "添加孩子" not in ask(window, "tianjiahaizi")
    press(Keys.Key_Escape)
    assert window.key == "history"
    window.go("roster")
    assert ask(window, "tjhz") == ["添加孩子"]
    press(Keys.Key_Return)
    assert isinstance(window.page, RosterPage) and window.page.desk.is_adding()


def test_what_can_be_taken_back_is_an_action_of_its_own_name(window: Window) -> None:
    window.go("settings", "school")
    page = window.page
    assert isinstance(page, SettingsPage)
    field = page.section("school").fields["county"]  # type: ignore[attr-defined]
    field.editor.setText("凤凰县")
    field.commit()
    assert ask(window, "chehui") == ["撤回、历史、回收站", "撤回 修改所在县（市、区）"]
    press(Keys.Key_Down)
    press(Keys.Key_Return)
    assert window.session.store.school().county == ""


def test_the_nearest_group_comes_first_and_arrows_step_over_headings(window: Window) -> None:
    ask(window, "z")
    assert set(groups(window)) == {"页面", "孩子", "老师", "打印", "记一笔", "迎检", "使用说明", "操作"}
    names = listed(window)
    here = window.go_to.list.found
    assert here() is not None and here().place.name == names[0]  # type: ignore[union-attr]
    for _step in range(len(names) + 2):
        press(Keys.Key_Down)
    assert here().place.name == names[-1]  # type: ignore[union-attr]
    press(Keys.Key_Up)
    assert here().place.name == names[-2]  # type: ignore[union-attr]
    assert names[-2] in window.go_to.edit.accessibleDescription()


def test_where_one_was_last_comes_first(window: Window) -> None:
    child = pupil(window)
    for letters in ("历史", child.name):
        ask(window, letters)
        press(Keys.Key_Return)
    ask(window, "")
    assert groups(window) == ["最近去过", "页面", "操作"]
    names = listed(window)
    assert names[:2] == [child.name, "历史"]
    assert names.count("历史") == 1


def test_a_click_goes_there_and_a_click_beside_closes(qtbot: QtBot, window: Window) -> None:
    ask(window, "历史")
    places = window.go_to.list
    row = next(n for n, line in enumerate(places.places.lines) if isinstance(line, Found))
    qtbot.mouseClick(
        places.viewport(), Qt.MouseButton.LeftButton, pos=places.visualRect(places.places.index(row)).center()
    )
    assert window.key == "history" and not window.go_to.isVisible()
    before = QApplication.focusWidget()
    qtbot.mouseClick(window.rail.finder, Qt.MouseButton.LeftButton)
    assert window.go_to.isVisible()
    qtbot.mouseClick(window.go_to, Qt.MouseButton.LeftButton, pos=QPoint(5, window.height() - 5))
    assert not window.go_to.isVisible()
    assert window.key == "history" and QApplication.focusWidget() is before


def test_escape_closes_and_leaves_the_page_and_the_cursor_alone(window: Window) -> None:
    window.go("settings", "school")
    before = QApplication.focusWidget()
    ask(window, "xyzq")
    assert not listed(window) and "xyzq" in window.go_to.nothing.text()
    press(Keys.Key_Escape)
    assert not window.go_to.isVisible()
    assert window.key == "settings" and QApplication.focusWidget() is before


def test_a_name_taken_out_is_no_longer_offered_and_a_lock_closes_the_box(window: Window) -> None:
    child = pupil(window)
    ask(window, child.name)
    shell = window.window()
    shell.lock()  # type: ignore[attr-defined]
    enter(shell)  # type: ignore[arg-type]
    assert not window.go_to.isVisible()
    window.session.undo()
    assert ask(window, child.name) == []


def test_a_chapter_of_the_guide_and_each_paper_are_found(window: Window) -> None:
    assert ask(window, "huandiannao") == ["换电脑"]
    press(Keys.Key_Return)
    assert isinstance(window.page, GuidePage) and window.page.heading.text() == "换电脑"
    assert "班级名单" in ask(window, "bjmd")
    press(Keys.Key_Return)
    assert isinstance(window.page, PrintPage) and window.page.panel.layouts.current() == "list"
    assert window.page.heading.text().startswith("打印班级名单：8 个班")
    window.go("print", "due")
    assert window.page.panel.layouts.current() == "child", "a class list cannot be out of date"


def test_the_sheet_of_f1_shows_the_whole_chapter(qtbot: QtBot, window: Window) -> None:
    window.go("print")
    QTest.keyClick(window, Keys.Key_F1)
    assert window.help is not None
    chapter = window.help.chapter
    assert chapter.isVisible() and chapter.toPlainText().count("\n") > 3
    qtbot.waitUntil(lambda: chapter.verticalScrollBar().maximum() == 0)
    assert chapter.height() >= chapter.document().size().height()
