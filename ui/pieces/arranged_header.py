"""A header whose columns somebody arranges: shown or hidden, moved, drawn wider, rows ordered by one of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import tokens
from ui.pieces import arrangement
from ui.pieces.arrangement import Arrangement
from ui.pieces.rows import Column, Row

NARROWEST = 36
_AT_LEAST = 108
"""px at 100 % that a column without a width of its own keeps where there is no room left."""


class ArrangedHeader(QHeaderView):
    """The first column stays where it is. Columns of width 0 share what is left; without them the last one takes it."""

    order_changed = Signal(str, bool)
    """Key of the column ("" = as given), and whether downwards."""
    arranged = Signal()
    """Somebody changed what `arrangement` gives."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._places = {column.key: place for place, column in enumerate(self._columns)}
        self._key, self._down = "", False
        self._widths: dict[str, int] = {}
        self._room, self._laying = 0, False
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setResizeContentsPrecision(30)
        self.sectionCountChanged.connect(lambda _old, _new: self.arrange(arrangement.default(self._columns)))
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(self._moved)

    def arrangement(self) -> Arrangement:
        """The columns as they are now."""
        return Arrangement(tuple(column.key for column in self.shown()), dict(self._widths), self._key, self._down)

    def arrange(self, wanted: Arrangement) -> None:
        """Arrange the columns so, and tell nobody; the list still has to order its rows."""
        if not self._is_ready():
            return
        self._laying = True
        self._key, self._down, self._widths = wanted.sort, wanted.down, dict(wanted.widths)
        for visual, key in enumerate(wanted.shown):
            self.moveSection(self.visualIndex(self._places[key]), visual)
        for place, column in enumerate(self._columns):
            self.setSectionHidden(place, column.key not in wanted.shown)
        self._laying = False
        self.fit(self._room)
        self.viewport().update()

    def retitle(self, columns: Sequence[Column]) -> None:
        """The same columns under other titles."""
        self._columns = tuple(columns)
        self.viewport().update()

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Let these columns be so wide (px at 100 %), and tell nobody: the list has another size."""
        self._widths |= widths
        self.fit(self._room)

    def lay_out(self) -> None:
        """恢复默认: the columns as they were made, the rows as they are given."""
        self.arrange(arrangement.default(self._columns))
        self._changed()
        self.order_changed.emit(self._key, self._down)

    def show_column(self, key: str, shown: bool) -> None:
        """Show a column after the last one, or hide it; the first one stays."""
        place = self._places[key]
        if place == 0 or shown != self.isSectionHidden(place):
            return
        self._laying = True
        if shown:
            self.moveSection(self.visualIndex(place), len(self.shown()))
        self.setSectionHidden(place, not shown)
        self._laying = False
        self._changed()

    def shown(self) -> list[Column]:
        """The columns on screen from left to right."""
        if not self._is_ready():
            return [column for column in self._columns if column.shown]
        places = (self.logicalIndex(visual) for visual in range(self.count()))
        return [self._columns[place] for place in places if not self.isSectionHidden(place)]

    def fit(self, room: int) -> None:
        """Give every column its width; those of width 0 share what is left of `room`."""
        self._room = room
        if self._laying or not self._is_ready():
            return
        wide = {column.key: tokens.px(self._widths.get(column.key, column.width)) for column in self.shown()}
        flexible = [key for key in wide if not wide[key]] or [next(reversed(wide))]
        rest = room - sum(width for key, width in wide.items() if key not in flexible)
        for key in flexible:
            wide[key] = max(wide[key] or tokens.px(_AT_LEAST), rest // len(flexible))
        self._laying = True
        for key, width in wide.items():
            self.resizeSection(self._places[key], width)
        self._laying = False

    def section_rect(self, key: str) -> QRect:
        """Where a column's title stands in the header."""
        place = self._places[key]
        return QRect(self.sectionViewportPosition(place), 0, self.sectionSize(place), self.height())

    def ordered(self, rows: list[Row]) -> list[Row]:
        """The rows by the column chosen: equal ones keep the given order, those with nothing there come last."""
        sort = self._columns[self._places[self._key]].sort if self._key else None
        if sort is None:
            return rows
        keys: dict[Row, Any] = {row: sort(row) if isinstance(row, int) else None for row in rows}
        filled = sorted((row for row in rows if keys[row] is not None), key=keys.__getitem__, reverse=self._down)
        return filled + [row for row in rows if keys[row] is None]

    def order(self) -> tuple[str, bool]:
        """The column rows are ordered by ("" = as given), and whether downwards."""
        return self._key, self._down

    def order_by(self, key: str, down: bool = False) -> None:
        """Order the rows by a column, "" = as given."""
        self._key, self._down = key, down
        self._changed()
        self.order_changed.emit(key, down)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_room"):
            self.fit(self._room)

    def _is_ready(self) -> bool:
        """Whether the model is there."""
        return bool(self._columns) and self.count() == len(self._columns)

    def _resized(self, place: int, _old: int, new: int) -> None:
        if not self._laying and new and self._is_ready():
            self._widths[self._columns[place].key] = round(new / tokens.scale())
            self._changed()

    def _moved(self, _place: int, _before: int, now: int) -> None:
        if now == 0 and self.logicalIndex(0) != 0:
            self.moveSection(self.visualIndex(0), 0)
        else:
            self._changed()

    def _changed(self) -> None:
        if not self._laying:
            self.fit(self._room)
            self.viewport().update()
            self.arranged.emit()
