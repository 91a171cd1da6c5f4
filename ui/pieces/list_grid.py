"""The list: rows of fixed height, moved through by keys, painted by one delegate, never reset by a save."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import tokens
from ui.pieces.arrangement import Arrangement
from ui.pieces.button import Button
from ui.pieces.flash import STAYS_MS
from ui.pieces.list_header import ListHeader
from ui.pieces.row_model import RowModel
from ui.pieces.row_view import RowView
from ui.pieces.rows import Column, Group, Row


class ListGrid(RowView):
    """A list of rows by id. Give it rows with `set_rows`; after a save call `refresh(touched)`."""

    way_wanted = Signal()
    """The button in the empty list."""

    def __init__(
        self, columns: Sequence[Column], *, name: str, row_height: int = tokens.ROW_TWO, many: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._given: list[Row] = []
        self._ranked = False
        super().__init__(RowModel(columns), row_height, many, parent)
        self._model.setParent(self)
        self.setAccessibleName(name)
        self.way: Button | None = None
        self._heads(columns)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit(self.selected()))

    def _heads(self, columns: Sequence[Column]) -> None:
        head = ListHeader(columns, self)
        self.setHorizontalHeader(head)
        head.order_changed.connect(self._order)
        self.head = head
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(tokens.px(self._row_height))

    def set_rows(self, rows: Sequence[Row], *, ranked: bool = False) -> None:
        """Show these row ids and group lines, keeping selection, current row and place where they still exist; a
        current row that is gone gives way to the next one. `ranked`: in just this order, whatever the header says."""
        self._given, self._ranked = list(rows), ranked
        self._show()

    def refresh(self, touched: frozenset[int] | None = None) -> None:
        """Ask the columns again for these rows (None: all). Order and place stay."""
        self._model.refresh(touched)

    def retitle(self, titles: Mapping[str, str]) -> None:
        """Give columns other titles, by key."""
        columns = [replace(one, title=titles.get(one.key, one.title)) for one in self._model.columns]
        self._model.columns = tuple(columns)
        self.head.retitle(columns)

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

    def arrange(self, wanted: Arrangement) -> None:
        """Show the columns so, and the rows in the order that goes with it."""
        self.head.arrange(wanted)
        self._show()

    def shown_columns(self) -> list[Column]:
        """The columns on screen from left to right."""
        return self.head.shown()

    def set_empty(self, words: str, way: str = "") -> None:
        """What to say when there is no row: which filter hides them, or what will appear here; `way` is the button that
        helps."""
        self._empty = words
        if way and self.way is None:
            self.way = Button(way, kind="ghost", keys="Enter", parent=self)
            self.way.clicked.connect(self.way_wanted)
        if self.way is not None:
            self.way.set_label(way or self.way.label())
            self.way.setVisible(bool(way))
            self._place_way()
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

    def _place_way(self) -> None:
        if self.way is None:
            return
        size, area = self.way.sizeHint(), self.viewport().geometry()
        self.way.setGeometry(area.x() + max(10, (area.width() - size.width()) // 2), area.y() + tokens.px(76),
                             min(size.width(), area.width() - 20), size.height())  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_way()
        self.head.fit(self.viewport().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "head"):
            self._spans()
            self.verticalScrollBar().setSingleStep(tokens.px(self._row_height))
            self._place_way()

    def _order(self, _key: str, _down: bool) -> None:
        self._show()

    def _show(self) -> None:
        rows = list(self._given)
        if not self._ranked and not _grouped(rows):
            rows = self.head.ordered(rows)
        kept, chosen, place = self._kept(rows), self.selected(), self.verticalScrollBar().value()
        if self._model.set_rows(rows):
            self.set_current(kept)
            self.select(chosen)
        elif kept != self.current():
            self.set_current(kept)
        self._spans()
        self.verticalScrollBar().setValue(place)
        self._focus_line()

    def _kept(self, rows: list[Row]) -> int:
        """The current row, or if it is gone the nearest one below it, else above, that stays; 0 if none does."""
        current = self.current()
        if not current or current in rows:
            return current
        before, left = self.rows(), set(rows)
        at = before.index(current)
        return next((row for row in [*before[at:], *reversed(before[:at])] if row in left), 0)

    def _spans(self) -> None:
        self.clearSpans()
        plain, group = tokens.px(self._row_height), tokens.px(tokens.ROW_GROUP)
        grouped = _grouped(self._model.rows)
        self.verticalHeader().setDefaultSectionSize(plain)
        for line, row in enumerate(self._model.rows if grouped else []):
            self.setRowHeight(line, group if isinstance(row, Group) else plain)
            if isinstance(row, Group) and self._model.columnCount() > 1:
                self.setSpan(line, 0, 1, self._model.columnCount())

    def _moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._focus_line()
        self.current_changed.emit(self.current())


def _grouped(rows: Sequence[Row]) -> bool:
    """Whether group lines are among them."""
    return Group in set(map(type, rows))
