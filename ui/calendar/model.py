"""A term's weeks as a Qt model: seven days and a note to each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.school_calendar import DayShown, WeekShown
from ui.calendar import words

Index = QModelIndex | QPersistentModelIndex
NOTES = 7
"""The column beside the days."""
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NONE = Qt.ItemFlag.NoItemFlags
_DAY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TermModel(QAbstractTableModel):
    """Shows one term; `chosen` are the days that are selected."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: list[WeekShown] = []
        self.chosen: frozenset[date] = frozenset()

    def show_weeks(self, weeks: Sequence[WeekShown]) -> None:
        """Show another state of the term, or another term."""
        same = [week.days[0].day for week in weeks] == [week.days[0].day for week in self.weeks]
        if not same:
            self.beginResetModel()
        self.weeks = list(weeks)
        if not same:
            self.endResetModel()
        elif self.weeks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.weeks) - 1, NOTES))

    def choose(self, days: Sequence[date]) -> None:
        """These days are selected now."""
        self.chosen = frozenset(days)
        if self.weeks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.weeks) - 1, NOTES - 1))

    def at(self, row: int, column: int) -> DayShown:
        """The day of a cell."""
        return self.weeks[row].days[column]

    def place(self, day: date) -> tuple[int, int]:
        """Row and column of a day; (-1, -1) if it is not in the table."""
        if not self.weeks:
            return -1, -1
        gone = (day - self.weeks[0].days[0].day).days
        return divmod(gone, 7) if 0 <= gone < 7 * len(self.weeks) else (-1, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.weeks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else NOTES + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _DAY if index.isValid() and index.column() < NOTES else _NONE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        week = self.weeks[index.row()]
        if index.column() == NOTES:
            return words.notes(week) if role in (*_TEXT, Qt.ItemDataRole.ToolTipRole) else None
        one = week.days[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(one.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken(one, week, one.day in self.chosen)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in _TEXT:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.weeks[section].number) if section < len(self.weeks) else None
        return words.column_word(section)
