"""A school written by the first version: its backup is restored, the file backed up and brought up, nothing lost."""

from pathlib import Path

import pytest

from app.changes import Insert, Update
from app.school import Template
from app.store import NewerFile
from db import connection, schema, steps, triggers
from db.folder import DataFolder
from db.steps_later import units_of_gifts
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER

SAMPLE = Path(__file__).parents[1] / "samples" / "version-1.qsbak"
"""Made by the program when `first_tables` was its only step: 24 pupils, an import, edits, one of them undone, prints."""
CODE = "JTGQ-YXXE-3LXU-KR2C-EEKG-AMHL-O6QV-Z7C5"


@pytest.fixture
def old(vault: FileVault) -> FileVault:
    """The folder as the first version left it."""
    vault.restore(SAMPLE, password=PASSWORD)
    return vault


def rows(vault: FileVault) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the file as it lies there, of the columns the first version knew."""
    folder = DataFolder(vault.folder)
    key = vault._slots().by_password(USER, PASSWORD)
    assert key is not None
    conn = connection.connect(folder.database, key)
    found = {}
    for table in [*steps.FIRST_TABLES, "history"]:
        known = [f'"{name}"' for name in triggers.columns(conn, table) if name not in new_columns(table)]
        found[table] = conn.execute(f'SELECT {", ".join(known)} FROM "{table}" ORDER BY 1').fetchall()
    conn.close()
    return found


def new_columns(table: str) -> set[str]:
    later = {"child": steps.SECOND_CHILD_COLUMNS, "term": steps.CARE_TERM_COLUMNS,
             "card_print": steps.CARD_PRINT_COLUMNS, **steps.PLAN_COLUMNS}  # fmt: skip
    return {column.split()[0] for column in later.get(table, ())}


def test_its_backup_of_the_first_format_is_sound(vault: FileVault) -> None:
    found = vault.verify(SAMPLE, password=PASSWORD)
    assert (found.school, found.why, found.attached) == ("青山小学", "hand", 0)
    assert vault.verify(SAMPLE, recovery_code=CODE) == found


def test_every_row_of_the_first_version_comes_through_and_a_backup_is_made_before(old: FileVault) -> None:
    before = rows(old)
    assert len(before["child"]) == 24
    assert [row[-1] for row in before["history"]] == [""] * 210
    store = old.open(USER, PASSWORD)
    (made,) = old.backups()
    assert made.why == "migration"
    snapshot = store.snapshot()
    assert store.check() == []
    store.close()
    after = rows(old)
    assert after == before
    first = snapshot.children[1]
    assert (first.attention, first.confirmed_by, first.photo, first.photo_consent) == ("青霉素过敏", "张老师", "", "")
    assert snapshot.templates == ()
    assert not snapshot.not_same
    again = FileVault(Path(old.folder) / "again", cost=old._cost)
    again.restore(made.path, recovery_code=CODE)
    assert rows(again) == before


def test_what_is_new_is_written_and_taken_back_like_the_rest(old: FileVault) -> None:
    store = old.open(USER, PASSWORD)
    name = store.keep_file(b"picture")
    done = store.apply("换照片", [
        Update("child", 1, {"photo": name, "photo_consent": "no", "call_time": "周日晚 7 点"}),
        Insert("not_same", {"child_id": 1, "other_id": 6}),
        Insert("template", {"name": "县里的表", "kind": "xlsx", "file": name}),
    ])  # fmt: skip
    snapshot = store.snapshot()
    assert snapshot.children[1].photo == name
    assert set(snapshot.not_same) == {(1, 6)}
    assert snapshot.templates == (Template(1, "县里的表", "xlsx", name, ""),)
    assert store.attached_state().sound
    store.undo(done.action_id)
    assert store.snapshot().children[1].photo == ""
    assert not store.snapshot().not_same
    # What was undone before the migration is still known as undone after it, and the rest can still be taken back.
    assert [action.label for action in store.history(2) if action.undone] != []
    last = store.last_action()
    assert last is not None and last.label == "改张三的学籍口径"
    store.undo(last.id)
    assert store.snapshot().children[5].overrides == ()
    store.close()


def test_gifts_that_had_no_unit_are_counted_as_before(vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as past:
        before = steps.STEPS.index(units_of_gifts)
        past.setattr(schema, "STEPS", steps.STEPS[:before])
        past.setattr(schema, "VERSION", before)
        _code, store = vault.create(SETUP)
        store.apply("捐", [Insert("gift", {"day": "2026-09-10", "what": "书包", "count": 3})])
        store.close()
    store = vault.open(USER, PASSWORD)
    (gift,) = store.gifts.gifts()
    assert (gift.what, gift.count, gift.unit) == ("书包", 3, "份") and store.check() == []
    store.apply("改", [Update("gift", gift.id, {"unit": "个"})])
    last = store.last_action()
    assert last is not None and store.gifts.gifts()[0].unit == "个"
    store.undo(last.id)
    assert store.gifts.gifts()[0].unit == "份"
    store.close()


def test_a_file_of_a_later_version_is_refused_and_stays_as_it_is(old: FileVault) -> None:
    key = old._slots().by_password(USER, PASSWORD)
    assert key is not None
    path = DataFolder(old.folder).database
    conn = connection.connect(path, key)
    conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.checkpoint(conn)
    conn.close()
    before = path.read_bytes()
    with pytest.raises(NewerFile):
        old.open(USER, PASSWORD)
    assert path.read_bytes() == before
    assert old.backups() == []
