"""Reads the rooms with their hours, and by days what was opened and found (`app.rooms`)."""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.rooms import Finding, Hours, Opening, Room, SafetyCheck
from db import connection
from db.records import BY_PLACE, grouped, rows_of, values

if TYPE_CHECKING:
    from sqlite3 import Connection


def rooms(conn: "Connection") -> tuple[Room, ...]:
    """Every room there is or was, in order."""
    hours = grouped(conn, "room_hours", Hours, "room_id", None, "weekday, from_time, id")
    return tuple(Room(*(*flat, hours.get(flat[0], ()))) for _, flat in values(conn, "room", Room, order=BY_PLACE))


class FileHome:
    """`app.home.Home` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def openings(self, first: date, last: date) -> list[Opening]:
        with self._reading():
            days = (first.isoformat(), last.isoformat())
            came: dict[int, list[int]] = {}
            for opening, child in self._conn.execute(
                "SELECT opening_id, child_id FROM opening_child WHERE opening_id IN "
                "(SELECT id FROM opening WHERE day BETWEEN ? AND ?) ORDER BY id", days,
            ):  # fmt: skip
                came.setdefault(opening, []).append(child)
            mine = "day BETWEEN ? AND ? ORDER BY day, from_time, id"
            return rows_of(self._conn, "opening", Opening, mine, days, came)

    def came(self, opening_id: int) -> dict[int, int]:
        with self._reading():
            query = "SELECT child_id, id FROM opening_child WHERE opening_id = ? ORDER BY id"
            return dict(self._conn.execute(query, (opening_id,)))

    def checks(self, first: date, last: date) -> list[SafetyCheck]:
        return self._checks("day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))

    def open_findings(self) -> list[SafetyCheck]:
        unmended = "id IN (SELECT check_id FROM safety_finding WHERE mended_on IS NULL)"
        return self._checks(unmended, ())

    def unmended_on(self, day: date) -> list[SafetyCheck]:
        waiting = "id IN (SELECT check_id FROM safety_finding WHERE mended_on IS NULL OR mended_on > ?1) AND day <= ?1"
        return self._checks(waiting, (day.isoformat(),))

    def _checks(self, where: str, given: tuple[str, ...]) -> list[SafetyCheck]:
        with self._reading():
            findings: dict[int, list[Finding]] = {}
            mine = f"check_id IN (SELECT id FROM safety_check WHERE {where}) ORDER BY point, id"
            for one in rows_of(self._conn, "safety_finding", Finding, mine, given):
                findings.setdefault(one.check_id, []).append(one)
            return rows_of(self._conn, "safety_check", SafetyCheck, f"{where} ORDER BY day, id", given, findings)

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
