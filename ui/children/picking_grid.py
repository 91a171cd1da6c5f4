"""A list whose rows are picked one by one with Space: arrows then move without losing what is picked."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui import tokens
from ui.pieces.list_grid import ListGrid

_STEP = 120
_MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PickingGrid(ListGrid):
    """Ctrl and Shift with a click pick as everywhere; a plain click ends the picking."""

    columns_wanted = Signal()
    """Alt+↓: the funnels and the choice of columns."""
    picking = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.columns_wanted.emit()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() & _MANY:
            step = tokens.px(_STEP) * (1 if event.key() == Qt.Key.Key_Right else -1)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + step)
            return
        super().keyPressEvent(event)

    def pick(self, row_id: int) -> None:
        """Take a row into the selection, or out of it; the first one begins the picking."""
        chosen = self.selected()
        if not self.picking:
            chosen, self.picking = [key for key in chosen if key != row_id], True
        chosen = [key for key in chosen if key != row_id] if row_id in chosen else [*chosen, row_id]
        self.picking = bool(chosen)
        self.select(chosen or [row_id])

    def stop_picking(self) -> bool:
        """Keep only the current row; False if there was nothing picked."""
        was = self.picking or len(self.selected()) > 1
        self.picking = False
        if was:
            self.select([self.current()])
        return was

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if isinstance(event, QKeyEvent) and self.picking and not event.modifiers() & _MANY:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not event.modifiers() & _MANY:
            self.picking = False
        super().mousePressEvent(event)
