"""The line over the roster: segments at the left, filters, class box and columns at the right, chips beneath."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.filters import SEGMENTS
from ui import tokens
from ui.children.filter_words import segment_word
from ui.pieces.button import Button
from ui.pieces.chips import Chips
from ui.pieces.fields import ComboField
from ui.pieces.segments import Segment, Segments

_CLASS_WIDTH = 136


class FilterLine(QWidget):
    """With large text or little room the tools stand beside the chips, under the segments."""

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments(
            [Segment(key, segment_word(key), 0) for key in SEGMENTS], name=self.tr("看哪些孩子")
        )
        self.classes = ComboField("", [])
        self.classes.name_it(self.tr("班级"))
        self.classes.setFixedWidth(tokens.px(_CLASS_WIDTH))
        self.confirm = Button(self.tr("一起核对"), kind="ghost")
        self.ready = Button(self.tr("筛选"), icon="filter")
        self.columns = Button(self.tr("列"), name=self.tr("显示哪些列"))
        self.chips = Chips(self.tr("现在的筛选"))
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(tokens.BETWEEN)
        for widget in (self.confirm, self.ready, self.classes, self.columns):
            tools.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._lines.setColumnStretch(0, 1)
        self._arrange(narrow=False)

    def fit(self) -> None:
        """Give everything a place in the room there is."""
        needed = self.segments.sizeHint().width() + self._tools.sizeHint().width() + tokens.BETWEEN
        if self._narrow != (needed > self.width()):
            self._arrange(narrow=not self._narrow)

    def minimumSizeHint(self) -> QSize:
        """The segments alone: `fit` finds room for the rest."""
        return QSize(self.segments.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_lines"):
            self.classes.setFixedWidth(tokens.px(_CLASS_WIDTH))
            self.fit()

    def _arrange(self, *, narrow: bool) -> None:
        self._narrow = narrow
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._lines.addWidget(self.segments, 0, 0, 1, 2 if narrow else 1, left)
        self._lines.addWidget(self._tools, 1 if narrow else 0, 1)
        self._lines.addWidget(self.chips, 1, 0, 1, 1 if narrow else 2)
