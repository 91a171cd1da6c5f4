"""Two records of one child laid side by side: what they agree on, what only one knows, and which value is the better.

`app.edits.merge` makes one of them. `kept` is the record that stays, `other` the one that goes into it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from app import days, idnumber
from app.children import AIDS, INCOMES, Child, Kin
from app.names import name_key
from app.periods import holds

KEPT, OTHER = "kept", "other"
CLASS, CARER = "class", "carer"
"""Keys of what is no field: which record's classes hold, and which one's word on who looks after the child."""
_NESTED = {"kin", "cares", "enrolments", "claims", "overrides", "cards"}
_BY_RULE = {"id", "pinyin", "pinyin_by_hand", "other", "confirmed_on", "confirmed_by"}
CHILD_FIELDS = tuple(one.name for one in fields(Child) if one.name not in _NESTED | _BY_RULE)
KIN_FIELDS = tuple(one.name for one in fields(Kin) if one.name not in {"id", "relation", "phones", "whereabouts"})
UNITED = {"attention", "note", "needs"}
"""Texts of which both are kept: an allergy must not be lost to a choice."""
SEVERAL = {"aid": AIDS, "income": INCOMES}
"""Several answers: all of both."""
ONE_OF_A_KIND = frozenset({"父亲", "母亲"})


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of the two records. `key` is a field of Child, CLASS, CARER, or "<kin id>.<field>" of a relative."""

    key: str
    kept: str
    other: str
    side: str
    """The better one, KEPT or OTHER."""
    kin: Kin | None = None
    """Whose fact it is, as `kept` knows them."""

    @property
    def asks(self) -> bool:
        """Whether the two contradict each other, so that a person may choose."""
        united = self.key in UNITED or self.key in SEVERAL
        return bool(self.kept) and bool(self.other) and self.kept != self.other and not united


def newer(kept: Child, other: Child) -> str:
    """Which record was gone through last, or else entered last."""
    def age(child: Child) -> tuple[date, int]:
        return child.confirmed_on or date.min, child.id

    return OTHER if age(other) > age(kept) else KEPT


def lines(kept: Child, other: Child, day: date) -> list[Line]:
    """Every fact that at least one of the two knows; values as the file holds them."""
    late = newer(kept, other)
    values = ((field, str(getattr(kept, field)), str(getattr(other, field))) for field in CHILD_FIELDS)
    found = [Line(field, one, two, _better(field, kept, other, late)) for field, one, two in values if one or two]
    found.append(Line(CLASS, _class_of(kept, day), _class_of(other, day), _current(kept, other, day, late)))
    people = matches(kept, other)
    if kept.cares or other.cares:
        found.append(Line(CARER, _carer_of(kept, day, {}), _carer_of(other, day, people), late))
    for theirs in other.kin:
        if (own := people.get(theirs.id)) is not None:
            found += _kin_lines(own, theirs, late)
    return found


def matches(kept: Child, other: Child) -> dict[int, Kin]:
    """The relatives of `other` (by id) whom `kept` knows already: one father, one mother, else relation and name."""
    free = list(kept.kin)
    found: dict[int, Kin] = {}
    for same in (_same_person, _maybe_same):
        for theirs in other.kin:
            own = next((kin for kin in free if same(kin, theirs)), None) if theirs.id not in found else None
            if own is not None:
                found[theirs.id] = own
                free.remove(own)
    return found


def united(key: str, kept: str, other: str) -> str:
    """Both texts, or all answers of both."""
    if key in SEVERAL:
        words = {*kept.split("、"), *other.split("、")} - {""}
        words -= {"无"} if len(words) > 1 else set()
        return "、".join(word for word in SEVERAL[key] if word in words)
    if not kept or kept in other:
        return other
    return kept if other in kept else f"{kept}；{other}"


def other_columns(kept: Child, other: Child) -> str:
    """The register's remaining columns of both; where they differ, those of the newer record."""
    older, later = (kept, other) if newer(kept, other) == OTHER else (other, kept)
    both = {**_columns(older), **_columns(later)}
    return json.dumps(both, ensure_ascii=False) if both else ""


def _columns(child: Child) -> Mapping[str, str]:
    return dict(json.loads(child.other)) if child.other else {}


def _same_person(own: Kin, theirs: Kin) -> bool:
    return own.relation == theirs.relation and name_key(own.name) == name_key(theirs.name)


def _maybe_same(own: Kin, theirs: Kin) -> bool:
    """Nobody has two fathers; and a relative without a name is the one with a name."""
    if own.relation != theirs.relation:
        return False
    return own.relation in ONE_OF_A_KIND or not own.name or not theirs.name


def _kin_lines(own: Kin, theirs: Kin, late: str) -> list[Line]:
    found = []
    for field in KIN_FIELDS:
        one, two = _text(getattr(own, field)), _text(getattr(theirs, field))
        if field == "state" and "living" in (one, two):
            # That somebody lives is what is assumed; that they died was said by somebody.
            side = OTHER if one == "living" else KEPT
        else:
            side = (KEPT if one else OTHER) if not one or not two else late
        if one or two:
            found.append(Line(f"{own.id}.{field}", one, two, side, own))
    return found


def _text(value: object) -> str:
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


def _better(field: str, kept: Child, other: Child, late: str) -> str:
    one, two = str(getattr(kept, field)), str(getattr(other, field))
    if not one or not two:
        return KEPT if one else OTHER
    if field == "birth" and len(one) != len(two) and days.agrees(one, two):
        return KEPT if len(one) > len(two) else OTHER
    if field == "id_number":
        good = [not idnumber.problem(one), not idnumber.problem(two)]
        if good[0] != good[1]:
            return KEPT if good[0] else OTHER
    return late


def _class_of(child: Child, day: date) -> str:
    """The class of that day, or the last one of somebody who left, as its id."""
    here = [one for one in child.enrolments if holds(one, day)] or list(child.enrolments)
    return str(max(here, key=lambda one: one.from_day).class_id) if here else ""


def _current(kept: Child, other: Child, day: date, late: str) -> str:
    """Whoever is a pupil now knows the class."""
    here = [any(holds(one, day) for one in child.enrolments) for child in (kept, other)]
    return late if here[0] == here[1] else KEPT if here[0] else OTHER


def _carer_of(child: Child, day: date, people: Mapping[int, Kin]) -> str:
    """Who looks after the child that day, as the id `kept` knows them by."""
    here = [one for one in child.cares if holds(one, day)]
    if not here:
        return ""
    kin_id = max(here, key=lambda one: one.from_day or date.min).kin_id
    return str(people[kin_id].id if kin_id in people else kin_id)
