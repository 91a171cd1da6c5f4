"""五个清楚: the five things a school must know of every left-behind child, and which are missing (REQ 2.3)."""

from datetime import date

from app.carer import Carer, carer_of
from app.children import Child, Kin
from app.whereabouts import FATHERS, MOTHERS, confirmed, has_place, parents, proposed

KEYS = ("parents_names", "work_places", "parents_phones", "carer_name", "carer_phone")
"""In the order of the source text: parents' names, where they work, their phone, the carer's name and phone."""
DEAD_NUMBERS = frozenset({"停机", "空号"})


def has_phone(kin: Kin) -> bool:
    """Whether the person has a number that is not 停机 or 空号."""
    return any(phone.state not in DEAD_NUMBERS for phone in kin.phones)


def missing(child: Child, day: date, carer: Carer | None = None) -> tuple[str, ...]:
    """Which of the five are not known that day, in the order of KEYS; `carer` saves finding out anew."""
    father_mother = parents(child)
    kin = (carer or carer_of(child, day)).kin
    lacking = (
        not _names_known(father_mother),
        not all(_place_known(parent, day) for parent in father_mother),
        not _phone_known(father_mother),
        kin is None or not kin.name.strip(),
        kin is None or not has_phone(kin),
    )
    return tuple(key for key, lacks in zip(KEYS, lacking, strict=True) if lacks)


def _names_known(father_mother: list[Kin]) -> bool:
    """Every parent not dead has a name or is marked unknown; a parent not in the file at all is not known."""
    relations = {parent.relation for parent in father_mother}
    if relations.isdisjoint(FATHERS) or relations.isdisjoint(MOTHERS):
        return False
    return all(parent.name.strip() or parent.state in ("dead", "unknown") for parent in father_mother)


def _place_known(parent: Kin, day: date) -> bool:
    if parent.state == "dead":
        return True
    away = (where for where in (confirmed(parent, day), proposed(parent, day)) if where and where.kind == "away")
    return all(has_place(parent, where) for where in away)


def _phone_known(father_mother: list[Kin]) -> bool:
    """One reachable parent is enough; with both dead there is no number to know."""
    alive = [parent for parent in father_mother if parent.state != "dead"]
    if len(father_mother) >= 2 and not alive:
        return True
    return any(has_phone(parent) for parent in alive)
