"""Pairing, handing over, plans and priority, carried out on a real file and taken back."""

from collections.abc import Iterable
from datetime import date

import pytest

from app import edits
from app.changes import Change
from app.edits import BadValue, GoalTold, PlanTold
from app.pairing import MENTOR, PEER, VOLUNTEER, Helper, Pairing, mentors_on, pairings_on
from app.school import Snapshot, Staff
from db.store import FileStore
from tests.db.families import pupils

BEGIN, DAY, LATER = date(2026, 9, 1), date(2026, 11, 24), date(2026, 12, 7)


class Desk:
    """The office: writes what the verbs decide and reads it back."""

    def __init__(self, store: FileStore) -> None:
        self.store = store
        self.do(pupils(4))
        for name in ("李秀兰", "张敏", "何丽华"):
            self.do(edits.add_staff(name))

    def do(self, changes: Iterable[Change]) -> dict[str, int]:
        return self.store.apply("写", list(changes)).ids

    @property
    def now(self) -> Snapshot:
        return self.store.snapshot()

    def staff(self, place: int) -> Staff:
        return self.now.staff[place]

    def pair(self, child: int, place: int = 0, day: date = BEGIN) -> Pairing:
        """Child number `child` with a teacher."""
        key = sorted(self.now.children)[child]
        self.do(edits.pair(key, MENTOR, day, self.now.pairings, staff_id=self.staff(place).id))
        return self.now.pairings[-1]


@pytest.fixture
def desk(store: FileStore) -> Desk:
    return Desk(store)


def test_handing_over_ends_one_pair_begins_another_and_carries_the_plan(desk: Desk) -> None:
    pair = desk.pair(0)
    goals = [GoalTold("会写自己的名字", date(2026, 10, 1), "会了", date(2026, 9, 28)), GoalTold("每天读十分钟")]
    desk.do(edits.set_plan(pair, PlanTold(BEGIN, "识字少", "每天听写", "周二、周四课后"), goals))
    before = desk.now
    desk.do(edits.hand_over(pair, Helper(MENTOR, desk.staff(1).id), DAY, "换老师", before))
    after = desk.now
    old, new = after.pairings
    assert (old.until_day, old.why_ended, new.from_day, new.staff_id) == (DAY, "换老师", DAY, desk.staff(1).id)
    assert mentors_on(after.pairings, date(2026, 11, 23)) == {pair.child_id: desk.staff(0).id}
    assert mentors_on(after.pairings, DAY) == {pair.child_id: desk.staff(1).id}
    first, second = after.plans
    assert [one.goal for one in first.goals] == ["会写自己的名字", "每天读十分钟"], "what was reached stays where it was"
    assert (second.pairing_id, second.from_day, second.times) == (new.id, DAY, "周二、周四课后")
    assert [(one.goal, one.met_on) for one in second.goals] == [("每天读十分钟", None)]
    action = desk.store.last_action()
    assert action is not None
    desk.store.undo(action.id)
    assert desk.now == before


def test_all_children_of_one_who_leaves_go_in_one_step(desk: Desk) -> None:
    pairs = [desk.pair(child) for child in range(3)]
    a, b, c = (one.child_id for one in pairs)
    desk.do(edits.pair(a, VOLUNTEER, BEGIN, desk.now.pairings, staff_id=desk.staff(0).id))
    leaving, before = desk.staff(0), desk.now
    to = {a: desk.staff(1).id, b: desk.staff(2).id, c: None}
    changes = edits.hand_over_all(leaving, DAY, "离校", to, before)
    desk.do([*changes, *edits.staff_left(leaving, DAY, before.classes)])
    after = desk.now
    assert mentors_on(after.pairings, DAY) == {a: desk.staff(1).id, b: desk.staff(2).id}
    assert all(one.until_day == DAY and one.why_ended == "离校" for one in after.pairings if one.staff_id == leaving.id)
    assert after.staff[0].left_on == DAY
    action = desk.store.last_action()
    assert action is not None
    desk.store.undo(action.id)
    assert desk.now == before
    with pytest.raises(BadValue, match="not_a_choice"):
        edits.hand_over_all(leaving, DAY, "", {a: leaving.id}, before)


def test_leaving_the_school_ends_every_pair(desk: Desk) -> None:
    pair = desk.pair(0)
    desk.pair(1, 1)
    desk.do(edits.staff_left(desk.staff(0), DAY, desk.now.classes, desk.now.pairings))
    assert list(mentors_on(desk.now.pairings, DAY).values()) == [desk.staff(1).id]
    assert next(one for one in desk.now.pairings if one.id == pair.id).why_ended == "离校"


def test_a_child_who_leaves_is_nobodys_and_nobodys_helper(desk: Desk) -> None:
    pair = desk.pair(0)
    other, child = sorted(desk.now.children)[1], desk.now.children[pair.child_id]
    desk.do(edits.pair(other, PEER, BEGIN, desk.now.pairings, peer_id=child.id))
    desk.do(edits.transfer_out(child, DAY, "东莞", pairings=desk.now.pairings))
    assert pairings_on(desk.now.pairings, DAY) == []
    assert {one.why_ended for one in desk.now.pairings} == {"转出"}


def test_a_plan_is_corrected_in_place(desk: Desk) -> None:
    pair = desk.pair(0)
    desk.do(edits.set_plan(pair, PlanTold(BEGIN, content="每天听写"), [GoalTold("一"), GoalTold("二"), GoalTold("三")]))
    plan = desk.now.plans[0]
    one, two, three = plan.goals
    kept = [GoalTold("三", id=three.id), GoalTold("一", None, "做到了", DAY, one.id), GoalTold("四")]
    desk.do(edits.set_plan(pair, PlanTold(BEGIN, content="每天听写"), kept, plan))
    now = desk.now.plans[0]
    assert [(goal.goal, goal.result, goal.met_on) for goal in now.goals] == [
        ("三", "", None), ("一", "做到了", DAY), ("四", "", None),
    ]  # fmt: skip
    assert {goal.id for goal in now.goals} & {one.id, two.id, three.id} == {one.id, three.id}
    assert edits.set_plan(pair, PlanTold(BEGIN, content="每天听写"), [
        GoalTold(goal.goal, goal.by_day, goal.result, goal.met_on, goal.id) for goal in now.goals], now) == []
    desk.do(edits.end_plan(now, DAY))
    assert desk.now.plans[0].until_day == DAY


@pytest.mark.parametrize(("told", "goals", "reason"), [
    (PlanTold(BEGIN), [], "empty"),
    (PlanTold(date(2026, 8, 30), "识字少"), [], "before_the_pair"),
    (PlanTold(BEGIN, "识字少", until_day=BEGIN), [], "too_early"),
    (PlanTold(BEGIN, "识字少"), [GoalTold(" ", DAY)], "empty"),
])  # fmt: skip
def test_a_plan_says_something(desk: Desk, told: PlanTold, goals: list[GoalTold], reason: str) -> None:
    with pytest.raises(BadValue, match=reason):
        edits.set_plan(desk.pair(0), told, goals)


def test_a_review_is_a_record_of_the_pair(desk: Desk) -> None:
    pair = desk.pair(0)
    record = desk.do(edits.log_review(pair, "plan_review", DAY, " 会写二十个字了 ", LATER))["record"]
    found = desk.store.ledger.record(record)
    assert found is not None
    assert (found.pairing_id, found.staff_id, found.summary, found.follow_up) == (
        pair.id, desk.staff(0).id, "会写二十个字了", LATER)  # fmt: skip
    assert [one.child_id for one in found.participants] == [pair.child_id]
    for kind, day, words, reason in (("talk", DAY, "好", "not_a_choice"), ("plan_review", DAY, "  ", "empty"),
                                     ("peer_report", date(2026, 8, 1), "好", "before_the_pair")):  # fmt: skip
        with pytest.raises(BadValue, match=reason):
            edits.log_review(pair, kind, day, words)


def test_priority_is_dated_and_has_a_reason(desk: Desk) -> None:
    child = min(desk.now.children)
    with pytest.raises(BadValue, match="empty"):
        edits.set_priority(child, DAY, " ", desk.now.priorities)
    desk.do(edits.set_priority(child, DAY, "祖母病重", desk.now.priorities))
    assert edits.set_priority(child, DAY, "祖母病重", desk.now.priorities) == []
    desk.do(edits.set_priority(child, LATER, "祖母住院", desk.now.priorities))
    (one,) = desk.now.priorities
    assert (one.from_day, one.until_day, one.reason) == (DAY, None, "祖母住院")
    desk.do(edits.clear_priority(child, LATER, desk.now.priorities))
    assert desk.now.priorities[0].until_day == LATER


def test_leave_is_dated(desk: Desk) -> None:
    desk.do(edits.go_on_leave(desk.staff(0), DAY, LATER, "产假"))
    (one,) = desk.now.leaves
    assert (one.staff_id, one.from_day, one.until_day, one.why) == (desk.staff(0).id, DAY, LATER, "产假")
    with pytest.raises(BadValue, match="too_early"):
        edits.go_on_leave(desk.staff(0), DAY, DAY, "产假")


def test_a_pair_of_no_day_goes_with_its_plan_and_comes_back_with_it(desk: Desk) -> None:
    pair = desk.pair(0, day=DAY)
    desk.do(edits.set_plan(pair, PlanTold(DAY, "识字少"), [GoalTold("每天读十分钟")]))
    desk.do(edits.log_review(pair, "plan_review", DAY, "读了"))
    before, records = desk.now, desk.store.ledger.of_child(pair.child_id)
    desk.do(edits.end_pairing(pair, DAY, "配错了"))
    assert desk.now.pairings == () and desk.now.plans == ()
    action = desk.store.last_action()
    assert action is not None
    desk.store.undo(action.id)
    assert desk.now == before
    assert desk.store.ledger.of_child(pair.child_id) == records


def test_a_pair_is_corrected_and_never_ends_before_it_begins(desk: Desk) -> None:
    pair = desk.pair(0)
    desk.do(edits.correct_pairing(pair, date(2026, 9, 7), " 学习 "))
    now = desk.now.pairings[0]
    assert (now.from_day, now.focus) == (date(2026, 9, 7), "学习")
    assert edits.correct_pairing(now, now.from_day, "学习") == []
    desk.do(edits.end_pairing(now, DAY, "换老师"))
    with pytest.raises(BadValue, match="too_late"):
        edits.correct_pairing(desk.now.pairings[0], DAY, "")
