"""The ledger of things: enter one, take in, lend, get back, move, use up, scrap (domain.md §5, REQ 10.18, 10.21).

Every verb appends a movement and changes none; what would leave fewer than nothing in a room on any day from then on
is refused, and so is a return of more than is out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from app.changes import Change, Insert, New, Update, Value
from app.edits.donors import donor_named
from app.inventory import CLASSES, CONSUME, IN, LOAN, MOVE, ORIGINS, RETURN, SCRAP, Asset, Donor, Movement
from app.shelf import back_of, least_from
from app.values import BadValue, choice, iso

TAKES = (LOAN, MOVE, CONSUME, SCRAP)
"""What takes pieces out of a room."""


class TooMany(BadValue):
    """More than stands there, or than is out."""

    def __init__(self, there: int) -> None:
        super().__init__("count", "too_many")
        self.there = there


@dataclass(frozen=True, slots=True)
class AssetTold:
    """What a person says of a thing; number and name are needed."""

    number: str
    name: str
    class_of_goods: str = "other"
    spec: str = ""
    unit: str = ""
    price_fen: int | None = None
    origin: str = ""
    bought_on: date | None = None
    keeper_id: int | None = None
    standard: str = ""
    consumable: bool = False
    author: str = ""
    publisher: str = ""
    isbn: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """Pieces that come in: two people accept them; who gave them, where they are a donation."""

    day: date
    count: int
    room_id: int
    accepted_by: int | None
    second_by: int | None
    donor: str = ""
    """The donor's name; one that is not known yet is added."""
    batch: str = ""
    expires_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """Pieces that leave a room: `kind` is one of TAKES. A loan names exactly one borrower, a move the other room."""

    kind: str
    day: date
    count: int
    room_id: int
    to_room_id: int | None = None
    child_id: int | None = None
    class_id: int | None = None
    staff_id: int | None = None
    borrower: str = ""
    due_day: date | None = None
    batch: str = ""
    reason: str = ""


def add_asset(told: AssetTold, known: Iterable[Asset], token: str = "asset") -> list[Change]:
    """Enter a thing or a title; it has no pieces until some come in. Raises BadValue."""
    return [Insert("asset", _row(told, known, 0), token)]


def told_of_asset(asset: Asset) -> AssetTold:
    """What the ledger says of a thing, to be changed."""
    return AssetTold(**{each.name: getattr(asset, each.name) for each in fields(AssetTold)})


def change_asset(asset: Asset, told: AssetTold, known: Iterable[Asset]) -> list[Change]:
    """Say something else of a thing; how many there are stays a question of movements. Raises BadValue."""
    row, before = _row(told, known, asset.id), _row(told_of_asset(asset), (), asset.id)
    differ = {key: value for key, value in row.items() if before[key] != value}
    return [Update("asset", asset.id, differ)] if differ else []


def take_in(asset: int | New, told: Intake, donors: Sequence[Donor] = (), token: str = "movement") -> list[Change]:
    """Pieces come in, accepted by two different people (双人验收). Raises BadValue."""
    _count(told.count)
    if told.accepted_by is None or told.second_by is None:
        raise BadValue("accepted_by" if told.accepted_by is None else "second_by", "empty")
    if told.accepted_by == told.second_by:
        raise BadValue("second_by", "same_person")
    donor, changes = donor_named(told.donor, donors, f"donor-{token}")
    return [*changes, Insert("movement", {
        "asset_id": asset, "kind": IN, "day": iso(told.day), "count": told.count, "room_id": told.room_id,
        "donor_id": donor, "accepted_by": told.accepted_by, "second_by": told.second_by, "batch": told.batch.strip(),
        "expires_on": iso(told.expires_on), "reason": told.reason.strip(),
    }, token)]  # fmt: skip


def take_out(asset: Asset, told: Taken, movements: Iterable[Movement], token: str = "movement") -> list[Change]:
    """Lend, move, use up or scrap pieces. `movements`: all of this asset. Raises BadValue, TooMany."""
    choice("kind", told.kind, TAKES)
    _count(told.count)
    row: dict[str, Value] = {
        "asset_id": asset.id, "kind": told.kind, "day": iso(told.day), "count": told.count, "room_id": told.room_id,
        "batch": told.batch.strip(), "reason": told.reason.strip(),
    }  # fmt: skip
    if told.kind == MOVE:
        if told.to_room_id in (None, told.room_id):
            raise BadValue("to_room_id", "empty" if told.to_room_id is None else "same_room")
        row["to_room_id"] = told.to_room_id
    if told.kind == SCRAP and not told.reason.strip():
        raise BadValue("reason", "empty")
    if told.kind == LOAN:
        if told.due_day is not None and told.due_day < told.day:
            raise BadValue("due_day", "too_early")
        row["due_day"] = iso(told.due_day)
    if told.kind in (LOAN, CONSUME):
        row.update(_who(told))
    there = least_from(movements, told.room_id, told.day)
    if told.count > there:
        raise TooMany(max(there, 0))
    return [Insert("movement", row, token)]


def give_back(
    loan: Movement, day: date, count: int, movements: Iterable[Movement], room_id: int | None = None, reason: str = ""
) -> list[Change]:
    """Pieces of a loan come back, to the room they were lent from unless another is said. Raises BadValue, TooMany."""
    _count(count)
    if day < loan.day:
        raise BadValue("day", "too_early")
    out = loan.count - back_of(loan, movements)
    if count > out:
        raise TooMany(max(out, 0))
    return [Insert("movement", {
        "asset_id": loan.asset_id, "kind": RETURN, "day": iso(day), "count": count,
        "room_id": loan.room_id if room_id is None else room_id, "loan_id": loan.id, "reason": reason.strip(),
        "child_id": loan.child_id, "class_id": loan.class_id, "staff_id": loan.staff_id, "borrower": loan.borrower,
    }, "movement")]  # fmt: skip


def next_number(known: Iterable[Asset]) -> str:
    """The number after the highest of the commonest kind: A-0012 → A-0013; 0001 in an empty ledger."""
    kinds: dict[tuple[str, int], list[int]] = {}
    for one in known:
        digits = one.number[len(one.number.rstrip("0123456789")) :]
        if digits:
            kinds.setdefault((one.number.removesuffix(digits), len(digits)), []).append(int(digits))
    if not kinds:
        return "0001"
    (prefix, wide), numbers = max(kinds.items(), key=lambda one: (len(one[1]), one[0]))
    return f"{prefix}{max(numbers) + 1:0{wide}}"


def _count(count: int) -> None:
    if count < 1:
        raise BadValue("count", "too_few")


def _who(told: Taken) -> dict[str, Value]:
    said: dict[str, Value] = {
        "child_id": told.child_id, "class_id": told.class_id, "staff_id": told.staff_id,
        "borrower": told.borrower.strip(),
    }  # fmt: skip
    named = sum(one is not None and one != "" for one in said.values())
    if named > 1 or (told.kind == LOAN and not named):
        raise BadValue("borrower", "empty" if not named else "not_a_choice")
    return said


def _row(told: AssetTold, known: Iterable[Asset], own: int) -> dict[str, Value]:
    number, name = told.number.strip(), told.name.strip()
    for field, text in (("number", number), ("name", name)):
        if not text:
            raise BadValue(field, "empty")
    if any(one.number == number and one.id != own for one in known):
        raise BadValue("number", "taken")
    choice("class_of_goods", told.class_of_goods or "other", CLASSES)
    choice("origin", told.origin, ("", *ORIGINS))
    if told.price_fen is not None and told.price_fen < 0:
        raise BadValue("price", "not_money")
    return {
        "number": number, "name": name, "class_of_goods": told.class_of_goods or "other", "spec": told.spec.strip(),
        "unit": told.unit.strip(), "price_fen": told.price_fen, "origin": told.origin,
        "bought_on": iso(told.bought_on), "keeper_id": told.keeper_id, "standard": told.standard,
        "consumable": int(told.consumable), "author": told.author.strip(), "publisher": told.publisher.strip(),
        "isbn": told.isbn.strip(), "note": told.note.strip(),
    }  # fmt: skip
