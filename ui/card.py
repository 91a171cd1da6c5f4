"""A card on paper: a heading, a sentence or two, and what can be done."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.label import Label


class Card(QWidget):
    """A bordered panel; widgets put into `column` stand under its heading."""

    def __init__(self, heading: str, text: str = "", *below: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(tokens.PADDING, 12, tokens.PADDING, 14)
        self.column.setSpacing(8)
        if heading:
            self.column.addWidget(Label(heading, "panel"))
        if text:
            self.column.addWidget(Label(text, "second", wrap=True))
        for widget in below:
            row = QHBoxLayout()
            row.addWidget(widget)
            row.addStretch(1)
            self.column.addLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "line", radius=tokens.PANEL_RADIUS)
