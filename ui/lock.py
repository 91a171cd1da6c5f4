"""Locking: after minutes without a key or a mouse move, by the wall clock, so that sleep counts too."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from app.store import Store, StoreError
from ui.work import Work

LOOKS_MS = 5000
_INPUT = {
    QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}  # fmt: skip


def put_down(window: QWidget) -> list[QWidget]:
    """Leave the field in work, so that it saves itself, and close what stands before the window; a dialog with
    something half typed is only put out of sight.

    Gives the field and all it lies in, innermost first, for `take_up`.
    """
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    found: list[QWidget] = []
    if isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        if dialog.windowModality() == Qt.WindowModality.WindowModal:
            found += _chain(dialog.focusWidget() or dialog, window)
            # A dialog may stand before another one: nothing of either is seen behind the lock.
            for one in found:
                if isinstance(one, QDialog):
                    one.hide()
            window.window().activateWindow()
        else:
            # Somebody waits for the answer of a question.
            dialog.reject()
    found = found or _chain(QApplication.focusWidget() or window.focusWidget(), window)
    if found:
        found[0].clearFocus()
    return found


def _chain(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def take_up(found: list[QWidget]) -> None:
    """Put the cursor back into the field, or into the nearest thing around it that is still there; a dialog it lies in
    opens again."""
    for dialog in reversed(found):
        if isinstance(dialog, QDialog) and isValid(dialog):
            dialog.open()
    for widget in found:
        if isValid(widget) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return


class Closing(Work):
    """Backs up what is new behind the lock, for most days end with a locked window, and closes the file."""

    error: Exception | None = None
    """Why the last backup behind the lock could not be made."""

    def put_away(self, store: Store) -> None:
        """Close the store at once if nothing is new, else when the backup is written or has failed."""
        try:
            self.error, due = None, not self.busy and store.backup_due()
        except StoreError as error:
            self.error, due = error, False
        if not due:
            store.close()
            return

        def over(error: Exception | None) -> None:
            self.error = error
            store.close()

        self.run(lambda own, _progress: own.backup("exit"), lambda _made: over(None), over, can_cancel=False)


class IdleWatch(QObject):
    """Emits `idle` once nothing was touched for `minutes`; starts counting at `arm`."""

    idle = Signal()

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._eats_key = False
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
        """The first touch after a long sleep finds the window locked, and reaches nothing: no page, no password."""
        kind = event.type()
        if kind not in _INPUT:
            return False
        if self._eats_key and kind == QEvent.Type.KeyPress:
            self._eats_key = False
            event.accept()
            return True
        self._eats_key = False
        if not self._timer.isActive():
            return False
        self.look()
        self._last = self._clock()
        if self._timer.isActive():
            return False
        self._eats_key = kind == QEvent.Type.ShortcutOverride
        event.accept()  # an ignored event would go on to the parents
        return True


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
