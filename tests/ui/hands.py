"""Whoever sits at a page of a real window: keys and clicks, and what came of them in the file."""

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.window import Window

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hands:
    """`failed` is what was said of writes that failed."""

    def __init__(self, window: Window) -> None:
        self.window, self.session = window, window.session
        self.failed: list[str] = []
        self.session.failed.connect(self.failed.append)

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(cursor(), key, with_)

    def enter(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CONTROL)

    def write(self, text: str) -> None:
        """Type where the cursor is, letter by letter, for it may move; Chinese comes from the input method."""
        if not text.isascii():
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QApplication.sendEvent(cursor(), composed)
            return
        for letter in text:
            QTest.keyClicks(cursor(), letter)

    def click(self, widget: QWidget) -> None:
        """Click a widget that can be used, once it can be seen."""
        assert widget.isEnabled(), widget.accessibleName()
        until = time.monotonic() + 3
        while widget.visibleRegion().isEmpty():
            assert time.monotonic() < until, f"{widget.accessibleName()} is not seen"
            QApplication.processEvents()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def label(self) -> str:
        """How undo names the last thing done."""
        action = self.session.store.last_action()
        assert action is not None
        return action.label


def cursor() -> QWidget:
    """What has the focus."""
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where
