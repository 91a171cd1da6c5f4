"""Tables, marks and evidence on a real file: kept, changed, taken back."""

from datetime import date

import pytest

from app import edits as care_edits
from app.assessment import BUILT_IN, PAPER, REVIEW, ROUTINE, SELF, Item, Table, bands_of, in_use, shipped
from app.attachments import ITEM, Kept
from app.changes import Delete, Insert
from app.edits import Told
from app.edits import assessment as edits
from app.edits.assessment import Given
from app.edits.attachments import attach
from app.measures import Facts
from app.scoring import AHEAD, FULL, GAIN, GIVEN, WAITS, Score, evidence_of, read_score
from app.termdays import Term
from app.values import BadValue
from db.store import FileStore

DAY = date(2026, 11, 24)


@pytest.fixture
def table(store: FileStore) -> Table:
    store.apply("表", edits.add_table(shipped()))
    return store.assessment.tables()[0]


def term_of(store: FileStore) -> Term:
    return store.snapshot().terms[0]


def item(store: FileStore, what: str) -> Item:
    return next(one for one in store.assessment.tables()[0].items if one.what == what)


def score_of(store: FileStore, day: date = DAY) -> Score:
    found = in_use(store.assessment.tables())
    assert found is not None
    return read_score(Facts(store.snapshot(), store, term_of(store), day), found)


def give(store: FileStore, what: str, kind: str, points: str, reason: str = "", day: date = DAY) -> None:
    one = item(store, what)
    marks = store.assessment.marks(one.table_id)
    store.apply("打分", edits.give(one, term_of(store), Given(kind, day, points, reason), marks))


def test_the_shipped_table_has_six_parts_and_a_hundred_points() -> None:
    table = shipped()
    assert table.full == 200 and len(dict.fromkeys(one.part for one in table.items)) == 6
    assert [(one.name, one.least) for one in bands_of(table)] == [("合格", 120), ("良好", 160), ("优秀", 180)]
    assert table.source == BUILT_IN and all(one.steps for one in table.items)


def test_it_is_kept_as_it_came(store: FileStore, table: Table) -> None:
    assert table.in_use and table.name == shipped().name and table.bands == shipped().bands
    assert [(one.what, one.points, one.measure, one.scale) for one in table.items] == [
        (one.what, one.points, one.measure, one.scale) for one in shipped().items
    ]


def test_one_table_is_in_use_and_a_name_is_there_once(store: FileStore, table: Table) -> None:
    with pytest.raises(BadValue):
        edits.add_table(shipped(), store.assessment.tables())
    name = edits.copy_name(table.name, [table])
    store.apply("再来", edits.add_table(Table(0, name, items=table.items[:3]), [table]))
    every = store.assessment.tables()
    assert [one.in_use for one in every] == [True, False] and every[0].name == name
    store.apply("换", edits.use_table(every[1], every))
    assert in_use(store.assessment.tables()) == store.assessment.tables()[0]
    assert store.assessment.tables()[0].id == table.id
    done = store.apply("删", edits.delete_table(store.assessment.tables()[0], store.assessment.tables()), kind="delete")
    assert [(one.name, one.in_use) for one in store.assessment.tables()] == [(name, True)]
    store.undo(done.action_id)
    assert len(store.assessment.tables()) == 2 and store.assessment.tables()[0].items == table.items


def test_items_are_changed_moved_added_and_taken_away(store: FileStore, table: Table) -> None:
    one = item(store, "家访")
    for field, text in (("what", "入户家访"), ("points", "6.5"), ("scale", "each 1"), ("measure", "rule:visit-mentor")):
        store.apply("改", edits.set_item_field(item(store, "家访") if field == "what" else item(store, "入户家访"),
                                              field, text))  # fmt: skip
    changed = item(store, "入户家访")
    assert (changed.points, changed.scale, changed.measure) == (13, "each 1", "rule:visit-mentor")
    store.apply("移", edits.move_item(changed, -3, store.assessment.tables()[0].items))
    order = [each.id for each in store.assessment.tables()[0].items]
    assert order.index(one.id) == [each.id for each in table.items].index(one.id) - 3
    store.apply("添", edits.add_item(store.assessment.tables()[0], one.part, "心理辅导"))
    items = store.assessment.tables()[0].items
    place = next(n for n, each in enumerate(items) if each.what == "心理辅导")
    assert items[place - 1].part == one.part and [each.position for each in items] == list(range(len(items)))
    store.apply("删", edits.delete_item(items[place]), kind="delete")
    assert len(store.assessment.tables()[0].items) == len(table.items)


def test_what_makes_no_sense_is_refused(store: FileStore, table: Table) -> None:
    one = item(store, "谈心")
    for field, text in (("points", "2.2"), ("points", "-1"), ("what", " "), ("scale", "steps 90:3"), ("scale", "x"),
                        ("measure", "nothing"), ("measured", "guess"), ("id", "3")):  # fmt: skip
        with pytest.raises(BadValue):
            edits.set_item_field(one, field, text)
    paper = item(store, "经费保障")
    with pytest.raises(BadValue):
        edits.set_item_field(paper, "measure", "0")
    assert edits.set_item_field(one, "measured", PAPER)[0].values["measure"] == "1"  # type: ignore[union-attr]


def test_own_points_take_the_place_of_what_is_counted_and_want_a_reason(store: FileStore, table: Table) -> None:
    before = score_of(store)
    with pytest.raises(BadValue, match="reason"):
        give(store, "环境卫生", SELF, "1.5")
    give(store, "环境卫生", SELF, "1.5", "工具没有归位")
    give(store, "环境卫生", SELF, "1", "工具没有归位")
    after = score_of(store)
    found = next(one for one in after.items if one.item.what == "环境卫生")
    assert (found.points, found.state, found.gain) == (2, GIVEN, 0)
    assert after.points == before.points + 2 and len(store.assessment.marks(table.id)) == 1
    give(store, "环境卫生", SELF, "")
    assert store.assessment.marks(table.id) == [] and score_of(store).points == before.points
    with pytest.raises(BadValue, match="points"):
        give(store, "环境卫生", SELF, "2.5")


def test_checks_add_up_over_the_school_year_and_the_review_stands_beside(store: FileStore, table: Table) -> None:
    give(store, "专人负责", SELF, "2")
    with pytest.raises(BadValue, match="reason"):
        give(store, "专人负责", ROUTINE, "-0.5")
    give(store, "专人负责", ROUTINE, "-0.5", "没有值班记录", date(2026, 9, 10))
    give(store, "专人负责", ROUTINE, "-0.5", "还是没有", date(2026, 11, 1))
    give(store, "专人负责", REVIEW, "0.5")
    score = score_of(store)
    found = next(one for one in score.items if one.item.what == "专人负责")
    assert (found.added, found.points, found.reviewed) == (-2, 2, 1)
    assert score.reviewed == score.points - 1
    assert next(one for one in score_of(store, date(2026, 10, 1)).items if one.item.what == "专人负责").added == -1
    # The second term of the same year still has them; its own marks begin anew.
    store.apply("学期", [Insert("term", {"code": "2026-2", "from_day": "2027-03-01", "until_day": "2027-07-02"})])
    spring = next(one for one in store.snapshot().terms if one.code == "2026-2")
    later = read_score(Facts(store.snapshot(), store, spring, date(2027, 4, 1)), store.assessment.tables()[0])
    found = next(one for one in later.items if one.item.what == "专人负责")
    assert (found.added, found.own, found.review) == (-2, None, None)


def test_evidence_fills_an_item_that_wants_a_paper(store: FileStore, table: Table) -> None:
    one, term = item(store, "经费保障"), term_of(store)
    assert next(each for each in score_of(store).items if each.item.id == one.id).state == GAIN
    store.apply("写", edits.link(one, term, words=" 账目在第 3 盒 "))
    linked = store.assessment.evidence(table.id, term.id)
    assert [each.words for each in linked] == ["账目在第 3 盒"]
    found = next(each for each in score_of(store).items if each.item.id == one.id)
    assert (found.points, found.state) == (6, FULL)
    store.apply("取", edits.unlink(linked), kind="delete")
    file = Kept(store.keep_file(b"paper"), "账目.pdf", "pdf", 5)
    store.apply("放", attach(ITEM, one.id, [file], "2026-11-20T08:00:00"))
    assert next(each for each in score_of(store).items if each.item.id == one.id).state == FULL
    store.apply("删", edits.delete_table(store.assessment.tables()[0], []), kind="delete")
    assert store.assessment.tables() == []


def test_what_showed_it_last_term_is_carried_on_but_no_records(store: FileStore, table: Table) -> None:
    one, term = item(store, "经费保障"), term_of(store)
    record = store.apply("记", care_edits.log_care(Told("work_meeting", DAY), [])).ids["record"]
    store.apply("写", edits.link(one, term, words="账目在第 3 盒", records=[record]))
    file = Kept(store.keep_file(b"paper"), "制度.pdf", "pdf", 5)
    paper = store.apply("放", attach(ITEM, one.id, [file], "2026-11-20T08:00:00")).ids["attachment0"]
    store.apply("学期", [Insert("term", {"code": "2026-2", "from_day": "2027-03-01", "until_day": "2027-07-02"})])
    spring = next(each for each in store.snapshot().terms if each.code == "2026-2")
    before = evidence_of(Facts(store.snapshot(), store, term, DAY), store.assessment.tables()[0])
    changes = edits.carry_on(one, spring, [], before)
    store.apply("沿用", changes)
    carried = store.assessment.evidence(table.id, spring.id)
    assert [(each.words, each.record_id, each.attachment_id) for each in carried] == [
        ("账目在第 3 盒", None, None), ("", None, paper)]  # fmt: skip
    assert edits.carry_on(one, spring, carried, before) == []


def test_a_record_is_linked_once_and_goes_with_the_record(store: FileStore, table: Table) -> None:
    record = store.apply("记", care_edits.log_care(Told("work_meeting", DAY), [])).ids["record"]
    one, term = item(store, "工作会议"), term_of(store)
    store.apply("挂", edits.link(one, term, records=[record, record]))
    linked = store.assessment.evidence(table.id, term.id)
    assert len(linked) == 1 and edits.link(one, term, linked, records=[record]) == []
    found = store.ledger.record(record)
    assert found is not None
    done = store.apply("删", care_edits.delete_care(found), kind="delete")
    assert store.assessment.evidence(table.id, term.id) == []
    store.undo(done.action_id)
    assert store.assessment.evidence(table.id, term.id) == linked


def test_any_row_and_any_paper_of_the_term_is_linked_once_and_goes_with_it(store: FileStore, table: Table) -> None:
    one, term = item(store, "环境卫生"), term_of(store)
    rows = {
        "problem": Insert("problem", {"what": "水塘", "found_on": DAY.isoformat()}, "row"),
        "round": Insert("inspection_round", {"day": DAY.isoformat(), "kind": "fire"}, "row"),
        "award": Insert("award", {"name": "好孩子", "day": DAY.isoformat(), "staff_id": 1}, "row"),
        "plan": Insert("work_plan", {"term_id": term.id, "span": "term", "title": "计划"}, "row"),
        "room": Insert("room", {"name": "之家", "kind": "home"}, "row"),
    }
    store.apply("老师", [Insert("staff", {"name": "张敏"})])
    links = [(kind, store.apply(kind, [row]).ids["row"]) for kind, row in rows.items()]
    store.apply("挂", edits.link(one, term, links=[*links, *links], papers=["ledger", "ledger"]))
    linked = store.assessment.evidence(table.id, term.id)
    assert [each.link for each in linked] == [*links, None] and linked[-1].paper == "ledger"
    assert [each.tokens for each in linked[:1]] == [("problems",)] and linked[-1].tokens == ("part:ledger",)
    assert edits.link(one, term, linked, links=links, papers=["ledger"]) == []
    done = store.apply("删", [Delete("problem", links[0][1])], kind="delete")
    assert len(store.assessment.evidence(table.id, term.id)) == len(linked) - 1
    store.undo(done.action_id)
    assert store.assessment.evidence(table.id, term.id) == linked
    # What lasts shows the same in the next term: the room and the paper, not what was found or held.
    kept = edits.carry_on(one, Term(7, "2026-2", date(2027, 3, 1), date(2027, 7, 2)), [], linked)
    values = [change.values for change in kept if isinstance(change, Insert)]
    assert [set(each) - {"item_id", "term_id"} for each in values] == [{"room_id"}, {"paper"}]
    with pytest.raises(KeyError):
        edits.link(one, term, links=[("child", 1)])


def test_a_term_that_was_only_assumed_is_entered_with_the_first_mark(store: FileStore, table: Table) -> None:
    ahead = Term(0, "2027-1", date(2027, 9, 1), date(2028, 1, 21))
    one = item(store, "环境卫生")
    store.apply("打分", edits.give(one, ahead, Given(SELF, date(2027, 9, 9), "2")))
    added = next(each for each in store.snapshot().terms if each.code == "2027-1")
    assert store.assessment.marks(table.id)[0].term_id == added.id


def test_an_empty_school_says_what_cannot_be_counted(store: FileStore, table: Table) -> None:
    states = {one.item.what: one for one in score_of(store).items}
    assert states["按时开放"].found is not None and not states["按时开放"].found.known
    assert states["环境卫生"].state == WAITS and states["期末总结"].state == AHEAD
    assert states["结对帮扶"].state == FULL
    assert score_of(store).at_most == 200
