"""Many children changed at once, by real keys on a real file."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.enrolment import enrolment_on
from db.store import FileStore
from tests.ui.children.conftest import TODAY, Open
from ui.children.bulk_edit import BulkEdit
from ui.children.roster_page import RosterPage
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, page: RosterPage, count: int = 5) -> BulkEdit:
    """Choose everybody listed and press F2."""
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, Qt.Key.Key_A, CONTROL)
    assert len(page.list.grid.selected()) == count
    assert page.list.head.chosen.isVisible()
    QTest.keyClick(page.list.grid, Qt.Key.Key_F2)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BulkEdit)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(dialog: BulkEdit, key: str) -> None:
    dialog.what.editor.setCurrentIndex(dialog.what.editor.findData(key))


def type_value(dialog: BulkEdit, text: str) -> None:
    dialog.value.stops()[0].setFocus()
    line = dialog.value._field.editor.lineEdit()  # type: ignore[union-attr]
    line.setFocus()
    line.selectAll()
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(line, composed)


def test_one_fact_for_all_is_one_action_with_a_count_in_its_name(
    qtbot: QtBot, window: Window, page: RosterPage, store: FileStore, ids: dict[str, int]
) -> None:
    page.deeds.set_fact(ids["周雨桐"], "call_time", "周日晚 7 点")
    before = store.snapshot()
    dialog = opened(qtbot, page)
    choose(dialog, "call_time")
    assert not dialog.go.isEnabled(), "nothing is written yet"
    assert dialog.grid.rows() == []
    type_value(dialog, "周日晚 7 点")
    assert dialog.go.label() == "改 4 人"
    assert "1 人本来就是" in dialog.count.text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert QApplication.activeModalWidget() is None
    after = store.snapshot().children
    assert {child.call_time for key, child in after.items() if key != ids["田小禾"]} == {"周日晚 7 点"}
    action = store.last_action()
    assert action is not None and action.label == "修改 4 人的约好通话"
    assert "修改 4 人的约好通话，Ctrl+Z 撤回" in window.foot.said()
    window.session.undo()
    assert store.snapshot() == before
    assert window.session.snapshot.children == before.children
    window.session.redo()
    assert store.snapshot().children == after


def test_a_child_without_its_tick_stays(qtbot: QtBot, page: RosterPage, store: FileStore, ids: dict[str, int]) -> None:
    dialog = opened(qtbot, page)
    choose(dialog, "boarding")
    type_value(dialog, "住校")
    dialog.grid.set_current(ids["罗子轩"])
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Space)
    assert dialog.go.label() == "改 4 人"
    dialog.go.click()
    assert store.snapshot().children[ids["罗子轩"]].boarding == ""
    assert store.snapshot().children[ids["周雨桐"]].boarding == "住校"


def test_what_cannot_be_is_named_and_nothing_is_written(
    qtbot: QtBot, page: RosterPage, store: FileStore
) -> None:
    before = store.snapshot()
    dialog = opened(qtbot, page)
    choose(dialog, "distance_km")
    type_value(dialog, "很远")
    assert "5 人改不了：罗子轩、周雨桐、麻金凤等" in dialog.count.text()
    assert not dialog.go.isEnabled()
    for _first_the_field in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert store.snapshot() == before


def test_a_class_from_a_day_on(qtbot: QtBot, page: RosterPage, store: FileStore, ids: dict[str, int]) -> None:
    dialog = opened(qtbot, page)
    choose(dialog, "class")
    dialog.value._field.set_value(str(ids["四（1）班"]))  # type: ignore[union-attr]
    dialog.value.day.editor.setText("2026-11-02")
    assert dialog.go.label() == "改 2 人"
    dialog.go.click()
    snapshot = store.snapshot()
    classes = {one.id: one for one in snapshot.classes}
    child = snapshot.children[ids["周雨桐"]]
    then, now = (enrolment_on(child, classes, day) for day in (date(2026, 11, 1), TODAY))
    assert then is not None and then.class_id == ids["三（1）班"]
    assert now is not None and now.class_id == ids["四（1）班"]
    assert page.listing.row(child.id).class_name == "四（1）班"


def test_a_value_is_taken_away_only_by_the_choice_that_says_so(
    qtbot: QtBot, page: RosterPage, store: FileStore, ids: dict[str, int]
) -> None:
    page.deeds.set_fact(ids["周雨桐"], "call_time", "周日晚 7 点")
    dialog = opened(qtbot, page)
    choose(dialog, "call_time")
    type_value(dialog, "清掉，空着")
    assert dialog.go.label() == "改 1 人"
    dialog.go.click()
    assert store.snapshot().children[ids["周雨桐"]].call_time == ""


@pytest.mark.parametrize("key", ["aid", "income"])
def test_several_answers_are_ticked(qtbot: QtBot, page: RosterPage, store: FileStore, key: str) -> None:
    dialog = opened(qtbot, page)
    choose(dialog, key)
    boxes = dialog.value._field.boxes  # type: ignore[union-attr]
    for box in (boxes[2], boxes[0]):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    dialog.go.click()
    listed = {getattr(child, key) for child in store.snapshot().children.values()}
    assert f"{boxes[0].text()}、{boxes[2].text()}" in listed


def test_every_kind_of_field_can_be_asked_for_and_fits_the_small_window(
    qtbot: QtBot, ids: dict[str, int], open_window: Open
) -> None:
    page = open_window(911, 465).page
    assert isinstance(page, RosterPage)
    dialog = opened(qtbot, page)
    for key in dialog._keys():
        choose(dialog, key)
        QApplication.processEvents()
        assert dialog.height() <= 465, key
        assert dialog.grid.viewport().height() >= 80, key
        assert dialog.minimumSizeHint().width() <= 887, key
    dialog.reject()


def test_escape_ends_the_choice_and_the_finding_is_back(qtbot: QtBot, page: RosterPage) -> None:
    QTest.keyClick(page.list.grid, Qt.Key.Key_A, CONTROL)
    assert not page.list.head.line.isVisible()
    QTest.keyClick(page.list.grid, Qt.Key.Key_Escape)
    page.back()
    assert page.list.head.line.isVisible()


def test_the_chosen_are_deleted_as_one_and_come_back_as_one(
    qtbot: QtBot, window: Window, page: RosterPage, store: FileStore
) -> None:
    before = store.snapshot()
    page.list.grid.select(page.list.grid.rows()[:2])
    page.list.head.chosen.delete.click()
    assert len(store.snapshot().children) == 4
    assert window.undo.undo.text().endswith("删除录错的 2 个孩子")
    window.undo.undo.trigger()
    assert store.snapshot() == before


def test_the_menu_offers_the_pages_and_the_bulk_edit(qtbot: QtBot, page: RosterPage) -> None:
    menu = page.desk.changes.menu()
    words = [action.text() for action in menu.actions()]
    assert "一起改这 5 人…\tF2" in words
    asked: list[str] = []
    page.desk.changes.goes.connect(lambda key, _want: asked.append(key))
    page.desk.changes.goes.disconnect(page.goes)
    next(action for action in menu.actions() if action.text() == "回收站").trigger()
    assert asked == ["recycle"]
