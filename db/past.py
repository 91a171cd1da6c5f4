"""What the pages of the past ask of the file: actions, people, the changes of one action, the recycle bin."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app.history import ActionLine, Deleted, HistoryQuery, HistoryRow
from db import actions, connection, history, recycling

if TYPE_CHECKING:
    from sqlite3 import Connection


class FilePast:
    """`app.history.Past` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def newest(self) -> int:
        with self._reading():
            return history.newest(self._conn)

    def actions(self, query: HistoryQuery, before: int = 0, limit: int = 200) -> list[ActionLine]:
        with self._reading():
            return actions.lines(self._conn, query, before, limit)

    def users(self) -> list[str]:
        with self._reading():
            return actions.users(self._conn)

    def changes_of(self, action_id: int, limit: int = 200) -> list[HistoryRow]:
        with self._reading():
            return history.rows_of(self._conn, action_id, limit)

    def deleted(self) -> list[Deleted]:
        with self._reading():
            return recycling.deleted(self._conn)

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
