"""Who is meant by a name in the list of awards: a pupil of today, or one of the staff."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.contacts.people import People
from ui.pieces.entry_model import EntryColumn, EntryModel
from ui.pieces.row_model import Index
from ui.session import Session

CHILD, STAFF = "child", "staff"


class Winner(NamedTuple):
    """One of them."""

    kind: str
    id: int

    @property
    def key(self) -> str:
        """As it is kept in a line: "child:12"."""
        return f"{self.kind}:{self.id}"


class Winners:
    """What each is called: a child with its class where two share a name, staff as 老师 where a child does."""

    def __init__(self, session: Session) -> None:
        self._session, self.people = session, People(session)

    def called(self, winner: Winner) -> str:
        """The name to show and to write."""
        if winner.kind == STAFF:
            name = next((one.name for one in self._session.snapshot.staff if one.id == winner.id), "")
            same = any(one.name == name for one in self.people.children.values())
            return QCoreApplication.translate("honours", "{0}老师").format(name) if same else name
        one = self.people.named(winner.id)
        twins = sum(other.name == one.name for other in self.people.children.values())
        return f"{one.name} {one.class_name}" if twins > 1 and one.class_name else one.name

    def meant(self, name: str, key: str = "") -> Winner | None:
        """Who is meant; `key` is who stood there when the name was put. None for nobody, or for two of that name."""
        kind, _, number = key.partition(":")
        if number.isdecimal() and self.called(found := Winner(kind, int(number))) == name:
            return found
        same = [one for one in self.everybody() if self.called(one) == name]
        return same[0] if len(same) == 1 else None

    def everybody(self) -> list[Winner]:
        """The pupils of today in class order, then the staff who have not left."""
        day = self._session.today
        staff = [one for one in self._session.snapshot.staff if one.left_on is None or one.left_on > day]
        return [*(Winner(CHILD, one) for one in self.people.children), *(Winner(STAFF, one.id) for one in staff)]

    def has_left_behind(self, children: Iterable[int]) -> bool:
        """Whether one of these children is left-behind today."""
        known = self.people.children
        return any(known[one].left_behind for one in children if one in known)


class WinnersModel(EntryModel):
    """Offers names while one types who is given an award."""

    def __init__(self, columns: list[EntryColumn], winners: Winners) -> None:
        super().__init__(columns)
        self._winners = winners

    def options(self, index: Index) -> tuple[str, ...]:
        if self.columns[index.column()].key == "who":
            return tuple(dict.fromkeys(map(self._winners.called, self._winners.everybody())))
        return super().options(index)
