"""What is written is read back, named, refused whole or carried out whole."""

from datetime import date
from pathlib import Path

import pytest

from app.changes import Change, Delete, Insert, New, Update
from app.children import Care, Child, Enrolment, Kin, Phone, Whereabouts
from app.school import Staff
from app.store import Cancelled, ImportNote, MissingSlots
from app.termdays import Term
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER

FAMILY: list[Change] = [
    Insert("class", {"stage": "primary", "entry_year": 2024, "number": 1}, "class"),
    Insert("child", {"name": "龑𠮷·买买提", "sex": "女", "birth": "2017-12", "pinyin_by_hand": 1}, "child"),
    Insert("kin", {"child_id": New("child"), "relation": "父亲", "name": "周强", "guardian": 1, "position": 1}, "f"),
    Insert("kin", {"child_id": New("child"), "relation": "祖母", "able": 0, "position": 0}, "grandmother"),
    Insert("phone", {"kin_id": New("f"), "number": "13900467715", "position": 1}),
    Insert("phone", {"kin_id": New("f"), "number": "6123", "state": "停机", "checked_on": "2026-11-01"}),
    Insert("whereabouts", {"kin_id": New("f"), "kind": "away", "place": "广东省东莞市", "from_day": "2026-03-01"}),
    Insert("care", {"child_id": New("child"), "kin_id": New("grandmother")}),
    Insert("enrolment", {"child_id": New("child"), "class_id": New("class"), "from_day": "2026-09-01"}),
]


def test_a_family_is_read_back_as_it_was_written(store: FileStore) -> None:
    done = store.apply("添加孩子", FAMILY)
    father = Kin(
        1, "父亲", "周强", guardian=True,
        phones=(Phone(2, "6123", "停机", date(2026, 11, 1)), Phone(1, "13900467715")),
        whereabouts=(Whereabouts(1, "away", "广东省东莞市", date(2026, 3, 1)),),
    )
    child = Child(
        1, "龑𠮷·买买提", "女", "2017-12", pinyin_by_hand=True, kin=(Kin(2, "祖母", able=False), father),
        cares=(Care(1, 2),), enrolments=(Enrolment(1, 1, date(2026, 9, 1)),),
    )
    assert done.touched == {1}
    assert done.ids == {"class": 1, "child": 1, "f": 1, "grandmother": 2}
    assert store.snapshot().children == {1: child}
    assert store.child(1) == child
    assert store.children([1, 99]) == {1: child}
    assert store.child(99) is None


def test_the_school_of_the_wizard_stands_in_the_file(store: FileStore) -> None:
    snapshot = store.snapshot()
    assert snapshot.school == SETUP.school
    assert snapshot.terms == (Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15)),)
    assert (store.user, store.role) == (USER, "管理员")
    assert store.last_action() is None


def test_a_list_that_fails_half_way_leaves_nothing(store: FileStore) -> None:
    before = store.snapshot()
    for bad in (
        Update("child", 99, {"sex": "男"}), Delete("kin", 7), Insert("phone", {"kin_id": 1, "nummer": "1"}),
        Insert("child", {"name": ""}), Insert("child", {"name": "周", "sex": "weiblich"}), Insert("sqlite_master", {}),
        Insert("claim", {"child_id": New("nobody"), "status": "none", "from_day": "2026-09-01"}),
        Insert("claim", {"child_id": New("child"), "status": "none", "from_day": "2026-02-30"}),
        Delete("child", 1), Delete("history", 1),
    ):
        with pytest.raises(ValueError, match=r"."):
            store.apply("添加孩子", [*FAMILY, bad])
        assert store.snapshot() == before
    assert store.check() == []


def test_progress_is_told_and_cancel_takes_all_back(store: FileStore) -> None:
    seen: list[tuple[int, int]] = []
    many: list[Change] = [Insert("staff", {"name": f"老师{number}"}) for number in range(250)]
    store.apply("添加教师", many, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 250), (100, 250), (200, 250), (250, 250)]

    def press_cancel(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.apply("添加教师", many, progress=press_cancel)
    assert len(store.snapshot().staff) == 250


def test_settings_and_the_renamed_school(store: FileStore, vault: FileVault) -> None:
    assert store.setting("theme", "light") == "light"
    store.set_setting("theme", "dark")
    store.set_setting("theme", "light")
    assert store.setting("theme") == "light"
    action = store.apply("修改学校名称", [Update("school", 1, {"name": "青山中心小学"})])
    assert vault.school_name() == "青山中心小学"
    store.undo(action.action_id)
    assert vault.school_name() == "青山小学"


def test_with_a_spoilt_key_file_only_the_schools_name_stays_as_it_is(store: FileStore, vault: FileVault) -> None:
    added = store.apply("添加教师", [Insert("staff", {"name": "李梅"})])
    (Path(vault.folder) / "qianshou.keys").write_bytes(b"{}")
    with pytest.raises(MissingSlots):
        store.apply("修改学校名称", [Update("school", 1, {"name": "青山中心小学"})])
    assert store.school().name == "青山小学"
    store.undo(added.action_id)
    assert store.snapshot().staff == ()


def test_a_worker_thread_has_a_store_of_its_own(store: FileStore) -> None:
    with store.for_thread() as other:
        other.apply("添加教师", [Insert("staff", {"name": "李梅", "left_on": "2026-10-01"})])
        assert other.user == store.user
    assert store.snapshot().staff == (Staff(1, "李梅", left_on=date(2026, 10, 1)),)


def test_an_import_is_listed_and_marked_when_undone(store: FileStore) -> None:
    note = ImportNote("学籍.xlsx", date(2026, 9, 1), 1, 0)
    done = store.apply("导入 学籍.xlsx", FAMILY, kind="import", note=note)
    (found,) = store.imports()
    assert found.action_id == done.action_id
    assert (found.id, found.file_name, found.as_of) == (done.import_id, "学籍.xlsx", date(2026, 9, 1))
    assert (found.new, found.changed, found.undone) == (1, 0, False)
    store.undo(found.action_id)
    assert store.imports()[0].undone


def test_an_import_is_not_written_without_its_line_in_the_list(store: FileStore) -> None:
    before, actions = store.snapshot(), store.history()
    store._conn.execute("CREATE TRIGGER refused BEFORE INSERT ON import_run BEGIN SELECT RAISE(ABORT, 'refused'); END")
    with pytest.raises(ValueError, match="refused"):
        store.apply("导入", FAMILY, kind="import", note=ImportNote("学籍.xlsx", date(2026, 9, 1), 1, 0))
    assert (store.snapshot(), store.history()) == (before, actions)


def test_closed_twice_and_opened_again(store: FileStore, vault: FileVault) -> None:
    store.apply("添加孩子", FAMILY)
    before = store.snapshot()
    store.close()
    store.close()
    again = vault.open(USER, PASSWORD)
    try:
        assert again.snapshot() == before
    finally:
        again.close()
