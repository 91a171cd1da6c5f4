"""Reads the inspection's self-check of an open file (`app.inspection.Inspections`)."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.inspection import Answer, Round
from db import connection
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileInspections:
    """`app.inspection.Inspections` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def answers(self, term_id: int) -> list[Answer]:
        with connection.errors(self._path):
            return rows_of(self._conn, "inspection_answer", Answer, "term_id = ? ORDER BY id", (term_id,))

    def rounds(self, first: date, last: date) -> list[Round]:
        where = "day BETWEEN ? AND ? ORDER BY day, id"
        with connection.errors(self._path):
            return rows_of(self._conn, "inspection_round", Round, where, (first.isoformat(), last.isoformat()))
