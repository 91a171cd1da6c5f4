"""The term survey of a class (调查表): what it asks of each child, what is known, and what its corrections mean.

Form, grid and rules share the keys and their order here: "父亲.phone", "照料人.relation", "address" (as in
`app.catalogue`). Answers are texts as somebody would write them on the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app import kinship, phones
from app.carer import carer_of
from app.catalogue import parent_of
from app.children import Care, Child, Kin
from app.days import on_paper, read_date
from app.kinship import FATHERS, MOTHERS
from app.ledger import Ledger
from app.names import name_key
from app.periods import latest
from app.phones import dial_text, parse_phones
from app.whereabouts import current

YEAR = timedelta(days=365)
FATHER, MOTHER, CARER = "父亲", "母亲", "照料人"
SIDES = {FATHER: FATHERS, MOTHER: MOTHERS}
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (FATHER, ("name", "phone", "kind", "since", "place")),
    (MOTHER, ("name", "phone", "kind", "since", "place")),
    (CARER, ("name", "phone", "relation", "since", "address")),
    ("", ("address", "boarding")),
    ("", ("attention", "call_time", "needs")),
)
"""Whom a line of the form is about ("" = the child), and what it asks, left to right."""
KINDS = {"在外": "away", "在家": "home", "已去世": "dead", "失去联系": "missing"}
"""What the form's words for a parent's place and state mean."""
BOARDING = ("走读", "住校")
_STATES = {"dead": "已去世", "missing": "失去联系"}
_PLACES = {"away": "在外", "home": "在家"}


def key_of(whom: str, field: str) -> str:
    """父亲.phone, address."""
    return f"{whom}.{field}" if whom else field


KEYS = tuple(key_of(whom, field) for whom, fields in ROWS for field in fields)


@dataclass(frozen=True, slots=True)
class Known:
    """What the form is filled in with."""

    answers: Mapping[str, str]
    """By key; what is not known is ""."""
    doubtful: frozenset[str]
    """Keys of answers that an import proposed and nobody has confirmed yet."""


def known(child: Child, day: date) -> Known:
    """What is known of a child that day, as the form and the grid show it."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for side, relations in SIDES.items():
        kin = parent_of(child, relations)
        found |= {key_of(side, field): text for field, text in _of_parent(kin, day).items()}
        if kin is not None and kin.state == "living" and (where := current(kin, day)) and where.confirmed_on is None:
            doubtful |= {key_of(side, "kind"), key_of(side, "place")}
    carer = carer_of(child, day)
    found |= {key_of(CARER, field): text for field, text in _of_carer(child, carer.kin, day).items()}
    if carer.certainty == "proposed":
        doubtful |= {key_of(CARER, "name"), key_of(CARER, "relation")}
    found |= {field: str(getattr(child, field)) for whom, fields in ROWS if not whom for field in fields}
    found["address"] = child.address or child.home_address
    return Known(found, frozenset(doubtful))


def as_corrected(child: Child, day: date, typed: Mapping[str, str]) -> dict[str, str]:
    """What stands on the form once these corrections are made: a parent who came home has left the old place, and
    another carer brings what the file knows of them."""
    found = dict(known(child, day).answers)
    for side in SIDES:
        if key_of(side, "kind") in typed:
            found |= {key_of(side, "since"): "", key_of(side, "place"): ""}
    relation = kinship.canonical_relation(typed.get(key_of(CARER, "relation"), ""))
    if relation:
        kin = meant(child, relation, typed.get(key_of(CARER, "name"), ""), None)
        other = _of_carer(child, kin, day) | {"since": "", "relation": ""}
        found |= {key_of(CARER, field): text for field, text in other.items()}
    return found | dict(typed)


def meant(child: Child, relation: str, name: str, now: Kin | None) -> Kin | None:
    """Whom the form means by a relation and a name: the one of that name, else `now` or the only one of that relation;
    None for somebody new."""
    same = [kin for kin in child.kin if kin.relation == relation and kin.state != "dead"]
    named = [kin for kin in same if name and name_key(kin.name) == name_key(name)]
    if named:
        return named[0]
    return now if now in same else same[0] if len(same) == 1 else None


def wrong(key: str, text: str, today: date) -> str:
    """"" or why a text can be no answer: not_a_day, in_the_future, not_a_phone, phone_length, not_a_choice."""
    field = key.rpartition(".")[2]
    if not text.strip():
        return ""
    if field == "since":
        day = read_date(text, today)
        return "not_a_day" if not day else "in_the_future" if day > today.isoformat()[: len(day)] else ""
    if field == "phone":
        numbers = [one.number for one in parse_phones(text) if one.number]
        if phones.unreadable(text):
            return "not_a_phone"
        return "" if all(map(phones.is_plausible, numbers)) else "phone_length"
    if field == "kind":
        return "" if text in KINDS else "not_a_choice"
    return "not_a_choice" if field == "boarding" and text not in BOARDING else ""


def tidied(key: str, text: str, today: date) -> str:
    """An answer as the form would show it: 1 is 在外, 2 在家, numbers are grouped, 奶奶 stays 奶奶."""
    field, text = key.rpartition(".")[2], text.strip()
    if field == "kind":
        return _SHORT_KINDS.get(text, text)
    if field == "boarding":
        return {"1": BOARDING[0], "2": BOARDING[1], "走": BOARDING[0], "住": BOARDING[1]}.get(text, text)
    if not text or wrong(key, text, today):
        return text
    if field == "phone":
        found = parse_phones(text)
        return "、".join(f"{dial_text(one.number)}{one.state}" for one in found) or text
    if field == "since":
        return _since(since_day(text, today))
    return kinship.spoken_relation(kinship.canonical_relation(text)) if field == "relation" else text


def since_day(text: str, today: date) -> date | None:
    """The day an answer to 从哪天起 means; a month or a year means its first day."""
    day = read_date(text, today) or ""
    return date.fromisoformat((day + "-01-01")[:10] if len(day) < 8 else day) if day else None


_SHORT_KINDS = {
    "1": "在外", "外": "在外", "外出": "在外", "打工": "在外", "务工": "在外",
    "2": "在家", "家": "在家", "回家": "在家", "在家务农": "在家", "本村": "在家",
    "去世": "已去世", "死亡": "已去世", "失踪": "失去联系", "失联": "失去联系",
}  # fmt: skip


def care_now(child: Child, day: date) -> Care | None:
    """The entered period of care that holds."""
    return latest(child.cares, day)


def _of_parent(kin: Kin | None, day: date) -> dict[str, str]:
    if kin is None:
        return dict.fromkeys(("name", "phone", "kind", "since", "place"), "")
    where = current(kin, day)
    if kin.state in _STATES or where is None:
        kind, since, place = _STATES.get(kin.state, ""), "", ""
    else:
        kind, since, place = _PLACES[where.kind], _since(where.from_day), where.place
    return {"name": kin.name, "phone": _numbers(kin), "kind": kind, "since": since, "place": place}


def _of_carer(child: Child, kin: Kin | None, day: date) -> dict[str, str]:
    if kin is None:
        return dict.fromkeys(("name", "phone", "relation", "since", "address"), "")
    care = care_now(child, day)
    since = _since(care.from_day) if care is not None and care.kin_id == kin.id else ""
    relation = kinship.spoken_relation(kin.relation)
    return {"name": kin.name, "phone": _numbers(kin), "relation": relation, "since": since, "address": kin.address}


def _numbers(kin: Kin) -> str:
    return "、".join(f"{dial_text(phone.number)}{phone.state}" for phone in kin.phones)


def _since(day: date | None) -> str:
    if day is None:
        return ""
    return on_paper(day.isoformat()[:7] if day.day == 1 else day)


def surveyed_on(ledger: Ledger, day: date) -> dict[int, date]:
    """By child the last day in the year before that day on which somebody asked for the form (调查登记)."""
    found = ledger.contacts(day - YEAR, day, ("survey",))
    return {one.child_id: one.day for one in sorted(found, key=lambda one: one.day)
            if one.child_id is not None and one.reached}  # fmt: skip
