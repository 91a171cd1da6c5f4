"""A real file with two classes and three teachers, and the page of awards and stories on it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.honours import Award
from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, store
from tests.ui.pairings.conftest import disk, ids
from ui.honours.page import HonoursPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["disk", "ids", "store"]

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hand:
    """Whoever sits at the page: clicks, keys; and what is in the file then."""

    def __init__(self, qtbot: QtBot, window: Window, ids: dict[str, int]) -> None:
        self.qtbot, self.window, self.ids = qtbot, window, ids
        assert isinstance(window.page, HonoursPage)
        self.page = window.page
        self.listing, self.awards, self.stories = self.page.listing, self.page.awards, self.page.stories
        self.session = window.session
        self.failed: list[str] = []
        self.session.failed.connect(self.failed.append)

    def all(self) -> list[Award]:
        """The awards in the file, newest first."""
        return self.session.store.honours.awards(date.min, date.max)

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

    def write(self, text: str, into: QWidget | None = None) -> None:
        """Type into that widget, or where the cursor is, in place of what stands there."""
        if into is not None:
            into.setFocus()
            self.key(Qt.Key.Key_A, CONTROL)
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)

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
        window.go("honours")
        return Hand(qtbot, window, ids)

    yield show
    for window in windows:
        window.work.wait()


@pytest.fixture
def hand(opened: Open) -> Hand:
    return opened()
