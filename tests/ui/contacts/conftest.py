"""The school of the roster's tests, with the log of care open on it in a real window."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.care import CareRecord
from app.edits import Told, log_care
from app.ledger import LedgerQuery
from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, disk, ids, store
from ui.contacts.page import ContactsPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["TODAY", "disk", "ids", "store"]

KEYS = Qt.Key


@pytest.fixture
def session(ids: dict[str, int], store: FileStore, disk: Disk) -> Iterator[Session]:
    yield Session(disk, store, TODAY)


class Clock:
    """The time of day, moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 10, 0)

    def __call__(self) -> datetime:
        return self.now

    def goes(self, *, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


Open = Callable[..., Window]


@pytest.fixture
def open_window(qtbot: QtBot, store: FileStore, session: Session, clock: Clock) -> Open:
    def show(width: int = 1366, height: int = 697) -> Window:
        window = Window(session, Work(lambda: store), PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("contacts")
        assert isinstance(window.page, ContactsPage)
        window.page.now = clock  # type: ignore[assignment]
        return window

    return show


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window()


@pytest.fixture
def page(window: Window) -> ContactsPage:
    assert isinstance(window.page, ContactsPage)
    return window.page


def focused() -> QWidget:
    """Where the cursor is."""
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


class Hands:
    """Types, and counts the keys."""

    def __init__(self) -> None:
        self.count = 0

    def types(self, letters: str) -> None:
        for letter in letters:
            self.count += 1
            QTest.keyClicks(focused(), letter)

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        QTest.keyClick(focused(), key, with_)

    def composes(self, words: str) -> None:
        """Chinese from the input method."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(focused(), event)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def all_records(session: Session) -> list[CareRecord]:
    """The whole ledger, newest first."""
    return session.store.ledger.page(LedgerQuery(), None, 10_000)


def note(session: Session, child_id: int, day: date = TODAY, kind: str = "family_call", **more: object) -> int:
    """One record, written beforehand."""
    told = Told(kind, day, **more)  # type: ignore[arg-type]
    return session.apply("记", log_care(told, [child_id])).ids["record"]


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Show it in front."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
