"""What the page 台账 knows between two changes: the assets on the day that is looked at, and what is listed of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.cards import class_name_on
from app.equipment import SETTING, THERE, Need, items, needs, read_least
from app.inventory import Donor, Movement, OpenLoan
from app.rooms import Room, rooms_on
from app.shelf import BELOW, DIFFERS, LATE, Batch, Line, batches, lines_on, past_date
from app.sounds import is_heard
from app.today_home import expiring
from ui.session import Session

ALL, WRONG, OUT, BOOKS, MEDICINE, STANDARD = SEGMENTS = ("all", "wrong", "out", "books", "medicine", "standard")
"""全部, 对不上, 借出没还, 图书, 药品, 配备标准."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see."""

    segment: str = ALL
    room: int = 0
    """0 = all."""
    text: str = ""


class Books:
    """One state of the file on one day; made anew after every change."""

    def __init__(self, session: Session, day: date) -> None:
        self._session, self.day = session, day
        self._inventory = session.store.inventory
        self._batches: dict[int, list[Batch]] = {}

    @cached_property
    def lines(self) -> list[Line]:
        """Every asset, mismatches first."""
        return lines_on(self._inventory, self.day)

    @cached_property
    def by_id(self) -> dict[int, Line]:
        """The same by asset."""
        return {one.id: one for one in self.lines}

    @cached_property
    def needs(self) -> list[Need]:
        """The standard list, what is missing first."""
        least = read_least(self._session.store.setting(SETTING))
        found = needs(items(least), self.lines, past_date(self._inventory, self.day))
        return sorted(found, key=lambda one: one.state == THERE)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand in each segment."""
        found = {key: sum(_is_in(one, key) for one in self.lines) for key in SEGMENTS[:-1]}
        return found | {STANDARD: sum(one.state != THERE for one in self.needs)}

    @cached_property
    def rooms(self) -> list[Room]:
        """Those there are, and those that were closed and still hold something."""
        open_ = rooms_on(self._session.snapshot.rooms, self.day)
        held = {room for line in self.lines for room, _count in line.rooms}
        return open_ + [one for one in self._session.snapshot.rooms if one.id in held and one not in open_]

    @cached_property
    def room_names(self) -> Mapping[int, str]:
        """Of every room that ever was."""
        return {one.id: one.name for one in self._session.snapshot.rooms}

    @cached_property
    def classes(self) -> Mapping[int, str]:
        """Names of the classes."""
        snapshot = self._session.snapshot
        return {one.id: class_name_on(one, snapshot, self.day) for one in snapshot.classes}

    @cached_property
    def donors(self) -> list[Donor]:
        """Everybody who ever gave."""
        return self._inventory.donors()

    @cached_property
    def late(self) -> list[OpenLoan]:
        """Loans that should be back, the longest overdue first."""
        return [one for line in self.lines for one in line.loans if one.is_late(self.day)]

    @cached_property
    def expiring(self) -> list[Batch]:
        """Batches of which something is left and that expire within 30 days, or did."""
        return [batch for _asset, _moved, batch in expiring(self._inventory, self.day)]

    def batches(self, asset_id: int) -> list[Batch]:
        """What is left of each batch of an asset."""
        if asset_id not in self._batches:
            self._batches[asset_id] = batches(self.movements(asset_id), self.day)
        return self._batches[asset_id]

    def movements(self, asset_id: int) -> list[Movement]:
        """Of one asset, oldest first."""
        return self._inventory.movements(asset_id)


class Shelf:
    """The books of the day that is looked at, and what of them is listed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._day: date | None = None
        self._read: tuple[int, date] | None = None
        self.wish = Wish()
        self._books: Books | None = None

    @property
    def day(self) -> date:
        """The day that is looked at; today unless another was chosen."""
        return self._day or self._session.today

    def look_at(self, day: date | None) -> None:
        """Look at another day; None or today: at every today."""
        self._day = None if day == self._session.today else day

    def is_today(self) -> bool:
        """Whether the ledger of today is shown."""
        return self._day is None

    @property
    def books(self) -> Books:
        """The state of now on that day."""
        state = (self._session.version, self.day)
        if self._books is None or self._read != state:
            self._read, self._books = state, Books(self._session, self.day)
        return self._books

    def forget(self) -> None:
        """Something was written that the session does not count."""
        self._books = None

    def ask(self, **changed: str | int) -> None:
        """Want to see something else."""
        self.wish = replace(self.wish, **changed)  # type: ignore[arg-type]

    def counts(self) -> dict[str, int]:
        """How many stand in each segment."""
        return self.books.counts

    def rows(self) -> list[Line]:
        """What is listed."""
        wish = self.wish
        return [
            one for one in self.books.lines
            if _is_in(one, wish.segment) and (not wish.room or wish.room in {room for room, _count in one.rooms})
            and self._fits(one, wish.text)
        ]  # fmt: skip

    def needs(self) -> list[Need]:
        """What is listed of the standard list."""
        text = self.wish.text.lower()
        return [
            one for one in self.books.needs
            if not text or text in one.item.name or any(text in word for word in one.item.also)
            or is_heard(one.item.name, text)
        ]  # fmt: skip

    def _fits(self, line: Line, text: str) -> bool:
        asset, lower = line.asset, text.lower()
        if not text:
            return True
        told = (asset.number, asset.name, asset.spec, asset.author, asset.publisher, asset.isbn)
        return any(lower in part.lower() for part in told) or is_heard(asset.name, lower)


def _is_in(line: Line, segment: str) -> bool:
    if segment == WRONG:
        return line.state in (BELOW, DIFFERS, LATE)
    if segment == OUT:
        return line.out > 0
    goods = {BOOKS: "book", MEDICINE: "medicine"}.get(segment)
    return goods is None or line.asset.class_of_goods == goods
