"""The four sample files, imported one after the other into a real school file, give what expected.json says."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.children import Child
from app.classnames import class_name
from app.imports.plan import Plan
from app.status import register_status
from db.store import FileStore
from tests.app.imports.reading import bring_in, from_file, planned

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
DAY = date(2026, 11, 24)


def by_id(store: FileStore) -> dict[str, Child]:
    return {child.id_number: child for child in store.snapshot().children.values()}


def counts(plan: Plan) -> tuple[int, ...]:
    return tuple(plan.count(kind) for kind in ("new", "changed", "unchanged", "doubtful", "refused"))


def is_settled(store: FileStore, name: str, rows: int, refused: int = 0) -> None:
    """Importing the file again changes nothing."""
    again = planned(store, from_file(SAMPLES / name))
    assert [(row.record.name, row.diffs) for row in again.rows if row.kind == "changed"] == []
    assert counts(again) == (0, 0, rows - refused, 0, refused)


@pytest.fixture
def registered(store: FileStore) -> FileStore:
    assert counts(bring_in(store, from_file(SAMPLES / "register.xlsx"))) == (EXPECTED["pupils"], 0, 0, 0, 0)
    return store


def check_school(store: FileStore) -> None:
    snapshot = store.snapshot()
    classes = {row.id: class_name(row.stage, row.entry_year, row.number, DAY) for row in snapshot.classes}
    children = by_id(store)
    assert {number: child.name for number, child in children.items()} == EXPECTED["names"]
    assert set(children) == set(EXPECTED["ids"])
    assert Counter(classes[child.enrolments[-1].class_id] for child in children.values()) == EXPECTED["by_class"]
    assert all(len(child.enrolments) == 1 for child in children.values())
    status = Counter(register_status(child, DAY).status for child in children.values())
    assert (status["one_away"], status["both_away"]) == (EXPECTED["one_away"], EXPECTED["both_away"])
    for number, phone in EXPECTED["father_phone"].items():
        father = next(kin for kin in children[number].kin if kin.relation == "父亲")
        assert father.phones[0].number == phone


def test_all_four_files(registered: FileStore) -> None:
    store = registered
    check_school(store)
    is_settled(store, "register.xlsx", 139)
    county = bring_in(store, from_file(SAMPLES / "county-extract.xls"))
    assert (county.count("new"), county.count("refused"), county.count("doubtful"), county.absent) == (0, 0, 0, ())
    check_school(store)
    is_settled(store, "county-extract.xls", 139)
    teacher = bring_in(store, from_file(SAMPLES / "class-teacher.xlsx"))
    assert len(teacher.rows) == EXPECTED["class_teacher"]["rows"]
    assert [row.record.name for row in teacher.rows if row.kind == "refused"] == EXPECTED["class_teacher"]["refused"]
    assert [(row.row, row.column) for row in teacher.rows if row.kind == "refused"] == [(6, "E")]
    carers(store)
    # The refused boy is in the file all the same; the other five of his class are not.
    assert "万小俊" not in {store.snapshot().children[child_id].name for child_id in teacher.absent}
    assert len(teacher.absent) == EXPECTED["by_class"]["三（1）班"] - 12
    is_settled(store, "class-teacher.xlsx", 12, refused=1)
    check_school(store)
    bring_in(store, from_file(SAMPLES / "family.csv"))
    is_settled(store, "family.csv", 139)
    check_school(store)
    carers(store)
    for name, refused in (("register.xlsx", 0), ("county-extract.xls", 0), ("class-teacher.xlsx", 1)):
        is_settled(store, name, 12 if refused else 139, refused)


def carers(store: FileStore) -> None:
    children = by_id(store)
    for number, (relation, name) in EXPECTED["class_teacher"]["carers"].items():
        child = children[number]
        carer = next(kin for kin in child.kin if kin.id == child.cares[-1].kin_id)
        assert (carer.relation, carer.name) == (relation, name)
    assert sum(len(child.cares) for child in children.values()) == len(EXPECTED["class_teacher"]["carers"])


def test_a_停机_alone_marks_the_stored_number(registered: FileStore) -> None:
    bring_in(registered, from_file(SAMPLES / "class-teacher.xlsx"))
    child = by_id(registered)["341125201802101309"]
    father = next(kin for kin in child.kin if kin.relation == "父亲")
    assert [(phone.number, phone.state) for phone in father.phones] == [("17790968460", "停机")]


def test_同上_fills_blanks_only(registered: FileStore) -> None:
    bring_in(registered, from_file(SAMPLES / "class-teacher.xlsx"))
    assert by_id(registered)["341125201804163909"].address.endswith("桃园村5组")


def test_a_teachers_list_alone_makes_the_children_it_can(store: FileStore) -> None:
    plan = bring_in(store, from_file(SAMPLES / "class-teacher.xlsx"))
    assert counts(plan) == (11, 0, 0, 0, 1)
    assert counts(planned(store, from_file(SAMPLES / "class-teacher.xlsx"))) == (0, 0, 11, 0, 1)


def test_a_whole_import_is_undone(registered: FileStore) -> None:
    action = registered.last_action()
    assert action is not None
    registered.undo(action.id)
    assert registered.snapshot().children == {}
    assert registered.snapshot().classes == ()
