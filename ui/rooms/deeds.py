"""What the page of the rooms writes, each deed under a name that undo and the history show."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.changes import Change
from app.edits import rooms as edits
from app.rooms import Opening, Room
from app.store import Done
from ui import room_words as words
from ui.rooms.book import Book


def _tr(text: str) -> str:
    return QCoreApplication.translate("rooms", text)


class RoomDeeds:
    """Each answers what was done, or None after `session.failed` has said why not; BadValue is for the field."""

    def __init__(self, book: Book) -> None:
        self._book, self._session = book, book.session

    def set_up(self) -> Done | None:
        """The home and its five rooms at once."""
        fresh = edits.add_rooms(words.standard_rooms(), self._session.snapshot.rooms)
        return self.write(_tr("设好 {0} 间活动室").format(len(fresh)), fresh)

    def add(self) -> Done | None:
        """One more room, to be named."""
        rooms = self._session.snapshot.rooms
        taken, name, number = {one.name for one in rooms}, _tr("新活动室"), 2
        while name in taken:
            name, number = _tr("新活动室 {0}").format(number), number + 1
        return self.write(_tr("加一间{0}").format(name), edits.add_room(name, rooms=rooms))

    def log(self, room: Room, told: edits.OpeningTold, children: Sequence[int]) -> Done | None:
        """A room was open, or why it was not. Raises BadValue."""
        label = _tr("记下{0}").format(words.opening_word(room, told.day))
        return self.write(label, edits.log_opening(told, children, self._book.openings_on(told.day)))

    def change(self, room: Room, opening: Opening, told: edits.OpeningTold, children: Sequence[int]) -> Done | None:
        """Another word on what is written. Raises BadValue."""
        rows = self._session.store.home.came(opening.id)
        there = self._book.openings_on(told.day)
        changes = edits.change_opening(opening, told, children, rows, there)
        return self.write(_tr("修改{0}").format(words.opening_word(room, told.day)), changes)

    def delete(self, room: Room, opening: Opening) -> Done | None:
        """One that was written by mistake."""
        label = _tr("删除{0}").format(words.opening_word(room, opening.day))
        return self.write(label, edits.delete_opening(opening), "delete")

    def close(self, room: Room, day: date) -> Done | None:
        """It is no room of the home any more."""
        return self.write(_tr("{0}不再用").format(room.name), edits.close_room(room, day))

    def write(self, label: str, changes: Sequence[Change], kind: str = "edit") -> Done | None:
        """Carry the changes out; none is nothing to do."""
        return self._session.attempt(label, changes, kind) if changes else None
