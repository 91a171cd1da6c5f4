"""Who stands on a child's contact cards, in which order and with which numbers; the words and the paper are ui's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.carer import carer_of
from app.children import Child, Kin, Phone
from app.classes import SchoolClass
from app.classnames import class_name, class_order
from app.enrolment import class_on, classes_by_id, last_enrolment
from app.kinship import relation_order
from app.periods import latest
from app.phones import STATES
from app.school import Snapshot, Staff
from app.whereabouts import is_parent

ROWS = 3
"""Rows of the child's card; with fewer people than that, other relatives with a number fill them."""
MOST_NUMBERS = 6
POCKET_ROWS = 3
"""Numbers on the pocket card, which has no more rows."""


@dataclass(frozen=True, slots=True)
class OnCard:
    """A relative on the card. `role` is "parent", "carer" or "spare"; a parent who is the carer has `cares`."""

    kin: Kin
    role: str
    cares: bool = False


def working_numbers(kin: Kin) -> tuple[str, ...]:
    """The person's numbers that are not 停机/空号, in order, each once."""
    return tuple(dict.fromkeys(phone.number for phone in kin.phones if _works(phone)))


def family_on_card(child: Child, day: date) -> list[OnCard]:
    """Father, mother (a dead one too), who looks after the child that day, others with a number (paper.md §2)."""
    carer = carer_of(child, day).kin
    people = sorted(child.kin, key=lambda kin: relation_order(kin.relation))
    result = [OnCard(kin, "parent", cares=_is(kin, carer)) for kin in people if is_parent(kin)]
    if carer is not None and not is_parent(carer):
        result.append(OnCard(carer, "carer", cares=True))
    for kin in people:
        if not is_parent(kin) and not _is(kin, carer) and kin.state == "living" and working_numbers(kin):
            result.append(OnCard(kin, "spare"))
    return result


def numbers_to_dial(child: Child, day: date, most: int = MOST_NUMBERS) -> list[tuple[Kin, str]]:
    """The numbers of the child's own card: everybody's first, then second ones, the carer always among them.

    Parents stand before the carer, others only where rows would stay empty; one person's numbers stand together.
    """
    family = [on for on in family_on_card(child, day) if on.kin.state != "dead" and working_numbers(on.kin)]
    chosen = [person.kin for person in family if person.role != "spare"]
    chosen += [person.kin for person in family if person.role == "spare"][: max(0, ROWS - len(chosen))]
    must = [person.kin for person in family if person.cares]
    chosen = _keeping(chosen, must, most)
    room = {kin.id: 1 for kin in chosen}
    spare = most - len(chosen)
    for place in range(1, most):
        for kin in chosen:
            if spare > 0 and len(working_numbers(kin)) > place:
                room[kin.id] += 1
                spare -= 1
    return [(kin, number) for kin in chosen for number in working_numbers(kin)[: room[kin.id]]]


def class_of(
    child: Child, snapshot: Snapshot, day: date, classes: Mapping[int, SchoolClass] | None = None
) -> SchoolClass | None:
    """The child's class on that day; of one who has left, the last."""
    known = classes if classes is not None else classes_by_id(snapshot)
    found = class_on(child, known, day, snapshot.school.system)
    last = last_enrolment(child)
    return found or (known.get(last.class_id) if last else None)


def class_name_on(school_class: SchoolClass | None, snapshot: Snapshot, day: date) -> str:
    """三（1）班 on that day, "" without a class."""
    if school_class is None:
        return ""
    return class_name(school_class.stage, school_class.entry_year, school_class.number, day, snapshot.school.system)


def class_teacher_on(school_class: SchoolClass | None, snapshot: Snapshot, day: date) -> Staff | None:
    """The class teacher of that day."""
    period = latest(school_class.teachers, day) if school_class else None
    return next((staff for staff in snapshot.staff if period and staff.id == period.staff_id), None)


def in_class_order(children: Iterable[Child], snapshot: Snapshot, day: date) -> list[Child]:
    """The children by class, in a class by pinyin: the order in which papers are handed out."""
    classes = classes_by_id(snapshot)

    def key(child: Child) -> tuple[tuple[int, int, int], str, str, int]:
        found = class_of(child, snapshot, day, classes)
        place = class_order(found.stage, found.entry_year, found.number) if found else (9, 0, 0)
        return place, child.pinyin or child.name, child.name, child.id

    return sorted(children, key=key)


def _works(phone: Phone) -> bool:
    return bool(phone.number) and phone.state not in STATES


def _is(kin: Kin, other: Kin | None) -> bool:
    return other is not None and kin.id == other.id


def _keeping(chosen: list[Kin], must: list[Kin], most: int) -> list[Kin]:
    """At most so many people, those of `must` among them."""
    if len(chosen) <= most:
        return chosen
    others = [kin for kin in chosen if kin not in must]
    kept = others[: most - len(must)]
    return [kin for kin in chosen if kin in kept or kin in must]
