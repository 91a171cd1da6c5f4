"""Donors and what they gave, in an open file (`app.gifts.Gifts`)."""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.gifts import Cover, Gift, Visit, Wish
from app.inventory import Donor, Movement
from db import connection
from db.records import day_of, rows_of, values

if TYPE_CHECKING:
    from sqlite3 import Connection

_GIFTS = "ORDER BY day DESC, id DESC"
_COVERS = "ORDER BY coalesce(until_day, '9999') DESC, id DESC"
_WISHES = "ORDER BY coalesce(said_on, '') DESC, id DESC"


class FileGifts:
    """`app.gifts.Gifts` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def donors(self) -> list[Donor]:
        with self._reading():
            return [Donor(*flat) for _, flat in values(self._conn, "donor", Donor, order="name, id")]

    def gifts(self) -> list[Gift]:
        with self._reading():
            return rows_of(self._conn, "gift", Gift, f"1 {_GIFTS}")

    def goods(self) -> list[Movement]:
        with self._reading():
            return rows_of(self._conn, "movement", Movement, f"kind = 'in' AND donor_id IS NOT NULL {_GIFTS}")

    def covers(self, since: date = date.min) -> list[Cover]:
        where = f"coalesce(until_day, '9999') >= ? {_COVERS}"
        with self._reading():
            return rows_of(self._conn, "insurance", Cover, where, (since.isoformat(),))

    def ending(self, first: date, until: date) -> bool:
        with self._reading():
            days = (first.isoformat(), until.isoformat())
            row = self._conn.execute("SELECT 1 FROM insurance WHERE until_day BETWEEN ? AND ? LIMIT 1", days).fetchone()
        return row is not None

    def wishes(self) -> list[Wish]:
        with self._reading():
            return rows_of(self._conn, "wish", Wish, f"1 {_WISHES}")

    def visits(self) -> list[Visit]:
        with self._reading():
            rows = self._conn.execute(
                "SELECT a.id, a.record_id, r.day, a.theme, r.kind FROM activity AS a "
                "JOIN care_record AS r ON r.id = a.record_id ORDER BY r.day DESC, a.id DESC"
            )
            return [Visit(key, record, day_of(day), theme, kind) for key, record, day, theme, kind in rows]

    def took_part(self, activity_id: int) -> list[int]:
        with self._reading():
            rows = self._conn.execute(
                "SELECT child_id FROM participant WHERE record_id = (SELECT record_id FROM activity WHERE id = ?) "
                "ORDER BY id", (activity_id,),
            )  # fmt: skip
            return [child for (child,) in rows]

    def of_child(self, child_id: int) -> tuple[list[Gift], list[Cover], list[Wish]]:
        with self._reading():
            return (
                rows_of(self._conn, "gift", Gift, f"child_id = ? {_GIFTS}", (child_id,)),
                rows_of(self._conn, "insurance", Cover, f"child_id = ? {_COVERS}", (child_id,)),
                rows_of(self._conn, "wish", Wish, f"child_id = ? {_WISHES}", (child_id,)),
            )

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
