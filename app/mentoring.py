"""Which children each mentor stands by on a day, and who has none: what lists and papers of the pairs begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.cards import in_class_order
from app.children import Child
from app.enrolment import pupils_on
from app.pairing import MENTOR, Pairing, pairings_on
from app.periods import holds
from app.school import Snapshot, Staff
from app.status import NONE, register_status


@dataclass(frozen=True, slots=True)
class Link:
    """One child of a mentor, and the period that says so."""

    child: Child
    pairing: Pairing
    holds: bool = True
    """False: it ended before the day."""


@dataclass(frozen=True, slots=True)
class Mentoring:
    """A mentor with the children, by class and name; those that ended come last."""

    staff: Staff
    links: tuple[Link, ...]

    @property
    def children(self) -> list[Child]:
        """Whom the mentor stands by on the day."""
        return [link.child for link in self.links if link.holds]


def mentorings(snapshot: Snapshot, day: date, since: date | None = None) -> list[Mentoring]:
    """The mentors of that day's pupils in the order of the staff; with `since` also what ended from that day on."""
    pupils = {child.id for child, _class in pupils_on(snapshot, day)}
    by_staff: dict[int, list[Link]] = {}
    for one in snapshot.pairings:
        if one.role != MENTOR or one.staff_id is None or one.child_id not in pupils:
            continue
        now = holds(one, day)
        lately = since is not None and one.until_day is not None and since < one.until_day <= day
        if now or lately:
            by_staff.setdefault(one.staff_id, []).append(Link(snapshot.children[one.child_id], one, now))
    children = {link.child.id: link.child for links in by_staff.values() for link in links}
    place = {child.id: number for number, child in enumerate(in_class_order(children.values(), snapshot, day))}
    return [
        Mentoring(staff, tuple(sorted(by_staff[staff.id], key=lambda link: (not link.holds, place[link.child.id]))))
        for staff in snapshot.staff
        if staff.id in by_staff
    ]


def paired_children(snapshot: Snapshot, day: date) -> tuple[Child, ...]:
    """The pupils with a mentor, mentor by mentor, each once."""
    return tuple({child.id: child for one in mentorings(snapshot, day) for child in one.children}.values())


def without_mentor(snapshot: Snapshot, day: date) -> list[Child]:
    """The left-behind pupils of that day who have no mentor, by class and name."""
    paired = {one.child_id for one in pairings_on(snapshot.pairings, day, MENTOR)}
    left = [
        child for child, _class in pupils_on(snapshot, day)
        if child.id not in paired and register_status(child, day).status != NONE
    ]  # fmt: skip
    return in_class_order(left, snapshot, day)


def other_helpers(snapshot: Snapshot, child_id: int, day: date) -> Sequence[Pairing]:
    """The peers and volunteers of a child on that day."""
    return [one for one in pairings_on(snapshot.pairings, day) if one.child_id == child_id and one.role != MENTOR]
