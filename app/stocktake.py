"""A stock-take: what the books say a room holds, what was counted there, and how the two differ (domain.md §5)."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.inventory import Asset, OpenLoan, Stock, Stocktake, StocktakeLine

CHANGED, DIFFERS, UNCOUNTED, RIGHT = STATES = ("changed", "differs", "uncounted", "right")
"""点过以后账上变了, 对不上, 没点, 对上了."""
Place = tuple[int, int]
"""(asset id, room id)."""
StockOn = Callable[[date], Stock]


@dataclass(frozen=True, slots=True)
class Row:
    """A thing in a room, as the stock-take has it."""

    asset: Asset
    room_id: int
    expected: int
    """What the books said when it was counted; of what is not counted yet, what they say now."""
    now: int
    """What the books say now of the day it was counted on."""
    lent: int = 0
    """How many are out that were lent from here."""
    counted: int | None = None
    broken: int = 0
    counted_on: date | None = None
    reason: str = ""
    line_id: int = 0
    """0: nothing is written of it yet."""

    @property
    def place(self) -> Place:
        """The thing and the room."""
        return self.asset.id, self.room_id

    @property
    def difference(self) -> int:
        """More (+) or fewer (-) than the books say; 0 for what is not counted."""
        return 0 if self.counted is None else self.counted - self.expected

    def why_broken(self, usual: str) -> str:
        """Why what is broken is scrapped: its reason, unless that is why pieces are missing."""
        return usual if self.difference else self.reason or usual

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.counted is None:
            return UNCOUNTED
        if self.expected != self.now:
            return CHANGED
        return DIFFERS if self.difference else RIGHT


@dataclass(frozen=True, slots=True)
class Sums:
    """How far a stock-take is."""

    things: int = 0
    uncounted: int = 0
    differing: int = 0
    """What was counted and does not agree, changed books included."""
    broken: int = 0
    unexplained: int = 0
    """Differences without a reason."""


def rows(
    take: Stocktake, assets: Mapping[int, Asset], stock: StockOn, loans: Iterable[OpenLoan], day: date,
    rooms: Sequence[int] = (),
) -> list[Row]:  # fmt: skip
    """Everything that is counted, room by room in the order of `rooms`, then by number.

    A stock-take that is open follows the books: what came into its rooms since it began is among them. `stock` and
    `loans` are as of `day` for what is not counted yet; a closed one is as it was booked.
    """
    lines = {(one.asset_id, one.room_id): one for one in take.lines}
    lent: dict[Place, int] = {}
    for loan in loans:
        key = loan.movement.asset_id, loan.movement.room_id
        lent[key] = lent.get(key, 0) + loan.out
    there = stock(day) if take.closed_on is None else {}
    places = set(lines)
    if take.closed_on is None:
        places |= {place for place in (*there, *lent) if take.room_id in (None, place[1])}
    order = {room: number for number, room in enumerate(rooms)}
    found = [
        _row(take, assets[asset_id], room_id, lines.get((asset_id, room_id)), stock, there, lent)
        for asset_id, room_id in places if asset_id in assets
    ]  # fmt: skip
    return sorted(found, key=lambda one: (order.get(one.room_id, len(order)), one.room_id, one.asset.number,
                                          one.asset.id))  # fmt: skip


def _row(
    take: Stocktake, asset: Asset, room_id: int, line: StocktakeLine | None, stock: StockOn, there: Stock,
    lent: Mapping[Place, int],
) -> Row:  # fmt: skip
    place = asset.id, room_id
    out = lent.get(place, 0)
    if line is None:
        return Row(asset, room_id, there.get(place, 0), there.get(place, 0), out)
    if take.closed_on is not None:
        return Row(asset, room_id, line.expected, line.expected, out, line.counted, line.broken,
                   line.counted_on or take.day, line.reason, line.id)  # fmt: skip
    if line.counted is None:
        return Row(asset, room_id, there.get(place, 0), there.get(place, 0), out, reason=line.reason, line_id=line.id)
    on = line.counted_on or take.day
    return Row(asset, room_id, line.expected, stock(on).get(place, 0), out, line.counted, line.broken, on, line.reason,
               line.id)  # fmt: skip


def sums(found: Iterable[Row]) -> Sums:
    """The figures of these rows."""
    every = list(found)
    differing = [one for one in every if one.state in (DIFFERS, CHANGED)]
    return Sums(
        len(every), sum(one.counted is None for one in every), len(differing), sum(one.broken > 0 for one in every),
        sum(one.difference != 0 and not one.reason for one in every),
    )  # fmt: skip


def covers(take: Stocktake, room_id: int | None) -> bool:
    """Whether it counts something that a stock-take of this room (None: of all) would count too."""
    return take.room_id is None or room_id is None or take.room_id == room_id


def plain(code: str) -> str:
    """A code as scanned or typed, made comparable: full-width signs of an input method, case, blanks."""
    return unicodedata.normalize("NFKC", code).strip().casefold()


def scanned(code: str, assets: Iterable[Asset]) -> list[Asset]:
    """The thing whose number the code is; else the titles whose book number it is."""
    wanted = plain(code)
    every = list(assets)
    by_number = [one for one in every if plain(one.number) == wanted]
    digits = wanted.replace("-", "")
    return by_number or [one for one in every if digits and plain(one.isbn).replace("-", "") == digits]


UNKNOWN, HERE, ELSEWHERE, SEVERAL = "unknown", "here", "elsewhere", "several"
"""没有这个编号, 就在这里, 账上在别处, 在好几间里."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a scanned code means where somebody counts."""

    kind: str
    asset: Asset | None = None
    row: Row | None = None


def read_code(code: str, assets: Iterable[Asset], found: Iterable[Row], room_id: int | None) -> Code:
    """`room_id`: the room that is being counted; None: whichever of those in `found` holds the thing."""
    meant = scanned(code, assets)
    if not meant:
        return Code(UNKNOWN)
    keys = {one.id for one in meant}
    here = [one for one in found if one.asset.id in keys and room_id in (None, one.room_id)]
    if len(here) > 1:
        return Code(SEVERAL, meant[0])
    return Code(HERE, here[0].asset, here[0]) if here else Code(ELSEWHERE, meant[0])
