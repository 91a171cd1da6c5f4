"""Who could stand by whom (REQ 2.4, 2.5): a proposal that a person looks through before anything is written.

Pure functions of the school, a day and what the office wishes. Mentors: own class teacher first, then who teaches the
class, then same village and same sex where wished, then who leads a class of the same grade; among equals whoever has
the fewest children. Nobody gets more than the limit, nobody who has left or is on leave gets any.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from heapq import heapify, heappop, heappush

from app.addresses import village
from app.children import Child
from app.classes import SchoolClass
from app.classnames import class_order, grade_of
from app.enrolment import class_on, classes_by_id, pupils_on
from app.pairing import MENTOR, PEER, Pairing
from app.periods import holds, latest
from app.school import Snapshot, Staff
from app.status import NONE, register_status
from app.teaching import Teaching, teaching

LIMIT = 5
"""Children to a mentor, as long as the office has set no other number."""
PEER_LIMIT = 2
"""Classmates that one pupil helps."""
CLASS_TEACHER, TEACHES, VILLAGE, GRADE, CADRE, AT_HOME, SEX = REASONS = (
    "class_teacher", "teaches", "village", "grade", "cadre", "at_home", "sex",
)  # fmt: skip
"""Why a helper fits: 同班班主任, 同班任课, 同村, 同年级, 班干部, 父母在家, 同性别."""
_CADRES = ("班长", "班干部", "委员", "大队长", "中队长", "小队长", "课代表", "组长", "三好", "优秀")
Fit = tuple[int, ...]
"""How far a helper is from a child, nearest first; without the number of children they have."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the office asks of a suggestion."""

    limit: int = LIMIT
    same_village: bool = True
    same_sex: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One child and who could stand by it."""

    child_id: int
    helper_id: int | None
    """Staff id, or the id of a pupil for a peer; None: nobody has room left."""
    reasons: tuple[str, ...] = ()
    """Of REASONS, the weightiest first."""
    room: int = 0
    """How many more the helper can take, this child included."""


def is_left_behind(child: Child, day: date) -> bool:
    """By the register's meaning, as in the roster."""
    return register_status(child, day).status != NONE


def ongoing(pairings: Iterable[Pairing], day: date, role: str = "") -> list[Pairing]:
    """Those that hold on that day or are yet to begin."""
    return [one for one in pairings if role in ("", one.role) and (one.until_day is None or one.until_day > day)]


def lacking(snapshot: Snapshot, day: date, role: str = MENTOR) -> list[Child]:
    """Left-behind pupils who have nobody in that role, priority children (重点帮扶) first, then by class and name."""
    paired = {one.child_id for one in ongoing(snapshot.pairings, day, role)}
    first = {one.child_id for one in snapshot.priorities if holds(one, day)}
    found = [
        (child, school_class) for child, school_class in pupils_on(snapshot, day)
        if child.id not in paired and is_left_behind(child, day)
    ]  # fmt: skip
    found.sort(key=lambda two: (two[0].id not in first, *_place(*two)))
    return [child for child, _school_class in found]


def loads(snapshot: Snapshot, day: date, role: str = MENTOR) -> dict[int, int]:
    """How many pupils each helper (staff id, or id of the peer) stands by; those to come count as well."""
    here = {child.id for child, _school_class in pupils_on(snapshot, day)}
    children: dict[int, set[int]] = {}
    for one in ongoing(snapshot.pairings, day, role):
        helper = one.staff_id if role == MENTOR else one.peer_id
        if helper is not None and one.child_id in here:
            children.setdefault(helper, set()).add(one.child_id)
    return {helper: len(theirs) for helper, theirs in children.items()}


def is_away(staff: Staff, snapshot: Snapshot, day: date) -> bool:
    """Whether somebody has left, is about to, or is on leave that day, by the records or by the duties."""
    if staff.left_on is not None or teaching(staff.duties, day, snapshot.school.system).away:
        return True
    return any(one.staff_id == staff.id and holds(one, day) for one in snapshot.leaves)


def suggest_mentors(
    snapshot: Snapshot, day: date, wishes: Wishes, children: Iterable[int] | None = None, *,
    without: Collection[int] = (), taken: Iterable[int] = (),
) -> list[Suggestion]:  # fmt: skip
    """One suggestion per child, in the order given (None: all who lack a mentor). `without`: staff not to be asked;
    `taken`: staff who get one more child each in the same step."""
    wanted = [snapshot.children[key] for key in children] if children is not None else lacking(snapshot, day)
    desk = _Mentors(snapshot, day, wishes, without)
    for helper_id in taken:
        desk.loads[helper_id] = desk.loads.get(helper_id, 0) + 1
    return _spread(wanted, desk)


def suggest_peers(
    snapshot: Snapshot, day: date, wishes: Wishes, children: Iterable[int] | None = None
) -> list[Suggestion]:
    """The same with a classmate: one whose parents are at home, class monitors before others, each a few only."""
    wanted = [snapshot.children[key] for key in children] if children is not None else lacking(snapshot, day, PEER)
    return _spread(wanted, _Peers(snapshot, day, wishes))


def ranked_mentors(snapshot: Snapshot, day: date, wishes: Wishes, child_id: int) -> list[Suggestion]:
    """Everybody who can be asked for this child, best first, with the room they have; for choosing by hand."""
    desk = _Mentors(snapshot, day, wishes, ())
    return _ranked(snapshot.children[child_id], desk)


def ranked_peers(snapshot: Snapshot, day: date, wishes: Wishes, child_id: int) -> list[Suggestion]:
    """Every classmate who can be asked for this child, best first."""
    return _ranked(snapshot.children[child_id], _Peers(snapshot, day, wishes))


# how a helper fits


@dataclass(slots=True)
class _Desk:
    """Who can be asked: their order, their children so far, and how they fit."""

    snapshot: Snapshot
    day: date
    wishes: Wishes
    limit: int
    loads: dict[int, int] = field(default_factory=dict)
    helpers: dict[int, "Staff | Child"] = field(default_factory=dict)
    known: dict[tuple[int, int], tuple[Fit, tuple[str, ...]]] = field(default_factory=dict)

    def asked(self, child: Child) -> Iterable[int]:
        """Who may be asked for the child, in a steady order."""
        raise NotImplementedError

    def judged(self, child: Child, helper_id: int) -> tuple[Fit, tuple[str, ...]]:
        raise NotImplementedError

    def fit(self, child: Child, helper_id: int) -> tuple[Fit, tuple[str, ...]]:
        """How near they are, and why."""
        found = self.known.get((child.id, helper_id))
        if found is None:
            found = self.known[child.id, helper_id] = self.judged(child, helper_id)
        return found

    def room(self, helper_id: int) -> int:
        """How many more they can take."""
        return self.limit - self.loads.get(helper_id, 0)

    def wished(self, child: Child, sex: str, home: str) -> tuple[int, int]:
        """How far from the wishes: unknown lies between yes and no."""
        place = 0 if _same_place(village(child.address or child.home_address), home) else 1
        other = 0 if sex and sex == child.sex else 2 if sex and child.sex else 1
        return place if self.wishes.same_village else 0, other if self.wishes.same_sex else 0


class _Mentors(_Desk):
    def __init__(self, snapshot: Snapshot, day: date, wishes: Wishes, without: Collection[int]) -> None:
        _Desk.__init__(self, snapshot, day, wishes, wishes.limit, loads(snapshot, day))
        self.classes, self.system = classes_by_id(snapshot), snapshot.school.system
        self.helpers = {
            one.id: one for one in snapshot.staff if one.id not in without and not is_away(one, snapshot, day)
        }
        self.taught = {key: teaching(one.duties, day, self.system) for key, one in self.helpers.items()
                       if isinstance(one, Staff)}  # fmt: skip
        self.leads: dict[int, list[SchoolClass]] = {}
        for one in snapshot.classes:
            period = latest(one.teachers, day)
            if period is not None:
                self.leads.setdefault(period.staff_id, []).append(one)
        self.theirs = {(one.child_id, one.staff_id) for one in ongoing(snapshot.pairings, day, MENTOR)}

    def asked(self, child: Child) -> Iterable[int]:
        return [key for key in self.helpers if (child.id, key) not in self.theirs]

    def judged(self, child: Child, helper_id: int) -> tuple[Fit, tuple[str, ...]]:
        staff, own = self.helpers[helper_id], class_on(child, self.classes, self.day, self.system)
        assert isinstance(staff, Staff)
        taught: Teaching = self.taught[helper_id]
        led = self.leads.get(helper_id, [])
        leads = own is not None and any(one.id == own.id for one in led)
        teaches = own is not None and taught.includes(own, self.day, self.system)
        grade = own is not None and any(self._grade(one) == self._grade(own) for one in led)
        near = _same_place(village(child.address or child.home_address), staff.village)
        place, sex = self.wished(child, staff.sex, staff.village)
        reasons = [
            *([CLASS_TEACHER] if leads else [TEACHES] if teaches else []), *([VILLAGE] if near else []),
            *([SEX] if self.wishes.same_sex and sex == 0 else []), *([GRADE] if grade and not leads else []),
        ]  # fmt: skip
        fit = (taught.support, not leads, not (leads or teaches), place, sex, not near, not grade)
        return tuple(map(int, fit)), tuple(reasons)

    def _grade(self, one: SchoolClass) -> int:
        return grade_of(one.stage, one.entry_year, self.day, self.system)


class _Peers(_Desk):
    def __init__(self, snapshot: Snapshot, day: date, wishes: Wishes) -> None:
        _Desk.__init__(self, snapshot, day, wishes, PEER_LIMIT, loads(snapshot, day, PEER))
        self.of: dict[int, int] = {}
        self.mates: dict[int, list[int]] = {}
        for child, school_class in sorted(pupils_on(snapshot, day), key=lambda two: _place(*two)):
            self.helpers[child.id] = child
            self.of[child.id] = school_class.id
            self.mates.setdefault(school_class.id, []).append(child.id)
        self.theirs = {(one.child_id, one.peer_id) for one in ongoing(snapshot.pairings, day, PEER)}

    def asked(self, child: Child) -> Iterable[int]:
        mates = self.mates.get(self.of.get(child.id, 0), [])
        return [key for key in mates if key != child.id and (child.id, key) not in self.theirs]

    def judged(self, child: Child, helper_id: int) -> tuple[Fit, tuple[str, ...]]:
        mate = self.helpers[helper_id]
        assert isinstance(mate, Child)
        home = village(mate.address or mate.home_address)
        near = _same_place(village(child.address or child.home_address), home)
        place, sex = self.wished(child, mate.sex, home)
        away, cadre = is_left_behind(mate, self.day), any(word in mate.note for word in _CADRES)
        reasons = [
            *([CADRE] if cadre else []), *([AT_HOME] if not away else []), *([VILLAGE] if near else []),
            *([SEX] if self.wishes.same_sex and sex == 0 else []),
        ]  # fmt: skip
        return (int(away), int(not cadre), place, sex), tuple(reasons)


# who gets whom


def _spread(wanted: list[Child], desk: _Desk) -> list[Suggestion]:
    """Again and again the child and helper who fit best; a helper's turn moves back with every child they get."""
    found: dict[int, Suggestion] = {}
    line = [best for place, child in enumerate(wanted) if (best := _best(child, place, desk)) is not None]
    heapify(line)
    while line:
        key, place, helper_id = heappop(line)
        child = wanted[place]
        now = _best(child, place, desk)
        if now is None:
            continue
        if now != (key, place, helper_id):
            heappush(line, now)
            continue
        found[child.id] = Suggestion(child.id, helper_id, desk.fit(child, helper_id)[1], desk.room(helper_id))
        desk.loads[helper_id] = desk.loads.get(helper_id, 0) + 1
    return [found.get(child.id, Suggestion(child.id, None)) for child in wanted]


def _best(child: Child, place: int, desk: _Desk) -> tuple[Fit, int, int] | None:
    """(how near and how loaded, the child's place, the helper) of whoever fits best and has room."""
    best: tuple[Fit, int, int] | None = None
    for helper_id in desk.asked(child):
        if desk.room(helper_id) < 1:
            continue
        key = (*desk.fit(child, helper_id)[0], desk.loads.get(helper_id, 0))
        if best is None or key < best[0]:
            best = (key, place, helper_id)
    return best


def _ranked(child: Child, desk: _Desk) -> list[Suggestion]:
    asked = list(desk.asked(child))
    asked.sort(key=lambda key: (desk.room(key) < 1, *desk.fit(child, key)[0], desk.loads.get(key, 0)))
    return [Suggestion(child.id, key, desk.fit(child, key)[1], max(0, desk.room(key))) for key in asked]


def _same_place(first: str, second: str) -> bool:
    one, other = (village(text) or text.strip() for text in (first, second))
    return bool(one) and bool(other) and one.removesuffix("村") == other.removesuffix("村")


def _place(child: Child, school_class: SchoolClass) -> tuple[tuple[int, int, int], str, int]:
    order = class_order(school_class.stage, school_class.entry_year, school_class.number)
    return order, child.pinyin or child.name, child.id
