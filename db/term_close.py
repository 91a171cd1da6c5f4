"""Reads the closed terms and what was changed of them afterwards (`app.term_close.TermCloses`)."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.term_close import Correction, TermClose
from db import connection
from db.records import rows_of
from db.term_touch import TOUCHES

if TYPE_CHECKING:
    from sqlite3 import Connection

# What was done and taken back again since the close is no correction; what an undo took back of before is one.
QUERY = (
    "SELECT a.id, a.at, a.user, a.label, count(*) FROM history AS h JOIN action AS a ON a.id = h.action_id "
    "WHERE h.seq > max(:seq, :after, coalesce((SELECT min(seq) - 1 FROM history WHERE action_id >= :since), :seq)) "
    "AND a.undone = 0 AND NOT (a.reverses IS NOT NULL "
    "AND coalesce((SELECT min(seq) FROM history WHERE action_id = a.reverses), 0) > :seq) "
    f"AND {TOUCHES} GROUP BY a.id ORDER BY a.id DESC"
)


class FileTermCloses:
    """`app.term_close.TermCloses` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def every(self) -> list[TermClose]:
        with self._reading():
            return rows_of(self._conn, "term_close", TermClose, "1 ORDER BY id")

    def corrections(
        self, close: TermClose, first: date, last: date, since: int = 0, after: int = 0
    ) -> list[Correction]:
        given = {"seq": close.seq, "after": after, "first": first.isoformat(), "last": last.isoformat(), "since": since,
                 "term": close.term_id}
        with self._reading():
            rows = self._conn.execute(QUERY, given).fetchall()
        return [Correction(of, datetime.fromisoformat(at), user, label, count) for of, at, user, label, count in rows]

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
