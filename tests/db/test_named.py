"""Who is named anywhere in the file is not deleted as a mistake: no table that names a person or class is forgotten."""

import pytest

from db.named import OF_CLASS, OF_STAFF, Places
from db.store import FileStore

IN_MEMORY = {
    "staff": {("class_teacher", "staff_id"), ("pairing", "staff_id"), ("staff_leave", "staff_id"), ("room", "keeper_id")},
    "class": {("class_teacher", "class_id"), ("enrolment", "class_id")},
}  # fmt: skip
"""What `app.edits.removal` asks of the snapshot, which holds it."""


@pytest.mark.parametrize(("table", "places"), [("staff", OF_STAFF), ("class", OF_CLASS)])
def test_every_table_that_names_somebody_is_asked(store: FileStore, table: str, places: Places) -> None:
    tables = [name for (name,) in store._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    naming = {
        (one, row[3]) for one in tables for row in store._conn.execute(f'PRAGMA foreign_key_list("{one}")') if row[2] == table
    }
    asked = {(one, column) for column, listed in places.items() for one in listed}
    assert naming - asked - IN_MEMORY[table] == set()
