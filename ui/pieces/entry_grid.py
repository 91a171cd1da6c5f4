"""The grid to type into: Tab goes right, Enter goes down, a block is pasted as one, every change is one signal."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.editors import Combo, LineEdit
from ui.pieces.entry_cells import EntryDelegate
from ui.pieces.entry_model import EntryColumn, EntryModel, Mark
from ui.pieces.list_header import ListHeader
from ui.pieces.row_model import Index
from ui.pieces.rows import Cell, Column


class EntryGrid(QTableView):
    """Rows by id, cells by column key. Nothing is saved here: `edited` says what was typed, the page saves."""

    edited = Signal(int, str, str)
    """Row id, column key, new text."""
    typing = Signal(int, str, str)
    """The same while the editor is still open, at every key."""
    submitted = Signal()
    """Ctrl+Enter: save all."""
    moved = Signal(int, str)
    """The current cell became another: row id, column key."""

    def __init__(
        self, columns: Sequence[EntryColumn], *, name: str, row_height: int = tokens.ROW_ONE,
        model: EntryModel | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._empty = ""
        self._grid = model or EntryModel(columns)
        self._grid.setParent(self)
        self._grid.edited.connect(self.edited)
        self.setModel(self._grid)
        self.use(EntryDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("list", "true")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        heads = [Column(c.key, c.title, c.width, "text", lambda _row: Cell(), right=c.right) for c in columns]
        head = ListHeader(heads, self)
        self.setHorizontalHeader(head)
        head.lay_out()
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(tokens.px(row_height))

    def set_empty(self, said: str) -> None:
        """What to say where there is no row: what will stand here, and what to do first."""
        self._empty = said
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._grid.rowCount() and self._empty:
            with paint.painting(self.viewport()) as painter:
                paint.nothing(painter, QRectF(self.viewport().rect()), self._empty, framed=self.hasFocus())

    def use(self, delegate: EntryDelegate) -> None:
        """Paint and edit the cells by this delegate."""
        self.setItemDelegate(delegate)
        delegate.typing.connect(lambda text: self.typing.emit(*self.here(), text))
        delegate.submitted.connect(self.submitted)

    def here(self) -> tuple[int, str]:
        """The current cell: row id, column key; (0, "") for none."""
        index = self.currentIndex()
        return (self._grid.row_id(index.row()), self._grid.columns[index.column()].key) if index.isValid() else (0, "")

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(*self.here())

    def set_marks(self, marks: Mapping[tuple[int, str], Mark]) -> None:
        """Mark these cells and no others."""
        self._grid.set_marks(marks)

    def set_rows(self, rows: Mapping[int, Mapping[str, str]]) -> None:
        """Show these rows: id → column key → text. The current cell stays if its row does."""
        here = self.currentIndex()
        row_id = self._grid.row_id(here.row()) if here.isValid() else 0
        self._grid.set_rows(rows)
        line = self._grid.line(row_id)
        if line >= 0:
            self.setCurrentIndex(self._grid.index(line, here.column()))

    def values(self, row_id: int) -> dict[str, str]:
        """What stands in a row. Raises KeyError."""
        return self._grid.values(row_id)

    def edit_cell(self, row_id: int, key: str) -> None:
        """Put the cursor into a cell."""
        self.setCurrentIndex(self._grid.place(row_id, key))
        self.setFocus()

    def finish_typing(self) -> None:
        """Take over what stands in the open editor, if there is one."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_on(self, text: str) -> None:
        """Open the current cell with a text that is half typed, as it was when the program ended."""
        self.edit(self.currentIndex())
        if (line := open_line()) is not None:
            line.setText(text)
            line.setModified(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submitted.emit()
            else:
                self._go_down()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.repeat_above()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put_all(dict.fromkeys(self.selectedIndexes(), ""))
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A word that comes without a composition before it opens the cell too, and is not lost."""
        closed = self.state() != QAbstractItemView.State.EditingState
        index = self.currentIndex()
        if not (closed and event.commitString() and index.flags() & Qt.ItemFlag.ItemIsEditable):
            super().inputMethodEvent(event)
            return
        self.edit(index)
        if (line := open_line()) is not None:
            QApplication.sendEvent(line, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.hasFocus():
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if step is not None and plain and go_right(self, step):
                return True
        return super().event(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After typing, Tab and Backtab go on to the next cell that can be typed into."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.EditNextItem:
            go_right(self, 1)
        elif hint == hints.EditPreviousItem:
            go_right(self, -1)
        elif hint == hints.SubmitModelCache:
            self._go_down()

    def copy(self) -> None:
        """The selected block as text with tabs."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        if lines:
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))

    def paste(self, block: str) -> None:
        """Put a block of a spreadsheet in from the current cell on; what would fall outside is left out.

        One value goes into every selected cell.
        """
        start = self.currentIndex()
        lines = [line.split("\t") for line in block.rstrip("\r\n").splitlines()]
        if not start.isValid() or not lines:
            return
        if len(lines) == 1 and len(lines[0]) == 1:
            self._put_all(dict.fromkeys(self.selectedIndexes() or [start], lines[0][0]))
            return
        top = min([index.row() for index in self.selectedIndexes()] or [start.row()])
        left = min([index.column() for index in self.selectedIndexes()] or [start.column()])
        cells = {
            self._grid.index(top + down, left + right): value
            for down, line in enumerate(lines)
            for right, value in enumerate(line)
        }
        self._put_all(cells)

    def repeat_above(self) -> None:
        """Ctrl+D: take the value above over, in every selected column."""
        here = self.selectedIndexes() or [self.currentIndex()]
        top = min(index.row() for index in here)
        source = top - 1 if len({index.row() for index in here}) == 1 else top
        if source >= 0:
            fresh = {i: str(self._grid.index(source, i.column()).data() or "") for i in here if i.row() != source}
            self._put_all(fresh)

    def _put_all(self, cells: Mapping[QModelIndex, str]) -> None:
        for index, value in cells.items():
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self._grid.setData(index, value.strip(), Qt.ItemDataRole.EditRole)

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self._grid.rowCount():
            self.setCurrentIndex(self._grid.index(here.row() + 1, here.column()))


def go_right(grid: EntryGrid, step: int) -> bool:
    """To the next cell that can be typed into, over the end of the row; False at the end of the grid."""
    model, place = grid.model(), grid.currentIndex()
    wide = model.columnCount()
    cell = place.row() * wide + place.column() + step
    while 0 <= cell < wide * model.rowCount():
        index = model.index(cell // wide, cell % wide)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            grid.setCurrentIndex(index)
            return True
        cell += step
    return False


def open_line() -> LineEdit | None:
    """The line of the cell editor that has the cursor."""
    editor = QApplication.focusWidget()
    line = editor.lineEdit() if isinstance(editor, Combo) else editor
    return line if isinstance(line, LineEdit) else None
