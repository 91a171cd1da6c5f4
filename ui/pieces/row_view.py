"""How a list behaves under keys and pointer, whatever rows it shows."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui import tokens
from ui.pieces import copying, paint
from ui.pieces.cells import CellDelegate
from ui.pieces.row_model import Index, RowModel, runs
from ui.pieces.rows import Column, Group

_STILL = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class RowView(QTableView):
    """The view of a RowModel: Tab leaves it, Enter opens, printable keys are given away, the pointer lights a row."""

    opened = Signal(int)
    """Enter or a double click on the row with this id."""
    edit_wanted = Signal(int)
    """F2."""
    ticked = Signal(int)
    """Space, or a click on the check cell."""
    acted = Signal(int, str)
    """A click on an action or number cell: row id, column key."""
    current_changed = Signal(int)
    """The row with this id became current; 0 when none is."""
    selection_changed = Signal(object)
    """list[int] of the ids that are selected."""
    painted = Signal()
    """The rows were painted anew."""
    typed = Signal(str)
    """A printable key: it belongs to the search box."""

    def __init__(self, model: RowModel, row_height: int, many: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._empty = ""
        self._model = model
        self._cells = CellDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setProperty("list", "true")
        self._behave(many)

    def _behave(self, many: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(tokens.px(self._row_height))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)

    def current(self) -> int:
        """The id of the current row, 0 when there is none."""
        index = self.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else 0
        return row if isinstance(row, int) else 0

    def rows(self) -> list[int]:
        """The ids of the rows in the order shown."""
        return [row for row in self._model.rows if isinstance(row, int)]

    def set_current(self, row_id: int) -> None:
        """Make a row current and show it; unknown ids are ignored."""
        line = self._model.place(row_id)
        if line >= 0:
            index = self._model.index(line, 0)
            # Not setCurrentIndex: with Ctrl held down (Ctrl+Z) that would only add the row to the selection.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Show the row; sideways the list stays where it is."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)

    def selected(self) -> list[int]:
        """The ids of the selected rows in the order shown."""
        # Whole rows are selected: the ranges say which, without a look at every cell.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        lines = sorted({line for part in ranges for line in range(part.top(), part.bottom() + 1)})
        return [row for row in (self._model.rows[line] for line in lines) if isinstance(row, int)]

    def selectAll(self) -> None:
        """Ctrl+A: every row, in as few ranges as there are groups."""
        self.select(self.rows())

    def select(self, row_ids: Sequence[int]) -> None:
        """Select exactly these rows, by ids."""
        chosen, last = QItemSelection(), self._model.columnCount() - 1
        lines = sorted(line for line in map(self._model.place, row_ids) if line >= 0)
        for first, final in runs(lines):
            chosen.select(self._model.index(first, 0), self._model.index(final, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def shown_columns(self) -> list[Column]:
        """The columns on screen from left to right."""
        return list(self._model.columns)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, under the titles of the columns on screen and as they stand there."""
        lines = copying.lines(self._model, self.selected(), copying.columns_shown(self.horizontalHeader()))
        if lines:
            QGuiApplication.clipboard().setMimeData(copying.as_mime(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        plain = not event.modifiers() & ~_STILL
        action = self._keys().get(Qt.Key(event.key())) if plain else None
        if action is not None:
            action()
            return
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    def _keys(self) -> dict[Qt.Key, Callable[[], Any]]:
        keys, order, current = Qt.Key, self.rows(), self.current()
        found: dict[Qt.Key, Callable[[], Any]] = {}
        if order:
            found[keys.Key_Home] = lambda: self.set_current(order[0])
            found[keys.Key_End] = lambda: self.set_current(order[-1])
        if current:
            found[keys.Key_Return] = found[keys.Key_Enter] = lambda: self.opened.emit(current)
            found[keys.Key_F2] = lambda: self.edit_wanted.emit(current)
            found[keys.Key_Space] = lambda: self.ticked.emit(current)
        return found

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over group lines."""
        start = self.currentIndex().row()
        index = super().moveCursor(action, modifiers)
        step = 1 if index.row() >= start else -1
        line = index.row()
        while 0 <= line < len(self._model.rows) and isinstance(self._model.rows[line], Group):
            line += step
        return self._model.index(line, index.column()) if 0 <= line < len(self._model.rows) else self.currentIndex()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position().toPoint())[0]:
            self.opened.emit(self.current())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, column = self._under(event.position().toPoint())
        if not row or column is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if column.kind == "check":
            self.ticked.emit(row)
        elif column.kind in ("action", "number", "link"):
            self.acted.emit(row, column.key)

    def _under(self, point: QPoint) -> tuple[int, Column | None]:
        index = self.indexAt(point)
        row = self._model.rows[index.row()] if index.isValid() else 0
        return (row, self._model.columns[index.column()]) if isinstance(row, int) and row else (0, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            point = event.position().toPoint() if isinstance(event, QMouseEvent) else QPoint(-1, -1)
            line = self.indexAt(point).row() if event.type() == QEvent.Type.MouseMove else -1
            if line != self._cells.hovered:
                self._cells.hovered = line
                self.viewport().update()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_line()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cells.last = self._model.columns.index(self.shown_columns()[-1])
        super().paintEvent(event)
        self.painted.emit()
        if not self._model.rows:
            with paint.painting(self.viewport()) as painter:
                paint.nothing(painter, QRectF(self.viewport().rect()), self._empty, framed=self.hasFocus())

    def _focus_line(self) -> None:
        self._cells.focused = self.currentIndex().row() if self.hasFocus() else -1
        self.viewport().update()
