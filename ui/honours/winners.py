"""Who is meant by a name in the list of awards: a pupil of today, or one of the staff."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.school import Snapshot
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
        self._read: Snapshot | None = None
        self._names: Counter[str] = Counter()
        self._known: dict[str, list[Winner]] = {}

    def called(self, winner: Winner) -> str:
        """The name to show and to write."""
        self._prepare()
        return self._called(winner)

    def meant(self, name: str, key: str = "") -> Winner | None:
        """Who is meant; `key` is who stood there when the name was put. None for nobody, or for two of that name."""
        kind, _, number = key.partition(":")
        if number.isdecimal() and self.called(found := Winner(kind, int(number))) == name:
            return found
        self._prepare()
        same = self._known.get(name, [])
        return same[0] if len(same) == 1 else None

    def names(self) -> tuple[str, ...]:
        """What may be written: the pupils of today in class order, then the staff who have not left."""
        self._prepare()
        return tuple(self._known)

    def has_left_behind(self, children: Iterable[int]) -> bool:
        """Whether one of these children is left-behind today."""
        known = self.people.children
        return any(known[one].left_behind for one in children if one in known)

    def _called(self, winner: Winner) -> str:
        if winner.kind == STAFF:
            name = next((one.name for one in self._session.snapshot.staff if one.id == winner.id), "")
            return QCoreApplication.translate("honours", "{0}老师").format(name) if self._names[name] else name
        one = self.people.named(winner.id)
        return f"{one.name} {one.class_name}" if self._names[one.name] > 1 and one.class_name else one.name

    def _prepare(self) -> None:
        snapshot, day = self._session.snapshot, self._session.today
        if self._read is snapshot:
            return
        self._read = snapshot
        self._names = Counter(one.name for one in self.people.children.values())
        here = [one.id for one in snapshot.staff if one.left_on is None or one.left_on > day]
        self._known = {}
        for one in (*(Winner(CHILD, key) for key in self.people.children), *(Winner(STAFF, key) for key in here)):
            self._known.setdefault(self._called(one), []).append(one)


class WinnersModel(EntryModel):
    """Offers names while one types who is given an award."""

    def __init__(self, columns: list[EntryColumn], winners: Winners) -> None:
        super().__init__(columns)
        self._winners = winners

    def options(self, index: Index) -> tuple[str, ...]:
        if self.columns[index.column()].key == "who":
            return self._winners.names()
        return super().options(index)
