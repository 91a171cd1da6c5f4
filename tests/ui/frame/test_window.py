"""The frame: rail, keys, foot, undo from inside a field, settings saved when left, history, both sizes."""

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui.children.roster_page import RosterPage
from ui.history import HistoryPage
from ui.settings.page import SettingsPage
from ui.settings.school import SchoolSection
from ui.settings.staff import StaffSection
from ui.settings.terms import TermSection
from ui.window import Window

Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, opened: Opened, code: str) -> Window:
    shell = opened()
    enter(shell)
    assert shell.window_ is not None
    return shell.window_


def section(window: Window, key: str) -> QWidget:
    window.go("settings", key)
    page = window.page
    assert isinstance(page, SettingsPage)
    return page.section(key)


def test_a_field_is_saved_when_left_and_taken_back_from_inside_a_field(qtbot: QtBot, window: Window) -> None:
    school = section(window, "school")
    assert isinstance(school, SchoolSection)
    field = school.fields["county"]
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "fenghuang")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.session.store.school().county == "fenghuang"
    assert "Ctrl+Z" in window.foot.said()
    assert window.undo.undo.text() == "撤回 修改所在县（市、区）"
    assert window.foot.undo is not None and window.foot.undo.accessibleName() == window.undo.undo.text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Control)
    assert window.session.store.school().county == ""
    assert field.value() == ""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, Control)
    assert window.session.store.school().county == "fenghuang"


def test_teachers_are_typed_into_a_grid_and_written_at_once(qtbot: QtBot, window: Window) -> None:
    staff = section(window, "staff")
    assert isinstance(staff, StaffSection)
    grid = staff.staff.grid
    grid.edit_cell(-1, "name")
    for text, key in (("Li Xiulan", Qt.Key.Key_Tab), ("13900467715", Qt.Key.Key_Return)):
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Control)
    one = window.session.snapshot.staff[0]
    assert (one.name, one.phone) == ("Li Xiulan", "13900467715")
    assert window.session.store.last_action().label == "修改老师名单：添 1 人"  # type: ignore[union-attr]
    grid.edit_cell(one.id, "phone")
    for letter in "abc":
        QTest.keyClick(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Control)
    assert staff.staff.hint.text() == "写一个手机号或带区号的座机"
    assert window.session.snapshot.staff[0].phone == "13900467715"
    qtbot.mouseClick(staff.staff.leave, Qt.MouseButton.LeftButton)
    assert window.session.snapshot.staff[0].left_on == window.session.today
    assert window.session.store.last_action().label == "Li Xiulan老师离校"  # type: ignore[union-attr]
    assert list(staff.staff.sheet.rows()) == [-1]


def test_term_dates_become_checked_when_somebody_types_them(qtbot: QtBot, window: Window) -> None:
    terms = section(window, "terms")
    assert isinstance(terms, TermSection)
    terms.rows[0].until_day.editor.setText("2027.1.22")
    terms.rows[0].until_day.commit()
    term = window.session.snapshot.terms[0]
    assert (term.until_day.isoformat(), term.checked) == ("2027-01-22", True)
    qtbot.mouseClick(terms.add, Qt.MouseButton.LeftButton)
    assert [term.code for term in window.session.snapshot.terms] == ["2026-1", "2026-2"]


def test_history_takes_back_any_action(qtbot: QtBot, window: Window) -> None:
    school = section(window, "school")
    assert isinstance(school, SchoolSection)
    for name, text in (("county", "凤凰县"), ("code", "2143000001")):
        school.fields[name].editor.setText(text)  # type: ignore[attr-defined]
        school.fields[name].commit()
    window.go("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    first = next(line for line in page.lines.values() if "所在县" in line.action.label).action
    with qtbot.waitSignal(window.work.ended):
        page.act(first.id)
    qtbot.waitUntil(lambda: window.session.snapshot.school.county == "")
    assert window.session.snapshot.school.code == "2143000001"
    assert "撤回 修改所在县（市、区）：1 处" in window.foot.said()
    row = page.grid.rows().index(first.id)
    shown = [page.grid.model().index(row, column).data() for column in range(page.grid.model().columnCount())]
    assert "已撤回" in shown[1]
    assert shown[3] == "恢复"


def test_back_up_by_hand_shows_on_the_rail(qtbot: QtBot, window: Window) -> None:
    backups = section(window, "backups")
    with qtbot.waitSignal(window.work.ended):
        qtbot.mouseClick(backups.now_, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "已备份" in window.rail.backup.text())


def test_the_password_is_changed(qtbot: QtBot, window: Window) -> None:
    account = section(window, "account")
    account.old.setText("falsch1")  # type: ignore[attr-defined]
    for editor in (account.new, account.again):  # type: ignore[attr-defined]
        editor.setText("neu9schloss")
    account.change_it()  # type: ignore[attr-defined]
    assert "密码不对" in account.result.text()  # type: ignore[attr-defined]
    account.old.setText("kazu7mote-blau")  # type: ignore[attr-defined]
    account.change_it()  # type: ignore[attr-defined]
    assert "换好了" in account.result.text()  # type: ignore[attr-defined]


def test_f1_shows_the_keys_made_from_the_actions(qtbot: QtBot, window: Window) -> None:
    window.go("roster")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help is not None and window.help.isVisible()
    keys = dict(window.help.shown)
    assert keys["Ctrl+F"] and keys["Ctrl+L"] == "锁定"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.help.isVisible()


def test_esc_goes_back_and_the_rail_forth(qtbot: QtBot, window: Window) -> None:
    window.go("settings")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.key == "roster"
    qtbot.mouseClick(window.rail.settings, Qt.MouseButton.LeftButton)
    assert window.key == "settings"
    QTest.keyClick(window, Qt.Key.Key_2, Control)
    assert window.key == "roster"
    assert window.rail.tabs["roster"].isChecked()


@pytest.mark.parametrize("size", [(1366, 697), (911, 465)])
def test_every_page_of_the_frame_fits(qtbot: QtBot, window: Window, size: tuple[int, int]) -> None:
    shell = window.window()
    shell.resize(*size)
    for key in ("settings", "history"):
        window.go(key)
        QApplication.processEvents()
        assert (shell.width(), shell.height()) == size
        assert window.page.minimumSizeHint().width() <= window.stack.width()
    assert window.rail.width() == (56 if size[0] < 1100 else 164)


def test_what_can_be_reached_by_tab_has_a_spoken_name(qtbot: QtBot, window: Window) -> None:
    for key in ("settings", "history"):
        window.go(key)
        for widget in window.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                assert widget.accessibleName(), f"{type(widget).__name__} on {key}"


def test_the_login_needs_no_slow_library() -> None:
    slow = ["openpyxl", "lxml", "sqlite_utils", "pypinyin", "phonenumbers", "stdnum", "python_calamine", "chinese_calendar", "lunar_python", "click", "charset_normalizer", "PySide6.QtPrintSupport", "ui.pages", "ui.window", "app.sample"]
    ask = f"import sys, app.__main__, ui.login; print([m for m in {slow!r} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_a_page_that_is_not_seen_shows_what_changed_when_it_is_seen_again(window: Window) -> None:
    window.go("roster")
    roster = window.page
    assert isinstance(roster, RosterPage) and not roster.listing.rows
    window.go("settings")
    done = window.session.apply("班", edits.add_class("primary", 2024, 1))
    for name in ("周雨桐", "罗子轩"):
        changes = edits.add_child({"name": name, "sex": "女"}, done.ids["class"], date(2026, 9, 1))
        window.session.apply(name, changes)
    assert not roster.listing.rows, "nobody sees it now"
    window.go("roster")
    assert sorted(row.name for row in roster.listing.rows.values()) == ["周雨桐", "罗子轩"]
    window.session.undo()
    assert [row.name for row in roster.listing.rows.values()] == ["周雨桐"], "on screen it is shown at once"
