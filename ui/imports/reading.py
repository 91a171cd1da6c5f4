"""What the wizard does off the screen: read a file, guess its columns or remember them, plan the import."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from app.imports import headers, planning
from app.imports.headers import Mapping
from app.imports.plan import Plan
from app.imports.rows import records
from app.school import Snapshot
from app.sheets import TableFile
from app.store import Store
from app.tablefile import CannotRead

CHOICES = "import_columns"
"""The setting that holds them: header → field, by set of headers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as far as the wizard has got with it."""

    path: str
    table: TableFile
    mappings: tuple[Mapping, ...]
    """One for each sheet with pupils; the columns page shows the first."""
    as_of: date

    @property
    def mapping(self) -> Mapping:
        """The one the columns page shows."""
        return self.mappings[0]


def read(read_table: Callable[[PurePath], TableFile], path: str, as_of: date) -> Reading:
    """Read a file and guess its columns. Raises CannotRead."""
    table = read_table(PurePath(path))
    mappings = headers.guess(table, as_of)
    if not mappings:
        if not any(sheet.rows for sheet in table.sheets):
            raise CannotRead("empty")
        mappings = (headers.by_hand(table, 0, 0, as_of),)
    return Reading(path, table, mappings, as_of)


def with_remembered(reading: Reading, store: Store) -> Reading:
    """The reading with the choices made by hand for the same set of headers earlier."""
    known = _remembered(store)
    mappings = tuple(one.with_choices(known.get(one.fingerprint(), {})) for one in reading.mappings)
    return replace(reading, mappings=mappings)


def remember(reading: Reading, store: Store) -> None:
    """Keep the choices made by hand for the next file with these headers. Raises DiskFull, CannotWrite."""
    known = _remembered(store)
    chosen = {one.fingerprint(): one.choices() for one in reading.mappings if one.choices()}
    if chosen and known | chosen != known:
        store.set_setting(CHOICES, json.dumps(known | chosen, ensure_ascii=False))


def _remembered(store: Store) -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(store.setting(CHOICES, "{}"))
    return known


def plan_of(reading: Reading, snapshot: Snapshot) -> Plan:
    """What the import would do to the school as it stands."""
    found = records(reading.table, reading.mappings, reading.as_of, snapshot.school.system)
    return planning.plan(snapshot, found, reading.as_of, reading.table.name)
