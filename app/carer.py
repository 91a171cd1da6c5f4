"""Who looks after the child in daily life (谁带) on a day, which is not the same as the legal guardian (rules.md)."""

from dataclasses import dataclass
from datetime import date

from app.children import Child, Kin
from app.periods import latest
from app.whereabouts import confirmed, is_parent, proposed

SIBLINGS = frozenset({"兄", "弟", "姐姐", "妹妹", "兄弟", "姐妹"})
"""Never proposed as a carer: a brother or sister is a child too, unless the office says otherwise."""


@dataclass(slots=True)
class Carer:
    """The carer of one day and how sure it is: "confirmed", "proposed" or (nobody) "missing"."""

    kin: Kin | None
    certainty: str


MISSING = Carer(None, "missing")


def carer_of(child: Child, day: date) -> Carer:
    """An entered carer; else a parent confirmed at home; else, proposed, a parent an import puts at home or other
    kin of the file; else nobody."""
    entered = _entered(child, day)
    if entered is not None:
        return Carer(entered, "confirmed")
    home: Kin | None = None
    others: Kin | None = None
    for kin in child.kin:
        if kin.state != "living":
            continue
        if not is_parent(kin):
            if others is None and kin.relation not in SIBLINGS:
                others = kin
        elif kin.custody != "none":
            fact = confirmed(kin, day)
            if fact is not None and fact.kind == "home":
                return Carer(kin, "confirmed")
            guess = proposed(kin, day) if fact is None else None
            if home is None and guess is not None and guess.kind == "home":
                home = kin
    found = home or others
    return MISSING if found is None else Carer(found, "proposed")


def _entered(child: Child, day: date) -> Kin | None:
    """The kin of the care period that holds; a period of somebody who has died since does not count."""
    if not child.cares:
        return None
    alive = {kin.id: kin for kin in child.kin if kin.state != "dead"}
    care = latest([care for care in child.cares if care.kin_id in alive], day)
    return None if care is None else alive[care.kin_id]
