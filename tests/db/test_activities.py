"""Activities in the real file: read back as written, undone whole, and plans kept out of every view of the ledger."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import edits
from app.activities import HELD, PLANNED, Held
from app.edits import Told
from app.edits.activities import (
    ActivityTold,
    EntryTold,
    ItemTold,
    Lines,
    StepTold,
    delete_activity,
    lines_of,
    set_activity,
    told_of_activity,
)
from app.ledger import LedgerQuery
from db.store import FileStore
from tests.db.families import pupils

TODAY = date(2026, 11, 24)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
WORDS = st.sampled_from(["开场", "合唱", "领奖", "收场"])
STEPS = st.lists(st.builds(StepTold, WORDS, st.sampled_from(["", "14:30", "9:05"]), WORDS), max_size=4)
ITEMS = st.lists(st.builds(ItemTold, WORDS, st.sampled_from(["", "2 个"]), WORDS), max_size=3)
ENTRIES = st.lists(
    st.builds(EntryTold, WORDS, st.none(), st.sampled_from(["", "低段组"]), WORDS, st.just("9.5"), WORDS), max_size=3
)
LINES = st.builds(Lines, STEPS, ITEMS, ENTRIES)
MORE = st.builds(ActivityTold, st.sampled_from([PLANNED, HELD]), WORDS, budget=st.sampled_from(["", "120", "36.50"]))


def one(store: FileStore, record_id: int) -> Held:
    found = store.activities.of_record(record_id)
    assert found is not None
    return found


def as_told(lines: Lines) -> list[tuple[object, ...]]:
    steps = [(step.what, step.who) for step in lines.agenda]
    return [*steps, *((item.what, item.count, item.keeper) for item in lines.materials),
            *((entry.name, entry.contest_group, entry.piece) for entry in lines.entries)]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MORE, LINES, MORE, LINES)
def test_what_is_written_is_read_and_every_change_is_taken_back(
    store: FileStore, more: ActivityTold, lines: Lines, then: ActivityTold, others: Lines
) -> None:
    record = store.apply("记", set_activity(Told("activity", TODAY), more, [], lines, TODAY)).ids["record"]
    first = one(store, record)
    assert as_told(lines_of(first.activity)) == as_told(lines)
    assert told_of_activity(first).budget == more.budget and first.state == more.state
    # Half of the lines stay, in another order, and new ones come between.
    kept = lines_of(first.activity)
    mixed = Lines([*others.agenda, *kept.agenda[::-2]], [*kept.materials[1:], *others.materials], others.entries)
    changes = set_activity(Told("activity", TODAY), then, [], mixed, TODAY, first)
    done = store.apply("改", changes)
    second = one(store, record)
    assert as_told(lines_of(second.activity)) == as_told(mixed) and second.state == then.state
    gone = store.apply("删", delete_activity(second))
    assert store.activities.of_record(record) is None
    store.undo(gone.action_id)
    assert one(store, record) == second
    if changes:
        store.undo(done.action_id)
    assert one(store, record) == first


def test_a_plan_is_in_no_view_of_the_ledger_until_it_is_held(store: FileStore) -> None:
    child = store.apply("导入", pupils(1)).ids["child0"]
    day = TODAY + timedelta(days=3)
    new = set_activity(Told("activity", day), ActivityTold(PLANNED, "春游"), [child], Lines(), TODAY)
    record = store.apply("计划", new).ids["record"]
    ledger = store.ledger

    def views() -> list[int]:
        return [
            len(ledger.contacts(FIRST, LAST)), len(ledger.contacts(FIRST, LAST, ["activity"])),
            len(ledger.contacts_of([record])), len(ledger.between(FIRST, LAST)), len(ledger.timeline(child)),
            len(ledger.lately(child, 5)), len(ledger.page(LedgerQuery())), len(ledger.page(LedgerQuery(missed=True))),
            len(ledger.page(LedgerQuery(children=frozenset({child})))),
        ]  # fmt: skip

    assert views() == [0] * 9
    assert [held.record.id for held in store.activities.between(FIRST, LAST)] == [record]
    told = ActivityTold(HELD, "春游")
    store.apply("办了", set_activity(Told("activity", TODAY), told, [child], Lines(), TODAY, one(store, record)))
    assert views() == [1, 1, 1, 1, 1, 1, 1, 0, 1]


def test_what_came_to_nothing_is_an_attempt_and_no_plan(store: FileStore) -> None:
    child = store.apply("导入", pupils(1)).ids["child0"]
    new = set_activity(Told("activity", TODAY), ActivityTold("failed", "春游"), [child], Lines(), TODAY)
    store.apply("没办成", new)
    (contact,) = store.ledger.contacts(FIRST, LAST)
    assert not contact.reached and contact.child_id == child


def test_a_child_entered_by_mistake_goes_from_a_plan_too(store: FileStore) -> None:
    ids = store.apply("导入", pupils(2)).ids
    mine, other = ids["child0"], ids["child1"]
    lines = Lines(entries=[EntryTold("", mine, piece="送别"), EntryTold("", other, piece="童年")])
    new = set_activity(Told("activity", TODAY), ActivityTold(PLANNED, "唱歌比赛"), [], lines, TODAY)
    record = store.apply("计划", new).ids["record"]
    before = one(store, record)
    known = store.snapshot()
    changes = edits.delete_children([known.children[mine]], known, store.ledger.of_child, store.ledger.mentions)
    gone = store.apply("删除", changes, kind="delete")
    left = one(store, record)
    assert [person.child_id for person in left.record.participants] == [other]
    assert left.activity is not None and [entry.child_id for entry in left.activity.entries] == [None, other]
    again = set_activity(
        Told("activity", TODAY), told_of_activity(left), [other], lines_of(left.activity), TODAY, left
    )
    assert again == [], "an entry whose child is gone can be stored on"
    store.undo(gone.action_id)
    assert one(store, record) == before
