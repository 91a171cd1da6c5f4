"""No question to the ledger walks through all of it: ten years of a school are hundreds of thousands of records.

Asked of SQLite itself (EXPLAIN QUERY PLAN), so that nothing is timed.
"""

import re
from collections.abc import Callable
from datetime import date

import pytest

from app.ledger import LedgerQuery
from db.ledger import FileLedger
from db.store import FileStore

DAY, LATER = date(2026, 9, 1), date(2026, 11, 24)
CHILD, STAFF = frozenset({1}), frozenset({2})
Question = Callable[[FileLedger], object]
QUESTIONS: dict[str, Question] = {
    "contacts": lambda ledger: ledger.contacts(DAY, LATER),
    "contacts of kinds": lambda ledger: ledger.contacts(DAY, LATER, ("health_check",)),
    "contacts of records": lambda ledger: ledger.contacts_of([1, 2]),
    "talked by": lambda ledger: ledger.talked_by("视频", DAY, LATER),
    "of child": lambda ledger: ledger.of_child(1),
    "timeline": lambda ledger: ledger.timeline(1),
    "how many": lambda ledger: ledger.how_many(1),
    "lately": lambda ledger: ledger.lately(1, 5),
    "between": lambda ledger: ledger.between(DAY, LATER),
    "between, of children": lambda ledger: ledger.between(DAY, LATER, [1]),
    "record": lambda ledger: ledger.record(1),
    "follow-ups": lambda ledger: ledger.open_follow_ups(),
    "last reached": lambda ledger: ledger.last_reached(DAY),
    "last of pairs": lambda ledger: ledger.last_of_pairs(DAY),
    "names staff": lambda ledger: ledger.names_staff(1),
    "phrases": lambda ledger: ledger.phrases("lecture"),
    "slips": lambda ledger: ledger.slips(DAY),
    "slip": lambda ledger: ledger.slip("A"),
    "sources": lambda ledger: ledger.sources("slip:A:"),
    "page of a child": lambda ledger: ledger.page(LedgerQuery(children=CHILD)),
    "page of staff": lambda ledger: ledger.page(LedgerQuery(staff=STAFF)),
    "page of both": lambda ledger: ledger.page(LedgerQuery(children=CHILD, staff=STAFF)),
}
IN_ORDER: dict[str, Question] = {
    "page": lambda ledger: ledger.page(LedgerQuery()),
    "page, nobody reached": lambda ledger: ledger.page(LedgerQuery(missed=True)),
    "page until": lambda ledger: ledger.page(LedgerQuery(until=LATER)),
    "next page": lambda ledger: ledger.page(LedgerQuery(), after=(LATER, 5)),
}
"""These go back from the newest record and stop when the page is full."""


def plan_of(store: FileStore, ask: Question) -> list[str]:
    """How SQLite goes about everything that is asked."""
    conn, said = store._conn, list[str]()
    conn.set_trace_callback(said.append)
    try:
        ask(store.ledger)
    finally:
        conn.set_trace_callback(None)
    asked = [one for one in said if "care_record" in one or "participant" in one or "slip" in one]
    assert asked
    return [str(row[3]) for one in asked for row in conn.execute(f"EXPLAIN QUERY PLAN {one}")]


def walks(plan: list[str]) -> list[str]:
    """The steps that go through a whole table or index; a list that was given, or an answer, is not one."""
    return [step for step in plan if step.startswith("SCAN") and "json_each" not in step and "subquery" not in step]


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_finds_what_it_wants_by_an_index(store: FileStore, name: str) -> None:
    assert walks(plan_of(store, QUESTIONS[name])) == []


@pytest.mark.parametrize("name", IN_ORDER)
def test_a_page_goes_back_from_the_newest_record(store: FileStore, name: str) -> None:
    steps = walks(plan_of(store, IN_ORDER[name]))
    assert all(re.fullmatch(r"SCAN r USING (COVERING )?INDEX care_record_day", step) for step in steps)
