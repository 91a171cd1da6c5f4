"""What stood on a printed card in readable form, and what of it has changed since: why the card is due again."""

import json
from dataclasses import dataclass
from datetime import date

from app.cards import POCKET_ROWS, numbers_to_dial
from app.carer import Carer, carer_of
from app.children import CardPrint, Child, Kin
from app.fingerprint import CardScene, scene_facts
from app.phones import STATES
from app.whereabouts import current

OF_CHILD = ("sex", "ethnicity", "birth", "id_number", "address", "home_address", "boarding", "travel", "attention")
"""Facts of the child that only the school's card shows."""


@dataclass(frozen=True, slots=True)
class CardChange:
    """One thing that is otherwise than on the card in hand; "" = it was, or is, not there."""

    key: str
    """"class", "call_time", "父亲.phones" …; relatives of one relation are told apart by a number: "叔父2.phones"."""
    old: str
    new: str


def said(child: Child, scene: CardScene, layout: str, carer: Carer | None = None) -> str:
    """What the card says, as a JSON object to be kept with the print; what is not there is left out."""
    facts = _said(child, scene, layout, carer)
    return json.dumps({key: text for key, text in facts.items() if text}, ensure_ascii=False)


def last_prints(child: Child) -> dict[str, CardPrint]:
    """The newest print of each layout."""
    return {card.layout: card for card in sorted(child.cards, key=lambda card: (card.printed_at, card.id))}


def due_layouts(child: Child, scene: CardScene, carer: Carer | None = None) -> tuple[str, ...]:
    """The layouts whose last print no longer says what is so."""
    return tuple(
        layout for layout, card in last_prints(child).items() if card.facts != scene_facts(child, scene, layout, carer)
    )


def card_changes(child: Child, scene: CardScene, layout: str = "", carer: Carer | None = None) -> list[CardChange]:
    """What has changed since the last print, of one layout or of all. Empty for a card that is right, and for one
    that was printed before such things were kept."""
    found: dict[str, CardChange] = {}
    for name, card in last_prints(child).items():
        if layout in ("", name) and card.said and card.facts != scene_facts(child, scene, name, carer):
            before: dict[str, str] = json.loads(card.said)
            now = _said(child, scene, name, carer)
            for key in {**before, **now}:
                old, new = before.get(key, ""), now.get(key, "")
                if old != new:
                    found.setdefault(key, CardChange(key, old, new))
    return list(found.values())


def _said(child: Child, scene: CardScene, layout: str, carer: Carer | None) -> dict[str, str]:
    class_name, *teacher = scene.head(child)
    mentor = scene.mentors.get(child.id, ("", ""))
    facts = {"name": child.name, "class": class_name, "school": scene.school.name,
             "duty_phone": scene.school.duty_phone}  # fmt: skip
    if layout == "pocket":
        for kin, number in numbers_to_dial(child, scene.day, POCKET_ROWS):
            key = f"{kin.relation}.phones"
            facts[key] = "、".join(part for part in (facts.get(key, ""), number) if part)
        return facts | {"teacher": " ".join(mentor if mentor[0] else teacher).strip()}
    who = (carer or carer_of(child, scene.day)).kin
    facts["carer"] = f"{who.relation} {who.name}".strip() if who else ""
    if layout == "school":
        facts |= {key: getattr(child, key) for key in OF_CHILD}
        facts["teacher"] = " ".join(teacher).strip()
    facts |= {"call_time": child.call_time, "mentor": " ".join(mentor).strip()}
    seen: dict[str, int] = {}
    for kin in child.kin:
        which = seen[kin.relation] = seen.get(kin.relation, 0) + 1
        own = kin.relation if which == 1 else f"{kin.relation}{which}"
        facts |= {f"{own}.{key}": text for key, text in _kin_said(kin, scene.day, layout).items()}
    return facts


def _kin_said(kin: Kin, day: date, layout: str) -> dict[str, str]:
    numbers = "、".join(phone.number for phone in kin.phones if phone.state not in STATES)
    if layout == "child":
        return {} if kin.state == "dead" else {"phones": numbers}
    where = current(kin, day)
    return {
        "name": kin.name, "state": "" if kin.state == "living" else kin.state, "phones": numbers,
        "place": (where.place or where.kind) if where else "", "work_unit": kin.work_unit,
        "occupation": kin.occupation, "address": kin.address, "health": kin.health,
    }  # fmt: skip
