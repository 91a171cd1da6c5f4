"""Who is proposed to whom: what must hold in whatever school, and the order of the reasons."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.children import Child, Claim, Enrolment
from app.classes import ClassTeacher, SchoolClass
from app.classnames import ClassKey
from app.enrolment import class_on, classes_by_id
from app.pairing import MENTOR, PEER, Pairing, Priority
from app.school import School, Snapshot, Staff, StaffLeave
from app.suggest import (
    PEER_LIMIT,
    Suggestion,
    Wishes,
    is_left_behind,
    lacking,
    loads,
    ranked_mentors,
    suggest_mentors,
    suggest_peers,
)
from app.teaching import teaching

DAY = date(2026, 11, 24)
BEGIN = date(2026, 9, 1)
VILLAGES = ("青石坪村", "火麻冲村", "")
KEYS = ((2026, 1), (2026, 2), (2024, 1))


def kid(number: int, class_id: int, *, sex: str = "", home: str = "", away: bool = True, note: str = "") -> Child:
    claims = (Claim(number, "both_away" if away else "none", date(2024, 9, 1)),)
    address = f"青山县吉信镇{home}3组" if home else ""
    return Child(number, f"孩子{number}", sex=sex, address=address, note=note, claims=claims,
                 enrolments=(Enrolment(number, class_id, BEGIN),))  # fmt: skip


def school(staff: list[Staff], children: list[Child], *, teachers: tuple[int, ...] = (), **more: object) -> Snapshot:
    """Classes 1 and 2 of grade one, 3 of grade three, led by `teachers` in this order (0 = nobody)."""
    classes = tuple(
        SchoolClass(n, "primary", year, number,
                    (ClassTeacher(n, teachers[n - 1], BEGIN),) if len(teachers) >= n and teachers[n - 1] else ())
        for n, (year, number) in enumerate(KEYS, 1)
    )  # fmt: skip
    made = Snapshot(School("青山小学"), staff=tuple(staff), classes=classes, children={one.id: one for one in children})
    return replace(made, **more)  # type: ignore[arg-type]


def given_to(found: list[Suggestion]) -> list[int | None]:
    return [one.helper_id for one in found]


@st.composite
def schools(draw: st.DrawFn) -> Snapshot:
    """Up to six staff and fourteen children, some paired, some away, some left, in whatever order."""
    sexes, homes = st.sampled_from(("男", "女", "")), st.sampled_from(VILLAGES)
    duties = st.sampled_from(("语文", "数学，一年级", "体育，全校", "科学，三（1）班", "门卫", "心理辅导（病假）", ""))
    gone = st.sampled_from((None, None, None, date(2026, 10, 1), date(2026, 12, 20)))
    staff = [
        Staff(n, f"老师{n}", duties=draw(duties), left_on=draw(gone), sex=draw(sexes), village=draw(homes))
        for n in range(1, draw(st.integers(0, 6)) + 1)
    ]
    ids = [one.id for one in staff]
    children = [
        kid(n, draw(st.integers(1, 3)), sex=draw(sexes), home=draw(homes), away=draw(st.booleans()),
            note=draw(st.sampled_from(("", "班长"))))
        for n in range(1, draw(st.integers(0, 14)) + 1)
    ]  # fmt: skip
    ends = st.sampled_from((None, None, DAY, DAY + timedelta(days=30), date(2026, 10, 1)))
    pairs = [
        Pairing(n, draw(st.sampled_from([one.id for one in children])), MENTOR, BEGIN, draw(ends), draw(st.sampled_from(ids)))
        for n in range(1, draw(st.integers(0, 8)) + 1)
    ] if ids and children else []  # fmt: skip
    peers = [
        Pairing(100 + n, child.id, PEER, BEGIN, draw(ends), peer_id=mate)
        for n, child in enumerate(children) if draw(st.integers(0, 3)) == 0
        for mate in [draw(st.sampled_from([one.id for one in children]))] if mate != child.id
    ]  # fmt: skip
    away = [StaffLeave(n, draw(st.sampled_from(ids)), BEGIN, draw(ends)) for n in range(draw(st.integers(0, 2)))] if ids else []
    leads = tuple(draw(st.sampled_from([0, *ids])) for _each in KEYS)
    return school(staff, children, teachers=leads, pairings=(*pairs, *peers), leaves=tuple(away))


WISHES = st.builds(Wishes, st.integers(1, 5), st.booleans(), st.booleans())


def may_be_asked(one: Staff, snapshot: Snapshot) -> bool:
    ill = any(leave.staff_id == one.id and (leave.until_day is None or leave.until_day > DAY) for leave in snapshot.leaves)
    return one.left_on is None and not ill and "病假" not in one.duties


@settings(max_examples=200, deadline=None)
@given(snapshot=schools(), wishes=WISHES)
def test_the_limit_holds_and_nobody_away_is_asked(snapshot: Snapshot, wishes: Wishes) -> None:
    found = suggest_mentors(snapshot, DAY, wishes)
    assert [one.child_id for one in found] == [child.id for child in lacking(snapshot, DAY)]
    before, given_ = loads(snapshot, DAY), Counter(one.helper_id for one in found if one.helper_id is not None)
    staff = {one.id: one for one in snapshot.staff}
    for helper, count in given_.items():
        assert may_be_asked(staff[helper], snapshot)
        assert before.get(helper, 0) + count <= wishes.limit
    free = [key for key, one in staff.items()
            if may_be_asked(one, snapshot) and before.get(key, 0) + given_[key] < wishes.limit]  # fmt: skip
    assert not free or all(one.helper_id is not None for one in found), "somebody has room and a child has nobody"
    for one in found:
        if one.helper_id is not None:
            assert 1 <= one.room <= wishes.limit
    assert found == suggest_mentors(snapshot, DAY, wishes), "the same question has the same answer"


@settings(max_examples=150, deadline=None)
@given(snapshot=schools(), limit=st.integers(1, 5))
def test_whoever_has_room_is_not_passed_over_for_somebody_farther(snapshot: Snapshot, limit: int) -> None:
    wishes = Wishes(limit, same_village=False)
    found = suggest_mentors(snapshot, DAY, wishes)
    before, given_ = loads(snapshot, DAY), Counter(one.helper_id for one in found if one.helper_id is not None)
    classes = classes_by_id(snapshot)
    for one in found:
        own = class_on(snapshot.children[one.child_id], classes, DAY)
        assert own is not None
        leader = next((teacher.staff_id for teacher in own.teachers), None)
        if leader is None or leader == one.helper_id:
            continue
        member = next(each for each in snapshot.staff if each.id == leader)
        full = before.get(leader, 0) + given_[leader] >= limit
        support = any(word in member.duties for word in ("门卫",))
        assert full or support or not may_be_asked(member, snapshot)


@settings(max_examples=150, deadline=None)
@given(counts=st.lists(st.integers(0, 4), min_size=2, max_size=5), children=st.integers(1, 12), limit=st.integers(2, 6))
def test_among_equals_the_loads_are_balanced(counts: list[int], children: int, limit: int) -> None:
    """Teachers of whom nothing tells one from the other: no two who got a child differ by more than one."""
    staff = [Staff(n, f"老师{n}") for n in range(1, len(counts) + 1)]
    kids = [kid(n, 1) for n in range(1, children + 1)]
    taken = [kid(100 * n + m, 2) for n, count in enumerate(counts, 1) for m in range(count)]
    pairs = tuple(Pairing(one.id, one.id, MENTOR, BEGIN, None, one.id // 100) for one in taken)
    snapshot = school(staff, [*kids, *taken], pairings=pairs)
    found = suggest_mentors(snapshot, DAY, Wishes(limit), [one.id for one in kids])
    got = Counter(helper for helper in given_to(found) if helper is not None)
    after = {n: count + got[n] for n, count in enumerate(counts, 1)}
    room = sum(max(0, limit - count) for count in counts)
    assert sum(got.values()) == min(children, room)
    for helper in got:
        assert all(after[helper] <= other + 1 for other in after.values())


@settings(max_examples=200, deadline=None)
@given(snapshot=schools(), wishes=WISHES)
def test_a_peer_is_a_classmate_with_few_of_their_own(snapshot: Snapshot, wishes: Wishes) -> None:
    found = suggest_peers(snapshot, DAY, wishes)
    classes, given_ = classes_by_id(snapshot), loads(snapshot, DAY, PEER)
    chosen = Counter(one.helper_id for one in found if one.helper_id is not None)
    for one in found:
        if one.helper_id is None:
            continue
        child, mate = snapshot.children[one.child_id], snapshot.children[one.helper_id]
        assert mate.id != child.id
        assert class_on(child, classes, DAY) == class_on(mate, classes, DAY)
        assert given_.get(mate.id, 0) + chosen[mate.id] <= PEER_LIMIT
        if is_left_behind(mate, DAY):
            at_home = [
                other for other in snapshot.children.values()
                if other.id != child.id and class_on(other, classes, DAY) == class_on(child, classes, DAY)
                and not is_left_behind(other, DAY)
            ]  # fmt: skip
            assert all(given_.get(other.id, 0) + chosen[other.id] >= PEER_LIMIT for other in at_home)


def test_the_reasons_in_their_order() -> None:
    staff = [
        Staff(1, "李秀兰", duties="语文"), Staff(2, "何丽华", duties="数学，一年级"), Staff(3, "宋文斌", village="青石坪村"),
        Staff(4, "王建国", duties="语文"), Staff(5, "田桂英", duties="门卫", village="青石坪村"),
    ]  # fmt: skip
    child = kid(1, 1, home="青石坪村")
    snapshot = school(staff, [child], teachers=(1, 4))
    order = [(one.helper_id, one.reasons) for one in ranked_mentors(snapshot, DAY, Wishes(), 1)]
    assert order == [
        (1, ("class_teacher",)), (2, ("teaches",)), (3, ("village",)), (4, ("grade",)), (5, ("village",)),
    ]  # fmt: skip


def test_wishes_turn_the_order_of_those_who_do_not_teach_the_child() -> None:
    staff = [Staff(1, "甲", sex="男", village="青石坪村"), Staff(2, "乙", sex="女", village="火麻冲村"), Staff(3, "丙")]
    snapshot = school(staff, [kid(1, 1, sex="女", home="青石坪村")])

    def first(**wishes: bool) -> int | None:
        return suggest_mentors(snapshot, DAY, Wishes(5, **wishes))[0].helper_id

    assert first(same_village=True, same_sex=False) == 1
    assert first(same_village=False, same_sex=True) == 2
    assert [one.helper_id for one in ranked_mentors(snapshot, DAY, Wishes(5, False, True), 1)] == [2, 3, 1]


def test_a_child_of_priority_comes_first() -> None:
    one, other = kid(1, 1), kid(2, 1)
    snapshot = school([Staff(1, "李秀兰")], [one, other], priorities=(Priority(1, 2, BEGIN, None, "祖母病重"),))
    assert [child.id for child in lacking(snapshot, DAY)] == [2, 1]
    assert given_to(suggest_mentors(snapshot, DAY, Wishes(1))) == [1, None]


def test_handing_over_leaves_the_one_who_goes_out() -> None:
    staff = [Staff(1, "李秀兰"), Staff(2, "张敏")]
    pairs = tuple(Pairing(n, n, MENTOR, BEGIN, None, 1) for n in (1, 2))
    snapshot = school(staff, [kid(1, 1), kid(2, 1)], teachers=(1,), pairings=pairs)
    assert given_to(suggest_mentors(snapshot, DAY, Wishes(), [1, 2], without=(1,))) == [2, 2]
    assert given_to(suggest_mentors(snapshot, DAY, Wishes(1), [1, 2], without=(1,))) == [2, None]


def test_children_who_left_take_no_room() -> None:
    gone = replace(kid(1, 1), enrolments=(Enrolment(1, 1, BEGIN, date(2026, 10, 1)),))
    snapshot = school([Staff(1, "李秀兰")], [gone, kid(2, 1)], pairings=(Pairing(1, 1, MENTOR, BEGIN, None, 1),))
    assert loads(snapshot, DAY) == {}
    assert given_to(suggest_mentors(snapshot, DAY, Wishes(1))) == [1]


@pytest.mark.parametrize(("duties", "grades", "classes", "everybody"), [
    ("数学，五年级", {5}, set(), False),
    ("语文，三（1）班、三(2)班", set(), {(2024, 1), (2024, 2)}, False),
    ("英语，高年级", {5, 6}, set(), False),
    ("科学，四至六年级", {4, 5, 6}, set(), False),
    ("音乐，一、二年级", {1, 2}, set(), False),
    ("体育，全校", set(), set(), True),
    ("教务处，档案员", set(), set(), False),
])  # fmt: skip
def test_duties_are_read(duties: str, grades: set[int], classes: set[tuple[int, int]], everybody: bool) -> None:
    found = teaching(duties, DAY)
    keys = {ClassKey("primary", *each) for each in classes}
    assert (found.grades, found.classes, found.everybody) == (grades, keys, everybody)
