"""The lines of the timeline as a list model: a record is put into words when it is first shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.care import CareRecord
from app.terms import term_title
from app.timeline import Line, TermMark
from ui.children import timeline_words as words
from ui.pieces.row_model import Index


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in words."""

    record: CareRecord
    day: str
    title: str
    detail: str
    said: str
    mark: str
    follow_up: str
    staff: str
    icon: str

    def spoken(self) -> str:
        """All of it, for screen readers and the clipboard."""
        parts = (self.day, self.title, self.detail, self.staff, self.said, self.follow_up)
        return "，".join(part for part in parts if part)


NOTHING = Entry(CareRecord(0, "talk", date.min), "", "", "", "", "", "", "", "users")


class TimelineModel(QAbstractListModel):
    """Lines of `app.timeline`; the words of one are made when it is first asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._entries: dict[int, Entry] = {}
        self._worded: Callable[[CareRecord], Entry] = lambda _record: NOTHING
        self.child_id = 0

    def show(self, lines: Sequence[Line], worded: Callable[[CareRecord], Entry], child_id: int) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._entries, self._worded, self.child_id = lines, {}, worded, child_id
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def all(self) -> Sequence[Line]:
        """What is listed."""
        return self._lines

    def line(self, row: int) -> Line:
        """What stands in a row. Raises IndexError."""
        return self._lines[row]

    def entry(self, row: int) -> Entry | None:
        """A record in words; None for the mark of a term."""
        line = self._lines[row]
        if isinstance(line, TermMark):
            return None
        if row not in self._entries:
            self._entries[row] = self._worded(line)
        return self._entries[row]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if index.isValid() and isinstance(self._lines[index.row()], CareRecord):
            return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren
        return flags.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry = self.entry(index.row())
        line = self._lines[index.row()]
        return entry.spoken() if entry is not None else term_title(line.code) if isinstance(line, TermMark) else ""


def worded(
    record: CareRecord, child_id: int, today: date, staff: Mapping[int, str], classes: Mapping[int, str],
    how_many: Callable[[int], int],
) -> Entry:  # fmt: skip
    """A record in words; `how_many` children took part in the record of an id."""
    mark, follow_up = words.follow_up(record, today)
    detail = words.detail(record, classes, how_many(record.id))
    return Entry(
        record, words.day_word(record.day, today), words.title(record), detail,
        words.said(record, child_id), mark, follow_up, staff.get(record.staff_id or 0, ""), words.icon(record),
    )  # fmt: skip
