"""The line that says Caps Lock is on: asked from the system, else read from what is typed."""

import ctypes
import sys

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import tokens
from ui.pieces import paint

VK_CAPITAL = 0x14


def caps_on() -> bool | None:
    """Whether Caps Lock is on; None where the system does not say (then typed letters tell)."""
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.GetKeyState(VK_CAPITAL) & 1)
    return None


class CapsLine(QWidget):
    """Half disc and words in ochre while Caps Lock is on; takes its place in the layout always, so nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on = False
        self.words = self.tr("大写锁定开着，按一下 Caps Lock 关掉")
        self.setFixedHeight(tokens.px(20))
        self._watch = QTimer(self)
        self._watch.setInterval(300)
        self._watch.timeout.connect(self._ask)
        if caps_on() is not None:
            self._watch.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Show or hide the words."""
        self.on = on
        self.setAccessibleName(self.words if on else "")
        self.update()

    def _ask(self) -> None:
        state = caps_on()
        if state is not None and state != self.on:
            self.set_on(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A capital typed without Shift (or the reverse) means that Caps Lock is on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            letter = event.text()
            if len(letter) == 1 and letter.isascii() and letter.isalpha() and caps_on() is None:
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.set_on(letter.isupper() != shifted)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.on:
            return
        with paint.painting(self) as painter:
            middle = self.height() / 2
            disc = QRectF(1, middle - 6, 12, 12)
            painter.setPen(tokens.colour("soon"))
            painter.drawEllipse(disc)
            painter.setBrush(tokens.colour("soon"))
            painter.drawPie(disc, 90 * 16, 180 * 16)
            paint.text(painter, 20, middle, self.words, size=tokens.SECOND, weight=600, token="soon")
