"""From the corrections on a survey form to changes of the file: dated, so that the days before stay as they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import edits
from app.carer import carer_of
from app.catalogue import parent_of
from app.changes import Change, Insert, New, Update, Value
from app.children import Child, Kin
from app.edits import BadValue, NewKin
from app.kinship import canonical_relation
from app.phones import parse_phones
from app.survey import CARER, KEYS, KINDS, ROWS, SIDES, care_now, key_of, meant, since_day, wrong
from app.values import iso
from app.whereabouts import confirmed, current, is_parent


@dataclass(frozen=True, slots=True)
class Sheet:
    """When the form was filled in, and who keys it when."""

    day: date
    """From this day on the corrections hold, where the form names no day."""
    today: date
    by: str


class BadAnswer(BadValue):
    """An answer that cannot be stored; `field` is its key."""


def mistakes(typed: Mapping[str, str], today: date) -> dict[str, str]:
    """Which answers are wrong, and why (`app.survey.wrong`)."""
    found = {key: wrong(key, text, today) for key, text in typed.items()}
    return {key: why for key, why in found.items() if why}


def gone_through(child: Child, typed: Mapping[str, str], sheet: Sheet) -> list[Change]:
    """A form that came back: its corrections, everything else on it confirmed as printed, and the day noted (最近核对).

    Tokens are the child's own, so that a whole class goes into one list. Raises BadAnswer."""
    for key, why in mistakes(typed, sheet.today).items():
        raise BadAnswer(key, why)
    changes = [*_answers(child, typed, sheet), *_as_printed(child, typed, sheet)]
    day = max(sheet.day, child.confirmed_on or sheet.day)
    return _own_tokens([*changes, *edits.mark_confirmed(child, day, sheet.by)], f"c{child.id}.")


def _answers(child: Child, typed: Mapping[str, str], sheet: Sheet) -> list[Change]:
    known = {key: text.strip() for key, text in typed.items() if key in KEYS}
    new_carer = canonical_relation(known.get(key_of(CARER, "relation"), ""))
    changes: list[Change] = []
    family = child
    for side in SIDES:
        cells = _cells(known, side)
        kin = parent_of(child, SIDES[side])
        if kin is not None:
            changes += _correct_parent(kin, cells, sheet)
        elif any(cells.values()):
            changes += _add_parent(family, side, cells, sheet, carer=new_carer in SIDES[side])
            family = _with_one_more(family)
    changes += _carer(child, family, _cells(known, CARER), sheet)
    for whom, fields in ROWS:
        for field in fields:
            if not whom and field in known:
                changes += edits.set_child_field(child, field, known[field])
    return changes


def _cells(known: Mapping[str, str], whom: str) -> dict[str, str]:
    return {key.partition(".")[2]: text for key, text in known.items() if key.startswith(whom + ".")}


def _correct_parent(kin: Kin, cells: Mapping[str, str], sheet: Sheet) -> list[Change]:
    changes: list[Change] = []
    if "name" in cells:
        changes += edits.set_kin_field(kin, "name", cells["name"])
    if "phone" in cells:
        changes += _phones(kin, cells["phone"], sheet)
    kind = KINDS.get(cells.get("kind", ""), "")
    if kind in ("dead", "missing"):
        return changes + edits.set_kin_field(kin, "state", kind)
    if kind:
        changes += edits.set_kin_field(kin, "state", "living")
    if {"kind", "since", "place"} & set(cells):
        changes += _where(kin, kind, cells, sheet)
    return changes


def _where(kin: Kin, kind: str, cells: Mapping[str, str], sheet: Sheet) -> list[Change]:
    now = current(kin, sheet.today)
    if "kind" in cells and not kind:
        return edits.refuse_whereabouts(kin, sheet.today)
    kind = kind or (now.kind if now else "away")
    same = now is not None and now.kind == kind
    place = cells.get("place", now.place if now is not None and same else "")
    since = since_day(cells.get("since", ""), sheet.today)
    fact = confirmed(kin, sheet.today)
    if since is None and fact is not None and fact.kind != kind:
        # What began after the form was filled in is not undone by it.
        since = sheet.day if fact.from_day is None or fact.from_day <= sheet.day else sheet.today
    elif since is None and now is not None and fact is None and same:
        since = now.from_day
    return edits.set_whereabouts(kin, kind, place, since, sheet.today, sheet.by)


def _add_parent(child: Child, side: str, cells: Mapping[str, str], sheet: Sheet, *, carer: bool) -> list[Change]:
    kind = KINDS.get(cells.get("kind", ""), "away" if cells.get("place") or cells.get("since") else "")
    state = kind if kind in ("dead", "missing") else "living"
    new = NewKin(side, cells.get("name", ""), cells.get("phone", ""), kind if state == "living" else "",
                 cells.get("place", ""), carer)  # fmt: skip
    since = since_day(cells.get("since", ""), sheet.today)
    return [_filled(change, {"kin": {"state": state}, "whereabouts": {"from_day": iso(since)}})
            for change in edits.add_kin(child, new, sheet.day, sheet.by)]  # fmt: skip


def _carer(child: Child, family: Child, cells: Mapping[str, str], sheet: Sheet) -> list[Change]:
    if not cells:
        return []
    now = carer_of(child, sheet.today)
    relation = canonical_relation(cells.get("relation", now.kin.relation if now.kin else ""))
    if not relation:
        raise BadAnswer(key_of(CARER, "relation"), "empty")
    kin = meant(child, relation, cells.get("name", ""), now.kin)
    since = since_day(cells.get("since", ""), sheet.today)
    if kin is None:
        if any(len(family.kin) > len(child.kin) and relation in relations for relations in SIDES.values()):
            return []  # the parent that was just added looks after the child
        new = NewKin(relation, cells.get("name", ""), cells.get("phone", ""), carer=True)
        address = {"kin": {"address": cells.get("address", "")}}
        return [_filled(change, address) for change in edits.add_kin(family, new, since or sheet.day, sheet.by)]
    changes: list[Change] = []
    if cells.get("name"):
        changes += edits.set_kin_field(kin, "name", cells["name"])
    if "phone" in cells:
        changes += _phones(kin, cells["phone"], sheet)
    if "address" in cells:
        changes += edits.set_kin_field(kin, "address", cells["address"])
    other = now.kin is None or now.kin.id != kin.id
    if other or now.certainty == "proposed" or since is not None:
        changes += _cared_for(child, kin, since, sheet, other=other)
    return changes


def _cared_for(child: Child, kin: Kin, since: date | None, sheet: Sheet, *, other: bool) -> list[Change]:
    care = care_now(child, sheet.today)
    if not other and since is not None and care is not None and care.kin_id == kin.id:
        return [] if care.from_day == since else [Update("care", care.id, {"from_day": iso(since)})]
    if since is None and (care is not None or (other and carer_of(child, sheet.today).certainty == "confirmed")):
        later = care is not None and care.from_day is not None and care.from_day > sheet.day
        since = sheet.today if later else sheet.day
    return edits.set_carer(child, kin, since)


def _phones(kin: Kin, text: str, sheet: Sheet) -> list[Change]:
    if not text:
        return [change for phone in kin.phones for change in edits.remove_phone(phone)]
    changes = edits.set_phones(kin, text, sheet.today)
    states = {one.number: one.state for one in parse_phones(text)}
    for phone in kin.phones:
        if phone.state and states.get(phone.number) == "":
            changes += edits.set_phone_state(phone, "", sheet.today)
    return changes


def _as_printed(child: Child, typed: Mapping[str, str], sheet: Sheet) -> list[Change]:
    """What the form was filled in with and nobody corrected is so: proposals of places and of the carer."""
    changes: list[Change] = []
    for side, relations in SIDES.items():
        kin = parent_of(child, relations)
        if kin is None or {"kind", "since", "place"} & set(_cells(typed, side)):
            continue
        if confirmed(kin, sheet.today) is None:  # a fact was printed, not the proposal that differs from it
            changes += edits.confirm_whereabouts(kin, sheet.today, sheet.by)
    carer = carer_of(child, sheet.today)
    guessed = carer.kin if carer.certainty == "proposed" else None
    if guessed is not None and not is_parent(guessed) and not _cells(typed, CARER):
        changes += edits.set_carer(child, guessed, None)
    return changes


def _with_one_more(child: Child) -> Child:
    """The child with a relative more, so that the next one gets a place and a token of its own."""
    return replace(child, kin=(*child.kin, Kin(0, "")))


def _filled(change: Change, more: Mapping[str, Mapping[str, Value]]) -> Change:
    if isinstance(change, Insert) and change.table in more:
        return replace(change, values={**change.values, **more[change.table]})
    return change


def _own_tokens(changes: Sequence[Change], prefix: str) -> list[Change]:
    def value(old: Value) -> Value:
        return New(prefix + old.token) if isinstance(old, New) else old

    found: list[Change] = []
    for change in changes:
        if isinstance(change, Insert):
            token = prefix + change.token if change.token else ""
            change = replace(change, values={k: value(v) for k, v in change.values.items()}, token=token)
        found.append(change)
    return found
