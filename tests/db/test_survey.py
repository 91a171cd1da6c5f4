"""Corrections of a survey form, carried out on a real file: what changes from which day, and what stays as it was."""

from collections.abc import Sequence
from datetime import date

import pytest

from app import edits
from app.carer import carer_of
from app.catalogue import parent_of
from app.changes import Change, Insert
from app.children import Child
from app.edits import NewKin
from app.kinship import FATHERS, MOTHERS
from app.status import register_status
from app.survey import known, tidied, wrong
from app.survey_answers import BadAnswer, Sheet, gone_through
from app.whereabouts import confirmed
from db.store import FileStore
from tests.db.conftest import USER

FIRST, TODAY, LATER = date(2026, 9, 1), date(2026, 9, 3), date(2026, 10, 8)
SHEET = Sheet(FIRST, TODAY, USER)
FAMILY = (
    NewKin("父亲", "周建华", "13900467715", "away", "浙江宁波"), NewKin("母亲", "田玉琴", "13600289034", "away", "浙江宁波"),
    NewKin("外祖母", "石翠英", "07430036128", carer=True),
)  # fmt: skip


def stored(store: FileStore, changes: Sequence[Change]) -> Child:
    made = store.apply("添加", changes).ids["child"]
    return store.snapshot().children[made]


def added(store: FileStore, family: Sequence[NewKin] = FAMILY, *, proposed: bool = False) -> Child:
    made = store.apply("班级", edits.add_class("primary", 2024, 1)).ids["class"]
    changes: list[Change] = []
    for change in edits.add_child({"name": "周雨桐", "address": "青石坪村3组"}, made, date(2025, 9, 1), by=USER, family=family):
        if proposed and isinstance(change, Insert) and change.table == "whereabouts":
            change = Insert(change.table, {**change.values, "confirmed_on": None, "confirmed_by": ""}, change.token)
        changes.append(change)
    return stored(store, changes)


def keyed(store: FileStore, child: Child, sheet: Sheet = SHEET, **typed: str) -> Child:
    """The child after a form with these corrections was keyed in; `父亲_phone` stands for 父亲.phone."""
    answers = {key.replace("_", ".", 1) if not key.isascii() else key: text for key, text in typed.items()}
    store.apply("登记调查", gone_through(child, answers, sheet))
    return store.snapshot().children[child.id]


def test_the_form_is_filled_in_with_what_is_known(store: FileStore) -> None:
    answers = known(added(store), TODAY).answers
    assert answers["父亲.phone"] == "139 0046 7715"
    assert (answers["母亲.kind"], answers["母亲.place"], answers["母亲.since"]) == ("在外", "浙江宁波", "")
    assert (answers["照料人.relation"], answers["照料人.name"]) == ("外婆", "石翠英")
    assert answers["address"] == "青石坪村3组"


def test_a_mother_who_came_home_is_away_on_the_days_before(store: FileStore) -> None:
    before = added(store)
    child = keyed(store, before, 母亲_kind="在家", 母亲_since="2026年8月20日")
    mother = parent_of(child, MOTHERS)
    assert mother is not None
    at_home, away = confirmed(mother, TODAY), confirmed(mother, date(2026, 8, 19))
    assert at_home is not None and (at_home.kind, at_home.place) == ("home", "")
    assert away is not None and (away.kind, away.place) == ("away", "浙江宁波")
    for day in (date(2026, 3, 1), date(2026, 8, 19)):
        assert register_status(child, day).status == register_status(before, day).status == "both_away"
    assert register_status(child, TODAY).status == "one_away"


def test_without_a_day_it_holds_from_the_day_of_the_form(store: FileStore) -> None:
    child = keyed(store, added(store), 母亲_kind="在家")
    assert register_status(child, date(2026, 8, 31)).status == "both_away"
    assert register_status(child, FIRST).status == "one_away"


def test_what_began_after_the_form_was_filled_in_is_not_undone(store: FileStore) -> None:
    child = added(store)
    mother = parent_of(child, MOTHERS)
    assert mother is not None
    store.apply("回来", edits.set_whereabouts(mother, "home", "", date(2026, 10, 2), date(2026, 10, 2), USER))
    child = keyed(store, store.snapshot().children[child.id], Sheet(FIRST, LATER, USER), 母亲_kind="在外")
    found = [register_status(child, day).status for day in (date(2026, 9, 20), date(2026, 10, 5), LATER)]
    assert found[:2] == ["both_away", "one_away"]


def test_a_grandmother_who_took_over_begins_on_that_day(store: FileStore) -> None:
    child = keyed(store, added(store), 照料人_relation="奶奶", 照料人_name="龙妹珍", 照料人_phone="13812345678")
    now, before = carer_of(child, FIRST).kin, carer_of(child, date(2026, 8, 31)).kin
    assert now is not None and (now.relation, now.name, now.phones[0].number) == ("祖母", "龙妹珍", "13812345678")
    assert before is not None and before.name == "石翠英"


def test_a_relation_of_the_file_is_the_same_person(store: FileStore) -> None:
    child = added(store, (*FAMILY, NewKin("祖母", "龙妹珍", "13812345678")))
    child = keyed(store, child, 照料人_relation="奶奶")
    carer = carer_of(child, TODAY).kin
    assert carer is not None and carer.name == "龙妹珍"
    assert len(child.kin) == 4


def test_a_new_number_comes_first_and_the_old_one_stays(store: FileStore) -> None:
    child = keyed(store, added(store), 父亲_phone="15000884172")
    father = parent_of(child, FATHERS)
    assert father is not None
    assert [phone.number for phone in father.phones] == ["15000884172", "13900467715"]
    child = keyed(store, child, 父亲_phone="150 0088 4172、139 0046 7715停机")
    assert known(child, TODAY).answers["父亲.phone"] == "150 0088 4172、139 0046 7715停机"


def test_both_parents_and_the_carer_can_be_new(store: FileStore) -> None:
    child = keyed(
        store, added(store, ()), 父亲_name="周建华", 父亲_kind="在外", 父亲_since="2025年2月", 父亲_place="广东东莞",
        母亲_name="田玉琴", 母亲_kind="在家", 照料人_relation="妈妈", call_time="周日晚 7 点",
    )  # fmt: skip
    assert [(kin.relation, kin.name) for kin in child.kin] == [("父亲", "周建华"), ("母亲", "田玉琴")]
    where = confirmed(child.kin[0], TODAY)
    assert where is not None and (where.place, where.from_day) == ("广东东莞", date(2025, 2, 1))
    assert register_status(child, TODAY).status == "one_away"
    carer = carer_of(child, TODAY).kin
    assert carer is not None and carer.name == "田玉琴"
    assert child.call_time == "周日晚 7 点"


def test_a_form_without_red_confirms_what_was_printed(store: FileStore) -> None:
    child = added(store, (*FAMILY[:2], NewKin("外祖母", "石翠英", "07430036128")), proposed=True)
    assert known(child, TODAY).doubtful == {
        "父亲.kind", "父亲.place", "母亲.kind", "母亲.place", "照料人.name", "照料人.relation"}  # fmt: skip
    child = keyed(store, child)
    assert known(child, TODAY).doubtful == frozenset()
    assert register_status(child, TODAY).status == "both_away"
    assert (child.confirmed_on, child.confirmed_by) == (FIRST, USER)
    assert gone_through(child, {}, SHEET) == []


def test_a_correction_beats_the_proposal_of_the_same_parent(store: FileStore) -> None:
    child = keyed(store, added(store, proposed=True), 父亲_kind="在家")
    father, mother = child.kin[:2]
    assert [one.kind for one in father.whereabouts] == ["home"]
    assert confirmed(mother, TODAY) is not None


def test_a_whole_class_goes_into_one_undoable_action(store: FileStore) -> None:
    first = added(store, ())
    others = edits.add_child({"name": "罗子轩"}, first.enrolments[0].class_id, FIRST, by=USER)
    second = stored(store, others)
    before = store.snapshot()
    typed = {"父亲.name": "甲", "母亲.name": "乙", "照料人.relation": "奶奶", "照料人.name": "丙"}
    done = store.apply("登记三（1）班的调查", gone_through(first, typed, SHEET) + gone_through(second, typed, SHEET))
    after = store.snapshot().children
    assert [kin.name for kin in after[first.id].kin] == [kin.name for kin in after[second.id].kin] == ["甲", "乙", "丙"]
    store.undo(done.action_id)
    assert store.snapshot() == before


@pytest.mark.parametrize(("key", "text", "why"), [
    ("父亲.phone", "1381234567", "phone_length"), ("父亲.phone", "问奶奶", "not_a_phone"), ("父亲.phone", "停机", ""),
    ("母亲.since", "去年", "not_a_day"), ("母亲.since", "2027年2月", "in_the_future"), ("母亲.since", "9.1", ""),
    ("母亲.kind", "那边", "not_a_choice"), ("母亲.kind", "", ""), ("boarding", "半托", "not_a_choice"), ("needs", "?", "")])  # fmt: skip
def test_what_can_be_no_answer_says_why(key: str, text: str, why: str) -> None:
    assert wrong(key, text, TODAY) == why


@pytest.mark.parametrize(("key", "typed", "shown"), [
    ("父亲.kind", "1", "在外"), ("母亲.kind", "家", "在家"), ("父亲.phone", "13812345678", "138 1234 5678"),
    ("父亲.phone", "13812345678 07430036128", "138 1234 5678、0743 003 6128"), ("父亲.since", "2025.2", "2025年2月"),
    ("父亲.since", "20250218", "2025年2月18日"), ("照料人.relation", "祖母", "奶奶"), ("boarding", "2", "住校")])  # fmt: skip
def test_few_keys_are_enough(key: str, typed: str, shown: str) -> None:
    assert tidied(key, typed, TODAY) == shown


def test_a_wrong_answer_stores_nothing_of_the_child(store: FileStore) -> None:
    child = added(store)
    with pytest.raises(BadAnswer) as caught:
        gone_through(child, {"父亲.phone": "138", "母亲.since": "从前"}, SHEET)
    assert caught.value.field == "母亲.since"
    with pytest.raises(BadAnswer):
        gone_through(added_without_carer(store), {"照料人.phone": "13812345678"}, SHEET)


def added_without_carer(store: FileStore) -> Child:
    made = edits.add_child({"name": "罗子轩"}, store.snapshot().classes[0].id, FIRST, by=USER)
    return stored(store, made)
