"""A real file with two classes and three teachers, and the page of activities on it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.activities import Held
from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, store
from tests.ui.pairings.conftest import disk, ids
from ui.activities.page import ActivitiesPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["disk", "ids", "store"]

CONTROL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


class Hand:
    """Whoever sits at the page: clicks, keys; and what is in the file then."""

    def __init__(self, qtbot: QtBot, window: Window, ids: dict[str, int]) -> None:
        self.qtbot, self.window, self.ids = qtbot, window, ids
        assert isinstance(window.page, ActivitiesPage)
        self.page = window.page
        self.desk, self.listing, self.grid = self.page.desk, self.page.listing, self.page.listing.grid
        self.session = window.session
        self.failed: list[str] = []
        self.session.failed.connect(self.failed.append)

    def all(self) -> list[Held]:
        """What is in the file, newest first."""
        return self.session.store.activities.between(TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31))

    def label(self) -> str:
        """How undo names the last thing done."""
        action = self.session.store.last_action()
        assert action is not None
        return action.label

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        where = QApplication.focusWidget()
        assert where is not None, "the cursor is nowhere"
        QTest.keyClick(where, key, with_)

    def write(self, text: str) -> None:
        """Type where the cursor is."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def say(self, text: str) -> None:
        """Chinese, as the input method hands it over; then on to the next cell."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        self.key(Qt.Key.Key_Tab)

    def fill(self, field: str, text: str) -> None:
        """Replace what stands in a field."""
        editor = self.desk.fields[field]
        editor.setFocus()
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def cell(self, text: str) -> None:
        """Type into the current cell and go on to the next one."""
        if text:
            self.write(text)
        self.key(Qt.Key.Key_Tab)

    def click(self, widget: QWidget) -> None:
        """Click a widget once it can be seen."""
        assert widget.isEnabled(), widget.accessibleName()
        self.qtbot.waitUntil(lambda: not widget.visibleRegion().isEmpty(), timeout=3_000)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


Open = Callable[..., Hand]


@pytest.fixture
def opened(qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int]) -> Iterator[Open]:
    windows: list[Window] = []

    def show(width: int = 1366, height: int = 697) -> Hand:
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("activities")
        return Hand(qtbot, window, ids)

    yield show
    for window in windows:
        window.work.wait()


@pytest.fixture
def hand(opened: Open) -> Hand:
    return opened()
