"""The asset ledger of the home (台账): stock is the sum of movements and nothing else (domain.md §5, REQ 10.21)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

ALLOTTED, BOUGHT, DONATED = ORIGINS = ("allotted", "bought", "donated")
"""上级配发, 学校添置, 社会捐赠."""
IN, LOAN, RETURN, MOVE, CONSUME, SCRAP, STOCKTAKE = MOVES = (
    "in", "loan", "return", "move", "consume", "scrap", "stocktake",
)  # fmt: skip
"""入库, 借出, 归还, 调拨, 领用消耗, 报废, 盘点差异."""
OWNS = {IN: 1, STOCKTAKE: 1, CONSUME: -1, SCRAP: -1}
"""What a movement does to how many the school has, per piece; the others change only where they are."""
HOLDS = {**OWNS, LOAN: -1, RETURN: 1, MOVE: -1}
"""What it does to how many stand in its room; a move adds them to the other room."""
CLASSES = ("music", "sport", "art", "book", "daily", "furniture", "medicine", "it", "other")
"""音乐器材, 体育器材, 美术器材, 图书, 生活用品, 桌凳, 医药, 电教设备, 其他."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A thing of the ledger, or a title of the small library; how many there are is a question of its movements."""

    id: int
    number: str
    """资产编号, each once."""
    name: str
    class_of_goods: str = ""
    spec: str = ""
    unit: str = ""
    price_fen: int | None = None
    """Of one piece, in fen."""
    origin: str = ""
    bought_on: date | None = None
    keeper_id: int | None = None
    standard: str = ""
    """Key of the item of the standard equipment list that it counts for (REQ 10.18)."""
    consumable: bool = False
    author: str = ""
    publisher: str = ""
    isbn: str = ""
    photo: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """Pieces came, went, or changed their place. Never changed by hand: a wrong one is undone or set right by another.
    """

    id: int
    asset_id: int
    kind: str
    day: date
    count: int
    """Pieces; negative only for a stock-take that found fewer."""
    room_id: int
    to_room_id: int | None = None
    child_id: int | None = None
    class_id: int | None = None
    staff_id: int | None = None
    borrower: str = ""
    """Who has it, where that is none of the three."""
    due_day: date | None = None
    """When a loan is to be back."""
    loan_id: int | None = None
    """The loan that a return gives back."""
    donor_id: int | None = None
    accepted_by: int | None = None
    second_by: int | None = None
    """Two people accept what comes in (双人验收)."""
    batch: str = ""
    expires_on: date | None = None
    """Of medicines."""
    stocktake_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Donor:
    """Who gave."""

    id: int
    name: str
    kind: str = ""
    contact: str = ""
    """Whom to speak to there."""
    phone: str = ""
    note: str = ""
    thanked_on: date | None = None
    """What came in up to that day is thanked for; gifts say so themselves."""


@dataclass(frozen=True, slots=True)
class StocktakeLine:
    """What the books said and what was counted; None = not counted yet."""

    id: int
    stocktake_id: int
    asset_id: int
    room_id: int
    expected: int
    counted: int | None = None
    reason: str = ""
    broken: int = 0
    """Of those that were counted."""
    counted_on: date | None = None
    """The day it was counted, whose stock is `expected`; None: the day of the stock-take."""


@dataclass(frozen=True, slots=True)
class Stocktake:
    """A stock-take of a room (None: of all of them)."""

    id: int
    room_id: int | None
    day: date
    staff_id: int | None = None
    """Who counted."""
    closed_on: date | None = None
    """When its differences were booked."""
    note: str = ""
    confirmed_by: int | None = None
    """Who looked at the differences and let them be booked: somebody else."""
    lines: tuple[StocktakeLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenLoan:
    """Pieces that are out."""

    movement: Movement
    out: int

    def is_late(self, day: date) -> bool:
        """Whether it should be back."""
        return self.movement.due_day is not None and self.movement.due_day < day


Stock = Mapping[tuple[int, int], int]
"""(asset id, room id) → how many stand there; places with none are left out."""


def stock_of(movements: Iterable[Movement], day: date) -> dict[tuple[int, int], int]:
    """How many stand where at the end of that day: the plain sum, as anybody could do it by hand."""
    found: dict[tuple[int, int], int] = {}
    for one in movements:
        if one.day > day:
            continue
        here = (one.asset_id, one.room_id)
        found[here] = found.get(here, 0) + HOLDS[one.kind] * one.count
        if one.to_room_id is not None:
            there = (one.asset_id, one.to_room_id)
            found[there] = found.get(there, 0) + one.count
    return {key: count for key, count in found.items() if count}


def owned(movements: Iterable[Movement], day: date) -> dict[int, int]:
    """How many the school has of each asset at the end of that day, those on loan included."""
    found: dict[int, int] = {}
    for one in movements:
        if one.day <= day:
            found[one.asset_id] = found.get(one.asset_id, 0) + OWNS.get(one.kind, 0) * one.count
    return {key: count for key, count in found.items() if count}


def open_loans(movements: Iterable[Movement], day: date) -> list[OpenLoan]:
    """What is out at the end of that day, the one due first at the top; loans without a day come last."""
    back: dict[int, int] = {}
    loans: list[Movement] = []
    for one in movements:
        if one.day > day:
            continue
        if one.kind == LOAN:
            loans.append(one)
        elif one.loan_id is not None:
            back[one.loan_id] = back.get(one.loan_id, 0) + one.count
    found = [OpenLoan(one, one.count - back.get(one.id, 0)) for one in loans]
    out = [one for one in found if one.out > 0]
    return sorted(out, key=lambda one: (one.movement.due_day or date.max, one.movement.day, one.movement.id))


class Inventory(Protocol):
    """The ledger on the disk; `db.inventory.FileInventory` is the real one."""

    def assets(self) -> list[Asset]:
        """Every asset, by number."""

    def asset(self, asset_id: int) -> Asset | None: ...
    def movements(self, asset_id: int) -> list[Movement]:
        """Those of one asset, oldest first."""

    def movement(self, movement_id: int) -> Movement | None: ...
    def between(self, first: date, last: date) -> list[Movement]:
        """Those of these days, both included, oldest first."""

    def stock(self, day: date) -> dict[tuple[int, int], int]:
        """As `stock_of`, summed by the database."""

    def owned(self, day: date) -> dict[int, int]:
        """As `owned`, summed by the database."""

    def loans(self, day: date) -> list[OpenLoan]:
        """As `open_loans`."""

    def mark(self) -> tuple[int, int]:
        """Another one after every movement that came or went."""

    def expiring(self, until: date) -> list[Movement]:
        """What came in with a day of expiry up to that one, the soonest first (REQ 10.18)."""

    def donors(self) -> list[Donor]: ...
    def stocktakes(self) -> list[Stocktake]:
        """With their lines, newest first."""

    def stocktake_heads(self) -> list[Stocktake]:
        """The same without their lines."""

    def stocktake(self, stocktake_id: int) -> Stocktake | None:
        """One with its lines."""
