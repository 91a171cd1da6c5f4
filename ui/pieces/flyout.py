"""A small panel over the page, beside what it belongs to: it goes by Esc, by a click or a step outside."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.editors import is_escape

_EDGE = 8


class Flyout(QWidget):
    """Lies inside the page, not in a window of its own: the input method and the lock then need no special care."""

    shut_down = Signal()

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self._page = page
        self._before: QWidget | None = None
        self._open = False
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(8)
        self.hide()

    def open_at(self, anchor: QRect, wanted: QSize, focus: QWidget) -> None:
        """Show below `anchor` (global), as large as wanted if the page allows; the cursor goes to `focus`."""
        self._before = QApplication.focusWidget()
        room = self._page.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = QSize(min(wanted.width(), room.width()), min(wanted.height(), room.height()))
        at = self._page.mapFromGlobal(QPoint(anchor.left(), anchor.bottom() + 2))
        x = min(max(at.x(), room.left()), room.right() - size.width() + 1)
        y = min(max(at.y(), room.top()), room.bottom() - size.height() + 1)
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._open:
            self._open = True
            application().installEventFilter(self)
            application().focusChanged.connect(self._focus_went)

    def shut(self) -> None:
        """Go, and give the cursor back."""
        if self.isHidden():
            return
        inside = self._has(QApplication.focusWidget())
        before, self._before = self._before, None
        self.hide()
        if inside and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._open:
            self._open = False
            application().removeEventFilter(self)
            application().focusChanged.disconnect(self._focus_went)
            self.hide()
            self.shut_down.emit()

    def event(self, event: QEvent) -> bool:
        if is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        chain = [widget for widget in self.findChildren(QWidget) if self._takes_tab(widget)]
        chain.sort(key=lambda widget: (widget.mapTo(self, QPoint()).y(), widget.mapTo(self, QPoint()).x()))
        here = QApplication.focusWidget()
        if not chain:
            return False
        place = chain.index(here) if here in chain else -1 if forward else 0
        chain[(place + (1 if forward else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            over = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not over and isinstance(watched, QWidget) and watched.window() is self.window():
                self.shut()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "edge", radius=tokens.PANEL_RADIUS)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and not self._has(now):
            self.shut()

    def _has(self, widget: QWidget | None) -> bool:
        """Whether a widget is inside, or in what one of the inside opened (a drop-down, a calendar)."""
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    @staticmethod
    def _takes_tab(widget: QWidget) -> bool:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        return bool(tab) and widget.focusProxy() is None and widget.isEnabled() and widget.isVisible()


def application() -> QApplication:
    """The running application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
