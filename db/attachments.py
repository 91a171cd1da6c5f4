"""Reads what hangs on a record (`app.attachments.Attachments`)."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from app.attachments import HOLDERS, Attachment
from db import connection
from db.records import BY_PLACE, rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileAttachments:
    """`app.attachments.Attachments` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def of(self, holder: str, row_id: int) -> list[Attachment]:
        with self._reading():
            where = f"{_column(holder)} = ? ORDER BY {BY_PLACE}"
            return rows_of(self._conn, "attachment", Attachment, where, (row_id,))

    def counts(self, holder: str, row_ids: Collection[int]) -> dict[int, int]:
        column = _column(holder)
        of_these = f"{column} IN (SELECT value FROM json_each(?))"
        query = f"SELECT {column}, count(*) FROM attachment WHERE {of_these} GROUP BY 1"
        with self._reading():
            return dict(self._conn.execute(query, (dumps(sorted(row_ids)),)).fetchall())

    def get(self, attachment_id: int) -> Attachment | None:
        with self._reading():
            return next(iter(rows_of(self._conn, "attachment", Attachment, "id = ?", (attachment_id,))), None)

    def added(self, first: date, last: date) -> list[Attachment]:
        with self._reading():
            where = "substr(added_at, 1, 10) BETWEEN ? AND ? ORDER BY added_at DESC, id DESC"
            return rows_of(self._conn, "attachment", Attachment, where, (first.isoformat(), last.isoformat()))

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)


def _column(holder: str) -> str:
    if holder not in HOLDERS:
        raise ValueError(f"nothing hangs on {holder}")
    return holder
