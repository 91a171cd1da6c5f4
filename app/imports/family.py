"""The relatives of one row: groups of columns become people, each once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app import idnumber, kinship, names, phones
from app.imports import cells
from app.imports.aliases import CARER, GUARDIAN
from app.imports.headers import text_of
from app.imports.records import KinRecord, Problem
from app.sheets import Cell

_NUMBERED = re.compile(r"(\D*[^\d\s:：,，、/（(])[\s:：,，、/（(]*(\d[\d\s\-—、，,/;；]{5,}\d)[)）]?")
"""A name and its number in one cell: 马宇怡 13900467715, 李秀英（0743-0036128）."""
_NOTED = re.compile(r"(.+?)\s*[（(](.+)[)）]")


@dataclass(slots=True)
class RowCells:
    """The cells of a row by field key, 同上 already looked up; `column` gives the letter to blame."""

    cells: dict[str, Cell]
    soft: set[str]
    column: Callable[[str], str]
    problems: list[Problem] = field(default_factory=list)
    refusal: Problem | None = None

    def text(self, key: str) -> str:
        """The cell's text, "" where it says nothing."""
        text = cells.plain(self.cells.get(key))
        return "" if cells.is_blank(text) else text

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


def _person(row: RowCells, group: str, address: str) -> KinRecord | None:
    told, number = _name_and_number(row.text(f"{group}.name"))
    name, note = _split(names.clean_name(told))
    relation = group if kinship.is_known(group) else kinship.canonical_relation(row.text(f"{group}.relation"))
    if not relation and kinship.is_known(kinship.canonical_relation(note)):
        relation = kinship.canonical_relation(note)
    state = cells.state_of(note) or cells.state_of(name)
    if cells.state_of(name) or "*" in name or "＊" in name:
        name = ""
    person = KinRecord(
        relation,
        name,
        phones=_phones(row, f"{group}.phone") or phones.parse_phones(number),
        occupation=row.text(f"{group}.occupation"),
        id_number=_id_number(row, f"{group}.id_number"),
        guardian=cells.yes_no(row.text(f"{group}.guardian")),
        state=state,
        carer=(group == CARER and bool(name or relation))
        or (group == GUARDIAN and bool(name or relation) and not kinship.is_parent(relation)),
        soft=frozenset(key.split(".")[1] for key in row.soft if key.startswith(group + "."))
        # A 家长 without a relation may prove to be a parent, who is no entered carer.
        | ({"carer"} if group == GUARDIAN and not relation else set()),
    )
    person = _placed(row, group, person, address)
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


def _placed(row: RowCells, group: str, person: KinRecord, address: str) -> KinRecord:
    """Where the person is, by work place, else employer, else the address where it tells (domain.md §1)."""
    place, unit = row.text(f"{group}.place"), row.text(f"{group}.work_unit")
    lives = row.text(f"{group}.address")
    if state := cells.state_of(place) or cells.state_of(unit) or cells.state_of(lives):
        return replace(person, state=person.state or state)
    same = bool(lives) and bool(address) and (cells.says_less(lives, address) or cells.says_less(address, lives))
    if not kinship.is_parent(person.relation):
        return replace(person, address="" if same else lives, work_unit=unit or place)
    if place or unit:
        where = place or unit
        kept = unit if place and not cells.is_home(unit) else ""
        return replace(person, place=where, at_home=cells.is_home(where), work_unit=kept, address="" if same else lives)
    if cells.is_home(lives) or same:
        return replace(person, at_home=True)
    return replace(person, place=lives, at_home=False) if lives and address else replace(person, address=lives)


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
