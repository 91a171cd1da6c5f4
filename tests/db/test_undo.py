"""Any action is taken back field by field; what was edited since stays; done again, it stands as before."""

import random

import pytest

from app.changes import Change, Delete, Insert, Update
from app.store import Kept, NothingToUndo
from db.store import FileStore
from tests.db.dump import dump
from tests.db.families import pupils


def test_an_import_taken_back_leaves_the_file_as_it_was(store: FileStore) -> None:
    store.apply("导入 一", pupils(3), kind="import")
    before = dump(store)
    done = store.apply("导入 二", pupils(20, 3, 2), kind="import")
    after = dump(store)
    undone = store.undo(done.action_id)
    assert (undone.reversed, undone.kept) == (161, ())
    assert undone.touched == done.touched
    assert len(done.touched) == 20
    assert dump(store) == before
    assert store.redo(done.action_id).kept == ()
    assert dump(store) == after
    store.undo(done.action_id)
    assert dump(store) == before
    assert store.check() == []


def test_a_pupil_edited_since_the_import_stays_whole_and_keeps_the_class(store: FileStore) -> None:
    done = store.apply("导入", pupils(3), kind="import")
    phone = done.ids["phone1"]
    store.apply("修改电话", [Update("phone", phone, {"number": "13700000000"})])
    kept_child = done.ids["child1"]
    before = store.child(kept_child)
    undone = store.undo(done.action_id)
    assert set(undone.kept) == {Kept(kept_child, "phone", phone, "number"), Kept(None, "class", done.ids["class"], "")}
    assert undone.reversed == 16
    assert store.snapshot().children == {kept_child: before}


def test_something_new_on_an_imported_pupil_keeps_it_but_a_printed_card_does_not(store: FileStore) -> None:
    done = store.apply("导入", pupils(2), kind="import")
    first, second = done.ids["child0"], done.ids["child1"]
    store.apply("打印", [Insert("card_print", {"child_id": second, "layout": "child"})], kind="print")
    kin = store.apply("添加亲属", [Insert("kin", {"child_id": first, "relation": "舅舅"}, "kin")]).ids["kin"]
    undone = store.undo(done.action_id)
    assert Kept(first, "kin", kin, "") in undone.kept
    assert store.snapshot().children.keys() == {first}
    again = store.redo(done.action_id)
    assert again.kept == ()
    assert len(store.snapshot().children[second].cards) == 1


def test_an_imported_pupil_from_whom_something_was_taken_since_stays(store: FileStore) -> None:
    done = store.apply("导入", pupils(2), kind="import")
    store.apply("删除电话", [Delete("phone", done.ids["phone0"])])
    undone = store.undo(done.action_id)
    assert Kept(done.ids["child0"], "phone", done.ids["phone0"], "") in undone.kept
    assert store.snapshot().children.keys() == {done.ids["child0"]}


def test_a_field_edited_since_is_kept_and_the_others_go_back(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    done = store.apply("修改", [Update("child", child, {"sex": "男", "birth": "2017-12", "address": "青山村"})])
    store.apply("修改", [Update("child", child, {"address": "石桥村"})])
    undone = store.undo(done.action_id)
    assert (undone.reversed, undone.kept) == (2, (Kept(child, "child", child, "address"),))
    found = store.snapshot().children[child]
    assert (found.sex, found.birth, found.address) == ("女", "", "石桥村")


def test_what_was_edited_and_set_back_is_not_edited(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    first = store.apply("修改", [Update("child", child, {"address": "青山村"})])
    second = store.apply("修改", [Update("child", child, {"address": "石桥村"})])
    store.undo(second.action_id)
    assert store.undo(first.action_id).kept == ()
    assert store.snapshot().children[child].address == ""


def test_a_deleted_relative_comes_back_with_its_id_unless_the_child_is_gone(store: FileStore) -> None:
    ids = store.apply("导入", pupils(1), kind="import").ids
    before = dump(store)
    father = ids["father0"]
    done = store.apply("删除父亲", [
        Update("phone", ids["phone0"], {"state": "停机"}), Delete("phone", ids["phone0"]), Delete("whereabouts", 1),
        Delete("kin", father),
    ])
    assert store.undo(done.action_id).reversed == 3
    assert dump(store) == before
    store.redo(done.action_id)
    child = ids["child0"]
    store.apply("删除孩子", [
        Delete("care", 1), Delete("claim", 1), Delete("enrolment", 1), Delete("kin", ids["grandmother0"]),
        Delete("child", child),
    ])
    undone = store.undo(done.action_id)
    assert undone.reversed == 0
    assert Kept(child, "kin", father, "") in undone.kept
    assert store.check() == []


def test_a_replaced_carer_goes_back_and_the_new_one_goes_away(store: FileStore) -> None:
    ids = store.apply("导入", pupils(1), kind="import").ids
    before = dump(store)
    aunt = store.apply("添加", [Insert("kin", {"child_id": ids["child0"], "relation": "姑姑"}, "aunt")])
    changed = store.apply("换照护人", [Update("care", 1, {"kin_id": aunt.ids["aunt"]})])
    assert store.undo(aunt.action_id).kept == (Kept(ids["child0"], "care", 1, ""),)
    assert store.snapshot().children[ids["child0"]].cares[0].kin_id == aunt.ids["aunt"]
    store.undo(changed.action_id)
    assert dump(store)["care"] == before["care"]


def test_the_undo_menu_walks_back_and_forth(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    actions = [store.apply(f"改{n}", [Update("child", child, {"address": str(n)})]).action_id for n in range(3)]
    assert store.last_undone() is None
    for expected in reversed(actions):
        last = store.last_action()
        assert last is not None
        assert last.id == expected
        store.undo(last.id)
        undone = store.last_undone()
        assert undone is not None
        assert (undone.id, undone.undone) == (expected, True)
    for expected in actions:
        undone = store.last_undone()
        assert undone is not None
        assert undone.id == expected
        store.redo(expected)
    assert store.last_undone() is None
    assert store.child(child).address == "2"  # type: ignore[union-attr]
    store.undo(actions[2])
    store.apply("另改", [Update("child", child, {"note": "x"})])
    assert store.last_undone() is None


def test_saving_what_stands_already_is_nothing_to_undo(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    done = store.apply("改", [Update("child", child, {"address": "青山村"})])
    store.apply("没改", [Update("child", child, {"address": "青山村"})])
    last = store.last_action()
    assert last is not None
    assert last.id == done.action_id


def test_what_cannot_be_undone_says_so(store: FileStore) -> None:
    done = store.apply("导入", pupils(1), kind="import")
    setup = store.history()[-1].action_id
    for action in (99, setup):
        with pytest.raises(NothingToUndo):
            store.undo(action)
    with pytest.raises(NothingToUndo):
        store.redo(done.action_id)
    store.undo(done.action_id)
    with pytest.raises(NothingToUndo):
        store.undo(done.action_id)


def test_an_undo_that_could_take_nothing_back_leaves_the_action_to_be_undone_later(store: FileStore) -> None:
    before = dump(store)
    first = store.apply("导入 一", pupils(3), kind="import")
    children = [first.ids[f"child{number}"] for number in range(3)]
    second = store.apply("导入 二", [Update("child", child, {"address": "新"}) for child in children], kind="import")
    both = dump(store)
    nothing = store.undo(first.action_id)
    assert (nothing.reversed, nothing.touched) == (0, frozenset())
    assert {kept.child_id for kept in nothing.kept} == {*children, None}
    assert dump(store) == both
    assert store.last_undone() is None
    store.undo(second.action_id)
    assert store.undo(first.action_id).kept == ()
    assert dump(store) == before


def test_what_an_undo_kept_is_taken_back_another_day_and_done_again_step_by_step(store: FileStore) -> None:
    before = dump(store)
    first = store.apply("导入 一", pupils(3), kind="import")
    whole = dump(store)
    second = store.apply("导入 二", [Update("child", first.ids["child0"], {"address": "新"})], kind="import")
    assert store.undo(first.action_id).reversed == 16
    part = dump(store)
    assert [row.left for row in store.history() if row.action_id == first.action_id] == [True] * 25
    assert store.undo(first.action_id).reversed == 0
    store.undo(second.action_id)
    assert (store.undo(first.action_id).reversed, dump(store)) == (9, before)
    assert not any(row.left for row in store.history())
    with pytest.raises(NothingToUndo):
        store.undo(first.action_id)
    assert store.redo(first.action_id).kept == ()
    store.redo(second.action_id)
    assert dump(store) == part
    store.undo(second.action_id)
    store.redo(first.action_id)
    assert dump(store) == whole
    with pytest.raises(NothingToUndo):
        store.redo(first.action_id)
    assert (store.undo(first.action_id).kept, dump(store)) == ((), before)


def test_undoing_the_rest_leaves_what_was_typed_after_the_first_undo(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    done = store.apply("导入 二", [Update("child", child, {"address": "甲", "note": "乙"})], kind="import")
    later = store.apply("改", [Update("child", child, {"note": "丙"})])
    assert store.undo(done.action_id).reversed == 1
    store.apply("改", [Update("child", child, {"address": "甲"})])
    store.undo(later.action_id)
    assert store.undo(done.action_id).reversed == 1
    found = store.child(child)
    assert found is not None
    assert (found.address, found.note) == ("甲", "")


def test_history_tells_who_what_old_and_new_of_a_child(store: FileStore) -> None:
    ids = store.apply("导入", pupils(2), kind="import").ids
    store.apply("修改电话", [Update("phone", ids["phone0"], {"number": "13700000000", "state": "停机"})])
    rows = store.history(ids["child0"], limit=2)
    assert [(row.field, row.old, row.new) for row in rows] == [
        ("state", "", "停机"), ("number", "13900000000", "13700000000"),
    ]
    assert {(row.user, row.label, row.table, row.row_id, row.kind) for row in rows} == {
        ("张老师", "修改电话", "phone", ids["phone0"], "edit"),
    }
    assert {row.child_id for row in store.history()} == {ids["child0"], ids["child1"], None}
    assert all(row.child_id == ids["child1"] for row in store.history(ids["child1"]))


def test_history_cannot_be_written_around(store: FileStore) -> None:
    store.apply("导入", pupils(1), kind="import")
    for statement in (
        "UPDATE child SET name = 'x'", "DELETE FROM history", "UPDATE history SET new = 'x'",
        "INSERT OR REPLACE INTO history SELECT * FROM history LIMIT 1",
    ):
        with pytest.raises(Exception, match=r"NOT NULL|history is never"):
            store._conn.execute(statement)


@pytest.mark.parametrize("seed", range(12))
def test_any_actions_undone_in_reverse_leave_the_file_as_it_was(store: FileStore, seed: int) -> None:
    chance = random.Random(seed)
    store.apply("导入", pupils(4), kind="import")
    before, after, actions = dump(store), [], []
    for number in range(8):
        changes: list[Change] = []
        for table in chance.sample(["child", "kin", "phone", "whereabouts", "care"], 3):
            rows = dump(store)[table]
            if not rows:
                continue
            row = chance.choice(rows)[0]
            column = {"child": "address", "kin": "address", "phone": "note"}.get(table, "source")
            changes.append(Update(table, row, {column: f"新{number}"}))
            if table in ("phone", "whereabouts", "care"):
                changes.append(Delete(table, row))
        changes += pupils(1, 10 + number, 10 + number) if number % 3 else []
        actions.append(store.apply("改", changes).action_id)
        after.append(dump(store))
    for action, state in zip(reversed(actions), reversed([before, *after[:-1]]), strict=True):
        assert store.undo(action).kept == ()
        assert dump(store) == state
    for action, state in zip(actions, after, strict=True):
        assert store.redo(action).kept == ()
        assert dump(store) == state
