"""The heat map as a Qt model: the columns of the map, then the totals of a row."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.heat import CHILDREN, DONE, MISSED, Cell, HeatMap, HeatRow, Key
from ui import heat_words as words
from ui.heat_board import Board, Named

Index = QModelIndex | QPersistentModelIndex
OWED, RUNS = "owed", "run"
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class HeatModel(QAbstractTableModel):
    """Shows what the board holds; `show` after it was read or arranged."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self.rows: list[HeatRow] = []
        self.map: HeatMap | None = None
        self.named: dict[Key, Named] = {}
        self.by, self.rule = CHILDREN, ""
        self.columns = 0
        self.totals: tuple[str, ...] = ()

    def show(self) -> None:
        """Take the rows over."""
        self.beginResetModel()
        # Until it is shown anew, the view goes on asking for what it has.
        board, self.map = self.board, self.board.map
        self.rows, self.named, self.by, self.rule = list(board.rows), dict(board.named), board.by, board.rule
        self.columns = len(self.map.columns) if self.map is not None else 0
        self.totals = (MISSED, RUNS) if self.by == CHILDREN else (OWED, DONE, MISSED)
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell of the map there; None in the totals."""
        return self.rows[row].cells[column] if column < self.columns else None

    def total(self, row: int, column: int) -> int:
        """The number in one of the totals."""
        one = self.rows[row]
        what = self.totals[column - self.columns]
        return {OWED: one.owed, DONE: one.done, MISSED: one.missed, RUNS: one.run}[what]

    def total_text(self, row: int, column: int) -> str:
        """What stands there: a number, 2 周, or —."""
        number = self.total(row, column)
        if self.totals[column - self.columns] != RUNS:
            return str(number)
        return words.run_word(number, self.board.span()) if number else "—"

    def says(self, row: int, column: int) -> str:
        """A cell in words: 罗子轩，第 12 周（11月16日—22日），没谈心，试过 2 次没成."""
        if not 0 <= row < len(self.rows):
            return ""
        name = self.name(row)
        cell = self.cell(row, column)
        if cell is None:
            head = words.total_heads(self.by, self.rule)[column - self.columns]
            return f"{name}，{head} {self.total_text(row, column)}"
        found = self.map
        assert found is not None
        said = [name, words.column_word(found.columns[column])]
        if self.by == CHILDREN and cell.owed < 2:
            said.append(words.state_word(cell.state, self.rule or self._only(cell),
                                         video=self.board.by_video(cell)))  # fmt: skip
            if cell.state != DONE and (times := self.board.tried(found.of(cell))):
                said.append(words.tried_word(times))
        elif cell.owed:
            said.append(words.counts_word(cell.owed, cell.done, cell.missed))
        else:
            said.append(words.state_word(cell.state, self.rule))
        return "，".join(said)

    def name(self, row: int) -> str:
        """Whose row it is, with the class: 罗子轩 三（1）班."""
        named = self.named[self.rows[row].key]
        return f"{named.name} {named.second}".strip()

    def _only(self, cell: Cell) -> str:
        found = self.map
        return found.of(cell)[0].key if found is not None and cell.entries else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self.columns else self.columns + len(self.totals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.says(index.row(), index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return self.total_text(index.row(), index.column())
        return str(cell.missed) if cell.missed else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in _TEXT:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.name(section) if section < len(self.rows) else None
        found = self.map
        if found is None or section >= self.columnCount():
            return None
        if section < self.columns:
            return words.column_word(found.columns[section])
        return words.total_heads(self.by, self.rule)[section - self.columns]
