"""What the wizard does off the screen: read a file, guess its columns or remember them, plan the import."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from app.imports import headers, headless
from app.imports.headers import Mapping
from app.sheets import TableFile
from app.store import Store
from app.tablefile import CannotRead

ByHand = Callable[[TableFile, int, int], Mapping]
"""The mapping of a sheet whose header stands in a row, both from 0."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as far as the wizard has got with it."""

    path: str
    """"" for a pasted block."""
    table: TableFile
    mappings: tuple[Mapping, ...]
    """One for each sheet with pupils; the columns page shows the first."""
    as_of: date

    @property
    def mapping(self) -> Mapping:
        """The one the columns page shows."""
        return self.mappings[0]

    @property
    def name(self) -> str:
        """The file's name, or what a pasted block is called."""
        return PurePath(self.path).name or self.table.name


@dataclass(frozen=True, slots=True)
class Pasted:
    """What lay on the clipboard."""

    html: str
    text: str


def read_pasted(read_block: Callable[[str, str, str], TableFile], pasted: Pasted, name: str, as_of: date) -> Reading:
    """Read a pasted block; without a header its columns are told by their values. Raises CannotRead."""
    table = read_block(pasted.html, pasted.text, name)
    mappings = headers.guess(table, as_of) or headless.guess(table, as_of) or (headless.mapping(table, 0, as_of),)
    if table.kind == "ours":
        mappings = tuple(map(headless.own_list, mappings))
    return Reading("", table, mappings, as_of)


def read(read_table: Callable[[PurePath], TableFile], path: str, as_of: date) -> Reading:
    """Read a file and guess its columns. Raises CannotRead."""
    table = read_table(PurePath(path))
    mappings = headers.guess(table, as_of)
    if not mappings:
        if not any(sheet.rows for sheet in table.sheets):
            raise CannotRead("empty")
        mappings = (headers.by_hand(table, 0, 0, as_of),)
    return Reading(path, table, mappings, as_of)


def read_headed(
    path: str, table: TableFile, guess: Callable[[TableFile], tuple[Mapping, ...]], by_hand: ByHand, as_of: date
) -> Reading:  # fmt: skip
    """A table whose every sheet has a header: as guessed, else the first row to be put right. Raises CannotRead."""
    mappings = guess(table)
    if not mappings:
        if not any(sheet.rows for sheet in table.sheets):
            raise CannotRead("empty")
        mappings = (by_hand(table, 0, 0),)
    return Reading(path, table, mappings, as_of)


def turned_to(found: Reading, sheet: int, row: int | None, by_hand: ByHand) -> Reading:
    """The reading with that sheet first and its header in a row (from 0), -1 = as guessed."""
    known = {one.sheet: one for one in found.mappings}
    if row is not None and row < 0 and sheet in known:
        mapping = known[sheet]
    else:
        mapping = by_hand(found.table, sheet, max(row or 0, 0))
    return replace(found, mappings=(mapping, *(one for one in found.mappings if one.sheet != sheet)))


def with_header(found: Reading, sheet: int, row: int | None) -> Reading:
    """The reading with that sheet first and its header in a row (from 0), -1 = as guessed, None = it has none."""
    guessed = {mapping.sheet: mapping for mapping in found.mappings}
    if row is None:
        mapping = headless.mapping(found.table, sheet, found.as_of)
    elif row < 0 and sheet in guessed:
        mapping = guessed[sheet]
    else:
        mapping = headers.by_hand(found.table, sheet, max(row, 0), found.as_of)
    others = tuple(one for one in found.mappings if one.sheet != sheet)
    return replace(found, mappings=(mapping, *others))


def with_mapping(found: Reading, mapping: Mapping) -> Reading:
    """The reading with a column of its first sheet put right by hand; so it is in the others of the same headers."""
    alike = mapping.fingerprint()
    others = (one.with_choices(mapping.choices()) if one.fingerprint() == alike else one for one in found.mappings[1:])
    return replace(found, mappings=(mapping, *others))


def with_remembered(reading: Reading, store: Store, choices: str) -> Reading:
    """The reading with the choices made by hand for the same set of headers earlier. `choices` is the setting that
    holds them: header → field, by set of headers."""
    known = _remembered(store, choices)
    mappings = tuple(one.with_choices(known.get(one.fingerprint(), {})) for one in reading.mappings)
    return replace(reading, mappings=mappings)


def remember(reading: Reading, store: Store, choices: str) -> None:
    """Keep the choices made by hand for the next file with these headers. Raises DiskFull, CannotWrite."""
    known = _remembered(store, choices)
    chosen = {one.fingerprint(): one.choices() for one in reading.mappings if one.choices()}
    if chosen and known | chosen != known:
        store.set_setting(choices, json.dumps(known | chosen, ensure_ascii=False))


def _remembered(store: Store, choices: str) -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(store.setting(choices, "{}"))
    return known
