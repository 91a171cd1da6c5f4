"""A closed term on a real file: what is changed of it later is listed, what is undone again is not; closing is undone."""

from datetime import date

import pytest

from app import edits
from app.changes import Delete, Insert, Update, Value
from app.edits import Told
from app.edits.term_close import close_term
from app.term_close import corrected
from db.store import FileStore
from db.term_touch import DAYS, LATER, PARTS, PERIODS, TERMS, TRACKED
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


def add(store: FileStore, table: str, **values: Value) -> int:
    return store.apply(f"加{table}", [Insert(table, values, "row")]).ids["row"]


def test_undated_words_scores_and_links_of_the_term_are_corrections(
    store: FileStore, school: dict[str, int]
) -> None:
    store.apply("改备注", [Update("participant", store.ledger.record(school["record"]).participants[0].id,  # type: ignore[union-attr]
                               {"remark": "补"})])  # fmt: skip
    assert labels(store)[0] == ("改备注", 1)
    (term, spring) = store.snapshot().terms
    add(store, "inspection_answer", term_id=term.id, point="boxed", answer="yes", day="2027-02-20")
    add(store, "work_plan", term_id=spring.id, span="term", title="春季计划")
    plan = add(store, "work_plan", term_id=term.id, span="term", title="计划")
    add(store, "plan_stage", plan_id=plan, what="调查")
    year = add(store, "work_plan", term_id=term.id, span="year", title="学年计划")
    add(store, "plan_stage", plan_id=year, what="暑期家访")
    table = add(store, "assessment_table", name="表")
    item = add(store, "assessment_item", table_id=table, what="谈心", points=4)
    add(store, "assessment_mark", item_id=item, term_id=term.id, kind="review", day="2027-03-02", points=3)
    add(store, "assessment_mark", item_id=item, term_id=spring.id, kind="review", day="2027-01-10", points=3)
    add(store, "assessment_evidence", item_id=item, term_id=term.id, words="第 3 盒")
    add(store, "attachment", file="a", record_id=school["record"], added_at="2027-02-20T10:00:00")
    store.apply("改校历", [Update("term", term.id, {"until_day": "2027-01-16"})])
    assert [name for name, _count in labels(store)] == [
        "改校历", "加attachment", "加assessment_evidence", "加assessment_mark", "加plan_stage", "加work_plan",
        "加inspection_answer", "改备注",
    ]  # fmt: skip
    store.apply("取下", [Delete("assessment_item", item)])
    assert labels(store)[0] == ("取下", 2)


def test_what_is_done_later_or_holds_from_later_on_is_none(store: FileStore, school: dict[str, int]) -> None:
    problem = store.apply("问题", [Insert("problem", {"what": "水塘", "found_on": "2026-10-08"}, "p")]).ids["p"]
    pair = store.apply("结对", [Insert("pairing", {"child_id": 1, "helper_name": "向爷爷", "role": "volunteer",
                                                 "from_day": "2026-10-01"}, "p")]).ids["p"]  # fmt: skip
    before = labels(store)
    closed = {"closed_on": "2027-03-04", "closed_by": "后勤", "result": "围上了"}
    store.apply("改好了", [Update("problem", problem, closed)])
    store.apply("结束结对", [Update("pairing", pair, {"until_day": "2027-03-01", "why_ended": "搬走"})])
    store.apply("跟进了", [Update("care_record", school["record"], {"followed_up": "2027-03-01"})])
    store.apply("新的登记", [Insert("claim", {"child_id": 1, "status": "both_away", "from_day": "2027-02-20"})])
    assert labels(store) == before
    store.apply("改问题", [Update("problem", problem, {"what": "后门水塘"})])
    store.apply("改好得早", [Update("problem", problem, {"closed_on": "2026-12-01"})])
    store.apply("早就结束了", [Update("pairing", pair, {"until_day": "2026-12-01"})])
    store.apply("换了人", [Update("pairing", pair, {"helper_name": "向叔叔"})])
    assert [name for name, _count in labels(store)[:4]] == ["换了人", "早就结束了", "改好得早", "改问题"]


def test_every_table_with_days_or_a_term_is_asked(store: FileStore) -> None:
    names = {name for (name,) in store._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(TRACKED) <= names and len(set(TRACKED)) == len(TRACKED)
    columns = {name: {column for (column,) in store._conn.execute("SELECT name FROM pragma_table_info(?)", (name,))}
               for name in names}  # fmt: skip
    dated = {name for name, has in columns.items() if has & {"day", "from_day", "term_id"}}
    # The terms are their own days; a close is no correction of itself.
    assert dated - set(TRACKED) <= {"term", "term_close"}
    asked = [(name, DAYS[name]) for name in DAYS]
    asked += [(name, column) for name, of in PERIODS.items() for column in of if column]
    asked += [(name, word) for name, days in LATER.items() for day, words in days.items() for word in (day, *words)]
    asked += [(name, column) for name, of in PARTS.items() for column, _above in of]
    asked += [(name, "term_id") for name in TERMS]
    assert [(name, column) for name, column in asked if column not in columns[name]] == []
