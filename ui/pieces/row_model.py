"""The model of a list: a plain list of row ids, changed piecewise so that selection and place survive a save."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pieces.rows import Cell, Column, Group, Row

Index = QModelIndex | QPersistentModelIndex
_MANY = 16
"""More separate insertions or removals than this are done as one reset: it is faster, and the view restores itself."""
_NONE, _LINE = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsEnabled
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowModel(QAbstractTableModel):
    """Rows by id, cells asked of the columns when they are first shown."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._places: dict[Row, int] = {}
        self._cells: dict[int, dict[int, Cell]] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        if isinstance(row, Group):
            return row.spoken() if index.column() == 0 else ""
        return self.cell(row, index.column()).spoken()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NONE
        return _LINE if isinstance(self.rows[index.row()], Group) else _ROW

    def cell(self, row_id: int, column: int) -> Cell:
        """What a row shows in a column."""
        kept = self._cells.setdefault(row_id, {})
        if column not in kept:
            kept[column] = self.columns[column].cell(row_id)
        return kept[column]

    def place(self, row_id: int) -> int:
        """The line a row stands on, or -1."""
        return self._places.get(row_id, -1)

    def refresh(self, touched: frozenset[int] | None = None) -> None:
        """Show these rows (None: all) with what the columns say of them now."""
        if touched is None:
            self._cells.clear()
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
            return
        for row_id in touched:
            self._cells.pop(row_id, None)
            line = self.place(row_id)
            if line >= 0:
                self.dataChanged.emit(self.index(line, 0), self.index(line, len(self.columns) - 1))

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """Become this list. Returns True if it took a reset, which forgets selection and place."""
        new = list(rows)
        self._cells.clear()
        wanted, present = set(new), set(self.rows)
        gone = runs([line for line, row in enumerate(self.rows) if row not in wanted])
        come = runs([line for line, row in enumerate(new) if row not in present])
        if len(gone) + len(come) > _MANY:
            self.beginResetModel()
            self._take(new)
            self.endResetModel()
            return True
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._take(self.rows[:first] + self.rows[last + 1 :])
            self.endRemoveRows()
        self._reorder([row for row in new if row in present])
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._take(self.rows[:first] + new[first : last + 1] + self.rows[first:])
            self.endInsertRows()
        self.refresh()
        return False

    def _reorder(self, new: list[Row]) -> None:
        if new == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        lines = {row: line for line, row in enumerate(new)}
        before = self.persistentIndexList()
        after = [self.index(lines[self.rows[index.row()]], index.column()) for index in before]
        self._take(new)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take(self, rows: list[Row]) -> None:
        self.rows = rows
        self._places = dict(zip(rows, range(len(rows)), strict=True))


def runs(lines: list[int]) -> list[tuple[int, int]]:
    """Ascending lines as (first, last) of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if found and found[-1][1] == line - 1:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return found
