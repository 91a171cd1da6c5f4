"""The grid of two records: ← and → choose whose value holds, a click on a value chooses it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.merging import KEPT, OTHER
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Column


class PairGrid(ListGrid):
    """A list whose second and third column are the two records."""

    pointed = Signal(int, str)
    """(row, key of the column) that a person points at with the pointer or with ← and →."""

    def __init__(self, columns: list[Column], *, name: str) -> None:
        super().__init__(columns, name=name, row_height=38, many=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: KEPT, Qt.Key.Key_Right: OTHER}.get(Qt.Key(event.key()))
        if side is not None and self.current() and not event.modifiers():
            self.pointed.emit(self.current(), side)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, column = self._under(event.position().toPoint())
        if row and column is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(row, column.key)
