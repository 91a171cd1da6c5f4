"""The statistics as a Qt model: a number per line and column, and what it is the number of."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.statistics import Head, Table
from ui import figure_words as words

Index = QModelIndex | QPersistentModelIndex
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class FigureModel(QAbstractTableModel):
    """Shows one table at a time."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self._numbers = table.numbers

    def show_table(self, table: Table) -> None:
        """Show another table; of the same shape, the current cell stays."""
        same = (table.lines, table.columns) == (self.table.lines, self.table.columns)
        if not same:
            self.beginResetModel()
        self.table, self._numbers = table, table.numbers
        if not same:
            self.endResetModel()
        elif self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.lines) - 1, len(table.columns) - 1))

    def number(self, line: int, column: int) -> int:
        """How many children stand there."""
        return self._numbers[line][column]

    def line(self, place: int) -> Head:
        """The head of a line."""
        return self.table.lines[place]

    def column(self, place: int) -> Head:
        """The head of a column."""
        return self.table.columns[place]

    def words(self, line: int, column: int) -> str:
        """What the number is of: 三年级女，谁外出：只父亲外出."""
        return f"{words.line_word(self.line(line))}，{words.column_word(self.column(column))}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _TEXT:
            return None
        number = self.number(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.words(index.row(), index.column())}：{number}"
        return str(number) if number else "—"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        # While the model is reset, a header may still ask for sections that are gone.
        heads = self.table.columns if orientation == Qt.Orientation.Horizontal else self.table.lines
        if role not in _TEXT or not 0 <= section < len(heads):
            return None
        return (words.column_word if orientation == Qt.Orientation.Horizontal else words.line_word)(heads[section])
