"""A table dropped anywhere on the window is looked through, even where a field would take the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.db.templates.county_forms import word_form
from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui.imports.import_page import ImportPage
from ui.settings.page import SettingsPage
from ui.templates.page import TemplatesPage
from ui.window import Window

TABLE = Path(__file__).parents[2] / "samples" / "register.xlsx"


@pytest.fixture
def window(opened: Opened, code: str) -> Window:
    shell = opened()
    enter(shell)
    assert shell.window_ is not None
    return shell.window_


def drop(window: QWidget, on: QWidget, *paths: Path) -> None:
    """As the window system does: to the innermost widget that takes drops at all, then upwards."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText(str(paths[0]))
    target: QWidget | None = on
    while target is not None:
        if target.acceptDrops():
            args = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *args)
            QApplication.sendEvent(target, entering)
            if entering.isAccepted():
                QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *args))
                return
        target = target.parentWidget()
    raise AssertionError("nobody took the file")


def test_on_a_field_of_the_settings(qtbot: QtBot, window: Window) -> None:
    window.go("settings", "school")
    page = window.page
    assert isinstance(page, SettingsPage)
    field = page.section("school").fields["county"]  # type: ignore[attr-defined]
    drop(window, field.editor, TABLE)
    assert window.key == "import"
    qtbot.waitUntil(lambda: not window.work.busy)
    imports = window.page
    assert isinstance(imports, ImportPage)
    qtbot.waitUntil(lambda: imports.stack.currentWidget() is imports.columns)
    assert field.value() == ""


@pytest.mark.parametrize("where", ["rail", "foot"])
def test_on_the_frame_the_first_of_several(qtbot: QtBot, window: Window, where: str) -> None:
    drop(window, getattr(window, where), TABLE, TABLE)
    assert window.key == "import"
    assert "另外 1 张" in window.errors.label.text() and window.errors.isVisible()
    qtbot.waitUntil(lambda: not window.work.busy)


def test_text_is_no_file(window: Window) -> None:
    mime = QMimeData()
    mime.setText("周雨桐")
    args = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *args)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert not entering.isAccepted() and window.key == "roster"


def test_a_word_form_goes_to_the_county_forms_and_the_foot_is_quiet_again(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    form = tmp_path / "登记表.DOCX"
    form.write_bytes(word_form())
    drop(window, window.foot, form)
    assert window.key == "templates" and "放开" not in window.foot.said()
    page = window.page
    assert isinstance(page, TemplatesPage)
    qtbot.waitUntil(page.is_marking)
