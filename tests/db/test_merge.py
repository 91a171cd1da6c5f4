"""Two records of one child become one on a real file: nothing is lost, nothing overlaps, one undo is exact."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from app import edits, merging
from app.changes import Change, Insert, New, Value
from app.children import Child
from app.merging import KEPT, OTHER
from app.periods import Period, holds
from db import triggers
from db.store import FileStore
from tests.db.dump import dump
from tests.db.test_recycling import OWN

DAY = date(2026, 11, 24)
START = date(2026, 9, 1)


def merge(store: FileStore, kept: int, other: int, **sides: str) -> int:
    """Merge two children; the action."""
    snapshot = store.snapshot()
    changes = edits.merge_children(
        snapshot.children[kept], snapshot.children[other], sides, DAY, snapshot, store.ledger.of_child(other),
        (store.ledger.mentions(kept), store.ledger.mentions(other)),
    )
    return store.apply("合并", changes, kind="merge").action_id


def classes(store: FileStore) -> list[int]:
    return [store.apply("班", edits.add_class("primary", year, 1)).ids["class"] for year in (2024, 2023)]


def add(store: FileStore, facts: dict[str, str], *more: Insert) -> int:
    return store.apply("添", [Insert("child", {"name": "周雨桐", **facts}, "child"), *more]).ids["child"]


def of(table: str, token: str = "", **values: Value) -> Insert:
    return Insert(table, {"child_id": New("child"), **values}, token)


def under(table: str, kin: str, **values: Value) -> Insert:
    return Insert(table, {"kin_id": New(kin), **values})


@pytest.fixture
def two(store: FileStore) -> tuple[int, int]:
    """An old record with its class and its father away, and one entered anew in November, each knowing something."""
    first, second = classes(store)
    staff = store.apply("老师", edits.add_staff("张敏")).ids["staff"]
    old = add(
        store, {"birth": "2016-05", "address": "青石坪村3组", "attention": "对青霉素过敏", "aid": "低保", "note": "爱笑",
                "id_number": "433126201605120041", "other": '{"血型": "A", "特长": "画画"}'},
        of("kin", "father", relation="父亲", name="周建华", position=0),
        under("phone", "father", number="13900467715", position=0),
        under("phone", "father", number="13812340001", position=1, state="", checked_on="2026-09-01"),
        under("whereabouts", "father", kind="home", place="在家", from_day="2025-01-01", confirmed_on="2026-09-05"),
        of("kin", "granny", relation="祖母", name="龙秀英", position=1),
        of("care", kin_id=New("granny"), from_day="2024-09-01"),
        of("enrolment", class_id=first, from_day="2024-09-01"),
        of("claim", status="none", from_day="2026-09-01"),
        of("override", meaning="civil", status="no", reason="在家", from_day="2025-09-01"),
        of("card_print", layout="child", printed_at="2026-09-10T08:00:00"),
        of("pairing", role="mentor", staff_id=staff, from_day="2026-09-01"),
        of("priority", from_day="2026-10-15", reason="父亲失业"),
    )  # fmt: skip
    new = add(
        store, {"birth": "2016-05-12", "address": "青石坪村三组", "attention": "怕黑", "aid": "建档立卡", "phone": "0743",
                "id_number": "433126201605120048", "other": '{"特长": "唱歌", "鞋码": "34"}', "confirmed_on": "2026-11-20"},
        of("kin", "father", relation="父亲", name="周健华", position=0),
        under("phone", "father", number="13812340001", position=0, state="停机", checked_on="2026-11-20"),
        under("phone", "father", number="13777777777", position=1),
        under("whereabouts", "father", kind="away", place="东莞", from_day="2026-10-01", confirmed_on="2026-11-20"),
        of("kin", "granny", relation="祖母", name="", position=1),
        of("kin", "aunt", relation="姑母", name="周小妹", position=2),
        of("care", kin_id=New("aunt"), from_day="2026-10-01"),
        of("enrolment", class_id=second, from_day="2026-11-16"),
        of("claim", status="one_away", from_day="2026-09-01"),
        of("claim", status="both_away", from_day="2026-11-16"),
        of("override", meaning="civil", status="yes", reason="父亲外出", from_day="2026-10-01"),
        of("card_print", layout="school", printed_at="2026-11-20T08:00:00"),
        of("pairing", "pair", role="mentor", staff_id=staff, from_day="2026-11-16"),
        Insert("help_plan", {"pairing_id": New("pair"), "from_day": "2026-11-16", "content": "补数学"}, "plan"),
        Insert("plan_goal", {"plan_id": New("plan"), "goal": "口算全对"}),
        of("priority", from_day="2026-10-01", until_day="2026-11-01", reason="奶奶住院"),
        of("priority", from_day="2026-11-10", reason="父母离婚"),
        of("agreement", kind="care", from_day="2026-09-01"),
        of("postponed", rule="talk", window_from="2026-11-16", until_day="2026-11-20"),
        Insert("care_record", {"kind": "plan_review", "day": "2026-11-20", "pairing_id": New("pair")}, "review"),
        of("participant", record_id=New("review"), remark="好多了"),
    )  # fmt: skip
    third = add(store, {"sex": "女"})
    store.apply("不是", [
        Insert("not_same", {"child_id": old, "other_id": new}), Insert("not_same", {"child_id": new, "other_id": third}),
        Insert("room", {"name": "图书室"}, "room"),
        Insert("opening", {"room_id": New("room"), "day": "2026-09-02"}, "open"),
        Insert("opening", {"room_id": New("room"), "day": "2026-09-03"}, "next"),
        *(Insert("opening_child", {"opening_id": New(token), "child_id": child})
          for token, child in (("open", old), ("open", new), ("next", new))),
        Insert("asset", {"number": "1", "name": "跳绳"}, "rope"),
        Insert("movement", {"asset_id": New("rope"), "kind": "loan", "day": "2026-09-02", "count": 1,
                            "room_id": New("room"), "child_id": new}),
        *(Insert(table, {"child_id": new, **more}) for table, more in OWN.items()),
        Insert("care_record", {"kind": "activity", "day": "2026-09-03"}, "contest"),
        Insert("activity", {"record_id": New("contest")}, "songs"),
        Insert("contest_entry", {"activity_id": New("songs"), "child_id": new}),
        Insert("care_record", {"kind": "talk", "day": "2026-11-18"}, "talk"),
        Insert("participant", {"record_id": New("talk"), "child_id": new, "remark": "想妈妈"}),
        Insert("care_record", {"kind": "activity", "day": "2026-11-19"}, "game"),
        Insert("participant", {"record_id": New("game"), "child_id": new, "remark": "跑得快"}),
        Insert("participant", {"record_id": New("game"), "child_id": old}),
    ])  # fmt: skip
    return old, new


def overlapping(periods: Sequence[Period]) -> list[date]:
    return [day for number in range(900) if sum(holds(one, day := date(2024, 8, 1) + timedelta(number)) for one in periods) > 1]


def test_the_better_values_win_and_what_both_say_is_kept(store: FileStore, two: tuple[int, int]) -> None:
    merge(store, *two)
    child = store.snapshot().children[two[0]]
    assert (child.birth, child.id_number) == ("2016-05-12", "433126201605120041"), "the finer, the one that can be"
    assert (child.address, child.phone, child.note) == ("青石坪村三组", "0743", "爱笑"), "the newer, and what one knows"
    assert (child.attention, child.aid) == ("对青霉素过敏；怕黑", "建档立卡、低保")
    assert child.other == '{"血型": "A", "特长": "唱歌", "鞋码": "34"}'
    assert child.confirmed_on == date(2026, 11, 20)


def test_one_father_with_all_his_numbers_and_both_grandmothers_are_one(store: FileStore, two: tuple[int, int]) -> None:
    merge(store, *two)
    child = store.snapshot().children[two[0]]
    assert [(kin.relation, kin.name) for kin in child.kin] == [("父亲", "周健华"), ("祖母", "龙秀英"), ("姑母", "周小妹")]
    assert [(phone.number, phone.state) for phone in child.kin[0].phones] == [
        ("13900467715", ""), ("13812340001", "停机"), ("13777777777", ""),
    ]  # fmt: skip
    assert [(one.kind, one.from_day, one.until_day) for one in child.kin[0].whereabouts] == [
        ("home", date(2025, 1, 1), date(2026, 10, 1)), ("away", date(2026, 10, 1), None),
    ]  # fmt: skip


def test_periods_are_kept_without_overlap(store: FileStore, two: tuple[int, int]) -> None:
    merge(store, *two)
    child = store.snapshot().children[two[0]]
    for periods in (child.enrolments, child.cares, child.overrides, child.kin[0].whereabouts):
        assert overlapping(periods) == []
    assert [(one.from_day, one.until_day) for one in child.enrolments] == [
        (date(2024, 9, 1), date(2026, 11, 16)), (date(2026, 11, 16), None),
    ]  # fmt: skip
    assert [one.status for one in child.overrides] == ["no", "yes"]
    assert [(one.from_day, one.status) for one in child.claims] == [(START, "one_away"), (date(2026, 11, 16), "both_away")]
    assert len(child.cards) == 2
    known = store.snapshot()
    (pairing,) = known.pairings
    assert (pairing.child_id, pairing.from_day, pairing.until_day) == (two[0], START, None)
    (plan,) = known.plans
    assert (plan.pairing_id, [goal.goal for goal in plan.goals]) == (pairing.id, ["口算全对"])
    assert overlapping(known.priorities) == []
    assert {one.child_id for one in (*known.priorities, *known.agreements, *known.postponed)} == {two[0]}


def test_ledger_and_the_office_s_word_go_over(store: FileStore, two: tuple[int, int]) -> None:
    merge(store, *two)
    kept, other = two
    records = store.ledger.of_child(kept)
    assert {(one.kind, part.remark) for one in records for part in one.participants} == {
        ("talk", "想妈妈"), ("activity", "跑得快"), ("plan_review", "好多了"),
    }  # fmt: skip
    (review,) = (one for one in records if one.kind == "plan_review")
    assert review.pairing_id == store.snapshot().pairings[0].id
    assert store.ledger.of_child(other) == []
    assert store.ledger.mentions(other) == []
    assert sorted(one.table for one in store.ledger.mentions(kept)) == sorted(
        ["opening_child", "opening_child", "movement", "contest_entry", *OWN]
    )
    assert list(store.snapshot().not_same) == [(kept, max(store.snapshot().children))]


def test_a_person_chooses_otherwise(store: FileStore, two: tuple[int, int]) -> None:
    snapshot = store.snapshot()
    father = snapshot.children[two[0]].kin[0].id
    merge(store, *two, **{"address": KEPT, "class": KEPT, "carer": KEPT, f"{father}.name": KEPT})
    child = store.snapshot().children[two[0]]
    assert (child.address, child.kin[0].name) == ("青石坪村3组", "周建华")
    assert [(one.from_day, one.until_day) for one in child.enrolments] == [(date(2024, 9, 1), None)]
    assert [(one.kin_id, one.until_day) for one in child.cares] == [(child.kin[1].id, None)]


def test_one_undo_is_exact_and_redo_too(store: FileStore, two: tuple[int, int]) -> None:
    before = dump(store)
    action = merge(store, *two)
    after = dump(store)
    assert after != before
    undone = store.undo(action)
    assert dump(store) == before
    assert undone.kept == ()
    store.redo(action)
    assert dump(store) == after


def test_every_table_under_a_child_was_in_the_story(store: FileStore, two: tuple[int, int]) -> None:
    under_child = {
        table for table in triggers.OWNER
        if {"child", "kin"} & {row[0] for row in store._conn.execute(
            'SELECT "table" FROM pragma_foreign_key_list(?)', (table,))}
    }  # fmt: skip
    full = dump(store)
    assert all(full[table] for table in under_child), "a new table under a child: teach it to merge_children"


def a_child(dice: random.Random, class_ids: list[int]) -> list[Change]:
    """A record with random periods and relatives; periods of one kind do not overlap."""
    def spans(most: int) -> list[tuple[str | None, str | None]]:
        days = sorted(dice.sample(range(700), dice.randint(0, most) * 2))
        found = [(START - timedelta(400) + timedelta(day)).isoformat() for day in days]
        pairs: list[tuple[str | None, str | None]] = list(zip(found[::2], found[1::2], strict=True))
        return [*pairs[:-1], (pairs[-1][0], None)] if pairs and dice.random() < 0.6 else pairs

    changes: list[Change] = [Insert("child", {"name": "周雨桐", "birth": dice.choice(["", "2016-05-12"])}, "child")]
    for number, relation in enumerate(dice.sample(["父亲", "母亲", "祖母", "姑母"], dice.randint(1, 4))):
        name = dice.choice(["周建华", "周健华", ""])
        changes.append(of("kin", f"k{number}", relation=relation, name=name, position=number))
        for phone in dice.sample(["13900000001", "13900000002", "0743123"], dice.randint(0, 3)):
            changes.append(under("phone", f"k{number}", number=phone))
        for first, last in spans(2):
            kind, sure = dice.choice(["away", "home"]), dice.choice([None, "2026-09-01", "2026-10-01"])
            changes.append(under("whereabouts", f"k{number}", kind=kind, from_day=first, until_day=last, confirmed_on=sure))
    for first, last in spans(3):
        changes.append(of("care", kin_id=New("k0"), from_day=first, until_day=last))
    for first, last in spans(3):
        changes.append(of("enrolment", class_id=dice.choice(class_ids), from_day=first, until_day=last, left_how="转出" if last else ""))
    for first, last in spans(2):
        changes.append(of("override", meaning="civil", status="yes", from_day=first, until_day=last))
    return changes


def here(child: Child) -> set[date]:
    days = (START - timedelta(420) + timedelta(number) for number in range(760))
    return {day for day in days if any(holds(one, day) for one in child.enrolments)}


@pytest.mark.parametrize("seed", range(40))
def test_any_two_records_merge_without_loss_or_overlap_and_undo_is_exact(store: FileStore, seed: int) -> None:
    dice = random.Random(seed)
    ids = classes(store)
    one = store.apply("a", a_child(dice, ids)).ids["child"]
    other = store.apply("b", a_child(dice, ids)).ids["child"]
    before, snapshot = dump(store), store.snapshot()
    was = here(snapshot.children[one]) | here(snapshot.children[other])
    chosen = {line.key: dice.choice([KEPT, OTHER])
              for line in merging.lines(snapshot.children[one], snapshot.children[other], DAY) if dice.random() < 0.5}  # fmt: skip
    action = merge(store, one, other, **chosen)
    assert set(store.snapshot().children) == {one}
    child = store.snapshot().children[one]
    assert here(child) == was
    assert overlapping(child.enrolments) == overlapping(child.cares) == overlapping(child.overrides) == []
    for kin in child.kin:
        assert overlapping([row for row in kin.whereabouts if row.confirmed_on]) == []
        assert len({phone.number for phone in kin.phones}) == len(kin.phones)
    assert store.check() == []
    after = dump(store)
    assert store.undo(action).kept == ()
    assert dump(store) == before
    store.redo(action)
    assert dump(store) == after
