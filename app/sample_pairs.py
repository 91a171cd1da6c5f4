"""Who stands by whom in the sample school: uneven loads, some handed over, a few still alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from app.children import Child
from app.classes import SchoolClass
from app.days import school_year
from app.enrolment import pupils_on
from app.pairing import MENTOR, PEER, VOLUNTEER, Pairing, pairings_on
from app.periods import latest
from app.sample_people import Numbers
from app.sample_words import FOCUS, VOLUNTEERS
from app.school import Snapshot
from app.status import NONE, register_status

OWN = (6, 3, 7, 4, 5, 8, 2, 6)
"""Children of the own class that a class teacher takes, class by class; the others go to the office."""
CROWDED = 12
"""In a larger school the class teacher takes that many."""
ALONE = 2
"""So many of those who came last have no mentor yet."""
WAITING = 3
"""So many children of the mentor who is ill have nobody in her place yet."""
HANDED_OVER = 17
"""Every so many-th child has had another mentor before."""


def pairs(numbers: Numbers, snapshot: Snapshot, on: date, since: date) -> tuple[Pairing, ...]:
    """The pairings of the left-behind pupils of that day; `since` is the first day of the care that is told."""
    pupils = pupils_on(snapshot, on)
    left_behind = [one for one in pupils if register_status(one[0], on).status != NONE]
    mentors = _mentors(snapshot, left_behind, on)
    helpers = defaultdict(list)
    for child, school_class in pupils:
        if register_status(child, on).status == NONE:
            helpers[school_class.id].append(child)
    found: list[Pairing] = []
    for place, (child, school_class) in enumerate(left_behind):
        random = Random(f"{child.name}{child.id}")
        begin = max(child.enrolments[-1].from_day, date(school_year(on) - 1, 9, 1))
        focus = random.choice(FOCUS)
        if child.id in mentors:
            first = Pairing(numbers.id(), child.id, MENTOR, begin, staff_id=mentors[child.id], focus=focus)
            found += _handed_over(numbers, snapshot, first, since, on) if place % HANDED_OVER == 5 else [first]
        if place % 3 != 1 and helpers[school_class.id]:
            peer = helpers[school_class.id][place % len(helpers[school_class.id])]
            found.append(Pairing(numbers.id(), child.id, PEER, max(since, begin), peer_id=peer.id, focus="学习"))
        if place % 9 == 4:
            name = VOLUNTEERS[place // 9 % len(VOLUNTEERS)]
            found.append(Pairing(numbers.id(), child.id, VOLUNTEER, max(since, begin), helper_name=name, focus="生活"))
    return tuple(found)


def _mentors(snapshot: Snapshot, left_behind: Sequence[tuple[Child, SchoolClass]], on: date) -> dict[int, int]:
    """The mentor of each child that has one."""
    newest = sorted((child.enrolments[-1].from_day, child.id) for child, _class in left_behind)[-ALONE:]
    alone = {child_id for _day, child_id in newest}
    most = {one.id: OWN[place % len(OWN)] for place, one in enumerate(snapshot.classes)}
    if len(left_behind) > CROWDED * len(snapshot.classes):
        most = dict.fromkeys(most, CROWDED)
    load: Counter[int] = Counter()
    office = [one.id for one in snapshot.staff[len(snapshot.classes) :]]
    found: dict[int, int] = {}
    for child, school_class in left_behind:
        teacher = latest(school_class.teachers, on)
        if child.id in alone:
            continue
        if teacher is not None and load[school_class.id] < most[school_class.id]:
            load[school_class.id] += 1
            found[child.id] = teacher.staff_id
        else:
            load[0] += 1
            found[child.id] = office[(load[0] * load[0] + load[0]) // 2 % len(office)]
    return found


def covered(numbers: Numbers, snapshot: Snapshot, ill: int, day: date) -> tuple[Pairing, ...]:
    """The pairings once the others of the office took children of the mentor who is ill, in turn; a few still wait."""
    name = next((one.name for one in snapshot.staff if one.id == ill), "")
    hers = [one for one in pairings_on(snapshot.pairings, day, MENTOR) if one.staff_id == ill and one.from_day < day]
    others = [one.id for one in snapshot.staff[len(snapshot.classes) :] if one.id != ill]
    takes = {one.id: others[place % len(others)] for place, one in enumerate(hers[:-WAITING])}
    found = []
    for one in snapshot.pairings:
        if one.id not in takes:
            found.append(one)
            continue
        found.append(replace(one, until_day=day, why_ended=f"{name}老师请假，别的老师先带"))
        found.append(replace(one, id=numbers.id(), from_day=day, staff_id=takes[one.id]))
    return tuple(found)


def _handed_over(
    numbers: Numbers, snapshot: Snapshot, last: Pairing, since: date, on: date
) -> Iterator[Pairing]:
    """The pairing as the second of two: another teacher had the child until some weeks ago."""
    day = since + (on - since) // 3
    before = next(one for one in reversed(snapshot.staff[:-1]) if one.id != last.staff_id)
    yield Pairing(
        numbers.id(), last.child_id, MENTOR, last.from_day, day, before.id, focus=last.focus,
        why_ended=f"{before.name}老师课多，交给别的老师",
    )  # fmt: skip
    yield replace(last, from_day=day)
