"""Reads which Word files the school writes by (`app.word_form.OwnForms`)."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.word_form import OwnForm
from db import connection
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileOwnForms:
    """`app.word_form.OwnForms` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def of(self, name: str) -> OwnForm | None:
        with connection.errors(self._path):
            return next(iter(rows_of(self._conn, "own_form", OwnForm, "name = ?", (name,))), None)
