"""The school of the roster's tests, with the ledger of care open on it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, disk, ids, store
from ui.session import Session

__all__ = ["TODAY", "disk", "ids", "store"]


@pytest.fixture
def session(ids: dict[str, int], store: FileStore, disk: Disk) -> Iterator[Session]:
    yield Session(disk, store, TODAY)


def focused() -> QWidget:
    """Where the cursor is."""
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Show it in front."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
