"""The list: rows of fixed height, moved through by keys, painted by one delegate, never reset by a save."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import tokens
from ui.pieces.flash import STAYS_MS
from ui.pieces.list_header import ListHeader
from ui.pieces.row_model import RowModel
from ui.pieces.row_view import RowView
from ui.pieces.rows import Column, Group, Row


class ListGrid(RowView):
    """A list of rows by id. Give it rows with `set_rows`; after a save call `refresh(touched)`."""

    def __init__(
        self, columns: Sequence[Column], *, name: str, row_height: int = tokens.ROW_TWO, many: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._given: list[Row] = []
        super().__init__(RowModel(columns), row_height, many, parent)
        self._model.setParent(self)
        self.setAccessibleName(name)
        self._heads(columns)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit(self.selected()))

    def _heads(self, columns: Sequence[Column]) -> None:
        head = ListHeader(columns, self)
        self.setHorizontalHeader(head)
        head.order_changed.connect(self._order)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(tokens.px(self._row_height))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these row ids and group lines, keeping selection, current row and place where they still exist."""
        self._given = list(rows)
        self._show()

    def refresh(self, touched: frozenset[int] | None = None) -> None:
        """Ask the columns again for these rows (None: all). Order and place stay."""
        self._model.refresh(touched)

    def go(self, step: int) -> int:
        """Move to the next (1) or previous (-1) row and return its id, 0 at the end (PgUp/PgDn in a dossier)."""
        order = self.rows()
        if self.current() not in order:
            return 0
        place = order.index(self.current()) + step
        if not 0 <= place < len(order):
            return 0
        self.set_current(order[place])
        return order[place]

    def flash(self, row_ids: frozenset[int]) -> None:
        """Go to the first of these rows and light all of them for a moment; rows that are not listed are left out."""
        there = [row for row in self.rows() if row in row_ids]
        if not there:
            return
        if len(self.selected()) > 1:
            self.scrollTo(self._model.index(self._model.place(there[0]), 0))
        else:
            self.set_current(there[0])
        self._cells.flashed = frozenset(there)
        self.viewport().update()
        QTimer.singleShot(STAYS_MS, self, self._calm)

    def _calm(self) -> None:
        self._cells.flashed = frozenset()
        self.viewport().update()

    def set_empty(self, words: str) -> None:
        """What to say when there is no row: which filter hides them, or what will appear here."""
        self._empty = words
        self.viewport().update()

    def focus_first(self) -> None:
        """Take the focus, on the current row or the first one (↓ in the search box)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.current() and self.rows():
            self.set_current(self.rows()[0])

    def open_current(self) -> None:
        """Open the current row, or the first one (Enter in the search box)."""
        self.focus_first()
        if self.current():
            self.opened.emit(self.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row_height"):
            self.verticalHeader().setDefaultSectionSize(tokens.px(self._row_height))

    def _order(self, _key: str, _down: bool) -> None:
        self._show()

    def _show(self) -> None:
        head = self.horizontalHeader()
        rows = list(self._given)
        if isinstance(head, ListHeader) and not any(isinstance(row, Group) for row in rows):
            rows = head.ordered(rows)
        kept, chosen, place = self.current(), self.selected(), self.verticalScrollBar().value()
        if self._model.set_rows(rows):
            self.set_current(kept)
            self.select(chosen)
            self.verticalScrollBar().setValue(place)
        self._focus_line()
        self._spans()

    def _spans(self) -> None:
        self.clearSpans()
        plain, group = tokens.px(self._row_height), tokens.px(tokens.ROW_GROUP)
        grouped = any(isinstance(row, Group) for row in self._model.rows)
        self.verticalHeader().setDefaultSectionSize(plain)
        for line, row in enumerate(self._model.rows if grouped else []):
            self.setRowHeight(line, group if isinstance(row, Group) else plain)
            if isinstance(row, Group) and self._model.columnCount() > 1:
                self.setSpan(line, 0, 1, self._model.columnCount())

    def _moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._focus_line()
        self.current_changed.emit(self.current())
