"""The roster this program writes is imported again without a change, masked or in full."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.changes import Insert, Update
from app.children import Child
from app.enrolment import pupils_on
from db.store import FileStore
from db.xlsx import write_sheet
from tests.app.imports.reading import bring_in, from_file, planned
from ui.paper.roster_sheet import RosterJob, roster_sheet

SAMPLES = Path(__file__).parent.parent / "samples"
DAY = date(2026, 11, 24)


@pytest.fixture
def school(store: FileStore) -> FileStore:
    for name in ("register.xlsx", "county-extract.xls", "class-teacher.xlsx", "family.csv"):
        bring_in(store, from_file(SAMPLES / name))
    return store


def written(store: FileStore, folder: Path, full: bool) -> Path:
    snapshot = store.snapshot()
    children: list[Child] = [child for child, _ in pupils_on(snapshot, DAY)]
    path = folder / "花名册.xlsx"
    write_sheet(roster_sheet(RosterJob(children, snapshot, DAY, full=full, all_pupils=True)), path)
    return path


@pytest.mark.parametrize("full", [True, False])
def test_nothing_changes(school: FileStore, tmp_path: Path, full: bool) -> None:
    plan = planned(school, from_file(written(school, tmp_path, full)))
    assert [(row.record.name, row.diffs) for row in plan.rows if row.kind == "changed"] == []
    assert [(row.record.name, row.reason) for row in plan.rows if row.kind in ("refused", "doubtful")] == []
    assert (plan.count("unchanged"), plan.count("new"), plan.absent) == (139, 0, ())


def test_hard_cases_come_back_too(school: FileStore, tmp_path: Path) -> None:
    child = next(child for child in school.snapshot().children.values() if len(child.kin) >= 3)
    father, mother, elder = child.kin[:3]
    school.apply(
        "改",
        [
            Update("kin", father.id, {"state": "dead"}),
            Update("kin", mother.id, {"relation": "继母或养母"}),
            Insert("phone", {"kin_id": mother.id, "number": "6123", "position": 9, "state": "停机"}),
            Insert("phone", {"kin_id": elder.id, "number": "07430036128", "position": 8}),
            Insert(
                "whereabouts",
                {"kin_id": mother.id, "kind": "home", "from_day": "2026-10-15", "confirmed_on": "2026-10-20"},
            ),
            Update("child", child.id, {"birth": "2017", "id_number": "", "note": "对花生过敏，\n随身带药"}),
            Update("child", child.id, {"address": ""}),
        ],
    )
    plan = planned(school, from_file(written(school, tmp_path, full=True)))
    assert [(row.record.name, row.diffs) for row in plan.rows if row.kind not in ("unchanged",)] == []


def test_a_number_changed_in_excel_is_news(school: FileStore, tmp_path: Path) -> None:
    table = from_file(written(school, tmp_path, full=True))
    sheet = table.sheets[0]
    head = next(index for index, row in enumerate(sheet.rows) if row[0] == "序号")
    rows = [list(row) for row in sheet.rows]
    rows[head + 2][10] = "13900462280"
    changed = replace(table, sheets=(replace(sheet, rows=tuple(tuple(row) for row in rows)),))
    plan = planned(school, changed)
    assert [[(diff.field, diff.relation) for diff in row.diffs] for row in plan.rows if row.kind == "changed"] == [
        [("phones", "父亲")]
    ]
