"""What the page 盘点 knows between two changes: which stock-take, which room, what is listed of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.call_back import Borrowers, by_borrower
from app.cards import class_name_on
from app.inventory import Asset, OpenLoan, Stock, Stocktake
from app.rooms import Room, rooms_on
from app.stocktake import CHANGED, DIFFERS, UNCOUNTED, Place, Row, Sums, rows, sums
from ui.session import Session

ALL, WAITING, WRONG, LENT = SEGMENTS = ("all", "waiting", "wrong", "lent")
"""全部, 没点, 对不上, 借出没还."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person looks at."""

    take: int = 0
    """0: a new one is to begin."""
    room: int = 0
    """Of a stock-take of all rooms the one that is counted; 0 = all."""
    segment: str = ALL


class State:
    """One state of the file; made anew after every change."""

    def __init__(self, session: Session, take_id: int, day: date) -> None:
        self._session, self.day, self.today = session, day, session.today
        self._inventory = session.store.inventory
        self._stock: dict[date, Stock] = {}
        self.take: Stocktake | None = self._inventory.stocktake(take_id) if take_id else None

    @cached_property
    def takes(self) -> list[Stocktake]:
        """Every stock-take, newest first, without lines."""
        return self._inventory.stocktake_heads()

    @cached_property
    def assets(self) -> dict[int, Asset]:
        """Every thing by id."""
        return {one.id: one for one in self._inventory.assets()}

    @cached_property
    def rows(self) -> list[Row]:
        """All that is counted in this stock-take, room by room."""
        if self.take is None:
            return []
        order = [one.id for one in self.rooms]
        loans = self.loans if self.take.closed_on is None else self._inventory.loans(self.take.closed_on)
        return rows(self.take, self.assets, self.stock, loans, self.day, order)

    @cached_property
    def by_place(self) -> dict[Place, Row]:
        """The same by thing and room."""
        return {one.place: one for one in self.rows}

    @cached_property
    def sums(self) -> Sums:
        """How far it is."""
        return sums(self.rows)

    @cached_property
    def loans(self) -> list[OpenLoan]:
        """What is out today, what is due first at the top."""
        return self._inventory.loans(self.today)

    @cached_property
    def borrowers(self) -> list[Borrowers]:
        """The same by class and so on."""
        return by_borrower(self.loans, self._session.snapshot, self.today)

    @cached_property
    def rooms(self) -> list[Room]:
        """Those there are, then those that were closed."""
        every = self._session.snapshot.rooms
        now = rooms_on(every, self.today)
        return [*now, *(one for one in every if one not in now)]

    @cached_property
    def room_names(self) -> Mapping[int, str]:
        """Of every room that ever was."""
        return {one.id: one.name for one in self._session.snapshot.rooms}

    @cached_property
    def classes(self) -> Mapping[int, str]:
        """Names of the classes."""
        snapshot = self._session.snapshot
        return {one.id: class_name_on(one, snapshot, self.today) for one in snapshot.classes}

    def stock(self, day: date) -> Stock:
        """As the database sums it, once a day that is asked for."""
        if day not in self._stock:
            self._stock[day] = self._inventory.stock(day)
        return self._stock[day]


class Board:
    """The state of the file for what is asked, and what is listed of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.asked = Asked()
        self._day: date | None = None
        self._read: tuple[int, int, date, date] | None = None
        self._state: State | None = None
        self._listed: list[Place] = []
        self._numbers: dict[Place, int] = {}
        self._places: list[Place] = []

    @property
    def day(self) -> date:
        """The day whose books what is counted now is compared with."""
        return self._day or self._session.today

    def count_on(self, day: date) -> None:
        """What is typed from now on was counted on that day."""
        self._day = None if day >= self._session.today else day

    @property
    def state(self) -> State:
        """The state of now."""
        read = (self._session.version, self.asked.take, self.day, self._session.today)
        if self._state is None or self._read != read:
            self._read, self._state = read, State(self._session, self.asked.take, self.day)
        return self._state

    def newest_open(self) -> int:
        """The stock-take one is in the middle of; 0 for none."""
        return next((one.id for one in self.state.takes if one.closed_on is None), 0)

    def ask(self, asked: Asked) -> None:
        """Look at something else; the list is made anew."""
        self.asked = asked
        if self.state.take is None and asked.take:
            self.asked = Asked(segment=asked.segment)
        self._listed = [one.place for one in self._fitting()]

    def shown(self) -> list[Row]:
        """What is listed: a row that was typed into stays until something else is asked for."""
        fitting = {one.place: one for one in self._fitting()}
        known = self.state.by_place
        kept = [known[place] for place in self._listed if place in known]
        there = {one.place for one in kept}
        fresh = [one for place, one in fitting.items() if place not in there]
        order = {one.place: number for number, one in enumerate(self.state.rows)}
        found = sorted([*kept, *fresh], key=lambda one: order[one.place])
        self._listed = [one.place for one in found]
        return found

    def counts(self) -> dict[str, int]:
        """How many stand in each segment."""
        here = [one for one in self.state.rows if self._is_in_room(one)]
        return {
            ALL: len(here), WAITING: sum(one.state == UNCOUNTED for one in here),
            WRONG: sum(one.state in (DIFFERS, CHANGED) or one.broken > 0 for one in here),
            LENT: len(self.state.loans),
        }  # fmt: skip

    def room_counted(self) -> int | None:
        """The one room that is counted now; None for several."""
        take = self.state.take
        return take.room_id if take is not None and take.room_id is not None else self.asked.room or None

    def number(self, place: Place) -> int:
        """The number of a row on screen, the same as long as the page lives."""
        if place not in self._numbers:
            self._places.append(place)
            self._numbers[place] = len(self._places)
        return self._numbers[place]

    def place(self, number: int) -> Place:
        """The thing and the room of a row on screen."""
        return self._places[number - 1]

    def row(self, place: Place) -> Row | None:
        """What is known of a place now; None for one that is not counted here."""
        return self.state.by_place.get(place)

    def _fitting(self) -> list[Row]:
        segment = self.asked.segment
        return [
            one for one in self.state.rows
            if self._is_in_room(one) and (
                segment in (ALL, LENT) or (segment == WAITING and one.state == UNCOUNTED)
                or (segment == WRONG and (one.state in (DIFFERS, CHANGED) or one.broken > 0))
            )
        ]  # fmt: skip

    def _is_in_room(self, row: Row) -> bool:
        return not self.asked.room or row.room_id == self.asked.room
