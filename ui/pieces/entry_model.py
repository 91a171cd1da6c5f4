"""The model of an entry grid: texts by row id and column key, each change checked and told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.pieces.row_model import Index


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column to type into. `options` offers answers, any other text is taken too; `fixed` is only read."""

    key: str
    title: str
    width: int
    """px at 100 %; 0 takes the room that is left."""
    options: tuple[str, ...] = ()
    fixed: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a cell: "changed" (what stood there before) or "wrong" (why it cannot be)."""

    kind: str
    words: str


class EntryModel(QAbstractTableModel):
    """Rows keep their order; `edited` comes for every cell whose text became another."""

    edited = Signal(int, str, str)

    def __init__(self, columns: Sequence[EntryColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[tuple[int, dict[str, str]]] = []
        self._marks: dict[tuple[int, str], Mark] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        text = self._rows[index.row()][1].get(column.key, "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(index)} {text}".strip()
        mark = self.mark(index)
        spoken = (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole)
        return mark.words if mark is not None and role in spoken else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.columns[section].title if wanted else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.is_fixed(index) else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or self.is_fixed(index):
            return False
        row_id, texts = self._rows[index.row()]
        key, text = self.columns[index.column()].key, self.tidied(index, str(value or ""))
        if texts.get(key, "") != text:
            texts[key] = text
            self.dataChanged.emit(index, index)
            self.edited.emit(row_id, key, text)
        return True

    def title(self, index: Index) -> str:
        """What a cell is called."""
        return self.columns[index.column()].title

    def is_fixed(self, index: Index) -> bool:
        """Whether a cell is only read."""
        return self.columns[index.column()].fixed

    def options(self, index: Index) -> tuple[str, ...]:
        """The answers offered in a cell."""
        return self.columns[index.column()].options

    def tidied(self, index: Index, text: str) -> str:
        """What is kept of a typed text."""
        return text

    def mark(self, index: Index) -> Mark | None:
        """What is to be said of a cell."""
        return self._marks.get((self.row_id(index.row()), self.columns[index.column()].key))

    def set_marks(self, marks: Mapping[tuple[int, str], Mark]) -> None:
        """Mark these cells, by row id and column key, and no others."""
        if marks != self._marks:
            self._marks = dict(marks)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def set_rows(self, rows: Mapping[int, Mapping[str, str]]) -> None:
        """Become these rows; rows with the same ids in the same order only change their texts, others are added or
        taken away at the end without a reset."""
        fresh = [(row_id, dict(texts)) for row_id, texts in rows.items()]
        old_ids, ids = [row_id for row_id, _ in self._rows], [row_id for row_id, _ in fresh]
        more = len(ids) - len(old_ids)
        if more > 0 and ids[: len(old_ids)] == old_ids and old_ids:
            self.beginInsertRows(QModelIndex(), len(old_ids), len(ids) - 1)
            self._rows = fresh
            self.endInsertRows()
        elif more < 0 and old_ids[: len(ids)] == ids and ids:
            self.beginRemoveRows(QModelIndex(), len(ids), len(old_ids) - 1)
            self._rows = fresh
            self.endRemoveRows()
        elif ids != old_ids:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        self._rows = fresh
        if fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))

    def row_id(self, line: int) -> int:
        """The id of the row on a line. Raises IndexError."""
        return self._rows[line][0]

    def line(self, row_id: int) -> int:
        """The line of a row, or -1."""
        return next((line for line, (known, _) in enumerate(self._rows) if known == row_id), -1)

    def values(self, row_id: int) -> dict[str, str]:
        """The texts of a row. Raises KeyError."""
        line = self.line(row_id)
        if line < 0:
            raise KeyError(row_id)
        return dict(self._rows[line][1])

    def place(self, row_id: int, key: str) -> QModelIndex:
        """The index of a cell; invalid for an unknown row."""
        column = next(place for place, column in enumerate(self.columns) if column.key == key)
        return self.index(self.line(row_id), column)
