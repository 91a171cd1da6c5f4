"""What a row would change of a child's relatives: names, numbers, where the parents are, who looks after the child."""

from datetime import date

from app import kinship, names
from app.carer import carer_of
from app.changes import New, Value
from app.children import Child, Kin, Whereabouts
from app.imports import cells
from app.imports.merge import Merge, merge_carer
from app.imports.records import KinRecord
from app.phones import ParsedPhone
from app.whereabouts import NOWHERE, is_refused

_VAGUE = ("祖父母或外祖父母", "其他亲属", "非亲属")
_ONCE = frozenset(("父亲", "母亲", "继父或养父", "继母或养母", "祖父", "祖母", "外祖父", "外祖母"))
"""Relations of which a child has one: another name is a proposed replacement, not a second person."""
_PLAIN = ("occupation", "work_unit", "id_number")


def merge_kin(merge: Merge, child: Child | None) -> None:
    """Bring in every relative of the row. `child` is None for a new one."""
    stored = list(child.kin) if child else []
    carer: tuple[KinRecord, int | New, str, str] | None = None
    position = len(stored)
    for number, told in enumerate(merge.record.kin):
        kin = _same(stored, told)
        if kin is None:
            owner: int | New = _add(merge, told, number, position)
            position += 1
            name, relation = told.name, told.relation or _VAGUE[1]
        else:
            stored.remove(kin)
            _change(merge, kin, told)
            owner, name, relation = kin.id, told.name or kin.name, kin.relation
        guessed = "carer" in told.soft and kinship.is_parent(relation)
        if told.carer and carer is None and not guessed:
            carer = (told, owner, name, relation)
    if carer and not _is_carer(merge, child, carer[1]):
        merge_carer(merge, child, *carer[1:])


def _is_carer(merge: Merge, child: Child | None, owner: int | New) -> bool:
    """Whether that person is entered as the carer; for our own roster, whether it would print that person."""
    if child is None:
        return False
    alive = [care.kin_id for care in child.cares if care.until_day is None or care.until_day > merge.as_of]
    if owner in alive:
        return True
    if not merge.record.own:
        return False
    carers = (carer_of(child, day).kin for day in (merge.as_of, date(9998, 1, 1)))
    return any(kin is not None and kin.id == owner for kin in carers)


def _same(stored: list[Kin], told: KinRecord) -> Kin | None:
    """The stored relative the row speaks of, None for somebody new."""
    name = names.name_key(told.name)
    if name:
        alike = [kin for kin in stored if names.name_key(kin.name) == name]
        for kin in alike:
            if (
                not told.relation
                or kinship.side_of(kin.relation) == kinship.side_of(told.relation)
                or kin.relation in _VAGUE
            ):
                return kin
        if told.relation in _VAGUE and alike:
            return alike[0]
    if not told.relation:
        return None
    side = [kin for kin in stored if kinship.side_of(kin.relation) == kinship.side_of(told.relation)]
    if name:
        side = [kin for kin in side if not kin.name or told.relation in _ONCE]
    return min(
        side,
        key=lambda kin: (bool(name and kin.name), kin.state == "dead", kin.relation != told.relation),
        default=None,
    )


def _add(merge: Merge, told: KinRecord, number: int, position: int) -> New:
    token = f"{merge.token}:kin{number}"
    merge.insert(
        "kin",
        {
            "child_id": merge.owner,
            "position": position,
            "relation": told.relation or _VAGUE[1],
            "name": told.name,
            "state": told.state,
            "guardian": None if told.guardian is None else int(told.guardian),
            "address": told.address,
            "work_unit": told.work_unit,
            "occupation": told.occupation,
            "id_number": told.id_number,
        },
        token,
    )
    merge.note("kin", "", told.name or told.state, told.relation or _VAGUE[1])
    for place, phone in enumerate(phone for phone in told.phones if phone.number):
        _insert_phone(merge, New(token), phone, place)
    if told.at_home is not None and told.state != "dead":
        _propose(merge, New(token), told, None)
    return New(token)


def _change(merge: Merge, kin: Kin, told: KinRecord) -> None:
    set_to: dict[str, Value] = {}
    relation = kin.relation
    if told.relation and told.relation not in _VAGUE and kin.relation in _VAGUE:
        set_to["relation"] = relation = told.relation
        merge.note("relation", kin.relation, told.relation, told.relation)
    if told.name and names.name_key(told.name) != names.name_key(kin.name):
        set_to["name"] = told.name
        merge.note("kin_name", kin.name, told.name, relation, doubt=bool(kin.name))
    if told.state and told.state != kin.state and kin.state != "dead":
        set_to["state"] = told.state
        merge.note("state", kin.state, told.state, relation, doubt=True)
    if told.guardian is not None and told.guardian != kin.guardian:
        set_to["guardian"] = int(told.guardian)
        merge.note(
            "guardian", "" if kin.guardian is None else str(int(kin.guardian)), str(int(told.guardian)), relation
        )
    for name in (*_PLAIN, "address"):
        old, new = str(getattr(kin, name)), str(getattr(told, name))
        vaguer = name != "id_number" and cells.says_less(new, old)
        if new and new != old and not vaguer and not (old and name in told.soft):
            set_to[name] = new
            merge.note(name if name in ("occupation", "work_unit") else f"kin_{name}", old, new, relation)
    merge.update("kin", kin.id, set_to)
    _phones(merge, kin, told, relation)
    if kinship.is_parent(relation):
        _whereabouts(merge, kin, told, relation)


def _phones(merge: Merge, kin: Kin, told: KinRecord, relation: str) -> None:
    """Known numbers change nothing; 停机 alone marks the stored number.

    An unknown number comes first, unless the cell itself puts a known one before it: then it goes in behind that.
    """
    if "phone" in told.soft and kin.phones:
        return
    order: list[str | ParsedPhone] = [phone.number for phone in kin.phones]
    states = {phone.number: phone for phone in kin.phones}
    place = 0
    for phone in told.phones:
        known = states.get(phone.number) or (kin.phones[0] if not phone.number and kin.phones else None)
        if known is not None:
            place = order.index(known.number) + 1
            if phone.state and phone.state != known.state:
                merge.update("phone", known.id, {"state": phone.state})
                merge.note("phone_state", known.state, phone.state, relation)
        elif phone.number:
            order.insert(place, phone)
            place += 1
    added = [entry for entry in order if isinstance(entry, ParsedPhone)]
    if not added:
        return
    for index, entry in enumerate(order):
        if isinstance(entry, ParsedPhone):
            _insert_phone(merge, kin.id, entry, index)
        else:
            merge.update("phone", states[entry].id, {"position": index})
    merge.note(
        "phones",
        "、".join(phone.number for phone in kin.phones),
        "、".join(entry.number if isinstance(entry, ParsedPhone) else entry for entry in order),
        relation,
    )


def _insert_phone(merge: Merge, kin_id: int | New, phone: ParsedPhone, position: int) -> None:
    merge.insert("phone", {"kin_id": kin_id, "number": phone.number, "state": phone.state, "position": position})


def _whereabouts(merge: Merge, kin: Kin, told: KinRecord, relation: str) -> None:
    if told.at_home is None or "dead" in (kin.state, told.state):
        return
    kind = "home" if told.at_home else "away"
    known = [
        row for row in kin.whereabouts
        if (row.until_day is None or row.until_day > merge.as_of) and not is_refused(row)
    ]  # fmt: skip
    alike = [row for row in known if row.kind == kind and (kind == "home" or _alike(row.place, told.place))]
    refused = [row for row in kin.whereabouts if is_refused(row) and row.kind == kind]
    if not alike and any(_alike(row.place, told.place) for row in refused):
        # Somebody said that it is not so; the same words once more are no news.
        return
    if alike:
        open_row = next((row for row in alike if row.confirmed_on is None), None)
        if open_row and open_row.place != told.place and _finer(open_row, told) and not merge.record.own:
            merge.update("whereabouts", open_row.id, {"place": told.place, "source": merge.source})
            merge.note("whereabouts", _said(open_row), told.place, relation)
        return
    if known and {"place", "work_unit", "address"} & told.soft:
        return
    _propose(merge, kin.id, told, known)
    merge.note("whereabouts", _said(known[-1]) if known else "", told.place or kind, relation)


def _alike(stored: str, new: str) -> bool:
    return new in NOWHERE or stored in NOWHERE or cells.says_less(new, stored) or cells.says_less(stored, new)


def _finer(row: Whereabouts, told: KinRecord) -> bool:
    if row.kind == "home":
        return False
    return (
        bool(told.place)
        and told.place not in NOWHERE
        and (row.place in NOWHERE or cells.says_less(row.place, told.place))
    )


def _said(row: Whereabouts) -> str:
    return row.place or row.kind


def _propose(merge: Merge, kin_id: int | New, told: KinRecord, known: list[Whereabouts] | None) -> None:
    """A fact that counts for nothing until somebody confirms it; an open proposal is replaced."""
    merge.proposals += 1
    values: dict[str, Value] = {"kind": "home" if told.at_home else "away", "place": told.place, "source": merge.source}
    open_row = next((row for row in known or () if row.confirmed_on is None), None)
    if open_row:
        merge.update("whereabouts", open_row.id, values)
        return
    since = merge.as_of.isoformat() if known else None
    merge.insert("whereabouts", {"kin_id": kin_id, **values, "from_day": since})
