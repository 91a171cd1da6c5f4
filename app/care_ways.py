"""How each kind of care is done and with whom: the choices a form offers for it (REQ 0.2, 2.7, 3.4–3.7, 10.9–10.12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.call_weeks import FACE_MEDIUM, VIDEO_MEDIUM, VOICE_MEDIUM
from app.care import LOGGED, NOT_REACHED, REACHED
from app.carer import carer_of
from app.children import Child, Kin
from app.enrolment import class_on, classes_by_id
from app.kinship import FATHERS, MOTHERS, is_parent, relation_order, side_of
from app.pairing import mentors_on
from app.periods import latest
from app.school import Snapshot
from app.whereabouts import current

FATHER, MOTHER = FATHERS[0], MOTHERS[0]
TOGETHER = f"{FATHER}、{MOTHER}"
"""Both parents on one line: 爸妈一起."""
ALONE = ("talk", "counselling", "tutoring")
"""Done with the child alone: nobody of the family is asked for."""
GATHERINGS = ("guardian_training", "parents_meeting", "forum", "lecture", "class_meeting", "activity")
"""Held for many at once, a class or the school; a record may name no child at all."""
OF_CLASS = ("parents_meeting", "class_meeting")
OF_FAMILY = tuple(kind for kind in LOGGED if kind not in (*ALONE, *GATHERINGS))
"""One child's family is spoken with, written to or visited."""
SECRET = ("counselling",)
"""Confidential unless somebody says otherwise."""
TIMED = tuple(kind for kind in LOGGED if kind not in ("letter", "festival_visit"))
"""Of which one writes down the minutes."""
PLACED = (*GATHERINGS, "home_visit", "festival_visit", "counselling", "tutoring")
"""Of which one may write down the place."""
OF_CLASS_TEACHER = ("family_call", "letter", "home_visit", "hotline", "parents_meeting", "class_meeting")
"""Usually done by the class teacher, the others by the mentor; see the default rules in rules.md."""


@dataclass(frozen=True, slots=True)
class Way:
    """One choice of 方式. `medium` is what the record keeps (视频, 电话 …), "" where the kind says it all."""

    key: str
    medium: str = ""
    outcome: str = REACHED


DONE = Way("done")
MISSED = Way("missed", "", NOT_REACHED)
VIDEO, VOICE = Way("video", VIDEO_MEDIUM), Way("voice", VOICE_MEDIUM)
PHONE, FACE, CHAT = Way("phone", VOICE_MEDIUM), Way("face", FACE_MEDIUM), Way("chat", "微信")

_WAYS: dict[str, tuple[Way, ...]] = {
    "family_call": (VIDEO, VOICE, MISSED),
    "letter": (Way("sent", "寄信"), Way("answered", "收到回信"), MISSED),
    "carer_contact": (PHONE, FACE, CHAT, MISSED),
    "parent_contact": (PHONE, VIDEO, CHAT, FACE, MISSED),
    "hotline": (PHONE, MISSED),
}


def ways(kind: str) -> tuple[Way, ...]:
    """The choices of a kind, the usual one first and the one that reached nobody last."""
    return _WAYS.get(kind, (DONE, MISSED))


def way_of(kind: str, medium: str, outcome: str) -> Way:
    """The choice that a record was entered by; a medium from elsewhere (the command line) makes one of its own."""
    if outcome == NOT_REACHED:
        return MISSED
    usual = next((way for way in ways(kind) if way.medium == medium and way.outcome == outcome), None)
    return usual or Way("other", medium)


def with_whom(child: Child | None, kind: str, day: date) -> list[str]:
    """The relations offered for a contact, the likeliest first; TOGETHER where both parents can be spoken with. For
    several children at once (None) the parents."""
    if kind not in OF_FAMILY:
        return []
    if child is None:
        return [FATHER, MOTHER, TOGETHER]
    living = [kin for kin in child.kin if kin.state not in ("dead", "missing")]
    parents = sorted((kin for kin in living if is_parent(kin.relation)), key=lambda kin: _nearness(kin, day))
    carer = carer_of(child, day).kin
    others = sorted((kin for kin in living if not is_parent(kin.relation)), key=lambda kin: _order(kin, carer))
    sides = {side_of(kin.relation) for kin in parents}
    both = [TOGETHER] if {FATHER, MOTHER} <= sides else []
    of_parents = [*_relations(parents), *both]
    if kind in ("carer_contact", "home_visit", "festival_visit"):
        first = [carer.relation] if carer is not None else []
        return list(dict.fromkeys([*first, *_relations(others), *of_parents]))
    return [*of_parents, *_relations(others)]


def people(child: Child, relation: str) -> list[Kin]:
    """Those of the family that a record's `relation` means; both parents for TOGETHER."""
    wanted = relation.split("、")
    return [kin for kin in child.kin if kin.relation in wanted or (side_of(kin.relation) in wanted)]


def _relations(kin: Sequence[Kin]) -> list[str]:
    return list(dict.fromkeys(one.relation for one in kin))


def _nearness(kin: Kin, day: date) -> tuple[bool, bool, int]:
    """Parents who are away and have a number that is in use come first: it is them the child calls."""
    where = current(kin, day)
    reachable = any(not phone.state for phone in kin.phones)
    return (not reachable, where is not None and where.kind == "home", relation_order(kin.relation))


def _order(kin: Kin, carer: Kin | None) -> tuple[bool, int]:
    return (kin is not carer, relation_order(kin.relation))


def usual_staff(snapshot: Snapshot, kind: str, child_id: int | None, class_id: int | None, day: date) -> int | None:
    """Who usually does it: the class teacher or the mentor, the other where one is lacking; None = nobody."""
    classes, system = classes_by_id(snapshot), snapshot.school.system
    child = snapshot.children.get(child_id or 0)
    of_class = classes.get(class_id or 0) or (class_on(child, classes, day, system) if child else None)
    teacher = latest(of_class.teachers, day) if of_class else None
    found = [teacher.staff_id if teacher else None, mentors_on(snapshot.pairings, day).get(child_id or 0)]
    if kind not in OF_CLASS_TEACHER:
        found.reverse()
    return next((staff_id for staff_id in found if staff_id is not None), None)
