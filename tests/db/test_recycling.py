"""The recycle bin on a real file: everything goes, everything comes back, also after the file was closed."""

from datetime import date

from app import edits
from app.changes import Change, Insert, New, Value
from db import triggers
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, USER
from tests.db.dump import dump
from tests.db.families import pupils

OWN: dict[str, dict[str, Value]] = {
    "gift": {"day": "2026-09-10", "what": "书包"}, "insurance": {}, "wish": {"wish": "见妈妈"},
    "award": {"name": "好少年", "day": "2026-06-01"}, "story": {"title": "她会修伞", "day": "2026-06-01"}, "attachment": {"file": "x"},
}  # fmt: skip
"""Rows that are about one child."""


def filled(store: FileStore) -> tuple[int, int]:
    """Two children of whom one has a row in every table that hangs on a child; their ids."""
    ids = store.apply("导入", pupils(2)).ids
    one, two = ids["child0"], ids["child1"]
    store.apply("补充", [
        Insert("override", {"child_id": one, "meaning": "civil", "status": "yes", "reason": "x", "from_day": "2026-09-01"}),
        Insert("card_print", {"child_id": one, "layout": "child"}),
        Insert("not_same", {"child_id": one, "other_id": two}),
        Insert("pairing", {"child_id": two, "role": "peer", "peer_id": one, "from_day": "2026-09-01"}, "pair"),
        Insert("help_plan", {"pairing_id": New("pair"), "from_day": "2026-09-01", "content": "一起做作业"}, "plan"),
        Insert("plan_goal", {"plan_id": New("plan"), "goal": "口算全对"}),
        Insert("priority", {"child_id": one, "from_day": "2026-09-01", "reason": "外婆住院"}),
        Insert("agreement", {"child_id": one, "kind": "care", "from_day": "2026-09-01"}),
        Insert("postponed", {"rule": "talk", "child_id": one, "window_from": "2026-09-07", "until_day": "2026-09-09"}),
        Insert("room", {"name": "图书室"}, "room"),
        Insert("opening", {"room_id": New("room"), "day": "2026-09-02"}, "open"),
        Insert("opening_child", {"opening_id": New("open"), "child_id": one}),
        Insert("asset", {"number": "1", "name": "跳绳"}, "rope"),
        Insert("movement", {"asset_id": New("rope"), "kind": "loan", "day": "2026-09-02", "count": 1,
                            "room_id": New("room"), "child_id": one}),
        *(Insert(table, {"child_id": one, **more}) for table, more in OWN.items()),
        Insert("care_record", {"kind": "activity", "day": "2026-09-03"}, "contest"),
        Insert("activity", {"record_id": New("contest")}, "songs"),
        Insert("contest_entry", {"activity_id": New("songs"), "child_id": one}),
        Insert("care_record", {"kind": "talk", "day": "2026-09-03"}, "alone"),
        Insert("participant", {"record_id": New("alone"), "child_id": one}),
        Insert("care_record", {"kind": "forum", "day": "2026-09-04"}, "both"),
        Insert("participant", {"record_id": New("both"), "child_id": one}),
        Insert("participant", {"record_id": New("both"), "child_id": two}),
    ])  # fmt: skip
    return one, two


def removal(store: FileStore, child_id: int) -> list[Change]:
    """What deletes the child."""
    known = store.snapshot()
    return edits.delete_child(
        known.children[child_id], known, store.ledger.of_child(child_id), store.ledger.mentions(child_id)
    )


def hanging(store: FileStore) -> set[str]:
    """Tables whose rows refer to a child or a relative."""
    found = set()
    for table in triggers.OWNER:
        query = "SELECT \"table\" FROM pragma_foreign_key_list(?)"
        if {"child", "kin"} & {target for (target,) in store._conn.execute(query, (table,))}:
            found.add(table)
    return found


def test_nothing_of_a_deleted_child_is_left_and_undo_brings_back_everything(store: FileStore) -> None:
    one, two = filled(store)
    before = dump(store)
    assert all(before[table] for table in hanging(store)), "a new table under a child: teach it to delete_child"
    done = store.apply("删除", removal(store, one), kind="delete")
    assert set(store.snapshot().children) == {two}
    assert store.snapshot().not_same == {}
    undone = store.undo(done.action_id)
    assert dump(store) == before
    assert (undone.touched, undone.kept) == (frozenset({one, two}), ())
    assert "child" in undone.tables
    assert store.past.deleted() == []


def test_the_bin_survives_a_restart_and_restores_any_day(store: FileStore, vault: FileVault) -> None:
    one, _two = filled(store)
    before = dump(store)
    snapshot = store.snapshot()
    store.apply("删除录错的周雨桐", removal(store, one), kind="delete")
    store.apply("别的事", [Insert("staff", {"name": "张敏"})])
    store.close()
    again = vault.open(USER, PASSWORD)
    try:
        (line,) = again.past.deleted()
        assert (line.table, line.user, line.label) == ("child", USER, "删除录错的周雨桐")
        assert line.rows[0]["name"] == "周雨桐"
        assert line.class_id == snapshot.children[one].enrolments[0].class_id
        again.undo(line.action_id)
        after = dump(again)
        assert {**after, "staff": []} == {**before, "staff": []}
        assert again.past.deleted() == []
        again.redo(line.action_id)
        assert [one.action_id for one in again.past.deleted()] == [line.action_id]
    finally:
        again.close()


def test_relatives_teachers_and_classes_are_lines_of_their_own(store: FileStore) -> None:
    one, _two = filled(store)
    child = store.snapshot().children[one]
    store.apply("a", edits.remove_kin(child, child.kin[0]), kind="delete")
    made = store.apply("b", [Insert("staff", {"name": "张敏"}, "s"), *edits.add_class("primary", 2025, 3)]).ids
    store.apply("c", [Insert("class_teacher", {"class_id": made["class"], "staff_id": made["s"], "from_day": "2026-09-01"})])
    snapshot = store.snapshot()
    empty = next(one for one in snapshot.classes if one.id == made["class"])
    store.apply("d", edits.delete_class(empty, snapshot.children.values()), kind="delete")
    store.apply("e", edits.delete_staff(snapshot.staff[0], store.snapshot()), kind="delete")
    assert [line.table for line in store.past.deleted()] == ["staff", "class", "kin"]
    assert store.past.deleted()[2].child_id == one
    assert date.today() == store.past.deleted()[0].at.date()


def test_a_relative_of_a_deleted_child_comes_back_only_after_the_child(store: FileStore) -> None:
    one, _two = filled(store)
    before = dump(store)
    child = store.snapshot().children[one]
    relative = store.apply("a", edits.remove_kin(child, child.kin[0]), kind="delete").action_id
    whole = store.apply("b", removal(store, one), kind="delete").action_id
    assert store.undo(relative).reversed == 0
    assert [line.action_id for line in store.past.deleted()] == [whole, relative]
    store.undo(whole)
    store.undo(relative)
    assert dump(store) == before


def test_an_undone_addition_is_not_in_the_bin(store: FileStore) -> None:
    added = store.apply("添加", [Insert("child", {"name": "周雨桐"}, "c"), Insert("kin", {"child_id": New("c"), "relation": "父亲"})])
    store.undo(added.action_id)
    assert store.past.deleted() == []
