"""Locking: after minutes without a key or a mouse move, by the wall clock, so that sleep counts too."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LOOKS_MS = 5000
_INPUT = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class IdleWatch(QObject):
    """Emits `idle` once nothing was touched for `minutes`; starts counting at `arm`."""

    idle = Signal()

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self.minutes = 5.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_MS)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def arm(self, minutes: float) -> None:
        """Start to count. 0 minutes: never."""
        self.minutes = minutes
        self._last = self._clock()
        self._timer.start() if minutes > 0 else self._timer.stop()

    def disarm(self) -> None:
        """Nothing to lock now."""
        self._timer.stop()

    def look(self) -> None:
        """Ask the clock; a clock put back counts as time passed unseen."""
        past = self._clock() - self._last
        if self._timer.isActive() and (past >= self.minutes * 60 or past < -60):
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first touch after a long sleep shall find the window locked, not unlock the count."""
        if event.type() in _INPUT and self._timer.isActive():
            self.look()
            self._last = self._clock()
        return False


class ClipboardWatch(QObject):
    """Knows whether what lies in the clipboard was copied here, where the platform itself does not tell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = False
        QApplication.clipboard().dataChanged.connect(self._changed)

    def _changed(self) -> None:
        self._ours = QApplication.activeWindow() is not None

    def clear(self) -> None:
        """Empty the clipboard if what lies in it came from this program."""
        clipboard = QApplication.clipboard()
        if self._ours or clipboard.ownsClipboard():
            clipboard.clear()
            self._ours = False
