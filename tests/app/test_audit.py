"""Nothing leaves the file without its line, and a line says so when nothing left."""

import pytest

from app.audit import audited
from app.store import CannotWrite
from db.store import FileStore
from tests.db.conftest import code_and_store, store, vault

__all__ = ["code_and_store", "store", "vault"]


def lines(store: FileStore) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id").fetchall()
    return found


def test_the_line_stands_before_anything_is_written(store: FileStore) -> None:
    with audited(store, "export_roster", "children=3"):
        assert lines(store) == [("export_roster", "children=3")]
    assert lines(store) == [("export_roster", "children=3")]


def test_what_failed_is_said_to_have_failed(store: FileStore) -> None:
    with pytest.raises(CannotWrite), audited(store, "export_roster", "children=3"):
        raise CannotWrite
    assert lines(store) == [("export_roster", "children=3"), ("export_roster_failed", "children=3")]


def test_without_a_line_nothing_is_written(store: FileStore) -> None:
    store._conn.execute("CREATE TRIGGER full BEFORE INSERT ON log_entry BEGIN SELECT RAISE(ABORT, 'refused'); END")
    written = []
    with pytest.raises(ValueError, match="refused"), audited(store, "export_roster", "children=3"):
        written.append("sheet")
    assert written == []
