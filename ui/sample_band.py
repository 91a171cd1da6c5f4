"""The band over every page of the sample school: nothing here is real, and one click throws it away."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label


class SampleBand(QWidget):
    """Says that the school is made up; `ends` when the person wants a school of their own."""

    ends = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GUTTER, 3, tokens.GUTTER, 3)
        words = Label(self.tr("这是示例学校，数据都是编的"), "second", "soon")
        self.end = Button(self.tr("清掉示例，开始建自己的学校"), kind="link", height=26)
        row.addWidget(words)
        row.addStretch(1)
        row.addWidget(self.end)
        self.end.clicked.connect(self.ends)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            paint.fill(painter, rect, "soonT")
            paint.rule(painter, 0, rect.height() - 1, rect.width(), "soonL")
