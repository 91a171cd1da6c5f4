"""Which thing of the ledger a row of an old one speaks of: by number; without one by name, spec and room."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.imports.aliases import tidy
from app.imports.cells import says_less
from app.imports.records import Problem
from app.inventory import Asset
from app.ledger_import.books import Books
from app.ledger_import.records import Listed

TELLS_APART = ("spec", "author", "publisher", "isbn")
"""Fields by which two things of one name are two."""


@dataclass(frozen=True, slots=True)
class Match:
    """The asset (None = a new one, unless `doubt` says that a person must decide between `candidates`)."""

    asset_id: int | None = None
    doubt: Problem | None = None
    candidates: tuple[int, ...] = ()


class Index:
    """The things of the books by what a list may know them by."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.assets: dict[int, Asset] = {one.id: one for one in books.assets}
        self.places: dict[int, dict[int, int]] = defaultdict(dict)
        for kept in (books.stock, books.lent):
            for (asset, room), count in kept.items():
                self.places[asset][room] = self.places[asset].get(room, 0) + count
        self.by_number: dict[str, list[int]] = defaultdict(list)
        self.by_bare: dict[str, list[int]] = defaultdict(list)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for one in books.assets:
            self.by_number[number_key(one.number)].append(one.id)
            self.by_bare[number_key(one.number).lstrip("0")].append(one.id)
            self.by_name[tidy(one.name)].append(one.id)

    def numbered(self, number: str) -> int | None:
        """The asset of that number; Excel takes the noughts off the front of 0012."""
        key = number_key(number)
        found = self.by_number.get(key) or self.by_bare.get(key.lstrip("0"), [])
        return found[0] if len(found) == 1 else None


def number_key(number: str) -> str:
    """What two spellings of one number share."""
    return tidy(number).upper()


def match(index: Index, record: Listed, room: int | None) -> Match:
    """The thing of the row, or why a person has to say which. `room`: where the row says it stands, if that is known.
    """
    if record.number:
        found = index.numbered(record.number)
        if found is None:
            return Match()
        name, known = tidy(record.name), tidy(index.assets[found].name)
        if name == known or says_less(name, known) or says_less(known, name):
            return Match(found)
        doubt = Problem("other_name", record.columns.get("name", ""), (record.number, index.assets[found].name))
        return Match(None, doubt, (found,))
    return _by_name(index, record, room)


def _by_name(index: Index, record: Listed, room: int | None) -> Match:
    alike = alike_in(index, record)
    if not alike:
        return Match()
    here = [one for one in alike if room is None or not record.room or room in index.places[one]
            or not index.places[one]]  # fmt: skip
    if len(here) == 1:
        return Match(here[0])
    if here:
        return Match(None, Problem("same_thing", record.columns.get("name", ""), (record.name,)), tuple(here))
    return Match(None, Problem("other_place", record.columns.get("room", ""), (record.room,)), tuple(alike))


def alike_in(index: Index, record: Listed) -> list[int]:
    """Assets of the row's name whose spec (author and publisher of a title) does not say something else."""
    named = index.by_name.get(tidy(record.name), ())
    return [one for one in named if _agrees(record, index.assets[one])]


def _agrees(record: Listed, asset: Asset) -> bool:
    return all(_fits(record.values.get(field, ""), getattr(asset, field)) for field in TELLS_APART)


def _fits(one: str, other: str) -> bool:
    return not one or not other or tidy(one) == tidy(other)


def twins(records: Iterable[Listed]) -> dict[tuple[str, str, str], list[int]]:
    """Positions of the rows without a number that nothing tells apart, by name, spec and room."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for position, record in enumerate(records):
        if not record.number and record.refusal is None:
            found[twin_key(record)].append(position)
    return found


def twin_key(record: Listed) -> tuple[str, str, str]:
    """What rows share that nothing tells apart."""
    told = "|".join(tidy(record.values.get(field, "")) for field in TELLS_APART)
    return tidy(record.name), told, tidy(record.room)
