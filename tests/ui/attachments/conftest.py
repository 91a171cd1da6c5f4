"""A talk with one child on a real file, and the strip of its attachments in a real window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.__main__ import disk as real_disk
from app.edits import Told
from app.ports import Disk
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.children.conftest import TODAY, fill, store
from ui.attachments.album import album_of
from ui.attachments.strip import AttachmentStrip
from ui.session import Session
from ui.work import Work

__all__ = ["store"]


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    return fill(store)


@pytest.fixture
def session(store: FileStore, disk: Disk, ids: dict[str, int]) -> Iterator[Session]:
    made = Session(disk, store, TODAY)
    yield made
    album_of(made).wait()
    QApplication.clipboard().clear()


@pytest.fixture
def work(store: FileStore) -> Iterator[Work]:
    made = Work(lambda: store)
    yield made
    made.wait()


@pytest.fixture
def record(session: Session, ids: dict[str, int]) -> int:
    changes = edits.log_care(Told("talk", TODAY), [ids["周雨桐"], ids["罗子轩"]])
    return session.apply("记下谈心", changes).ids["record"]


@pytest.fixture
def strip(
    qtbot: QtBot, session: Session, work: Work, record: int, ids: dict[str, int]
) -> Iterator[AttachmentStrip]:
    window = QWidget()
    column = QVBoxLayout(window)
    made = AttachmentStrip(session, work)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(280, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_for("record_id", record, "周雨桐的谈心", [ids["周雨桐"], ids["罗子轩"]])
    yield made
    window.hide()


Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, work: Work, session: Session) -> Settle:
    """Until nothing is read or stored any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not work.busy, timeout=20_000)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not album_of(session).reading, timeout=20_000)
        QApplication.processEvents()

    return wait


def files(paths: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(on: QWidget, mime: QMimeData) -> bool:
    """Drag it over the widget and let go; whether it was taken."""
    at, copy = on.rect().center(), Qt.DropAction.CopyAction
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(at), copy, mime, button, plain)
    enter.ignore()
    QApplication.sendEvent(on, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), copy, mime, button, plain)
    QApplication.sendEvent(on, event)
    return event.isAccepted()
