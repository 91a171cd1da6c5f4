"""A frame round a widget for a moment: where an undo changed something. It stands still and goes; nothing blinks."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import tokens
from ui.pieces import paint

STAYS_MS = 1800


class Flash(QWidget):
    """Lies over `target`, lets the pointer through, and goes by itself."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(target.size())
        target.installEventFilter(self)
        QTimer.singleShot(STAYS_MS, self, self.deleteLater)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "", "soon", line=2.0, radius=tokens.RADIUS)


def flash(target: QWidget) -> None:
    """Frame a widget for a moment."""
    for old in target.findChildren(Flash, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    Flash(target)
