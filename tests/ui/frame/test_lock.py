"""Locking with work in hand: what was typed is saved or stays, the last changes are backed up, the key is dropped."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.edits import NewKin
from app.ports import Disk
from app.store import StoreError
from tests.ui.frame.conftest import PASSWORD, Opened
from tests.ui.frame.test_login import enter, login_of
from ui.children.dossier import Dossier
from ui.children.roster_page import RosterPage
from ui.history import HistoryPage
from ui.login import Login
from ui.pieces.fields import LineField
from ui.shell import Shell
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = date(2026, 9, 1)


@pytest.fixture
def shell(disk: Disk, folder: Path, code: str, opened: Opened) -> Shell:
    store = disk.vault(folder).open("陈晓梅", PASSWORD)
    class_id = store.apply("班级", edits.add_class("primary", 2024, 1)).ids["class"]
    for name in ("周雨桐", "田小禾"):
        family = [NewKin("父亲", "周建华", "13900467715", "away", "浙江宁波")]
        facts = {"name": name, "sex": "女"}
        store.apply(f"添加{name}", edits.add_child(facts, class_id, FIRST, by="陈晓梅", family=family))
    store.close()
    shell = opened()
    enter(shell)
    assert shell.window_ is not None
    shell.window_.go("roster")
    return shell


@pytest.fixture
def dossier(shell: Shell) -> Dossier:
    page = roster(shell)
    page.open_child(next(child.id for child in snapshot_children(shell) if child.name == "周雨桐"))
    return page.dossier


def roster(shell: Shell) -> RosterPage:
    assert shell.window_ is not None
    page = shell.window_.page
    assert isinstance(page, RosterPage)
    return page


def snapshot_children(shell: Shell):  # type: ignore[no-untyped-def]
    assert shell.session is not None
    return shell.session.snapshot.children.values()


def stored(shell: Shell, dossier: Dossier, field: str) -> str:
    assert shell.session is not None
    child = shell.session.store.child(dossier.child_id)
    return str(getattr(child, field))


def line(dossier: Dossier, name: str) -> LineField:
    field = dossier.facts.rows[name].field
    assert isinstance(field, LineField)
    return field


def put_cursor(field: LineField) -> None:
    field.editor.setFocus()
    field.editor.selectAll()


def lock_by_key() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CONTROL)


def lock_by_waiting(shell: Shell) -> None:
    shell.idle._clock = lambda: shell.idle._last + 301
    shell.idle.look()
    shell.idle._clock = lambda: shell.idle._last


@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_being_typed_is_saved_before_the_file_is_closed(shell: Shell, dossier: Dossier, by_key: bool) -> None:
    put_cursor(line(dossier, "seat_number"))
    QTest.keyClicks(QApplication.focusWidget(), "17")
    lock_by_key() if by_key else lock_by_waiting(shell)
    assert isinstance(shell.currentWidget(), Login)
    enter(shell)
    assert stored(shell, dossier, "seat_number") == "17"
    assert line(dossier, "seat_number").editor.text() == "17"
    assert roster(shell).in_dossier()
    assert QApplication.focusWidget() is line(dossier, "seat_number").editor


def test_an_open_composition_is_finished_first(shell: Shell, dossier: Dossier) -> None:
    put_cursor(line(dossier, "former_name"))
    QApplication.sendEvent(line(dossier, "former_name").editor, QInputMethodEvent("雨同", []))
    lock_by_waiting(shell)
    enter(shell)
    assert stored(shell, dossier, "former_name") == "雨同"


def test_what_is_refused_stays_in_its_field_over_the_lock(shell: Shell, dossier: Dossier) -> None:
    field = line(dossier, "birth")
    put_cursor(field)
    QTest.keyClicks(QApplication.focusWidget(), "2016-13-40")
    lock_by_key()
    enter(shell)
    assert field.editor.text() == "2016-13-40"
    assert field.error()
    assert stored(shell, dossier, "birth") == ""
    assert QApplication.focusWidget() is field.editor
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "2016-5-12")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert stored(shell, dossier, "birth") == "2016-05-12"


def test_what_was_refused_does_not_follow_to_another_child(shell: Shell, dossier: Dossier) -> None:
    field = line(dossier, "birth")
    put_cursor(field)
    QTest.keyClicks(QApplication.focusWidget(), "2016-13-40")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    other = next(child.id for child in snapshot_children(shell) if child.id != dossier.child_id)
    dossier.show_child(other, [other], "")
    assert (field.editor.text(), field.error()) == ("", "")


def test_the_draft_of_a_new_child_survives(shell: Shell) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    add = roster(shell).add
    add.fields["name"].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Zhang San")
    add.fields["id_number"].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "4331")
    lock_by_waiting(shell)
    enter(shell)
    assert (add.fields["name"].value(), add.fields["id_number"].value()) == ("Zhang San", "4331")
    assert QApplication.focusWidget() is add.fields["id_number"].editor  # type: ignore[attr-defined]


def test_a_form_inside_the_dossier_survives(shell: Shell, dossier: Dossier) -> None:
    dossier.school.out.click()
    form = dossier.school.form
    assert form is not None
    form.where.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "xiancheng")
    dossier.status.register.other.click()
    dossier.status.register.reason.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "liyou")
    lock_by_key()
    enter(shell)
    assert dossier.school.form is form and form.where.value() == "xiancheng"
    assert dossier.status.register.form.isVisible() and dossier.status.register.reason.value() == "liyou"


def test_a_change_is_backed_up_behind_the_lock_and_only_once(qtbot: QtBot, shell: Shell, dossier: Dossier) -> None:
    assert shell.session is not None
    locked = shell.session.store
    put_cursor(line(dossier, "seat_number"))
    QTest.keyClicks(QApplication.focusWidget(), "17")
    lock_by_key()
    qtbot.waitUntil(lambda: not shell.closing.busy, timeout=10_000)
    assert [made.why for made in shell.vault.backups()] == ["exit"]
    with pytest.raises(StoreError):
        locked.school()
    with pytest.raises(StoreError):
        locked.apply("锁后", [])
    enter(shell)
    lock_by_key()
    assert not shell.closing.busy
    shell.close()
    assert not shell.isVisible()
    assert len(shell.vault.backups()) == 1


def test_the_window_closed_at_once_after_the_lock_leaves_a_backup(shell: Shell, dossier: Dossier) -> None:
    lock_by_key()
    shell.close()
    assert not shell.isVisible()
    assert [made.why for made in shell.vault.backups()] == ["exit"]
    shell.vault.open("陈晓梅", PASSWORD).close()


def test_a_backup_that_fails_behind_the_lock_is_told_afterwards(
    qtbot: QtBot, shell: Shell, dossier: Dossier, folder: Path
) -> None:
    (folder / "backups").write_bytes(b"")
    lock_by_key()
    qtbot.waitUntil(lambda: not shell.closing.busy, timeout=10_000)
    enter(shell)
    assert shell.window_ is not None
    assert shell.window_.errors.isVisible()


def test_the_key_that_finds_the_window_due_reaches_nothing(shell: Shell, dossier: Dossier) -> None:
    field = line(dossier, "seat_number")
    put_cursor(field)
    shell.idle._clock = lambda: shell.idle._last + 3600
    QTest.keyClick(field.editor, Qt.Key.Key_9)
    assert login_of(shell).form.password.text() == ""
    assert field.editor.text() == ""
    shell.idle._clock = lambda: shell.idle._last
    QTest.keyClicks(QApplication.focusWidget(), "k")
    assert login_of(shell).form.password.text() == "k"


def test_the_history_offers_to_do_again_what_was_taken_back(shell: Shell, dossier: Dossier) -> None:
    put_cursor(line(dossier, "seat_number"))
    QTest.keyClicks(QApplication.focusWidget(), "17")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    window = shell.window_
    assert isinstance(window, Window)
    window.go("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    key = next(key for key, found in page.lines.items() if "班内学号" in found.action.label)
    place = page.grid.rows().index(key)
    assert page.grid.model().index(place, 3).data() == "撤回"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    place = page.grid.rows().index(key)
    assert page.grid.model().index(place, 3).data() == "恢复"
