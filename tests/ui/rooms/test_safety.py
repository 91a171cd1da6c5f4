"""Safety checks under real keys: ten points, what is found stays until it is mended, here and on 今日; drafts, undo."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.rooms.conftest import TODAY, Open
from ui.rooms.page import RoomsPage
from ui.today.page import TodayPage
from ui.window import Window

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, with_)


def last_label(page: RoomsPage) -> str:
    last = page.session.store.last_action()
    assert last is not None
    return last.label


def begin(page: RoomsPage) -> None:
    page.desk.area.ensureWidgetVisible(page.desk.check)
    QTest.mouseClick(page.desk.check, LEFT)


def test_a_round_without_a_finding_is_one_key(page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    begin(page)
    assert page.safety.check.go.label() == "记下检查，10 项都好" and not page.panel.isVisible()
    key(K.Key_Return, CONTROL)
    check = page.session.store.home.checks(TODAY, TODAY)[0]
    assert (check.room_id, check.findings, check.staff_id) == (room.id, (), room.keeper_id)
    assert last_label(page) == f"记下{room.name}的安全检查" and page.panel.isVisible()
    assert page.desk.last_check.text() == "上次检查 11月24日，10 项都好"


def test_what_is_found_stays_until_it_is_mended_here_and_on_today(window: Window, page: RoomsPage) -> None:
    before = len(page.book.to_mend)
    begin(page)
    for _point in range(2):
        key(K.Key_Tab)
    key(K.Key_Space)
    row = page.safety.check.rows[3]
    assert row.tick.isChecked() and focused() is row.what.editor
    key(K.Key_Return, CONTROL)
    assert row.what.error() == "写一下什么问题" and len(page.book.to_mend) == before
    QTest.keyClicks(focused(), "lamp flickers")
    key(K.Key_Tab)
    QTest.keyClicks(focused(), "call Wang")
    key(K.Key_Return, CONTROL)
    assert len(page.book.to_mend) == before + 1
    check, finding = page.book.to_mend[-1]
    assert (finding.point, finding.what, finding.measure, check.day) == (3, "lamp flickers", "call Wang", TODAY)
    assert page.desk.findings.heading.text() == f"要整改的 {before + 1} 处"
    window.go("today")
    today = window.page
    assert isinstance(today, TodayPage)
    mine = [number for number, item in today.day.items.items() if item.unmended is not None]
    assert len(mine) == before + 1
    today.list.grid.set_current(mine[-1])
    today.list.grid.setFocus()
    key(K.Key_Return)
    assert window.page is page and page.safety.form.isVisible()
    assert page.safety.form.heading.text() == "灯和电器：lamp flickers"
    page.safety.day.editor.setFocus()
    focused().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(), (TODAY - timedelta(days=1)).isoformat())
    key(K.Key_Return, CONTROL)
    assert page.safety.day.error().startswith("2026-11-24才查出来")
    focused().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(), TODAY.isoformat())
    key(K.Key_Return, CONTROL)
    assert len(page.book.to_mend) == before and not page.safety.form.isVisible()
    assert last_label(page) == "整改好了：灯和电器：lamp flickers"
    window.go("today")
    assert len([one for one in today.day.plan.listed["home"] if one.unmended is not None]) == before
    window.undo.undo.trigger()
    assert len([one for one in today.day.plan.listed["home"] if one.unmended is not None]) == before + 1


def test_a_half_ticked_round_comes_back(page: RoomsPage, open_window: Open) -> None:
    room = page.book.room()
    begin(page)
    page.safety.check.rows[5].tick.click()
    QTest.keyClicks(focused(), "shelf")
    assert page.back() and page.panel.isVisible()
    again = open_window()
    again.go("rooms")
    other = again.page
    assert isinstance(other, RoomsPage) and other.resume()
    assert other.book.room() == room and other.safety.check.found() == {5: ("shelf", "")}
    assert other.safety.check.go.label() == "记下检查，1 项有问题"
