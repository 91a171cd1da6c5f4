"""The sample school on a real file: read back as it was, and past days keep their counts whatever is done later."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import edits
from app.changes import Change
from app.edits import BadValue, NewKin
from app.roster import Counts, counts, rows
from app.sample import Sample, sample_school
from app.school import Snapshot
from app.statistics import statistics
from app.status import NONE
from app.vault import Setup
from app.whereabouts import parents
from db import keys
from db.store import FileStore
from db.vault import FileVault

ON = date(2026, 11, 24)
TOMORROW = ON + timedelta(days=1)
PAST = (date(2026, 9, 1), date(2026, 10, 8), date(2026, 11, 1), ON)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return sample_school(ON, 80)


@pytest.fixture
def store(sample: Sample, tmp_path: Path) -> Iterator[FileStore]:
    vault = FileVault(tmp_path / "示例 学校", cost=keys.LOW_COST)
    term = sample.term
    _, opened = vault.create(
        Setup(sample.school, "张老师", "青山-password-1", term.code, term.from_day, term.until_day)
    )
    opened.apply("示例学校", sample.changes)
    yield opened
    opened.close()


def figures(snapshot: Snapshot, day: date) -> Counts:
    return counts(rows(snapshot, day))


def everything(snapshot: Snapshot, day: date) -> tuple[object, ...]:
    """The counts of a day, and every number of its statistics."""
    found = statistics(snapshot, day)
    return asdict(found.counts), *((table.lines, table.numbers, table.apart) for table in found.tables)


def test_the_sample_school_comes_back_from_the_file_as_it_was_invented(store: FileStore, sample: Sample) -> None:
    kept = store.snapshot()
    assert [figures(kept, day) for day in PAST] == [figures(sample.snapshot, day) for day in PAST]
    before = {row.name + row.class_name: (row.card, row.missing) for row in rows(sample.snapshot, ON)}
    assert {row.name + row.class_name: (row.card, row.missing) for row in rows(kept, ON)} == before


def test_the_counts_of_past_days_never_change_by_later_edits(store: FileStore) -> None:
    snapshot = store.snapshot()
    before = {day: everything(snapshot, day) for day in PAST}
    for place, child_id in enumerate(list(snapshot.children)[:70]):
        store.apply("改动", later_edit(store.snapshot(), child_id, place % 7))
    after = store.snapshot()
    assert {day: everything(after, day) for day in PAST} == before
    assert figures(after, TOMORROW) != figures(after, ON)


def later_edit(snapshot: Snapshot, child_id: int, place: int, day: date = TOMORROW) -> list[Change]:
    """One of the dated verbs, dated `day`."""
    child = snapshot.children[child_id]
    classes = snapshot.classes
    elders = [kin for kin in child.kin if kin not in parents(child)]
    kind = place
    if kind == 0:
        return edits.transfer_out(child, day, "东莞")
    if kind == 1:
        return edits.change_class(child, classes[-1].id, day)
    if kind == 2:
        return edits.set_override(child, "register", NONE, "父亲回来了", day)
    if kind == 3 and elders:
        return edits.set_carer(child, elders[0], day)
    if kind == 4:
        return edits.add_child({"name": "龙新来", "sex": "男"}, classes[0].id, day,
                               family=[NewKin("爸爸", "龙大勇", "13900467715", "away", "广东省东莞市")])
    if kind == 5:
        return edits.set_override(child, "civil", "yes", "村里核实", day)
    if kind == 6:
        return edits.clear_override(child, "register", day)
    if kind == 7:
        return edits.come_back(child, classes[0].id, day)
    return edits.set_whereabouts(parents(child)[0], "home", "在家", day, day, "张老师")


VERBS = st.tuples(st.integers(0, 79), st.integers(0, 8), st.integers(1, 400))
"""Of which child, which verb, how many days from today."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(VERBS, min_size=1, max_size=8))
def test_no_order_of_later_edits_changes_a_past_day(
    store: FileStore, done: list[tuple[int, int, int]]
) -> None:
    snapshot = store.snapshot()
    before = {day: everything(snapshot, day) for day in PAST}
    ids = list(snapshot.children)
    for child, kind, days in done:
        day = ON + timedelta(days=days)
        try:
            changes = later_edit(store.snapshot(), ids[child], kind, day)
        except BadValue:
            continue
        if changes:
            store.apply("改动", changes)
    after = store.snapshot()
    assert {day: everything(after, day) for day in PAST} == before
