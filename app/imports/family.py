"""The relatives of one row: groups of columns become people, each once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from app import idnumber, kinship, names, phones
from app.imports import cells
from app.imports.aliases import CARER, GUARDIAN
from app.imports.headers import text_of
from app.imports.records import KinRecord, Problem
from app.sheets import Cell

_NUMBERED = re.compile(r"(\D*[^\d\s:：,，、/（(])[\s:：,，、/（(]*(\d[\d\s\-—、，,/;；]{5,}\d)[)）]?")
"""A name and its number in one cell: 马宇怡 13900467715, 李秀英（0743-0036128）."""
_NOTED = re.compile(r"(.+?)\s*[（(](.+)[)）]")


_ATTRIBUTES = ("name", "relation", "phone", "place", "address", "work_unit", "occupation", "id_number", "guardian")


class _Where(NamedTuple):
    place: str = ""
    at_home: bool | None = None
    address: str = ""
    work_unit: str = ""
    state: str = ""


@dataclass(slots=True)
class RowCells:
    """The cells of a row by field key, 同上 already looked up; `column` gives the letter to blame."""

    cells: dict[str, Cell]
    said: dict[str, str]
    """What those that say something say."""
    soft: set[str]
    column: Callable[[str], str]
    problems: list[Problem] = field(default_factory=list)
    refusal: Problem | None = None

    def text(self, key: str) -> str:
        """The cell's text, "" where it says nothing."""
        return self.said.get(key, "")

    def remark(self, code: str, key: str, *args: str) -> None:
        """Note something that does not refuse the row."""
        self.problems.append(Problem(code, self.column(key), args))

    def refuse(self, code: str, key: str, *args: str) -> None:
        """Refuse the row, by the first cause found."""
        self.refusal = self.refusal or Problem(code, self.column(key), args)


def relatives(row: RowCells, address: str) -> tuple[KinRecord, ...]:
    """The people of the row's groups; the same person in two groups is one. `address` is the child's."""
    groups = dict.fromkeys(key.split(".")[0] for key in row.cells if "." in key)
    found: list[KinRecord] = []
    for group in sorted(groups, key=lambda group: group in (GUARDIAN, CARER)):
        person = _person(row, group, address)
        if person:
            _join(found, person)
    return tuple(found)


@cache
def _keys(group: str) -> dict[str, str]:
    """Attribute → field key of the group's columns."""
    return {attribute: f"{group}.{attribute}" for attribute in _ATTRIBUTES}


def _person(row: RowCells, group: str, address: str) -> KinRecord | None:
    keys = _keys(group)
    if not any(key in row.said for key in keys.values()):
        return None
    told, number = _name_and_number(row.text(keys["name"]))
    name, note = _split(names.clean_name(told))
    relation = group if kinship.is_known(group) else kinship.canonical_relation(row.text(keys["relation"]))
    if not relation and kinship.is_known(kinship.canonical_relation(note)):
        relation = kinship.canonical_relation(note)
    state = cells.state_of(note) or cells.state_of(name)
    if cells.state_of(name) or "*" in name or "＊" in name:
        name = ""
    named = bool(name or relation)
    where = _placed(row, keys, relation, state, address)
    person = KinRecord(
        relation,
        name,
        phones=_phones(row, keys["phone"]) or phones.parse_phones(number),
        place=where.place,
        at_home=where.at_home,
        address=where.address,
        work_unit=where.work_unit,
        occupation=row.text(keys["occupation"]),
        id_number=_id_number(row, keys["id_number"]),
        guardian=cells.yes_no(row.text(keys["guardian"])),
        state=where.state,
        carer=named and (group == CARER or (group == GUARDIAN and not kinship.is_parent(relation))),
        soft=frozenset(key.split(".")[1] for key in row.soft if key.startswith(group + "."))
        # A 家长 without a relation may prove to be a parent, who is no entered carer.
        | ({"carer"} if group == GUARDIAN and not relation else set()),
    )
    said = (
        person.name,
        person.carer,
        person.phones,
        person.place,
        person.address,
        person.work_unit,
        person.id_number,
        person.state,
    )
    if not any(said) and person.at_home is None:
        return None
    return person if relation or name else None


def _name_and_number(text: str) -> tuple[str, str]:
    """The cell's name, and the number that stands in the same cell ("" where there is none)."""
    match = _NUMBERED.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def _split(name: str) -> tuple[str, str]:
    """The name and what is written beside it: 马宇怡（已故）, 奶奶 李秀英, 奶奶."""
    if kinship.is_known(kinship.canonical_relation(name)):
        return "", name
    before, blank, after = name.replace("：", " ").replace(":", " ").partition(" ")
    if blank and after.strip() and kinship.is_known(kinship.canonical_relation(before)):
        return after.strip(), before
    match = _NOTED.fullmatch(name)
    return (match[1], match[2]) if match else (name, "")


def _phones(row: RowCells, key: str) -> tuple[phones.ParsedPhone, ...]:
    cell = row.cells.get(key)
    text = text_of(cell)
    if cells.is_masked(text) or cells.state_of(text):
        return ()
    if phones.unreadable(cell) and not cells.is_blank(text):
        row.remark("phone_unreadable", key, text)
    return phones.parse_phones(cell)


def _id_number(row: RowCells, key: str) -> str:
    cell = row.cells.get(key)
    if cells.is_blank(text_of(cell)):
        return ""
    if idnumber.damaged_by_excel(cell):
        row.refuse("kin_id_damaged", key, text_of(cell))
        return ""
    number = idnumber.clean_id(cell)
    if idnumber.problem(number):
        row.remark("kin_id_wrong", key, number)
    return number


def _placed(row: RowCells, keys: dict[str, str], relation: str, state: str, address: str) -> _Where:
    """Where the person is, by work place, else employer, else the address where it tells (domain.md §1)."""
    place, unit, lives = row.text(keys["place"]), row.text(keys["work_unit"]), row.text(keys["address"])
    if gone := cells.state_of(place) or cells.state_of(unit) or cells.state_of(lives):
        return _Where(state=state or gone)
    same = bool(lives) and bool(address) and (cells.says_less(lives, address) or cells.says_less(address, lives))
    if not kinship.is_parent(relation):
        return _Where(address="" if same else lives, work_unit=unit or place, state=state)
    if place or unit:
        where = place or unit
        kept = unit if place and not cells.is_home(unit) else ""
        return _Where(where, cells.is_home(where), "" if same else lives, kept, state)
    if cells.is_home(lives) or same:
        return _Where(at_home=True, state=state)
    return _Where(lives, False, state=state) if lives and address else _Where(address=lives, state=state)


def _join(found: list[KinRecord], person: KinRecord) -> None:
    for index, other in enumerate(found):
        same_name = bool(person.name) and names.name_key(person.name) == names.name_key(other.name)
        sides = {kinship.side_of(relation) for relation in (person.relation, other.relation) if relation}
        if same_name and len(sides) < 2:
            found[index] = _both(other, person)
            return
        if not person.name and person.relation and person.relation == other.relation:
            found[index] = _both(other, person)
            return
    found.append(person)


def _both(one: KinRecord, other: KinRecord) -> KinRecord:
    numbers = {phone.number for phone in one.phones}
    added = tuple(phone for phone in other.phones if phone.number not in numbers)
    relation = one.relation or other.relation
    return replace(
        one,
        relation=relation,
        phones=one.phones + added,
        place=one.place or other.place,
        at_home=other.at_home if one.at_home is None else one.at_home,
        address=one.address or other.address,
        work_unit=one.work_unit or other.work_unit,
        occupation=one.occupation or other.occupation,
        id_number=one.id_number or other.id_number,
        guardian=other.guardian if one.guardian is None else one.guardian,
        state=one.state or other.state,
        carer=one.carer or (other.carer and not kinship.is_parent(relation)),
        soft=one.soft | other.soft,
    )
