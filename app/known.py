"""五个清楚: the five things a school must know of every left-behind child, and which are missing (REQ 2.3)."""

from datetime import date

from app.carer import Carer, carer_of
from app.children import Child, Kin
from app.kinship import FATHERS, MOTHERS
from app.phones import STATES
from app.status import BOTH, NONE, register_status
from app.whereabouts import confirmed, current, has_place, parents, proposed

KEYS = ("parents_names", "work_places", "parents_phones", "carer_name", "carer_phone")
"""In the order of the source text: parents' names, where they work, their phone, the carer's name and phone."""


def has_phone(kin: Kin) -> bool:
    """Whether the person has a number that is not 停机 or 空号."""
    return any(phone.state not in STATES for phone in kin.phones)


def missing(child: Child, day: date, carer: Carer | None = None) -> tuple[str, ...]:
    """Which of the five are not known that day, in the order of KEYS; `carer` saves finding out anew."""
    kin = (carer or carer_of(child, day)).kin
    named, placed, reachable = _parents_known(child, day)
    if named and placed and reachable and kin is not None and kin.name and has_phone(kin):
        return ()
    known = (named, placed, reachable, kin is not None and bool(kin.name.strip()), kin is not None and has_phone(kin))
    return tuple(key for key, is_known in zip(KEYS, known, strict=True) if not is_known)


def _parents_known(child: Child, day: date) -> tuple[bool, bool, bool]:
    """Names, work places and a phone of the parents. A parent not in the file at all is not known by name; one
    reachable parent is enough; with both dead there is no number to know."""
    father = mother = reachable = False
    named = placed = all_dead = True
    for kin in child.kin:
        if kin.relation in FATHERS:
            father = True
        elif kin.relation in MOTHERS:
            mother = True
        else:
            continue
        if kin.state == "dead":
            continue
        all_dead = False
        named = named and (bool(kin.name.strip()) or kin.state == "unknown")
        placed = placed and _place_known(kin, day)
        reachable = reachable or has_phone(kin)
    placed = placed and not _claimed_away(child, day)
    return named and father and mother, placed, reachable or (father and mother and all_dead)


def _claimed_away(child: Child, day: date) -> bool:
    """Whether a parent is away by the register's file alone, and nobody has written where."""
    blank = any(
        kin.state == "living" and kin.custody != "none" and not kin.work_unit.strip() and current(kin, day) is None
        for kin in parents(child)
    )
    if not blank or (status := register_status(child, day).status) == NONE:
        return False
    return status == BOTH or not any(
        (where := current(kin, day)) is not None and where.kind == "away" for kin in parents(child)
    )


def _place_known(parent: Kin, day: date) -> bool:
    """Whether no fact or proposal has the parent away without a work place."""
    for where in (confirmed(parent, day), proposed(parent, day)):
        if where is not None and where.kind == "away" and not has_place(parent, where):
            return False
    return True
