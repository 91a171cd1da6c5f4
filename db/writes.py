"""Carries out the changes that `app` decided on, one row each; columns and tables it does not know are refused."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.changes import Change, Delete, Insert, New, Update, Value
from db import triggers

if TYPE_CHECKING:
    from sqlite3 import Connection


class Writer:
    """One list of changes, inside an action and a transaction. A change that cannot be one raises ValueError."""

    def __init__(self, conn: "Connection") -> None:
        self._conn = conn
        self._columns = {table: frozenset(triggers.columns(conn, table)) for table in triggers.OWNER}
        self.ids: dict[str, int] = {}
        """Row ids of the inserts so far, by token."""

    def carry_out(self, change: Change) -> None:
        """Write one change; it may name rows inserted before it."""
        if change.table not in self._columns:
            raise ValueError(f"no table {change.table}")
        if isinstance(change, Insert):
            self._insert(change, self._filled(change.table, change.values))
        elif isinstance(change, Update):
            self._update(change, self._filled(change.table, change.values))
        else:
            self._delete(change)

    def _insert(self, change: Insert, values: dict[str, str | int | None]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        what = f"({names}) VALUES ({marks})" if values else "DEFAULT VALUES"
        row = self._conn.execute(f'INSERT INTO "{change.table}" {what}', tuple(values.values())).lastrowid
        if change.token and row is not None:
            self.ids[change.token] = row

    def _update(self, change: Update, values: dict[str, str | int | None]) -> None:
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

    def _filled(self, table: str, values: Mapping[str, Value]) -> dict[str, str | int | None]:
        """The values to write; a token becomes the id of the row inserted under it."""
        if unknown := values.keys() - self._columns[table]:
            raise ValueError(f"{table} has no {', '.join(sorted(unknown))}")
        return {name: self._id(value) if isinstance(value, New) else value for name, value in values.items()}

    def _id(self, new: New) -> int:
        if new.token not in self.ids:
            raise ValueError(f"nothing was inserted as {new.token}")
        return self.ids[new.token]
