"""The school of the roster's tests with the batch grid open in its window, and a hand on the keyboard."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.edits import Told, log_care
from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, disk, ids, store
from ui.batch.page import BatchPage
from ui.batch.shown import row_id
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["TODAY", "disk", "ids", "store"]
MONDAY = date(2026, 11, 23)
CONTROL = Qt.KeyboardModifier.ControlModifier
CALL = "family_call"


class Hand:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(focused(), key, with_)
            self.keys += 1

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(focused(), letter)
            self.keys += 1


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


@pytest.fixture
def hand() -> Hand:
    return Hand()


Open = Callable[[], Window]


@pytest.fixture
def open_window(qtbot: QtBot, ids: dict[str, int], store: FileStore, disk: Disk) -> Iterator[Open]:
    windows: list[Window] = []

    def show() -> Window:
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 697)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window()


@pytest.fixture
def page(window: Window) -> BatchPage:
    return opened(window, None)


def opened(window: Window, want: object) -> BatchPage:
    window.go("batch", want)
    assert isinstance(window.page, BatchPage)
    return window.page


def states(page: BatchPage) -> list[str]:
    """What stands at the end of the rows."""
    grid = page.grid
    return [grid.values(row_id(key))["state"] for key in page.board.sheet.rows]


def record(store: FileStore, told: Told, *children: int) -> int:
    """Put a record into the ledger past the window."""
    return store.apply("记", log_care(told, children)).ids["record"]
