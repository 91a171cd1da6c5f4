"""All rows of a school's file but its history, to compare before and after."""

from typing import Any

from db import triggers
from db.store import FileStore


def dump(store: FileStore) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table with a history, by table."""
    return {
        table: store._conn.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in triggers.OWNER
    }
