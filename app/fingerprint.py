"""Which facts stand on a child's contact card, as a fingerprint: if it differs, the card is due to be printed again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

from app.cards import POCKET_ROWS, numbers_to_dial
from app.carer import Carer, carer_of
from app.children import Child
from app.classes import SchoolClass
from app.enrolment import classes_by_id, enrolment_on, last_enrolment, name_on
from app.pairing import mentors_on
from app.periods import latest
from app.phones import STATES
from app.photos import printed_photo
from app.school import School, Snapshot
from app.whereabouts import current

NO_CLASS = ("", "", "")
NEVER, PRINTED, CHANGED = "never", "printed", "changed"


@dataclass(frozen=True, slots=True)
class CardScene:
    """What the cards of a school have in common on a day."""

    school: School
    classes: Mapping[int, SchoolClass]
    day: date
    heads: Mapping[int, tuple[str, str, str]]
    """Of each class: its name, its teacher's name and phone."""
    mentors: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    """Of each child that has one: the mentor's name and phone."""

    def head(self, child: Child) -> tuple[str, str, str]:
        """The child's class, its teacher and the teacher's phone; of one who has left, the last class."""
        enrolment = enrolment_on(child, self.classes, self.day, self.school.system) or last_enrolment(child)
        return self.heads.get(enrolment.class_id, NO_CLASS) if enrolment else NO_CLASS


def card_scene(snapshot: Snapshot, day: date) -> CardScene:
    """The snapshot made ready for many cards."""
    staff = {one.id: one for one in snapshot.staff}
    heads = {}
    for school_class in snapshot.classes:
        teaching = latest(school_class.teachers, day)
        teacher = staff.get(teaching.staff_id) if teaching else None
        name = name_on(school_class, day, snapshot.school.system)
        heads[school_class.id] = (name, teacher.name if teacher else "", teacher.phone if teacher else "")
    mentors = {
        child_id: (staff[key].name, staff[key].phone)
        for child_id, key in mentors_on(snapshot.pairings, day).items() if key in staff
    }  # fmt: skip
    return CardScene(snapshot.school, classes_by_id(snapshot), day, heads, mentors)


def card_facts(child: Child, snapshot: Snapshot, day: date, layout: str = "school") -> str:
    """The fingerprint of what stands on the child's card that day. `layout` is "child", "pocket" or "school": the
    child's own cards have no address, ID number or places, so that a change of those does not call for a new one."""
    return scene_facts(child, card_scene(snapshot, day), layout)


def card_state(child: Child, scene: CardScene, carer: Carer | None = None) -> tuple[str, date | None]:
    """("never", None), or ("printed"/"changed", the day of the last print); "changed" if any layout's last print no
    longer says what is so."""
    if not child.cards:
        return NEVER, None
    last = {card.layout: card for card in sorted(child.cards, key=lambda card: (card.printed_at, card.id))}
    printed = max(card.printed_at for card in last.values())
    same = all(card.facts == scene_facts(child, scene, card.layout, carer) for card in last.values())
    return (PRINTED if same else CHANGED), date.fromisoformat(printed[:10])


def scene_facts(child: Child, scene: CardScene, layout: str, carer: Carer | None = None) -> str:
    """`card_facts` for many children of one school; `carer` saves finding out anew."""
    day = scene.day
    class_name, *teacher = scene.head(child)
    mentor = scene.mentors.get(child.id, ())
    who = (carer or carer_of(child, day)).kin
    facts = [child.name, class_name, scene.school.name, scene.school.duty_phone]
    if layout == "pocket":
        facts += [text for kin, number in numbers_to_dial(child, day, POCKET_ROWS) for text in (kin.relation, number)]
        return _hashed([*facts, *(mentor or teacher)])
    facts.append(f"{who.relation}{who.name}" if who else "")
    own = layout == "child"
    if not own:
        facts += [child.sex, child.ethnicity, child.birth, child.id_number, child.address, child.home_address,
                  child.boarding, child.travel, child.attention, *teacher]
        # Only where there is one, so that the cards of before photos still count as printed.
        facts += [photo] if (photo := printed_photo(child)) else []
    for kin in child.kin:
        numbers = [phone.number for phone in kin.phones if phone.state not in STATES]
        if own:
            facts += [kin.relation, *numbers] if kin.state != "dead" else []
            continue
        where = current(kin, day)
        facts += [kin.relation, kin.name, kin.state, where.kind if where else "", where.place if where else "",
                  kin.work_unit, kin.occupation, kin.address, kin.health, *numbers]
    # What is not there adds nothing: cards printed before there were times and mentors are still right.
    if child.call_time:
        facts.append(f"call {child.call_time}")
    return _hashed([*facts, f"mentor {' '.join(mentor)}"] if mentor else facts)


def _hashed(facts: list[str]) -> str:
    return blake2s("\x1f".join(facts).encode(), digest_size=12).hexdigest()
