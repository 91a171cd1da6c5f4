"""Login: right, wrong, ten times wrong, the recovery code; lock and unlock; restore; each broken file in its own words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports import Disk
from app.store import WrongPassword
from tests.ui.frame.conftest import PASSWORD, Opened
from ui.login import Login
from ui.restore import Restore
from ui.shell import Shell
from ui.window import Window


def login_of(shell: Shell) -> Login:
    page = shell.currentWidget()
    assert isinstance(page, Login)
    return page


def enter(shell: Shell, password: str = PASSWORD) -> None:
    form = login_of(shell).form
    form.password.setFocus()
    QTest.keyClicks(form.password, password)
    QTest.keyClick(form.password, Qt.Key.Key_Return)


def test_the_right_password_opens(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    form = login_of(shell).form
    assert form.who.currentText() == "陈晓梅"
    assert QApplication.focusWidget() is form.password
    enter(shell)
    assert isinstance(shell.currentWidget(), Window)


def test_a_wrong_password_says_so_and_ten_of_them_wait(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    form = login_of(shell).form
    now = [1000.0]
    shell.vault._tries._clock = lambda: now[0]  # type: ignore[attr-defined]
    enter(shell, "falsch1")
    assert "密码不对" in form.error.text()
    assert form.enter.isEnabled()
    for _ in range(9):
        now[0] += 61
        form._wait_until = 1
        form._count_down()
        enter(shell, "falsch2")
    assert "60 秒" in form.error.text()
    assert not form.enter.isEnabled() and not form.password.isEnabled()
    now[0] += 61
    form._wait_until = 1
    form._count_down()
    enter(shell)
    assert isinstance(shell.currentWidget(), Window)


def test_the_wait_counts_down_and_lets_one_try_again(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    form = login_of(shell).form
    form._wrong(WrongPassword(2.0))
    assert "2 秒" in form.error.text()
    form._count_down()
    assert "1 秒" in form.error.text()
    form._count_down()
    assert form.error.text() == ""
    assert form.enter.isEnabled()


def test_the_recovery_code_sets_a_new_password(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    login = login_of(shell)
    qtbot.mouseClick(login.form.forget, Qt.MouseButton.LeftButton)
    QTest.keyClicks(login.recover.code, "A" * 32)
    for editor in (login.recover.first, login.recover.again):
        QTest.keyClicks(editor, "neu9schloss")
    QTest.keyClick(login.recover.again, Qt.Key.Key_Return)
    assert "恢复码不对" in login.recover.error.text()
    login.recover.code.clear()
    QTest.keyClicks(login.recover.code, code.lower().replace("-", " "))
    assert login.recover.code.text() == code
    QTest.keyClick(login.recover.again, Qt.Key.Key_Return)
    assert [editor.text() for editor in (login.recover.code, login.recover.first, login.recover.again)] == ["", "", ""]
    assert isinstance(shell.currentWidget(), Window)
    shell.lock()
    enter(shell, "neu9schloss")
    assert isinstance(shell.currentWidget(), Window)


def test_lock_closes_the_file_and_unlock_comes_back_to_the_field(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    enter(shell)
    window = shell.window_
    assert window is not None and shell.session is not None
    window.go("settings", "staff")
    section = window.page.section("staff")  # type: ignore[attr-defined]
    section.staff.grid.edit_cell(-1, "name")
    for letter in "chen half":
        QTest.keyClick(QApplication.focusWidget(), letter)
    QApplication.clipboard().setText("13900467715")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert login_of(shell).form.who.currentText() == "陈晓梅"
    assert QApplication.clipboard().text() == ""
    shell.vault.open("陈晓梅", PASSWORD).close()
    enter(shell)
    assert shell.currentWidget() is window
    assert section.staff.sheet.text(-1, "name") == "chen half"
    assert QApplication.focusWidget() is section.staff.grid
    assert section.staff.grid.here() == (-1, "name")
    assert shell.session.store.school().name == "青石坪中心小学"


def test_the_idle_lock_goes_by_the_wall_clock(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    enter(shell)
    now = [1000.0]
    shell.idle._clock = lambda: now[0]
    shell.idle.arm(5)
    now[0] += 299
    shell.idle.look()
    assert isinstance(shell.currentWidget(), Window)
    now[0] += 2
    shell.idle.look()
    assert isinstance(shell.currentWidget(), Login)


def test_restore_puts_a_backup_in_place(qtbot: QtBot, opened: Opened, code: str, folder: Path, disk: Disk) -> None:
    store = disk.vault(folder).open("陈晓梅", PASSWORD)
    store.backup("hand")
    store.close()
    (folder / "qianshou.db").write_bytes(b"")
    shell = opened()
    enter(shell)
    assert "空的" in login_of(shell).form.error.text()
    qtbot.mouseClick(login_of(shell).foot.open, Qt.MouseButton.LeftButton)
    page = shell.currentWidget()
    assert isinstance(page, Restore)
    form = page.form
    assert form.list.count() == 1
    form.password.setFocus()
    QTest.keyClicks(form.password, "falsch1")
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "密码不对" in form.error.text())
    form.start()
    assert form.password.text() == ""
    QTest.keyClicks(form.password, PASSWORD)
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "青石坪中心小学" in form.found.text())
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(shell.currentWidget(), Login))
    enter(shell)
    assert isinstance(shell.currentWidget(), Window)


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda folder: (folder / "qianshou.db").write_bytes(b"not ours at all" * 400), "不是牵手"),
        (lambda folder: (folder / "qianshou.keys").write_text("{"), "钥匙"),
    ],
)
def test_each_broken_file_has_its_own_words(
    qtbot: QtBot, opened: Opened, code: str, folder: Path, break_it: object, words: str
) -> None:
    break_it(folder)  # type: ignore[operator]
    shell = opened()
    form = login_of(shell).form
    if form.enter.isEnabled():
        enter(shell)
    assert words in form.error.text()


def test_closing_backs_up_first(qtbot: QtBot, opened: Opened, code: str, disk: Disk, folder: Path) -> None:
    shell = opened()
    enter(shell)
    shell.close()
    qtbot.waitUntil(lambda: not shell.isVisible())
    assert [made.why for made in disk.vault(folder).backups()] == ["exit"]
    disk.vault(folder).open("陈晓梅", PASSWORD).close()
