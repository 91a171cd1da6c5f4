"""The ledger of things as it is looked at on one day: how many there are, where, who has some, what is not right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.inventory import CONSUME, HOLDS, IN, RETURN, SCRAP, Asset, Inventory, Movement, OpenLoan, Stock, Stocktake

BELOW, DIFFERS, LATE, RIGHT, NEVER = STATES = ("below", "differs", "late", "right", "never")
"""账上少于零, 盘点对不上, 借出没按时还, 对上了, 还没盘过: in the order they are listed (mismatches first)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the newest stock-take of an asset found, over all rooms it looked at."""

    day: date
    expected: int
    counted: int
    booked: bool
    """Whether the difference was explained and booked."""

    @property
    def difference(self) -> int:
        """Found more (+) or fewer (-)."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Line:
    """An asset on that day."""

    asset: Asset
    owned: int = 0
    """Those on loan included."""
    rooms: tuple[tuple[int, int], ...] = ()
    """(room id, pieces), most first."""
    loans: tuple[OpenLoan, ...] = ()
    last: Counted | None = None
    day: date = field(default=date.max)

    @property
    def id(self) -> int:
        """Of the asset."""
        return self.asset.id

    @property
    def here(self) -> int:
        """How many stand in rooms."""
        return sum(count for _room, count in self.rooms)

    @property
    def out(self) -> int:
        """How many are on loan."""
        return sum(one.out for one in self.loans)

    @property
    def late(self) -> int:
        """How many should be back."""
        return sum(one.out for one in self.loans if one.is_late(self.day))

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.owned < 0 or any(count < 0 for _room, count in self.rooms):
            return BELOW
        if self.last is not None and self.last.difference and not self.last.booked:
            return DIFFERS
        if self.late:
            return LATE
        return NEVER if self.last is None else RIGHT


@dataclass(frozen=True, slots=True)
class Batch:
    """Of medicines and the like: what came in with one day of expiry, and how much of it is left."""

    asset_id: int
    batch: str
    expires_on: date
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of the ledger that somebody has to see to: a loan that is late, or a batch that expires."""

    asset: Asset
    count: int
    loan: OpenLoan | None = None
    batch: Batch | None = None


def lines(
    assets: Iterable[Asset], stock: Stock, owned: Mapping[int, int], loans: Iterable[OpenLoan],
    last: Mapping[int, Counted], day: date,
) -> list[Line]:  # fmt: skip
    """Every asset as it is that day, mismatches first, then by number."""
    rooms: dict[int, list[tuple[int, int]]] = {}
    for (asset_id, room_id), count in stock.items():
        rooms.setdefault(asset_id, []).append((room_id, count))
    out: dict[int, list[OpenLoan]] = {}
    for one in loans:
        out.setdefault(one.movement.asset_id, []).append(one)
    found = [
        Line(
            asset, owned.get(asset.id, 0), tuple(sorted(rooms.get(asset.id, ()), key=lambda two: (-two[1], two[0]))),
            tuple(out.get(asset.id, ())), last.get(asset.id), day,
        )
        for asset in assets
    ]  # fmt: skip
    return sorted(found, key=lambda one: (min(STATES.index(one.state), STATES.index(RIGHT)), one.asset.number, one.id))


def lines_on(inventory: Inventory, day: date) -> list[Line]:
    """The whole ledger as it is that day, read from the file."""
    return lines(
        inventory.assets(), inventory.stock(day), inventory.owned(day), inventory.loans(day),
        last_counts(inventory.stocktakes(), day), day,
    )  # fmt: skip


def last_counts(stocktakes: Iterable[Stocktake], day: date) -> dict[int, Counted]:
    """What the newest stock-take up to that day found of each asset; lines not counted yet say nothing."""
    found: dict[int, tuple[int, Counted]] = {}
    for one in stocktakes:
        if one.day > day:
            continue
        sums: dict[int, tuple[int, int]] = {}
        for line in one.lines:
            if line.counted is not None:
                expected, counted = sums.get(line.asset_id, (0, 0))
                sums[line.asset_id] = expected + line.expected, counted + line.counted
        booked = one.closed_on is not None and one.closed_on <= day
        for asset_id, (expected, counted) in sums.items():
            before = found.get(asset_id)
            if before is None or (before[1].day, before[0]) < (one.day, one.id):
                found[asset_id] = one.id, Counted(one.day, expected, counted, booked)
    return {asset_id: counted for asset_id, (_id, counted) in found.items()}


def least_from(movements: Iterable[Movement], room_id: int, day: date) -> int:
    """The fewest pieces that stand in the room at the end of any day from that one on: so many may leave it."""
    steps: dict[date, int] = {}
    for one in movements:
        if one.room_id == room_id:
            steps[one.day] = steps.get(one.day, 0) + HOLDS[one.kind] * one.count
        if one.to_room_id == room_id:
            steps[one.day] = steps.get(one.day, 0) + one.count
    there = sum(step for when, step in steps.items() if when <= day)
    least = there
    for when in sorted(steps):
        if when > day:
            there += steps[when]
            least = min(least, there)
    return least


def back_of(loan: Movement, movements: Iterable[Movement]) -> int:
    """How many pieces of the loan came back, on whatever day."""
    return sum(one.count for one in movements if one.kind == RETURN and one.loan_id == loan.id)


def batches(movements: Sequence[Movement], day: date) -> list[Batch]:
    """The batches of one asset with what is left of each that day, the first to expire on top. What was used or
    scrapped without saying of which batch is taken from the one that expires first."""
    until = [one for one in movements if one.day <= day]
    came: dict[tuple[date, str], int] = {}
    for one in until:
        if one.kind == IN and one.expires_on is not None:
            key = (one.expires_on, one.batch)
            came[key] = came.get(key, 0) + one.count
    left, loose = dict(came), 0
    for one in until:
        if one.kind not in (CONSUME, SCRAP):
            continue
        rest = one.count
        for key in sorted(left):
            if one.batch and key[1] == one.batch:
                gone = min(rest, left[key])
                left[key], rest = left[key] - gone, rest - gone
        loose += rest
    for key in sorted(left):
        gone = min(loose, left[key])
        left[key], loose = left[key] - gone, loose - gone
    asset_id = movements[0].asset_id if movements else 0
    return [Batch(asset_id, key[1], key[0], came[key], left[key]) for key in sorted(came)]


def past_date(inventory: Inventory, day: date) -> dict[int, tuple[Batch, ...]]:
    """By asset, its batches of which something is left that day and whose date is over, the oldest first."""
    found = {}
    for key in {one.asset_id for one in inventory.expiring(day)}:
        late = tuple(one for one in batches(inventory.movements(key), day) if one.left > 0 and one.expires_on < day)
        if late:
            found[key] = late
    return found
