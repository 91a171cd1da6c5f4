"""What hangs on the pairs of the sample school: who is helped first, help plans with goals, signed papers, a leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from app.agreements import CARE, CONSENT, DUTY, NOTICE, Agreement
from app.care_scope import Stretch
from app.enrolment import pupils_on
from app.pairing import MENTOR, PEER, Goal, HelpPlan, Pairing, Priority, pairings_on
from app.periods import holds
from app.sample_care import Weeks
from app.sample_help import BETTER, PEER_REPORTS, PLANS, REASONS
from app.sample_notes import Family, Note, family
from app.sample_people import Numbers
from app.school import Snapshot, StaffLeave
from app.status import NONE, register_status

FIRST_HELPED = 7
"""Every so many-th left-behind child is helped first."""
EXPIRES = timedelta(days=9)
"""In how many days one of the papers runs out."""
NOT_PLANNED = 3
"""One in so many has no plan yet; of those helped first all who have a mentor do."""
STAGGER = 12
"""Within so many days the mentors have written them."""


@dataclass(frozen=True, slots=True)
class _Paired:
    child_id: int
    mentor: Pairing | None


def with_plans(numbers: Numbers, snapshot: Snapshot, on: date, since: date, until: date, ill: int) -> Snapshot:
    """The school with its priorities, plans, papers and the one who is ill."""
    mentors = {one.child_id: one for one in pairings_on(snapshot.pairings, on, MENTOR)}
    paired = [
        _Paired(child.id, mentors.get(child.id)) for child, _class in pupils_on(snapshot, on)
        if register_status(child, on).status != NONE
    ]  # fmt: skip
    first = paired[3::FIRST_HELPED]
    begin = min(since + timedelta(days=10), on)
    leave = StaffLeave(numbers.id(), ill, on - ILL_FOR, None, "病假") if ill else None
    return replace(
        snapshot,
        leaves=(leave,) if leave else (),
        priorities=tuple(
            Priority(numbers.id(), one.child_id, begin, None, REASONS[place % len(REASONS)])
            for place, one in enumerate(first)
        ),
        plans=tuple(
            _plan(numbers, one.mentor, place, family(snapshot.children[one.child_id], on),
                  min(begin + timedelta(days=place * 5 % STAGGER), on), until, on)
            for place, one in enumerate(paired)
            if one.mentor and (one in first or place % NOT_PLANNED != NOT_PLANNED - 1)
        ),
        agreements=tuple(_papers(numbers, snapshot, paired, on, since, until)),
    )  # fmt: skip


ILL_FOR = timedelta(days=15)
"""Since when the ill one is away."""


def _plan(
    numbers: Numbers, pair: Pairing, place: int, who: Family, since: date, until: date, on: date
) -> HelpPlan:
    kind = PLANS[place % len(PLANS)]
    begin = max(since, pair.from_day)
    parent = who.parents[0] if who.parents else ("", "")
    content = who.said(kind.content, *parent)
    plan = HelpPlan(numbers.id(), pair.id, begin, until + timedelta(days=1), kind.situation, content, kind.times)
    goals = []
    for position, (goal, result) in enumerate(kind.goals):
        goal = who.said(goal, *parent)
        by_day = begin + (until - begin) * (position + 1) // 3
        met = by_day - timedelta(days=4) if by_day <= on and (position + place) % 3 != 2 else None
        goals.append(Goal(numbers.id(), plan.id, position, goal, by_day, result if met else "", met))
    return replace(plan, goals=tuple(goals))


def _papers(
    numbers: Numbers, snapshot: Snapshot, paired: list[_Paired], on: date, since: date, until: date
) -> Iterator[Agreement]:
    """Care agreements as the families were asked, one of them about to run out; a responsibility paper per mentor's
    child, the written notice, and the consent to pictures."""
    care = 0
    for place, one in enumerate(paired):
        child = snapshot.children[one.child_id]
        signer = next((kin.name for kin in child.kin if kin.state == "living" and kin.name), "")
        day = since + timedelta(days=place % 12)
        if child.entrusted == "已签":
            care += 1
            ends = on + EXPIRES if care == 2 else until + timedelta(days=60)
            yield Agreement(numbers.id(), child.id, CARE, min(day, on), ends, signer)
        if one.mentor is not None and place % 8 != 4:
            staff = next((staff.name for staff in snapshot.staff if staff.id == one.mentor.staff_id), "")
            yield Agreement(numbers.id(), child.id, DUTY, max(min(day, on), one.mentor.from_day), None, staff)
        if place % 5:
            yield Agreement(numbers.id(), child.id, NOTICE, min(since, on), None, signer)
        if child.photo_consent == "yes":
            yield Agreement(numbers.id(), child.id, CONSENT, min(day, on), None, signer, "活动照片不写名字")


def pair_notes(
    snapshot: Snapshot, weeks: Weeks, scopes: Mapping[int, tuple[Stretch, ...]], away: dict[int, date]
) -> Iterator[Note]:
    """Reviews of the plans and the peers' reports, month by month, on days on which the child was left-behind."""
    def covers(pair: Pairing, day: date) -> bool:
        return any(first <= day <= last for first, last in scopes.get(pair.child_id, ()))

    pairs, kinds = {one.id: one for one in snapshot.pairings}, {one.situation: one for one in PLANS}
    teachers = {
        child.id: period.staff_id for child, school_class in pupils_on(snapshot, weeks.last)
        for period in school_class.teachers if holds(period, weeks.last)
    }  # fmt: skip
    peers = [one for one in snapshot.pairings if one.role == PEER and holds(one, max(one.from_day, weeks.last))][::2]
    for number, month in enumerate(weeks.months):
        random = Random(f"{weeks.term.from_day}{number}")
        for plan in snapshot.plans:
            pair = pairs[plan.pairing_id]
            day = month.days[-1 - int(random.random() * min(6, len(month.days)))]
            ill = pair.staff_id is not None and day >= away.get(pair.staff_id, date.max)
            if plan.from_day <= day <= weeks.on and not ill and covers(pair, day) and random.random() < 0.85:
                texts = (*kinds[plan.situation].reviews, random.choice(BETTER))
                text = family(snapshot.children[pair.child_id], day).said(texts[int(random.random() * len(texts))])
                yield _of_pair("plan_review", day, pair, pair.staff_id, f"{text}。", "谈心室")
        for pair in peers:
            day = month.days[int(random.random() * len(month.days))]
            if holds(pair, day) and day <= weeks.on and covers(pair, day) and random.random() < 0.8:
                text = random.choice(PEER_REPORTS) + "。"
                yield _of_pair("peer_report", day, pair, teachers.get(pair.child_id), text, "教室")


def _of_pair(kind: str, day: date, pair: Pairing, staff: int | None, text: str, place: str) -> Note:
    return Note(kind, day, (pair.child_id,), staff, text, "16:20", 10, place, "当面", pairing_id=pair.id)
