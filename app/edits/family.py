"""Add, correct and remove relatives and their phone numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app import kinship, names, values
from app.changes import Change, Delete, Insert, New, Update, Value
from app.children import Child, Kin, Phone
from app.phones import STATES, ParsedPhone, parse_phones, unreadable
from app.values import BadValue, iso

YES_NO = frozenset({"guardian", "able"})
TEXTS = frozenset({"address", "work_unit", "occupation", "health"})
CLEANERS: dict[str, Callable[[str, str], str]] = {
    "name": lambda field, text: names.clean_name(text),
    "relation": lambda field, text: values.name(field, kinship.canonical_relation(text)),
    "birth": values.birth,
    "id_number": values.id_number,
    "state": lambda field, text: values.choice(field, text, ("living", "dead", "missing", "unknown")),
    "custody": lambda field, text: values.choice(field, text, ("", "sole", "none")),
}


@dataclass(frozen=True, slots=True)
class NewKin:
    """A relative to add, as typed. `kind` is "away", "home" or "" where a parent's place is known."""

    relation: str
    name: str = ""
    phones: str = ""
    kind: str = ""
    place: str = ""
    carer: bool = False


def set_kin_field(kin: Kin, field: str, value: str | bool | None) -> list[Change]:
    """Store one fact of a relative; `guardian` and `able` take True, False or None (not known). Raises BadValue."""
    stored: Value
    if field in YES_NO and not isinstance(value, str):
        stored = None if value is None else int(value)
        unchanged = value == getattr(kin, field)
    elif isinstance(value, str) and (field in CLEANERS or field in TEXTS):
        stored = CLEANERS[field](field, value) if field in CLEANERS else value.strip()
        unchanged = stored == getattr(kin, field)
    else:
        raise BadValue(field, "unknown_field")
    return [] if unchanged else [Update("kin", kin.id, {field: stored})]


def add_kin(child: Child, new: NewKin, day: date, by: str) -> list[Change]:
    """Add a relative; where a parent is counts as confirmed by the one who typed it. Raises BadValue."""
    changes = kin_rows(child.id, new, len(child.kin), day, by)
    if not new.carer:
        return changes
    closed = [values.close("care", care.id, care, day) for care in child.cares if values.still_open(care, day)]
    return closed + changes


def kin_rows(child_id: int | New, new: NewKin, position: int, day: date, by: str) -> list[Change]:
    """The rows of a relative of a child that is there or is being added."""
    relation = values.name("relation", kinship.canonical_relation(new.relation))
    token = f"kin{position}"
    changes: list[Change] = [
        Insert("kin", {"child_id": child_id, "position": position, "relation": relation,
                       "name": names.clean_name(new.name)}, token)
    ]
    changes += [_phone_row(New(token), place, phone, day) for place, phone in enumerate(_numbers(new.phones))]
    if new.kind:
        values.choice("kind", new.kind, ("away", "home"))
        changes.append(Insert("whereabouts", {
            "kin_id": New(token), "kind": new.kind, "place": new.place.strip(), "confirmed_on": iso(day),
            "confirmed_by": by}))
    if new.carer:
        since = iso(day) if isinstance(child_id, int) else None
        changes.append(Insert("care", {"child_id": child_id, "kin_id": New(token), "from_day": since}))
    return changes


def remove_kin(child: Child, kin: Kin) -> list[Change]:
    """Take a relative out with everything that hangs on them; undo brings all of it back."""
    changes: list[Change] = [Delete("phone", phone.id) for phone in kin.phones]
    changes += [Delete("whereabouts", where.id) for where in kin.whereabouts]
    changes += [Delete("care", care.id) for care in child.cares if care.kin_id == kin.id]
    return [*changes, Delete("kin", kin.id)]


def set_phones(kin: Kin, text: str, day: date) -> list[Change]:
    """Key in what a form says of somebody's phone: a number already stored changes nothing (but its state), an unknown
    one becomes the first and the old ones stay, 停机 or 空号 alone marks the first number. Raises BadValue."""
    found = parse_phones(text)
    if unreadable(text):
        raise BadValue("phone", "not_a_phone")
    if len(found) == 1 and not found[0].number:
        return set_phone_state(kin.phones[0], found[0].state, day) if kin.phones else []
    stored = {phone.number: phone for phone in kin.phones}
    changes: list[Change] = []
    for one in found:
        if one.number in stored and one.state:
            changes += set_phone_state(stored[one.number], one.state, day)
    new = [one for one in found if one.number and one.number not in stored]
    if new:
        changes += [Update("phone", phone.id, {"position": len(new) + n}) for n, phone in enumerate(kin.phones)]
        changes += [_phone_row(kin.id, n, one, day) for n, one in enumerate(new)]
    return changes


def add_phones(kin: Kin, text: str, day: date) -> list[Change]:
    """Add the numbers of a text behind those that are there. Raises BadValue."""
    stored = {phone.number for phone in kin.phones}
    new = [one for one in _numbers(text) if one.number not in stored]
    changes: list[Change] = [Update("phone", phone.id, {"position": n}) for n, phone in enumerate(kin.phones) if new]
    return changes + [_phone_row(kin.id, len(stored) + n, one, day) for n, one in enumerate(new)]


def set_phone_number(phone: Phone, text: str, day: date) -> list[Change]:
    """Correct one number; an empty text takes it away. Raises BadValue."""
    number = values.phone("phone", text)
    if not number:
        return remove_phone(phone)
    if number == phone.number:
        return []
    return [Update("phone", phone.id, {"number": number, "state": "", "checked_on": iso(day)})]


def set_phone_state(phone: Phone, state: str, day: date) -> list[Change]:
    """Mark a number as 停机 or 空号, or ("") as in use, checked that day. Raises BadValue."""
    values.choice("state", state, ("", *STATES))
    return [] if state == phone.state else [Update("phone", phone.id, {"state": state, "checked_on": iso(day)})]


def remove_phone(phone: Phone) -> list[Change]:
    """Take a number away."""
    return [Delete("phone", phone.id)]


def _numbers(text: str) -> list[ParsedPhone]:
    if unreadable(text):
        raise BadValue("phone", "not_a_phone")
    return [one for one in parse_phones(text) if one.number]


def _phone_row(kin_id: int | New, position: int, one: ParsedPhone, day: date) -> Insert:
    checked = iso(day) if one.state else None
    return Insert("phone", {"kin_id": kin_id, "position": position, "number": one.number, "state": one.state,
                            "checked_on": checked})
