"""From one school year to the next: promotion by itself, next year's register with repeaters and new classes."""

from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from app.children import Child
from app.enrolment import class_on, classes_by_id, enrolment_on, name_on
from app.imports.plan import Plan
from app.roster import counts, rows
from app.school import Snapshot
from app.sheets import Cell, TableFile
from app.terms import import_day, term_on
from db.store import FileStore
from tests.app.imports.reading import AS_OF, bring_in, from_file, planned, table
from tests.db.dump import dump

REGISTER = Path(__file__).parents[1] / "samples" / "register.xlsx"
NEXT = date(2027, 9, 1)
PAST = (AS_OF, date(2026, 11, 24), date(2027, 3, 1), date(2027, 8, 31))
HEAD = ("姓名", "性别", "身份证件号", "年级", "班级")


@pytest.fixture
def school(store: FileStore) -> FileStore:
    bring_in(store, from_file(REGISTER))
    return store


def name_of(snapshot: Snapshot, child: Child, day: date) -> str:
    found = class_on(child, classes_by_id(snapshot), day)
    return name_on(found, day) if found else ""


def pupils(snapshot: Snapshot, class_name: str, day: date) -> list[Child]:
    return [child for child in snapshot.children.values() if name_of(snapshot, child, day) == class_name]


def next_years_register(snapshot: Snapshot) -> tuple[TableFile, Child]:
    """Grade three is mixed anew, one child repeats, the sixth has left, three are new in the first."""
    repeater = next(child for child in pupils(snapshot, "四（1）班", NEXT) if child.id_number)
    lines: list[tuple[Cell, ...]] = []
    for child in snapshot.children.values():
        name = name_of(snapshot, child, NEXT)
        if not name:
            continue
        if name.startswith("四") and child != repeater:
            name = f"四（{child.id % 2 + 1}）班"
        elif child == repeater:
            name = "三（1）班"
        grade, number = name[0], name[2]
        lines.append((child.name, child.sex, child.id_number, f"{grade}年级", f"{number}班"))
    lines += [(f"龙小{word}", "女", "", "一年级", "1班") for word in "春夏秋"]
    return table(HEAD, *lines, name="2027学籍.xlsx"), repeater


def bring_next(store: FileStore) -> tuple[Plan, Child]:
    file, repeater = next_years_register(store.snapshot())
    return bring_in(store, file, NEXT), repeater


def test_on_the_first_of_september_everybody_goes_up_with_nothing_to_do(school: FileStore) -> None:
    snapshot = school.snapshot()
    before, after = (counts(rows(snapshot, day)).by_class for day in (date(2027, 8, 31), NEXT))
    up = dict(zip("一二三四五", "二三四五六", strict=True))
    assert after == {up[name[0]] + name[1:]: number for name, number in before.items() if name[0] != "六"}
    term = term_on(snapshot, NEXT)
    assert term is not None and (term.code, term.checked) == ("2027-1", False)
    assert import_day(snapshot.terms, date(2027, 8, 25)) == NEXT


def test_next_years_register_moves_who_moved_and_leaves_the_past_alone(school: FileStore) -> None:
    past = school.snapshot()
    before = {day: asdict(counts(rows(past, day))) for day in PAST}
    plan, repeater = bring_next(school)
    moved = [row for row in plan.rows if row.kind == "changed"]
    assert Counter(row.kind for row in plan.rows)["new"] == 3
    assert all([diff.field for diff in row.diffs] == ["class"] for row in moved)
    assert not plan.absent
    now = school.snapshot()
    assert {day: asdict(counts(rows(now, day))) for day in PAST} == before
    assert name_of(now, now.children[repeater.id], NEXT) == "三（1）班"
    for child in pupils(now, "四（2）班", NEXT):
        assert child.id % 2
    ended = Counter(
        one.left_how for child in now.children.values() for one in child.enrolments if one.until_day == NEXT
    )
    assert ended == {"留级": 1, "调班": len(moved) - 1}
    assert planned(school, next_years_register(now)[0], NEXT).count("new") == 0


def test_the_whole_of_it_is_taken_back(school: FileStore) -> None:
    before = dump(school)
    bring_next(school)
    action = school.last_action()
    assert action is not None
    school.undo(action.id)
    assert dump(school) == before


def test_who_repeats_the_last_grade_stays_a_pupil(school: FileStore) -> None:
    snapshot = school.snapshot()
    stays = pupils(snapshot, "六（1）班", AS_OF)[0]
    assert not name_of(snapshot, stays, NEXT)
    line = (stays.name, stays.sex, stays.id_number, "六年级", "1班")
    plan = bring_in(school, table(HEAD, line, name="留级.xlsx"), NEXT)
    assert [row.kind for row in plan.rows] == ["changed"]
    now = school.snapshot()
    enrolment = enrolment_on(now.children[stays.id], classes_by_id(now), NEXT)
    assert enrolment is not None and enrolment.from_day == NEXT
    assert name_of(now, now.children[stays.id], date(2027, 6, 1)) == "六（1）班"
