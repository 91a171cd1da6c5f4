"""A closed term on a real file: what is changed of it later is listed, what is undone again is not; closing is undone."""

from datetime import date

import pytest

from app import edits
from app.changes import Delete, Insert, Update
from app.edits import Told
from app.edits.term_close import close_term
from app.term_close import corrected
from db.store import FileStore
from db.term_close import OWN, PARTS
from tests.db.families import pupils

FIRST, LAST = date(2026, 9, 1), date(2027, 1, 15)


@pytest.fixture
def school(store: FileStore) -> dict[str, int]:
    """Two children, a talk in the term, then the term is closed."""
    store.apply("孩子", pupils(2))
    ids = store.apply("谈心", edits.log_care(Told("talk", date(2026, 10, 9), summary="好"), [1])).ids
    term = store.snapshot().terms[0]
    changes = close_term(term, store.snapshot().terms, store.term_closes.every(), at="2027-01-15T16:00:00", by="张老师",
                         seq=store.past.newest(), figures='{"rule.talk": [1, 2]}')  # fmt: skip
    return ids | {"action": store.apply("结束学期", changes).action_id}


def labels(store: FileStore) -> list[tuple[str, int]]:
    (close,) = store.term_closes.every()
    return [(one.label, one.fields) for one in store.term_closes.corrections(close, FIRST, LAST)]


def test_closing_itself_is_no_correction_and_opens_the_next_term(store: FileStore, school: dict[str, int]) -> None:
    assert labels(store) == [] and [one.code for one in store.snapshot().terms] == ["2026-1", "2026-2"]
    (close,) = store.term_closes.every()
    assert (close.by, close.figures) == ("张老师", '{"rule.talk": [1, 2]}')
    store.undo(school["action"])
    assert store.term_closes.every() == [] and [one.code for one in store.snapshot().terms] == ["2026-1"]


def test_what_is_changed_of_the_term_is_listed(store: FileStore, school: dict[str, int]) -> None:
    record = school["record"]
    store.apply("改谈心", [Update("care_record", record, {"summary": "很好", "minutes": 20})])
    store.apply("补家访", edits.log_care(Told("home_visit", date(2026, 11, 2)), [1, 2]))
    store.apply("下学期的谈心", edits.log_care(Told("talk", date(2027, 3, 5)), [1]))
    store.apply("改名字", [Update("child", 1, {"attention": "坐前排"})])
    store.apply("补结对", [Insert("pairing", {"child_id": 1, "helper_name": "向爷爷", "role": "volunteer",
                                          "from_day": "2026-10-01"})])  # fmt: skip
    assert labels(store) == [("补结对", 1), ("补家访", 3), ("改谈心", 2)]
    newest = store.history(limit=1)[0].action_id
    (close,) = store.term_closes.every()
    assert [one.label for one in store.term_closes.corrections(close, FIRST, LAST, newest)] == ["补结对"]
    assert corrected(store.term_closes, store.snapshot().terms, newest) == {newest: "2026-1"}
    store.apply("挪到下学期", [Update("care_record", record, {"day": "2027-03-01"})])
    assert labels(store)[0] == ("挪到下学期", 1)
    visit = store.ledger.record(record + 1)
    assert visit is not None
    gone = [Delete("participant", one.id) for one in visit.participants]
    store.apply("删掉家访", [*gone, Delete("care_record", visit.id)])
    assert labels(store)[0][0] == "删掉家访"


def test_what_is_taken_back_again_is_no_correction_but_an_undo_of_before_is(
    store: FileStore, school: dict[str, int]
) -> None:
    done = store.apply("补谈心", edits.log_care(Told("talk", date(2026, 10, 16)), [2]))
    assert [name for name, _count in labels(store)] == ["补谈心"]
    store.undo(done.action_id)
    assert labels(store) == []
    store.redo(done.action_id)
    assert [name for name, _count in labels(store)] == ["补谈心"]
    store.undo(done.action_id)
    before = next(one for one in store.history() if one.label == "谈心").action_id
    store.undo(before)
    assert [name for name, _count in labels(store)] == ["谈心"]


def test_every_table_with_days_that_a_term_has_is_asked(store: FileStore) -> None:
    tables = {name for (name,) in store._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(OWN) | set(PARTS) <= tables
    dated = {
        table for table in tables
        if any(column == "day" for (column,) in store._conn.execute("SELECT name FROM pragma_table_info(?)", (table,)))
    }  # fmt: skip
    # A day off, a stock-take's letters of thanks and answers of a term are not what its figures are made of.
    assert dated - set(OWN) <= {"calendar_day", "story", "inspection_answer"}
