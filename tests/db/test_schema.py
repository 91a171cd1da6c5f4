"""The file keeps its triggers and its rules through whatever rebuilds it, and each writer sees whole actions."""

import threading
from datetime import date

import pytest

from app.changes import Change, Insert, New, Update
from app.children import CardPrint, Claim, Override
from app.classes import ClassTeacher, SchoolClass
from db import connection, schema, triggers
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, USER
from tests.db.families import pupils


def test_a_trigger_lost_by_a_rebuilt_table_comes_back_at_the_next_start(store: FileStore, vault: FileVault) -> None:
    assert store.check() == []
    connection.database(store._conn).table("staff").transform(rename={"phone": "phone"}, drop=set())
    store._conn.execute("DROP TRIGGER history_child_update")
    assert store.check() != []
    store.close()
    again = vault.open(USER, PASSWORD)
    assert again.check() == []
    again.apply("加", [Insert("child", {"name": "周雨桐"}, "child"), Update("child", 1, {"sex": "女"})])
    assert again.history(1, limit=1)[0].field == "sex"
    again.close()


def test_every_table_of_the_list_has_its_three_triggers_and_is_strict(store: FileStore) -> None:
    assert schema.missing_tables(store._conn) == []
    names = triggers.stored(store._conn)
    assert len(names) == 3 * len(triggers.OWNER) + len(triggers.GUARDS)
    loose = store._conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE '%sqlite%'"
    ).fetchall()
    assert loose == []


def test_the_pragmas_that_safety_stands_on_are_set_on_every_connection(store: FileStore) -> None:
    with store.for_thread() as other:
        for conn in (store._conn, other._conn):
            found = {
                pragma: conn.execute(f"PRAGMA {pragma}").fetchone()[0]
                for pragma in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema")
            }
            assert list(found.values()) == ["wal", 2, 1, 1, 0]


def test_class_staff_claim_override_and_card_are_read_back(store: FileStore) -> None:
    child = store.apply("导入", pupils(1), kind="import").ids["child0"]
    changes: list[Change] = [
        Insert("staff", {"name": "李梅", "duties": "校医"}, "staff"),
        Insert("class_teacher", {"class_id": 1, "staff_id": New("staff"), "from_day": "2026-09-01"}),
        Insert("claim", {"child_id": child, "status": "both_away", "from_day": "2026-03-01", "source": "学籍.xlsx"}),
        Insert("override", {
            "child_id": child, "meaning": "civil", "status": "yes", "reason": "村委会证明", "from_day": "2026-09-01",
            "until_day": "2027-01-01",
        }),
        Insert("card_print", {"child_id": child, "layout": "pocket", "printed_at": "2026-11-24T10:00", "facts": "abc"}),
    ]
    store.apply("添加", changes)
    snapshot = store.snapshot()
    assert snapshot.classes == (SchoolClass(1, "primary", 2024, 1, (ClassTeacher(1, 1, date(2026, 9, 1)),)),)
    found = snapshot.children[child]
    assert found.claims == (
        Claim(2, "both_away", date(2026, 3, 1), "学籍.xlsx"), Claim(1, "one_away", date(2026, 9, 1)),
    )
    assert found.overrides == (Override(1, "civil", "yes", "村委会证明", date(2026, 9, 1), date(2027, 1, 1)),)
    assert found.cards == (CardPrint(1, "pocket", "2026-11-24T10:00", "abc"),)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("care", {"child_id": 1, "kin_id": 1, "from_day": "2026-09-02", "until_day": "2026-09-01"}),
        ("enrolment", {"child_id": 1, "class_id": 1, "from_day": None}),
        ("enrolment", {"child_id": 1, "class_id": 99, "from_day": "2026-09-01"}),
        ("enrolment", {"child_id": 1, "class_id": 1, "from_day": "2026-9-1"}),
        ("whereabouts", {"kin_id": 1, "kind": "abroad"}),
        ("phone", {"kin_id": 1, "number": "1", "state": "坏"}),
        ("class", {"stage": "primary", "entry_year": 2024, "number": 1}),
        ("class", {"stage": "kindergarten", "entry_year": 2024, "number": 1}),
        ("term", {"code": "2026-3", "from_day": "2026-09-01", "until_day": "2027-01-01"}),
        ("school", {"id": 2, "name": "第二小学"}),
        ("child", {"name": "周", "other": "{"}),
        ("child", {"name": "周", "pinyin_by_hand": 2}),
        ("kin", {"child_id": 1, "relation": "父亲", "guardian": "是"}),
    ],
)
def test_what_must_always_hold_is_held_by_the_file(store: FileStore, table: str, values: dict[str, str | int]) -> None:
    store.apply("导入", pupils(1), kind="import")
    with pytest.raises(ValueError, match=r"."):
        store.apply("坏", [Insert(table, values)])


def test_a_reader_never_sees_half_an_action_of_another_thread(store: FileStore) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with store.for_thread() as mine:
                for number in range(40):
                    mine.apply("加", [Insert("staff", {"name": f"{number}{side}"}) for side in "甲乙"])
        except BaseException as error:
            failed.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    seen = {0}
    while worker.is_alive():
        seen.add(len(store.snapshot().staff))
        store.set_setting("seen", str(max(seen)))
    worker.join()
    assert failed == []
    assert {count % 2 for count in seen} == {0}
    assert len(store.snapshot().staff) == 80
