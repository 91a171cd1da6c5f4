"""Whom to ring for a child and in which order: who is asked for first, then who answers if nobody takes it."""

from dataclasses import dataclass
from datetime import date

from app import kinship
from app.carer import carer_of
from app.children import Child, Kin, Phone
from app.phones import STATES
from app.whereabouts import current

TO_CARER = frozenset({"carer_contact", "home_visit", "talk", "counselling", "tutoring"})
"""Kinds for which the one at home is rung first."""


@dataclass(frozen=True, slots=True)
class Call:
    """One number and whose it is."""

    kin: Kin
    phone: Phone
    cares: bool = False
    """Whether this relative looks after the child."""

    @property
    def works(self) -> bool:
        """Whether the number is not known to be dead."""
        return self.phone.state not in STATES


def calls(child: Child, kind: str, day: date) -> list[Call]:
    """Every number of the living family in the order to try them; those known to be dead come last."""
    carer = carer_of(child, day).kin
    carer_id = carer.id if carer is not None else 0

    def order(kin: Kin) -> tuple[int, int]:
        return _turn(kin, kind in TO_CARER, kin.id == carer_id, day), kinship.relation_order(kin.relation)

    family = sorted((kin for kin in child.kin if kin.state != "dead"), key=order)
    # Everybody's first number before anybody's second.
    most = max((len(kin.phones) for kin in family), default=0)
    found = [
        Call(kin, kin.phones[place], kin.id == carer_id)
        for place in range(most) for kin in family if place < len(kin.phones)
    ]  # fmt: skip
    return sorted(found, key=lambda call: not call.works)


def _turn(kin: Kin, to_carer: bool, cares: bool, day: date) -> int:
    if to_carer:
        return 0 if cares else 1
    if kinship.is_parent(kin.relation):
        where = current(kin, day)
        return 0 if where is not None and where.kind == "away" else 1
    return 2 if cares else 3
