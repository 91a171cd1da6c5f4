"""The grid of 批量登记: a letter picks how it went, Tab goes right, Enter to the next child."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.batch_cells import CELLS, DAY, MINUTES, NOTE, WAY, WHOM
from ui import tokens
from ui.batch import words
from ui.batch.cells import KIND, PAST, STATE, WHO, BatchDelegate, BatchModel, Look, picture_height
from ui.pieces.arrangement import Arrangement
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn
from ui.pieces.list_header import ListHeader
from ui.pieces.row_model import Index

WIDE = {WHO: 168, PAST: 90, KIND: 94, WAY: 112, WHOM: 124, MINUTES: 72, DAY: 98, NOTE: 0, STATE: 112}
NARROW = {WHO: 116, PAST: 88, KIND: 86, WAY: 94, WHOM: 78, MINUTES: 54, DAY: 82, NOTE: 0, STATE: 92}
TINY = NARROW | {WHO: 108, PAST: 84, WHOM: 74, STATE: 36}
"""With large text in a small window: the state is its mark alone."""
NARROW_BELOW, TINY_BELOW = 1000, 700


class BatchGrid(EntryGrid):
    """`edited` and `typing` come with the row ids of the page."""

    picked = Signal(int, str)
    """(row, letter): a letter in the 方式 cell."""
    as_above = Signal(int, str)
    """(row, column): D or Ctrl+D."""
    confirmed = Signal(int)
    """Space in the 方式 cell: the doubtful tick is as it was read."""
    once_more = Signal(int)
    """F2 on a row that is stored: another one."""
    stepped = Signal(int)
    """Ctrl+PgDn (1) and Ctrl+PgUp (-1): the next class, teacher or page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        heads = {WHO: self.tr("孩子"), PAST: self.tr("前 4 周"), KIND: self.tr("什么事"), STATE: ""}
        heads |= {cell: words.cell_word(cell) for cell in CELLS}
        columns = [
            EntryColumn(key, heads[key], wide, fixed=key not in CELLS, right=key == MINUTES)
            for key, wide in WIDE.items()
        ]
        self._cells = BatchModel(columns)
        self._kinds = False
        self._shape: tuple[tuple[str, int], ...] = ()
        super().__init__(columns, name=name, model=self._cells, parent=parent)
        self.use(BatchDelegate(self))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moved.connect(lambda _row, _key: self.viewport().update())

    def show_rows(self, rows: Mapping[int, Mapping[str, str]], looks: Mapping[int, Look], *, kinds: bool) -> None:
        """Show these rows; `kinds`: each says what is done."""
        self._cells.looks = looks
        self._kinds = kinds
        self.set_rows(rows)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        room = self.viewport().width()
        wide = dict(TINY if room < tokens.px(TINY_BELOW) else NARROW if room < tokens.px(NARROW_BELOW) else WIDE)
        if not self._kinds:
            del wide[KIND]
        elif room < tokens.px(TINY_BELOW):
            del wide[PAST]
        head, shape = self.horizontalHeader(), tuple(wide.items())
        if isinstance(head, ListHeader):
            if shape != self._shape:
                self._shape = shape
                head.arrange(Arrangement(tuple(wide), {key: size for key, size in wide.items() if size}))
            head.fit(room)
        plain = tokens.px(tokens.ROW_ONE)
        for line in range(self._cells.rowCount()):
            picture = self._cells.look(self._cells.index(line, 0)).picture
            more = round(picture_height(self, self._cells.first_answer(), picture)) + 8 if picture is not None else 0
            if self.rowHeight(line) != plain + more:
                self.setRowHeight(line, plain + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.here()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_open = bool(row) and self._cells.look(self.currentIndex()).open
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_F2 and row and not is_open:
            self.once_more.emit(row)
        elif key == WAY and plain and event.key() == Qt.Key.Key_Space:
            self.confirmed.emit(row)
        elif key == WAY and plain and event.text().isalpha() and event.text().isascii():
            self._letter(row, event.text().upper())
        else:
            super().keyPressEvent(event)

    def _letter(self, row: int, letter: str) -> None:
        if letter == "D":
            self.as_above.emit(row, WAY)
        else:
            self.picked.emit(row, letter)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """With Chinese input switched on the letters of the 方式 cell come from there."""
        row, key = self.here()
        letters = event.commitString()
        if key == WAY and letters:
            self._letter(row, letters[:1].upper())
            return
        super().inputMethodEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self._cells.columns[current.column()].key == WAY:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def repeat_above(self) -> None:
        """Ctrl+D: as in the row above, also what counts there by itself."""
        for index in sorted(self.selectedIndexes() or [self.currentIndex()], key=lambda index: index.row()):
            if index.isValid() and not self._cells.is_fixed(index):
                self.as_above.emit(self._cells.row_id(index.row()), self._cells.columns[index.column()].key)

    def _go_down(self) -> None:
        """Enter: the next row that is not stored, at its beginning; at the end the cell stays."""
        for line in range(self.currentIndex().row() + 1, self._cells.rowCount()):
            if self._cells.look(self._cells.index(line, 0)).open:
                self.setCurrentIndex(self._cells.index(line, self._cells.first_answer()))
                return

    def start(self, wanted: Sequence[int]) -> None:
        """Put the cursor into the first of these rows, or the first row."""
        rows = [self._cells.row_id(line) for line in range(self._cells.rowCount())]
        here = next((row for row in wanted if row in rows), next(iter(rows), 0))
        if here:
            self.edit_cell(here, WAY)

    def _put_all(self, cells: Mapping[QModelIndex, str]) -> None:
        super()._put_all({index: text for index, text in cells.items() if not self._cells.is_fixed(index)})
