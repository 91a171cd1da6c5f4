"""What hangs on a record goes and comes back with it; it is read by what it hangs on."""

from datetime import date

import pytest

from app import edits
from app.attachments import CHILD, HOLDERS, RECORD, Kept
from app.changes import Insert
from app.edits import BadValue, Told
from app.edits.attachments import attach, put_first, set_caption
from db.store import FileStore

DAY = date(2026, 11, 24)
AT = "2026-11-24T10:00:00"


def kept(store: FileStore, name: str) -> Kept:
    small = store.keep_file(b"small " + name.encode())
    return Kept(store.keep_file(name.encode()), name, "picture", len(name), small)


@pytest.fixture
def child(store: FileStore) -> int:
    year = store.apply("班级", edits.add_class("primary", 2024, 1)).ids["class"]
    return store.apply("添加", edits.add_child({"name": "周雨桐"}, year, DAY, by="张")).ids["child"]


@pytest.fixture
def record(store: FileStore, child: int) -> int:
    return store.apply("记", edits.log_care(Told("talk", DAY), [child])).ids["record"]


def test_they_are_read_by_what_they_hang_on(store: FileStore, record: int, child: int) -> None:
    store.apply("放", attach(RECORD, record, [kept(store, "a"), kept(store, "b"), kept(store, "a")], AT))
    store.apply("放", attach(CHILD, child, [kept(store, "a")], AT))
    mine = store.attachments.of(RECORD, record)
    assert [(one.name, one.position) for one in mine] == [("a", 0), ("b", 1)]
    assert store.attachments.counts(RECORD, [record, 999]) == {record: 2}
    assert [one.name for one in store.attachments.of(CHILD, child)] == ["a"]
    assert store.attachments.get(mine[1].id) == mine[1]
    store.apply("放", attach(RECORD, record, [kept(store, "b"), kept(store, "c")], AT, mine))
    assert [(one.name, one.position) for one in store.attachments.of(RECORD, record)] == [("a", 0), ("b", 1), ("c", 2)]


def test_order_and_caption(store: FileStore, record: int) -> None:
    store.apply("放", attach(RECORD, record, [kept(store, name) for name in "abc"], AT))
    rows = store.attachments.of(RECORD, record)
    store.apply("前", put_first(rows, {rows[2].id}))
    rows = store.attachments.of(RECORD, record)
    assert [one.name for one in rows] == ["c", "a", "b"]
    assert put_first(rows, {rows[0].id}) == []
    store.apply("写", set_caption(rows[0], " 合唱 "))
    rows = store.attachments.of(RECORD, record)
    assert rows[0].caption == "合唱" and set_caption(rows[0], "合唱") == []


def test_a_record_takes_them_along_and_undo_brings_them_back(store: FileStore, record: int) -> None:
    store.apply("放", attach(RECORD, record, [kept(store, "a"), kept(store, "b")], AT))
    before = store.attachments.of(RECORD, record)
    found = store.ledger.record(record)
    assert found is not None
    done = store.apply("删", edits.delete_care(found), kind="delete")
    assert store.attachments.of(RECORD, record) == []
    store.undo(done.action_id)
    assert store.attachments.of(RECORD, record) == before


def test_the_first_undo_of_a_record_keeps_what_hangs_on_it_since(store: FileStore, child: int) -> None:
    done = store.apply("记", edits.log_care(Told("talk", DAY), [child]))
    store.apply("放", attach(RECORD, done.ids["record"], [kept(store, "a")], AT))
    undone = store.undo(done.action_id)
    assert undone.kept and store.ledger.record(done.ids["record"]) is not None


def test_every_holder_is_a_column_and_no_other(store: FileStore, record: int) -> None:
    for holder in HOLDERS:
        assert store.attachments.of(holder, 1) is not None
    with pytest.raises(ValueError):
        store.attachments.of("id", 1)
    with pytest.raises(BadValue):
        attach("id", 1, [], AT)
    with pytest.raises(ValueError):
        store.apply("两处", [Insert("attachment", {"file": "x", "record_id": record, "child_id": 1})])


def test_a_lost_thumbnail_is_named_by_the_check(store: FileStore, record: int) -> None:
    one = kept(store, "a")
    store.apply("放", attach(RECORD, record, [one], AT))
    assert store.attached_state().sound
    store.apply("放", attach(RECORD, record, [Kept("0" * 64, "b", "pdf", 1, "1" * 64, "2" * 64)], AT))
    assert store.attached_state().missing == ("0" * 64, "1" * 64, "2" * 64)
