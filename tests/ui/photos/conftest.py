"""A real file with six children, and roster, photos and history in a real window on it, with the real disk."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.ports import Disk
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.children.conftest import TODAY, fill, store
from ui.children.dossier import Dossier
from ui.children.roster_page import RosterPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["store"]


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    return fill(store)


@pytest.fixture
def window(qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int]) -> Iterator[Window]:
    work = Work(lambda: store)
    pages = [spec for spec in PAGES if spec.key in ("roster", "import", "photos")]
    shown = Window(Session(disk, store, TODAY), work, pages)
    qtbot.addWidget(shown)
    shown.resize(1366, 697)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    work.wait()
    QApplication.clipboard().clear()


@pytest.fixture
def roster(window: Window) -> RosterPage:
    assert isinstance(window.page, RosterPage)
    return window.page


@pytest.fixture
def dossier(roster: RosterPage, ids: dict[str, int]) -> Dossier:
    roster.open_child(ids["周雨桐"])
    return roster.dossier


def files(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Drag over a widget and let go; whether it wanted what was dragged."""
    at = widget.rect().center()
    keys_, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(at), Qt.DropAction.CopyAction, mime, buttons, keys_)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, buttons, keys_)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
