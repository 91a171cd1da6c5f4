"""The ledger of the file as an import meets it: what there is on a day, where it stands, and who looks after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from app.imports.aliases import tidy
from app.imports.cells import says_less
from app.inventory import HOLDS, Asset, Donor, Inventory, Movement
from app.names import name_key
from app.rooms import HOME, Room, rooms_on
from app.school import Snapshot, Staff
from app.staffing import present

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Books:
    """What the file holds, on the day that the list holds of."""

    day: date
    assets: tuple[Asset, ...] = ()
    stock: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """(asset, room) → pieces that stand there."""
    lent: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """(asset, room) → pieces that are out, by the room they were lent from."""
    since: tuple[Movement, ...] = ()
    """What was written of later days."""
    rooms: tuple[Room, ...] = ()
    """Those of the day, in their order."""
    staff: tuple[Staff, ...] = ()
    donors: tuple[Donor, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, Asset]:
        """Its assets."""
        return {one.id: one for one in self.assets}

    def places(self, asset_id: int) -> dict[int, int]:
        """Room → pieces of the asset that belong there, those lent from it included."""
        found: dict[int, int] = {}
        for kept in (self.stock, self.lent):
            for (asset, room), count in kept.items():
                if asset == asset_id:
                    found[room] = found.get(room, 0) + count
        return {room: count for room, count in found.items() if count}

    def least(self, asset_id: int, room_id: int) -> int:
        """The fewest pieces that stand in the room at the end of any day from that one on: so many may leave it."""
        there = least = self.stock.get((asset_id, room_id), 0)
        steps: dict[date, int] = {}
        for one in self.since:
            if one.asset_id == asset_id and room_id in (one.room_id, one.to_room_id):
                step = one.count if one.to_room_id == room_id else HOLDS[one.kind] * one.count
                steps[one.day] = steps.get(one.day, 0) + step
        for when in sorted(steps):
            there += steps[when]
            least = min(least, there)
        return least

    def keeper(self, name: str) -> int | None:
        """The one member of staff called so."""
        found = [one.id for one in self.staff if name_key(one.name) == name_key(name)]
        return found[0] if len(found) == 1 else None

    def keeper_name(self, staff_id: int | None) -> str:
        """What the keeper is called."""
        return next((one.name for one in self.staff if one.id == staff_id), "")

    def room(self, text: str) -> int | None:
        """The room that a text means: by its name, or the only one whose name says the same with more or fewer words.
        """
        said = tidy(text)
        if not said:
            return None
        names = {one.id: tidy(one.name) for one in self.rooms}
        same = [key for key, name in names.items() if name == said]
        near = [key for key, name in names.items() if len(said) > 1 and (name in said or says_less(said, name))]
        found = same or near
        return found[0] if len(found) == 1 else None

    @property
    def home(self) -> int | None:
        """Where things are put of which no place is said."""
        homes = [one.id for one in self.rooms if one.kind == HOME] or [one.id for one in self.rooms]
        return homes[0] if homes else None


def books_on(inventory: Inventory, snapshot: Snapshot, day: date) -> Books:
    """The books of the file on that day."""
    lent: dict[tuple[int, int], int] = {}
    for one in inventory.loans(day):
        place = (one.movement.asset_id, one.movement.room_id)
        lent[place] = lent.get(place, 0) + one.out
    return Books(
        day, tuple(inventory.assets()), inventory.stock(day), lent,
        tuple(inventory.between(day + ONE, date.max)), tuple(rooms_on(snapshot.rooms, day)),
        tuple(_people(snapshot, day)), tuple(inventory.donors()),
    )  # fmt: skip


def _people(snapshot: Snapshot, day: date) -> Iterable[Staff]:
    return present(snapshot.staff, day)
