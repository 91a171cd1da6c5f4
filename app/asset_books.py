"""The books of the asset ledger as of a day: the general one, one of each room, one of each class (domain.md §5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.inventory import CLASSES, HOLDS, OWNS, Inventory, Movement
from app.shelf import Line

GENERAL, OF_ROOM, OF_GOODS, CHOSEN = BOOKS = ("general", "room", "goods", "chosen")
"""总账, 分室账, 分类账, and some assets that a person picked."""
BOOK, CARDS, LABELS = PAPERS = ("asset_book", "asset_cards", "asset_labels")
"""台账, 物品卡, 物品标签: keys of the printing page."""


@dataclass(frozen=True, slots=True)
class AssetAsk:
    """What `goes("print", AssetAsk(...))` opens the printing page with."""

    paper: str
    """One of PAPERS."""
    scope: str
    """Key of a choice: "all", "rooms", "room:3", "goods", "goods:music", "chosen" with `assets`."""
    day: date
    assets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a book."""

    line: Line
    count: int
    """Pieces the book counts: of a room's those that stand in it, else all that the school has."""
    out: int = 0
    """On loan: of a room's book those that were lent from it."""

    @property
    def value_fen(self) -> int:
        """Price times pieces; 0 without a price."""
        return self.count * (self.line.asset.price_fen or 0)


@dataclass(frozen=True, slots=True)
class Book:
    """One book. `key`: of a room its id, of a class its key."""

    kind: str
    entries: tuple[Entry, ...]
    key: str = ""
    gone: int = 0
    """Assets of the ledger of which nothing is there that day."""

    @property
    def pieces(self) -> int:
        """How many things of all."""
        return sum(one.count for one in self.entries)

    @property
    def out(self) -> int:
        """How many of them are on loan; of a room's book those that come on top."""
        return sum(one.out for one in self.entries)

    @property
    def value_fen(self) -> int:
        """What those with a price are worth."""
        return sum(one.value_fen for one in self.entries)

    @property
    def unpriced(self) -> int:
        """Assets without a price."""
        return sum(one.line.asset.price_fen is None for one in self.entries)


def general(lines: Iterable[Line], kind: str = GENERAL) -> Book:
    """Whatever the school has that day, by number; what is less than nothing stands in it too, to be looked into."""
    ordered = _by_number(lines)
    entries = tuple(Entry(one, one.owned, one.out) for one in ordered if one.owned or one.here)
    return Book(kind, entries, gone=len(ordered) - len(entries))


def of_room(lines: Iterable[Line], room_id: int) -> Book:
    """What stands in the room that day, and what was lent from it."""
    entries = []
    for line in _by_number(lines):
        here = sum(count for room, count in line.rooms if room == room_id)
        out = sum(one.out for one in line.loans if one.movement.room_id == room_id)
        if here or out:
            entries.append(Entry(line, here, out))
    return Book(OF_ROOM, tuple(entries), str(room_id))


def of_goods(lines: Iterable[Line], goods: str) -> Book:
    """What the school has of one class that day; "" = of none."""
    entries = general(one for one in lines if _goods(one) == goods).entries
    return Book(OF_GOODS, entries, goods)


def each_room(lines: Sequence[Line], room_ids: Iterable[int]) -> list[Book]:
    """The books of these rooms, without the empty ones."""
    return [book for book in (of_room(lines, room) for room in room_ids) if book.entries]


def each_goods(lines: Sequence[Line]) -> list[Book]:
    """The books of the classes in their order, without the empty ones; what has no class comes last."""
    return [book for book in (of_goods(lines, goods) for goods in (*CLASSES, "")) if book.entries]


def picked(lines: Iterable[Line], asset_ids: Collection[int]) -> Book:
    """These assets, whether any of them are left or not."""
    ordered = _by_number(one for one in lines if one.id in asset_ids)
    return Book(CHOSEN, tuple(Entry(one, one.owned, one.out) for one in ordered))


@dataclass(frozen=True, slots=True)
class Step:
    """A movement of an asset and what there was when it was done."""

    movement: Movement
    change: int
    """Pieces more or fewer in its room; of a move 0."""
    owned: int
    here: int


def steps(movements: Iterable[Movement], day: date) -> list[Step]:
    """The movements of one asset up to that day, oldest first, with the running sums."""
    found, owned, here = [], 0, 0
    for one in movements:
        if one.day > day:
            continue
        change = (HOLDS[one.kind] if one.to_room_id is None else 0) * one.count
        owned, here = owned + OWNS.get(one.kind, 0) * one.count, here + change
        found.append(Step(one, change, owned, here))
    return found


def movements_of(inventory: Inventory, asset_ids: Collection[int], day: date) -> Mapping[int, list[Movement]]:
    """The movements of each of these assets up to that day, oldest first; of many they are read at once."""
    if len(asset_ids) <= FEW:
        return {key: [one for one in inventory.movements(key) if one.day <= day] for key in asset_ids}
    found: dict[int, list[Movement]] = {key: [] for key in asset_ids}
    for one in inventory.between(date.min, day):
        if one.asset_id in found:
            found[one.asset_id].append(one)
    return found


FEW = 20


def _goods(line: Line) -> str:
    return line.asset.class_of_goods if line.asset.class_of_goods in CLASSES else ""


def _by_number(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda one: (one.asset.number, one.id))
