"""Quick entry of children and confirming many at once, under real keys on a real file."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.children import Child
from app.idnumber import check_digit
from db.store import FileStore
from ui.children.add_child import AddChild
from ui.children.confirm_many import ConfirmMany
from ui.children.new_child import DRAFT
from ui.children.roster_page import RosterPage
from ui.pieces.fields import LineField
from ui.window import Window

Open = Callable[..., Window]
NUMBER = "43312620170301001"
NUMBER += check_digit(NUMBER)


@pytest.fixture
def add(qtbot: QtBot, window: Window, page: RosterPage) -> AddChild:
    qtbot.keyClick(  # type: ignore[no-untyped-call]
        window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.add.isVisible()
    return page.add


def write(qtbot: QtBot, add: AddChild, **typed: str) -> None:
    for key, text in typed.items():
        field = add.fields[key]
        assert isinstance(field, LineField)
        field.editor.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field.editor, event)


def enter(qtbot: QtBot, add: AddChild) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # type: ignore[no-untyped-call]


def newest(page: RosterPage) -> Child:
    return max(page._session.snapshot.children.values(), key=lambda child: child.id)


def test_enter_saves_and_asks_for_the_next_with_the_class_kept(qtbot: QtBot, page: RosterPage, add: AddChild) -> None:
    add._class.set_value("四（1）班")
    write(qtbot, add, id_number=NUMBER, kin_name="石建华", phone="13812345678", name="石宇航")
    enter(qtbot, add)
    child = newest(page)
    assert (child.name, child.sex, child.birth, child.pinyin) == ("石宇航", "男", "2017-03-01", "shi yu hang")
    assert [phone.number for phone in child.kin[0].phones] == ["13812345678"]
    assert page.listing.row(child.id).class_name == "四（1）班"
    assert page.list.grid.current() == child.id
    assert add.isVisible()
    assert add.fields["name"].value() == ""
    assert add._class.value() == "四（1）班"
    assert add.fields["name"].isAncestorOf(QApplication.focusWidget())


def test_a_double_is_pointed_out_before_it_is_saved(qtbot: QtBot, page: RosterPage, add: AddChild) -> None:
    before = len(page._session.snapshot.children)
    add._class.set_value("三（1）班")
    write(qtbot, add, name="周雨桐")
    enter(qtbot, add)
    assert len(page._session.snapshot.children) == before
    assert "已经有一个周雨桐" in add.warning.text()
    enter(qtbot, add)
    assert len(page._session.snapshot.children) == before + 1


def test_a_wrong_number_keeps_the_child_in_the_panel(qtbot: QtBot, page: RosterPage, add: AddChild) -> None:
    before = len(page._session.snapshot.children)
    write(qtbot, add, phone="1381234567", name="石宇航")
    enter(qtbot, add)
    assert len(page._session.snapshot.children) == before
    assert "11 位" in add.fields["phone"].error()


def test_a_draft_survives_closing_the_panel_and_the_program(
    qtbot: QtBot, page: RosterPage, add: AddChild, store: FileStore, open_window: Open
) -> None:
    write(qtbot, add, name="石宇航", phone="13812345678")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    page.back()
    assert not page.add.isVisible()
    drafts = page._session.drafts
    assert drafts.flush()
    assert "石宇航" in store.setting(f"draft.{DRAFT}.陈晓梅")
    assert drafts.page() == "", "put away by hand: it does not come back by itself"
    again = open_window().page
    assert isinstance(again, RosterPage)
    assert not again.add.isVisible()
    again.new_child()
    assert again.add.fields["name"].value() == "石宇航"
    assert again.add.last.text() == "还有没填完的一条，接着填"
    again.add.save()
    assert store.setting(f"draft.{DRAFT}.陈晓梅") == ""


def test_the_first_child_of_an_empty_school_brings_its_class(qtbot: QtBot, open_window: Open) -> None:
    page = open_window().page
    assert isinstance(page, RosterPage)
    page.empty.buttons["add"].click()
    write(qtbot, page.add, name="石宇航")
    page.add._class.editor.setEditText("三2班")
    assert page.add.save()
    assert page.listing.row(newest(page).id).class_name == "三（2）班"
    page._session.undo()
    assert page._session.snapshot.classes == ()


def test_many_are_confirmed_at_once_after_a_look(
    qtbot: QtBot, window: Window, page: RosterPage, ids: dict[str, int], store: FileStore
) -> None:
    page.list.choose_segment("check")
    assert page.list.segments.button("check").count == 2
    page.list.confirm.click()
    preview = page.findChild(ConfirmMany)
    assert isinstance(preview, ConfirmMany)
    assert "爸爸在外：浙江宁波，建筑工" in preview._what(ids["麻金凤"]).text
    preview.grid.set_current(ids["冉雪梅"])
    qtbot.keyClick(preview.grid, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert preview.go.label() == "核对 1 人"
    preview.go.click()
    assert not page.listing.row(ids["麻金凤"]).to_confirm
    assert page.listing.row(ids["冉雪梅"]).to_confirm
    action = store.last_action()
    assert action is not None
    assert action.label == "确认全校 1 人的父母去处"
    window.session.undo()
    assert page.listing.row(ids["麻金凤"]).to_confirm


def test_in_a_narrow_window_the_quick_entry_takes_the_page(ids: dict[str, int], open_window: Open) -> None:
    window = open_window(911, 465)
    page = window.page
    assert isinstance(page, RosterPage)
    page.new_child()
    QApplication.processEvents()
    assert page.add.isVisible() and not page.list.isVisible()
    assert page.add.width() == page.desk.width()
    window.resize(1366, 697)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert page.add.width() < page.desk.width() // 3


@pytest.mark.parametrize("size", [(911, 465), (1366, 697)])
def test_the_look_before_confirming_stays_inside_the_window(
    open_window: Callable[..., Window], ids: dict[str, int], size: tuple[int, int]
) -> None:
    window = open_window(*size)
    page = window.page
    assert isinstance(page, RosterPage)
    page.list.choose_segment("check")
    page.list.confirm.click()
    preview = page.findChild(ConfirmMany)
    assert isinstance(preview, ConfirmMany)
    assert preview.height() <= size[1] and preview.width() <= size[0]
    assert preview.sizeHint().height() <= preview.height()
    preview.reject()


def test_ctrl_d_repeats_what_the_child_before_had(qtbot: QtBot, page: RosterPage, add: AddChild) -> None:
    write(qtbot, add, name="龙小满", phone="13900467715")
    enter(qtbot, add)
    add.fields["phone"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert add.fields["phone"].typed().replace(" ", "") == "13900467715"
    add.fields["name"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert add.fields["name"].typed() == ""
