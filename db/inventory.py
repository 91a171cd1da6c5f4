"""The asset ledger of an open file (`app.inventory.Inventory`): every sum is made by the database."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.inventory import HOLDS, OWNS, Asset, Donor, Movement, OpenLoan, Stocktake, StocktakeLine
from db import connection
from db.records import grouped, rows_of, values

if TYPE_CHECKING:
    from sqlite3 import Connection


def _signed(signs: dict[str, int]) -> str:
    cases = " ".join(f"WHEN '{kind}' THEN {sign} * count" for kind, sign in signs.items())
    return f"CASE kind {cases} ELSE 0 END"


_STOCK = (
    f"SELECT asset_id, room_id, sum(n) FROM (SELECT asset_id, room_id, {_signed(HOLDS)} AS n FROM movement "
    "WHERE day <= ?1 UNION ALL SELECT asset_id, to_room_id, count FROM movement "
    "WHERE day <= ?1 AND to_room_id IS NOT NULL) GROUP BY asset_id, room_id HAVING sum(n) <> 0"
)
_OWNED = (
    f"SELECT asset_id, sum({_signed(OWNS)}) AS n FROM movement WHERE day <= ? GROUP BY asset_id HAVING n <> 0"
)
_LOANS = (
    "kind = 'loan' AND day <= ?1 AND count > (SELECT coalesce(sum(b.count), 0) FROM movement AS b "
    "WHERE b.loan_id = movement.id AND b.day <= ?1)"
)


class FileInventory:
    """`app.inventory.Inventory` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def assets(self) -> list[Asset]:
        with self._reading():
            return [Asset(*flat) for _, flat in values(self._conn, "asset", Asset, order="number, id")]

    def asset(self, asset_id: int) -> Asset | None:
        with self._reading():
            return next(iter(rows_of(self._conn, "asset", Asset, "id = ?", (asset_id,))), None)

    def movements(self, asset_id: int) -> list[Movement]:
        return self._movements("asset_id = ?", (asset_id,))

    def movement(self, movement_id: int) -> Movement | None:
        return next(iter(self._movements("id = ?", (movement_id,))), None)

    def between(self, first: date, last: date) -> list[Movement]:
        return self._movements("day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))

    def stock(self, day: date) -> dict[tuple[int, int], int]:
        with self._reading():
            rows = self._conn.execute(_STOCK, (day.isoformat(),))
            return {(asset, room): count for asset, room, count in rows}

    def owned(self, day: date) -> dict[int, int]:
        with self._reading():
            return dict(self._conn.execute(_OWNED, (day.isoformat(),)).fetchall())

    def loans(self, day: date) -> list[OpenLoan]:
        with self._reading():
            out = self._movements(_LOANS, (day.isoformat(),))
            back = dict(self._conn.execute(
                "SELECT loan_id, sum(count) FROM movement WHERE loan_id IS NOT NULL AND day <= ? GROUP BY loan_id",
                (day.isoformat(),),
            ).fetchall())  # fmt: skip
        found = [OpenLoan(one, one.count - back.get(one.id, 0)) for one in out]
        return sorted(found, key=lambda one: (one.movement.due_day or date.max, one.movement.day, one.movement.id))

    def mark(self) -> tuple[int, int]:
        with self._reading():
            newest, count = self._conn.execute("SELECT coalesce(max(id), 0), count(*) FROM movement").fetchone()
            return newest, count

    def expiring(self, until: date) -> list[Movement]:
        found = self._movements("+kind = 'in' AND expires_on <= ?", (until.isoformat(),))
        return sorted(found, key=lambda one: (one.expires_on or date.max, one.id))

    def donors(self) -> list[Donor]:
        with self._reading():
            return [Donor(*flat) for _, flat in values(self._conn, "donor", Donor, order="name, id")]

    def stocktakes(self) -> list[Stocktake]:
        with self._reading():
            lines = grouped(self._conn, "stocktake_line", StocktakeLine, "stocktake_id", None, "id")
            found = values(self._conn, "stocktake", Stocktake, order="day DESC, id DESC")
            return [Stocktake(*(*flat, lines.get(flat[0], ()))) for _, flat in found]

    def stocktake_heads(self) -> list[Stocktake]:
        with self._reading():
            found = values(self._conn, "stocktake", Stocktake, order="day DESC, id DESC")
            return [Stocktake(*flat) for _, flat in found]

    def stocktake(self, stocktake_id: int) -> Stocktake | None:
        with self._reading():
            head = next(iter(rows_of(self._conn, "stocktake", Stocktake, "id = ?", (stocktake_id,))), None)
            lines = rows_of(
                self._conn, "stocktake_line", StocktakeLine, "stocktake_id = ? ORDER BY id", (stocktake_id,)
            )
            return None if head is None else replace(head, lines=tuple(lines))

    def _movements(self, where: str, given: Iterable[str | int]) -> list[Movement]:
        with self._reading():
            return rows_of(self._conn, "movement", Movement, f"{where} ORDER BY +day, id", tuple(given))

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
