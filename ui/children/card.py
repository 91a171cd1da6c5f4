"""A white panel with a heading, and a column of such panels that scrolls by itself."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import tokens
from ui.pieces import fitting, paint
from ui.pieces.fields import ComboField
from ui.pieces.label import Label

within = fitting.within


class Card(QWidget):
    """Panel with a 16 px heading; `slot` is the row at the heading's right, `body` the column below it."""

    def __init__(self, heading: str = "", *, ground: str = "surface", border: str = "line") -> None:
        super().__init__()
        self._ground, self._border = ground, border
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(tokens.PADDING, tokens.PADDING_TOP, tokens.PADDING, tokens.PADDING_TOP)
        self.body.setSpacing(4)
        self.slot = QHBoxLayout()
        self.slot.setSpacing(tokens.BETWEEN)
        self.heading = Label(heading, "panel")
        if heading:
            self.slot.addWidget(self.heading)
            self.slot.addStretch(1)
            self.body.addLayout(self.slot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), self._ground, self._border, radius=tokens.PANEL_RADIUS)


class Column(QScrollArea):
    """Panels under each other; only this column scrolls, never the page."""

    def __init__(self, name: str, *, spacing: int = tokens.GAP, right: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = self._inside = QWidget()
        inside.setProperty("ground", "none")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, right, 0)
        self.column.setSpacing(spacing)
        self.setWidget(inside)
        inside.installEventFilter(self)
        # New fields get their height from the style sheet only when they are first shown: measure again after that.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def reveal_focus(self) -> None:
        """Scroll to the field that has the focus, once its place is known."""
        QTimer.singleShot(0, self, self._reveal)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tab may come from outside to what is scrolled away; what is clicked is in sight and stays where it is."""
        if isValid(self) and now is not None and self._inside.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.reveal_focus()

    def _reveal(self) -> None:
        field = self._inside.focusWidget()
        if field is not None:
            # Round what is nearly as high as the column there is no room for a margin: Qt would go to its middle.
            room = self.viewport().height() - field.height()
            self.ensureWidgetVisible(field, 0, max(0, min(40, room // 2)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self._settled.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the inside as high as its wrapped text needs: a scroll area alone would squeeze it."""
        high = self.column.heightForWidth(self.viewport().width())
        self._inside.setMinimumHeight(high if high >= 0 else self.column.sizeHint().height())
        least = self.column.minimumSize().width() + self.verticalScrollBar().sizeHint().width()
        if least != self.minimumWidth():
            self.setMinimumWidth(least)

    def add(self, *widgets: QWidget) -> None:
        """Add panels from top to bottom, the rest stays empty."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def take(self, *widgets: QWidget) -> None:
        """Take panels over from another column, beneath what is here."""
        for widget in widgets:
            self.column.insertWidget(self.column.count() - 1, widget)


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout that is filled anew."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, (QVBoxLayout, QHBoxLayout)):
            clear(inner)
            inner.deleteLater()


def slim(field: ComboField) -> ComboField:
    """Let a drop-down be narrower than its longest choice."""
    field.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.editor.setMinimumContentsLength(2)
    return field
