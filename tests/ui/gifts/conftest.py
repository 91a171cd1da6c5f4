"""The sample school on a real encrypted file, opened on 捐赠与心愿."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.sampled import TODAY, Open, open_window, store
from ui.gifts.desk import Desk
from ui.gifts.page import GiftsPage
from ui.pieces.date_field import DateField
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]
K = Qt.Key
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hand:
    """Keys and what came of them in the file."""

    def __init__(self, window: Window) -> None:
        self.window, self.store, self.session = window, window.session.store, window.session
        self.failed: list[str] = []
        self.session.failed.connect(self.failed.append)

    @property
    def page(self) -> GiftsPage:
        assert isinstance(self.window.page, GiftsPage)
        return self.window.page

    @property
    def desk(self) -> Desk:
        return self.page.desk

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        where = QApplication.focusWidget()
        assert where is not None, "the cursor is nowhere"
        QTest.keyClick(where, key, with_)

    def write(self, text: str) -> None:
        where = QApplication.focusWidget()
        assert where is not None, "the cursor is nowhere"
        if text.isascii():
            QTest.keyClicks(where, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(where, composed)

    def type_into(self, name: str, text: str) -> None:
        """Into a line of the form: what stands there goes."""
        field = self.desk.form.fields[name]
        assert field.isVisible(), name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(K.Key_A, CONTROL)
        self.write(text)
        if isinstance(field, DateField):
            self.key(K.Key_Tab)

    def tick(self, count: int) -> list[int]:
        """Tick the first children of the list, by keys."""
        grid = self.desk.form.people.list.grid
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        for row in grid.rows()[:count]:
            grid.set_current(row)
            self.key(K.Key_Space)
        return self.desk.form.people.ticked()

    def enter(self) -> None:
        self.key(K.Key_Return, CONTROL)

    def label(self) -> str:
        action = self.store.last_action()
        assert action is not None
        return action.label

    def heading(self) -> str:
        return self.desk.list.head.heading.text()


@pytest.fixture
def hand(open_window: Open) -> Hand:
    window = open_window()
    window.go("gifts")
    return Hand(window)
