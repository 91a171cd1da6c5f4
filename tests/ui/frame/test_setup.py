"""First start: from an empty folder to an open school, by keys alone where keys suffice."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ports import Disk
from tests.ui.frame.conftest import PASSWORD, Opened
from ui.login import Login
from ui.setup.first import FirstStart
from ui.setup.wizard import Wizard
from ui.shell import Shell
from ui.window import Window


def press(key: Qt.Key) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, key)


def write(text: str) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, text)


def wizard_of(shell: Shell) -> Wizard:
    first = shell.currentWidget()
    assert isinstance(first, FirstStart)
    return first.wizard


def at_code(qtbot: QtBot, shell: Shell) -> Wizard:
    """Through the three questions to the recovery code."""
    press(Qt.Key.Key_Return)
    wizard = wizard_of(shell)
    wizard.school.name.editor.setText("青石坪中心小学")
    press(Qt.Key.Key_Return)
    assert wizard.at == 1
    wizard.user.user.editor.setText("陈晓梅")
    wizard.user.password.setFocus()
    write(PASSWORD)
    assert wizard.user.strength.level == "good"
    wizard.user.again.setFocus()
    write(PASSWORD)
    press(Qt.Key.Key_Return)
    assert wizard.at == 2
    press(Qt.Key.Key_Return)
    assert wizard.at == 3
    return wizard


def test_from_an_empty_folder_to_an_open_school(qtbot: QtBot, opened: Opened, folder: Path, disk: Disk) -> None:
    shell = opened()
    wizard = at_code(qtbot, shell)
    assert disk.vault(folder).exists()
    write("AAAA")
    press(Qt.Key.Key_Return)
    assert "不一样" in wizard.error.text()
    wizard.code.typed.clear()
    write(wizard.code.big.code.replace("-", "").lower())
    press(Qt.Key.Key_Return)
    assert isinstance(shell.currentWidget(), Window)
    assert shell.session is not None
    school = shell.session.snapshot.school
    assert school.name == "青石坪中心小学"
    assert school.started_on is not None and school.started_on.weekday() == 0
    assert not shell.session.snapshot.terms[0].checked


def test_the_code_cannot_be_pasted(qtbot: QtBot, opened: Opened) -> None:
    shell = opened()
    wizard = at_code(qtbot, shell)
    QApplication.clipboard().setText(wizard.code.big.code)
    QTest.keyClick(wizard.code.typed, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wizard.code.typed.text() == ""


def test_going_back_loses_nothing_and_mends_what_was_written(qtbot: QtBot, opened: Opened) -> None:
    shell = opened()
    wizard = at_code(qtbot, shell)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not wizard.user.password.isEnabled()
    wizard.go_back()
    assert wizard.school.name.value() == "青石坪中心小学"
    wizard.school.phone.editor.setText("07430036128")
    for _ in range(3):
        wizard.go_on()
    wizard.code.typed.setText(wizard.code.big.code)
    wizard.go_on()
    assert shell.session is not None
    assert shell.session.snapshot.school.duty_phone == "07430036128"


def test_nothing_is_made_while_an_answer_is_missing(qtbot: QtBot, opened: Opened, folder: Path, disk: Disk) -> None:
    shell = opened()
    press(Qt.Key.Key_Return)
    wizard = wizard_of(shell)
    press(Qt.Key.Key_Return)
    assert wizard.at == 0 and "学校名称" in wizard.error.text()
    wizard.school.name.editor.setText("青石坪中心小学")
    press(Qt.Key.Key_Return)
    wizard.user.user.editor.setText("陈晓梅")
    wizard.user.password.setText("12345")
    wizard.go_on()
    assert wizard.at == 1 and "太短" in wizard.error.text()
    wizard.user.password.setText(PASSWORD)
    wizard.user.again.setText(PASSWORD + "x")
    wizard.go_on()
    assert wizard.at == 1 and "不一样" in wizard.error.text()
    assert not disk.vault(folder).exists()


def test_the_code_is_saved_as_a_pdf(qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: object) -> None:
    shell = opened()
    wizard = at_code(qtbot, shell)
    target = tmp_path / "恢复码.pdf"
    original = QFileDialog.getSaveFileName
    QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(target), ""))  # type: ignore[method-assign]
    try:
        qtbot.mouseClick(wizard.code.save, Qt.MouseButton.LeftButton)
    finally:
        QFileDialog.getSaveFileName = original  # type: ignore[method-assign]
    assert target.read_bytes().startswith(b"%PDF")


def test_the_sample_school_opens_at_once_and_is_thrown_away(qtbot: QtBot, opened: Opened, folder: Path, disk: Disk) -> None:
    shell = opened()
    first = shell.currentWidget()
    assert isinstance(first, FirstStart)
    qtbot.mouseClick(first.ways.try_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(shell.currentWidget(), Window) and not shell.work.busy, timeout=20000)
    window = shell.currentWidget()
    assert isinstance(window, Window)
    assert window.band.isVisible()
    assert len(window.session.snapshot.children) >= 140
    qtbot.mouseClick(window.band.end, Qt.MouseButton.LeftButton)
    assert isinstance(shell.currentWidget(), FirstStart)
    assert not shell.sample_vault().exists()


def test_the_next_start_asks_for_the_password(qtbot: QtBot, opened: Opened, code: str) -> None:
    shell = opened()
    assert isinstance(shell.currentWidget(), Login)


def focusable(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]


def test_every_field_of_the_wizard_has_a_spoken_name(qtbot: QtBot, opened: Opened) -> None:
    shell = opened()
    at_code(qtbot, shell)
    assert [type(w).__name__ for w in focusable(shell) if not w.accessibleName()] == []
