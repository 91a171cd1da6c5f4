"""Carries out the changes that `app` decided on; columns and tables it does not know are refused."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from app.changes import Change, Delete, Insert, New, Update, Value
from db import triggers

if TYPE_CHECKING:
    from sqlite3 import Connection

Cell = str | int | float | None
STEP = 100
"""Rows written between two calls of `progress`."""
_RANK = {table: place for place, table in enumerate(triggers.OWNER)}


class Writer:
    """One list of changes, inside an action and a transaction. A change that cannot be one raises ValueError."""

    def __init__(self, conn: "Connection", progress: Callable[[int], None] = lambda _done: None) -> None:
        self._conn = conn
        self._progress = progress
        self._columns: dict[str, frozenset[str]] = {}
        self._next: dict[str, int] = {}
        self._done = 0
        self.ids: dict[str, int] = {}
        """Row ids of the inserts so far, by token."""

    def carry_out(self, changes: Sequence[Change]) -> None:
        """Write the changes in their order; each may name rows inserted before it. Inserts that follow each other are
        written table by table, owners first."""
        for inserts, run in groupby(changes, key=lambda change: isinstance(change, Insert)):
            if inserts:
                self._insert([change for change in run if isinstance(change, Insert)])
                continue
            for change in run:
                self._check(change.table, ())
                self._tell(1)
                if isinstance(change, Update):
                    self._update(change, self._filled(change.table, change.values))
                elif isinstance(change, Delete):
                    self._delete(change)

    def _insert(self, run: list[Insert]) -> None:
        """Ids are given out beforehand, so that thousands of rows need a handful of statements."""
        rows: dict[tuple[str, tuple[str, ...]], list[tuple[Cell, ...]]] = {}
        for change in run:
            row_id = self._free_id(change.table)
            if change.token:
                self.ids[change.token] = row_id
            key = (change.table, tuple(change.values))
            if key not in rows:
                self._check(*key)
                rows[key] = []
            rows[key].append((row_id, *self._cells(change.values)))
        for (table, names), values in sorted(rows.items(), key=lambda item: _RANK[item[0][0]]):
            listed = ", ".join(f'"{name}"' for name in ("id", *names))
            query = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * (len(names) + 1))})'
            for first in range(0, len(values), STEP):
                part = values[first : first + STEP]
                self._tell(len(part))
                self._conn.executemany(query, part)

    def _free_id(self, table: str) -> int:
        if table not in self._next:
            self._check(table, ())
            row = self._conn.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            self._next[table] = (row[0] if row else 0) + 1
        self._next[table] += 1
        return self._next[table] - 1

    def _tell(self, rows: int) -> None:
        self._progress(self._done)
        self._done += rows

    def _update(self, change: Update, values: dict[str, Cell]) -> None:
        sets = ", ".join(f'"{name}" = ?' for name in values or ("id",))
        parameters = (*(values or {"id": change.id}).values(), change.id)
        self._one(change, self._conn.execute(f'UPDATE "{change.table}" SET {sets} WHERE id = ?', parameters).rowcount)

    def _delete(self, change: Delete) -> None:
        if change.table == "care_record":
            # Who opened a confidential note is noted with it, goes with it, and comes back with it.
            self._conn.execute("DELETE FROM note_opened WHERE record_id = ?", (change.id,))
        self._one(change, self._conn.execute(f'DELETE FROM "{change.table}" WHERE id = ?', (change.id,)).rowcount)

    def _one(self, change: Update | Delete, rows: int) -> None:
        if rows != 1:
            raise ValueError(f"{change.table} has no row {change.id}")

    def _check(self, table: str, names: Sequence[str]) -> None:
        if table not in triggers.OWNER:
            raise ValueError(f"no table {table}")
        if table not in self._columns:
            self._columns[table] = frozenset(triggers.columns(self._conn, table))
        if unknown := set(names) - self._columns[table]:
            raise ValueError(f"{table} has no {', '.join(sorted(unknown))}")

    def _filled(self, table: str, values: Mapping[str, Value]) -> dict[str, Cell]:
        """The values to write; a token becomes the id of the row inserted under it."""
        self._check(table, tuple(values))
        return dict(zip(values, self._cells(values), strict=True))

    def _cells(self, values: Mapping[str, Value]) -> list[Cell]:
        return [self._id(value) if isinstance(value, New) else value for value in values.values()]

    def _id(self, new: New) -> int:
        if new.token not in self.ids:
            raise ValueError(f"nothing was inserted as {new.token}")
        return self.ids[new.token]
