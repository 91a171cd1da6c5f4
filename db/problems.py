"""Reads what was found wrong in the school and what became of it (`app.problems`)."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem
from db import connection
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileProblems:
    """`app.problems.Problems` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def known(self, first: date, last: date) -> list[Problem]:
        where = "found_on <= ?2 AND (found_on >= ?1 OR closed_on IS NULL OR closed_on > ?2) ORDER BY found_on, id"
        with connection.errors(self._path):
            return rows_of(self._conn, "problem", Problem, where, (first.isoformat(), last.isoformat()))
