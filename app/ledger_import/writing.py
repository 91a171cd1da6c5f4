"""The chosen rows of a plan as changes for the store; the rows left out as a sheet to be mended and imported again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.changes import Change, Insert, New, Update
from app.edits.carrying_over import carry_in, count_difference, other_place
from app.edits.inventory import AssetTold, add_asset, next_number
from app.edits.rooms import add_rooms
from app.imports.aliases import tidy
from app.imports.headers import Mapping
from app.imports.leaving_out import LeftOut, left_out_sheet
from app.imports.records import Problem
from app.inventory import Asset
from app.ledger_import.beside import first_day, last_day
from app.ledger_import.plan import NEW, Plan, PlanRow, Room
from app.ledger_import.words import kind_of_room, noted
from app.sheets import SheetOut, TableFile


@dataclass(frozen=True, slots=True)
class Said:
    """What the movements of an import give as their reason, in the language of the person."""

    carried: str
    found: str
    """With {0} for what the list says and {1} for the books."""
    moved: str


def changes(plan: Plan, said: Said) -> list[Change]:
    """Everything the chosen rows write, the rooms and donors they need first. One `Store.apply` carries it out or none
    of it."""
    chosen = [row for row in plan.rows if row.chosen]
    rooms = _Rooms(plan)
    donors = _Donors(plan, chosen)
    numbers = _numbers(plan)
    found: list[Change] = [*rooms.changes, *donors.changes]
    entered: set[int] = set()
    for position, row in enumerate(chosen):
        if row.kind == "new":
            token = f"asset{row.group}"
            if row.group not in entered:
                entered.add(row.group)
                extras = [one for other in chosen if other.group == row.group and other.kind == "new"
                          for one in other.record.extras]  # fmt: skip
                found += add_asset(_told(plan, row, numbers, extras), (), token)
            for nth, (place, count) in enumerate(row.places):
                record = row.record
                found += carry_in(
                    New(token), count, rooms.of(place), plan.as_of, said.carried, donor=donors.of(record.donor),
                    batch=record.batch, expires_on=last_day(record.expires_on) if record.expires_on else None,
                    token=f"in{position}-{nth}",
                )  # fmt: skip
        elif row.asset_id is not None:
            found += [Update("asset", row.asset_id, row.values)] if row.values else []
            found += _booked(plan, row, row.asset_id, rooms, said) if row.books_it else []
    return found


def _booked(plan: Plan, row: PlanRow, asset_id: int, rooms: "_Rooms", said: Said) -> list[Change]:
    offer = row.offer
    assert offer is not None
    if offer.to_room is not None:
        return other_place(asset_id, offer.count, rooms.of(offer.room), rooms.of(offer.to_room), plan.as_of, said.moved)
    reason = said.found.format(offer.listed, offer.booked)
    return count_difference(asset_id, offer.count, rooms.of(offer.room), plan.as_of, reason)


class _Rooms:
    """Rooms of the file by id, those to be added by their token."""

    def __init__(self, plan: Plan) -> None:
        names = plan.new_rooms
        self.changes = add_rooms([(name, kind_of_room(name)) for name in names], plan.books.rooms)
        self._tokens = {
            str(change.values["name"]): change.token for change in self.changes if isinstance(change, Insert)
        }

    def of(self, place: Room) -> int | New:
        return place if isinstance(place, int) else New(self._tokens[place])


class _Donors:
    """Donors by name; those that are not known are added."""

    def __init__(self, plan: Plan, chosen: Iterable[PlanRow]) -> None:
        self._known: dict[str, int | New] = {tidy(one.name): one.id for one in plan.books.donors}
        self.changes: list[Change] = []
        for name in dict.fromkeys(row.record.donor for row in chosen if row.kind == "new" and row.record.donor):
            if tidy(name) not in self._known:
                token = f"donor{len(self.changes)}"
                self._known[tidy(name)] = New(token)
                self.changes.append(Insert("donor", {"name": name}, token))

    def of(self, name: str) -> int | New | None:
        return self._known.get(tidy(name)) if name else None


def _numbers(plan: Plan) -> Iterator[str]:
    """Numbers for things that have none, after the highest, none of them in the file or the list."""
    taken = {one.number for one in plan.books.assets} | {row.record.number for row in plan.rows}
    listed = [Asset(0, row.record.number, "") for row in plan.rows if row.kind == "new" and row.record.number]
    number = next_number([*plan.books.assets, *listed])
    digits = number[len(number.rstrip("0123456789")) :]
    prefix, value = number.removesuffix(digits), int(digits)
    while True:
        number = f"{prefix}{value:0{len(digits)}}"
        if number not in taken:
            yield number
        value += 1


def _told(plan: Plan, row: PlanRow, numbers: Iterator[str], extras: Iterable[tuple[str, str]]) -> AssetTold:
    record, values = row.record, row.record.values
    number = "" if row.decided == NEW and record.number and _is_taken(plan, record.number) else record.number
    return AssetTold(
        number or next(numbers), record.name, record.class_of_goods, values.get("spec", ""), values.get("unit", ""),
        record.price_fen, record.origin, first_day(record.bought_on) if record.bought_on else None,
        plan.books.keeper(record.keeper) if record.keeper else None, record.standard, bool(record.expires_on),
        values.get("author", ""), values.get("publisher", ""), values.get("isbn", ""),
        noted(values.get("note", ""), extras),
    )  # fmt: skip


def _is_taken(plan: Plan, number: str) -> bool:
    return any(one.number == number for one in plan.books.assets)


def refused_sheet(
    plan: Plan, table: TableFile, mapping: Mapping, say: Callable[[Problem], str], reason_head: str
) -> SheetOut:
    """The refused and doubtful rows of one sheet with their original columns and the cause, importable again.

    `say` words a problem, `reason_head` is the added column's header.
    """
    sheet = table.sheets[mapping.sheet]
    rows = [
        LeftOut(row.record.cells, say(row.reason) if row.reason else "")
        for row in plan.rows if row.kind in ("refused", "doubtful") and row.record.sheet == sheet.name
    ]  # fmt: skip
    return left_out_sheet(table, mapping, rows, reason_head)
