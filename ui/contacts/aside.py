"""What stands beside the log, or in its place where the window is narrow: one surface with a line at its left."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces import paint

EDGE = 20
WIDE = 280
"""px at 100 %."""


class Aside(QWidget):
    """`column` holds what it shows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(tokens.BETWEEN)
        self._narrow, self._edge = False, EDGE
        self.set_narrow(False)

    def set_edge(self, edge: int) -> None:
        """px free at both sides; 0 where a list reaches from edge to edge."""
        self._edge = edge
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window it is as wide as the page, and no panel at the edge."""
        self._narrow = narrow
        self.setProperty("aside", not narrow)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding if narrow else policy.Fixed, policy.Expanding)
        self.setMinimumWidth(0 if narrow else tokens.px(WIDE))
        self.setMaximumWidth(16_777_215 if narrow else tokens.px(WIDE))
        self.column.setContentsMargins(self._edge + 1, 14, self._edge, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            if not self._narrow:
                paint.fill(painter, QRectF(0, 0, 1, self.height()), "line")
