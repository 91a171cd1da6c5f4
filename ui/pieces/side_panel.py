"""The panel at the right: do it here, with the one filled button at its bottom."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import tokens
from ui.pieces import paint
from ui.pieces.label import Label
from ui.pieces.panel import Hairline, heading_row
from ui.pieces.scrolling import scrolling

EDGE = 20
NARROW = 290
"""px at 100 % in a window that has little room."""


class SidePanel(QWidget):
    """`head` stands still at the top, `add` fills the part that scrolls, `set_action` pins a button to the bottom."""

    def __init__(self, *, name: str = "", width: int = tokens.SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._staying = width, 0
        self.action: QWidget | None = None
        """What is pinned to the bottom."""
        self.setProperty("aside", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE + 1, 16, EDGE, 16)
        self._column.setSpacing(tokens.BETWEEN)
        self.head = QVBoxLayout()
        self.head.setSpacing(tokens.BETWEEN)
        self._column.addLayout(self.head)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(tokens.BETWEEN)
        self.body.addStretch(1)
        area = scrolling(inside)
        self.area = area
        self._column.addWidget(area, 1)
        self._area = area
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._reveal)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the cursor, where Tab comes to it from outside the scrolling part."""
        if isValid(self) and now is not None and self._area.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self._area.ensureWidgetVisible(now)

    def fill(self, widget: QWidget) -> None:
        """Let one widget that scrolls by itself take the place of the scrolling part."""
        self._area.hide()
        self._column.insertWidget(self._column.indexOf(self._area), widget, 1)

    def add(self, piece: QWidget) -> None:
        """Put a piece beneath what is there, in the scrolling part."""
        self.body.insertWidget(self._end(), piece)

    def add_staying(self, piece: QWidget) -> None:
        """Put a piece at the end of the scrolling part, under all that `add` brings; `clear` leaves it."""
        self.body.insertWidget(self.body.count() - 1, piece)
        self._staying += 1

    def _end(self) -> int:
        return self.body.count() - 1 - self._staying

    def add_section(self, heading: str, aside: QWidget | None = None) -> None:
        """A hairline and a heading."""
        self.body.insertSpacing(self._end(), 4)
        self.add(Hairline())
        self.body.insertSpacing(self._end(), 2)
        self.body.insertLayout(self._end(), heading_row(Label(heading, "strong"), aside))

    def clear(self) -> None:
        """Empty the scrolling part."""
        _empty(self.body, keep=1 + self._staying)

    def set_action(self, button: QWidget) -> None:
        """Pin the one filled button to the bottom, as wide as the panel."""
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column.addWidget(button)
        self.action = button

    def sizeHint(self) -> QSize:
        wide = NARROW if tokens.is_narrow(self.window().width()) else self._width
        return QSize(min(tokens.px(384), max(268, tokens.px(wide))), 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.fill(painter, QRectF(0, 0, 1, self.height()), "line")


def _empty(layout: QVBoxLayout, keep: int = 0) -> None:
    while layout.count() > keep:
        item = layout.takeAt(0)
        if item is None:
            return
        inner, widget = item.layout(), item.widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            while (part := inner.takeAt(0)) is not None:
                if (piece := part.widget()) is not None:
                    piece.hide()
                    piece.deleteLater()
