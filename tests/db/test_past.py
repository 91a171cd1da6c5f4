"""The history page's questions on a real file: filters, pages, counts, and going back to a point."""

from datetime import date

import pytest

from app.changes import Insert, Update
from app.history import HistoryQuery
from app.store import NothingToUndo
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, USER
from tests.db.dump import dump
from tests.db.families import pupils


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    """Two pupils and five edits, by two people."""
    ids = store.apply("导入", pupils(2), kind="import").ids
    for number in range(3):
        store.apply(f"甲{number}", [Update("child", ids["child0"], {"address": f"村{number}"})])
    store.user = "王老师"
    store.apply("乙", [Update("child", ids["child1"], {"address": "镇上"})])
    store.user = USER
    store.apply("丙", [Insert("staff", {"name": "张敏"})], kind="delete")
    return ids


def labels(store: FileStore, query: HistoryQuery | None = None, **page: int) -> list[str]:
    return [line.action.label for line in store.past.actions(query or HistoryQuery(), **page)]


def test_newest_first_and_a_page_at_a_time(store: FileStore, ids: dict[str, int]) -> None:
    everything = labels(store)
    assert everything[:6] == ["丙", "乙", "甲2", "甲1", "甲0", "导入"]
    lines = store.past.actions(HistoryQuery(), limit=2)
    assert labels(store, before=lines[-1].action.id, limit=2) == ["甲2", "甲1"]


def test_by_child_person_kind_and_day(store: FileStore, ids: dict[str, int]) -> None:
    assert labels(store, HistoryQuery(child_id=ids["child1"])) == ["乙", "导入"]
    assert labels(store, HistoryQuery(user="王老师")) == ["乙"]
    assert labels(store, HistoryQuery(kinds=("import", "delete"))) == ["丙", "导入"]
    assert labels(store, HistoryQuery(day=date(2020, 1, 1))) == []
    assert labels(store, HistoryQuery(user="王老师", day=date.today())) == ["乙"]
    assert store.past.users() == sorted({USER, "王老师"})


def test_each_line_says_how_much_and_how_many_came_after(store: FileStore, ids: dict[str, int]) -> None:
    lines = {line.action.label: line for line in store.past.actions(HistoryQuery())}
    assert (lines["导入"].children, lines["甲0"].children, lines["丙"].children) == (2, 1, 0)
    assert [lines[label].after for label in ("丙", "乙", "甲2", "导入")] == [0, 1, 2, 5]
    assert [row.new for row in store.past.changes_of(lines["乙"].action.id)] == ["镇上"]


def test_going_back_to_a_point_takes_back_everything_after_it(store: FileStore, ids: dict[str, int]) -> None:
    lines = {line.action.label: line.action.id for line in store.past.actions(HistoryQuery())}
    store.undo(lines["甲2"])
    before = dump(store)
    undone = store.undo_after(lines["甲0"])
    child = store.snapshot().children[ids["child0"]]
    assert child.address == "村0"
    assert store.snapshot().children[ids["child1"]].address == ""
    assert store.snapshot().staff == ()
    assert (undone.touched, undone.kept) == (frozenset({ids["child0"], ids["child1"]}), ())
    with pytest.raises(NothingToUndo):
        store.undo_after(lines["丙"])
    for label in ("甲1", "乙", "丙"):
        action = store.last_undone()
        assert action is not None and action.label == label, "Ctrl+Y does them again in the order they were done"
        store.redo(action.id)
    assert dump(store) == before


def test_what_was_edited_since_by_nobody_s_undo_is_named(store: FileStore, ids: dict[str, int]) -> None:
    first = next(line for line in store.past.actions(HistoryQuery()) if line.action.label == "甲0")
    undone = store.undo(first.action.id)
    assert undone.reversed == 0
    assert [(one.child_id, one.field) for one in undone.kept] == [(ids["child0"], "address")]


def test_undo_and_redo_survive_closing_the_file(store: FileStore, vault: FileVault, ids: dict[str, int]) -> None:
    store.close()
    again = vault.open(USER, PASSWORD)
    try:
        last = again.last_action()
        assert last is not None and last.label == "丙"
        again.undo(last.id)
    finally:
        again.close()
    third = vault.open(USER, PASSWORD)
    try:
        gone = third.last_undone()
        assert gone is not None and gone.label == "丙"
        undone = third.redo(gone.id)
        assert (undone.tables, [spot.table for spot in undone.spots]) == (frozenset({"staff"}), ["staff"])
        assert [one.name for one in third.snapshot().staff] == ["张敏"]
    finally:
        third.close()
