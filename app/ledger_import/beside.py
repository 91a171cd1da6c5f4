"""One row of an old ledger beside the thing it speaks of: what it would change, and where the pieces disagree."""

from datetime import date

from app import days, money
from app.imports.aliases import tidy
from app.imports.records import Problem
from app.inventory import Asset
from app.ledger_import.books import Books
from app.ledger_import.matching import Index
from app.ledger_import.plan import Diff, Offer, Room
from app.ledger_import.records import Listed
from app.ledger_import.words import noted

_TEXTS = ("spec", "unit", "author", "publisher", "isbn")
Values = dict[str, str | int | None]


def differences(record: Listed, asset: Asset, books: Books) -> tuple[list[Diff], Values]:
    """What the row says otherwise than the ledger, and what it would set; a blank cell changes nothing, a vaguer day
    no finer one."""
    diffs: list[Diff] = []
    values: Values = {}

    def differs(field: str, old: str, new: str, value: str | int | None, doubt: bool = False) -> None:
        diffs.append(Diff(field, old, new, doubt))
        values[field] = value

    if tidy(record.name) != tidy(asset.name):
        differs("name", asset.name, record.name, record.name, doubt=True)
    for field in _TEXTS:
        old, new = getattr(asset, field), record.values.get(field, "")
        if new and tidy(new) != tidy(old):
            differs(field, old, new, new)
    told = record.values.get("note", "")
    note = noted(asset.note if _parts(told) <= _parts(asset.note) else told, record.extras)
    if tidy(note) != tidy(asset.note):
        differs("note", asset.note, note, note)
    if record.price_fen is not None and record.price_fen != asset.price_fen:
        differs("price_fen", money.yuan(asset.price_fen), money.yuan(record.price_fen), record.price_fen)
    if record.origin and record.origin != asset.origin:
        differs("origin", asset.origin, record.origin, record.origin)
    bought = asset.bought_on.isoformat() if asset.bought_on else ""
    if record.bought_on and not (bought and days.agrees(record.bought_on, bought)):
        first = first_day(record.bought_on).isoformat()
        differs("bought_on", bought, record.bought_on, first)
    keeper = books.keeper(record.keeper) if record.keeper else None
    if keeper is not None and keeper != asset.keeper_id:
        differs("keeper_id", books.keeper_name(asset.keeper_id), books.keeper_name(keeper), keeper)
    if record.class_said and record.class_said != asset.class_of_goods:
        differs("class_of_goods", asset.class_of_goods, record.class_said, record.class_said)
    return diffs, values


def _parts(note: str) -> set[str]:
    return {part for part in map(tidy, note.split("；")) if part}


def first_day(vague: str) -> date:
    """The first day that a day may be of which only the year or month is known."""
    return date.fromisoformat(vague + "-01-01"[len(vague) - 4 :])


def last_day(vague: str) -> date:
    """The last day of a month of which the day is not known; the day itself otherwise."""
    if len(vague) == 10:
        return date.fromisoformat(vague)
    first = first_day(vague)
    later = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(later.toordinal() - 1)


def offered(
    record: Listed, asset_id: int, place: Room | None, several: bool, index: Index, books: Books
) -> tuple[Offer | None, Problem | None]:
    """The movement that would make the books say what the row says, and the question about it; (None, None) where
    they agree. `place`: where the row says it stands; `several`: other rows tell of its other rooms."""
    if record.count is None:
        return None, None
    places = index.places[asset_id]
    owned, here = sum(places.values()), sum(books.stock.get((asset_id, room), 0) for room in places)
    at_place = places.get(place, 0) if isinstance(place, int) else 0
    standing = books.stock.get((asset_id, place), 0) if isinstance(place, int) else 0
    if several and not record.places:
        fits, booked, room = {at_place, standing}, at_place, place
    elif len(places) > 1 and at_place:
        fits, booked, room = {owned, at_place, standing}, at_place, place
    else:
        fits, booked, room = {owned, here}, owned, max(places, key=lambda one: places[one], default=place)
    if record.count in fits:
        return _elsewhere(record, asset_id, place, several, places, books)
    room = books.home if room is None else room
    letter = record.columns.get("count", "")
    if room is None:
        return None, None
    more = record.count - booked
    if more < 0 and isinstance(room, int) and books.least(asset_id, room) < -more:
        return None, Problem("count_stuck", letter, (str(booked), str(record.count)))
    return (Offer(more, room, booked=booked, listed=record.count),
            Problem("count_differs", letter, (str(booked), str(record.count))))  # fmt: skip


def _elsewhere(
    record: Listed, asset_id: int, place: Room | None, several: bool, places: dict[int, int], books: Books
) -> tuple[Offer | None, Problem | None]:
    """All of it stands in one room, and the list names another: offered as a move. What was put to the home because
    its room is not known stays there without a question."""
    if place is None or several or record.places or len(places) != 1 or place in places:
        return None, None
    (room,) = places
    if isinstance(place, str) and room == books.home:
        return None, None
    there = books.least(asset_id, room)
    if there < 1 or there != places[room]:
        return None, None
    old = next((one.name for one in books.rooms if one.id == room), "")
    return (Offer(there, room, place, places[room], record.count or 0),
            Problem("place_differs", record.columns.get("room", ""), (old, record.room)))  # fmt: skip
