"""Reads activities with their agenda, materials and contest (`app.activities`)."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.activities import KINDS, Activity, Entry, Held, Item, Step
from app.confidential import veiled
from db import connection
from db.ledger import records_where
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection

_THESE = "(SELECT value FROM json_each(?))"


class FileActivities:
    """`app.activities.Activities` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def between(self, first: date, last: date) -> list[Held]:
        days = (dumps(KINDS), first.isoformat(), last.isoformat())
        return [
            Held(veiled(one.record), one.activity)
            for one in self._held(f"kind IN {_THESE} AND day BETWEEN ? AND ?", days)
        ]

    def planned(self, first: date, last: date) -> list[Held]:
        where = "id IN (SELECT record_id FROM activity WHERE planned = 1) AND +day BETWEEN ? AND ?"
        return [Held(veiled(one.record), one.activity)
                for one in self._held(where, (first.isoformat(), last.isoformat()))]  # fmt: skip

    def of_record(self, record_id: int) -> Held | None:
        return next(iter(self._held(f"kind IN {_THESE} AND id = ?", (dumps(KINDS), record_id))), None)

    def _held(self, where: str, given: tuple[str | int, ...]) -> list[Held]:
        with self._reading():
            records = records_where(self._conn, where, given)
            more = self._activities(dumps([one.id for one in records]))
        return [Held(one, more.get(one.id)) for one in records]

    def _activities(self, records: str) -> dict[int, Activity]:
        flat = {one.id: one for one in rows_of(self._conn, "activity", Activity, f"record_id IN {_THESE}", (records,))}
        ids = dumps(list(flat))
        parts = (self._parts("agenda_step", Step, ids), self._parts("activity_item", Item, ids),
                 self._parts("contest_entry", Entry, ids))  # fmt: skip
        agenda, materials, entries = ({key: part.get(key, ()) for key in flat} for part in parts)
        return {
            one.record_id: replace(one, agenda=agenda[key], materials=materials[key], entries=entries[key])
            for key, one in flat.items()
        }

    def _parts(self, table: str, record: type[Any], ids: str) -> dict[int, tuple[Any, ...]]:
        found: dict[int, tuple[Any, ...]] = {}
        for one in rows_of(self._conn, table, record, f"activity_id IN {_THESE} ORDER BY position, id", (ids,)):
            found[one.activity_id] = (*found.get(one.activity_id, ()), one)
        return found

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
