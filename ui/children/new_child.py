"""What a person typed of a new child, as plain data: checked for doubles, turned into changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app import edits
from app.changes import Change, Insert, New
from app.classes import SchoolClass
from app.classnames import ClassKey, parse_class
from app.edits import NewKin
from app.enrolment import class_on, classes_by_id, name_on
from app.names import clean_name
from app.school import Snapshot
from ui.session import Session

DRAFT = "new_child"
"""The draft that keeps what was typed and not yet saved."""


@dataclass(frozen=True, slots=True)
class Double:
    """A child that may be the same one."""

    child_id: int
    name: str
    class_name: str
    by: str
    """"id" (same ID number) or "name" (same name and class)."""


def class_of(session: Session, typed: str) -> tuple[SchoolClass | None, ClassKey | None]:
    """The class that is meant, in any spelling; with its key alone one to be made, without a key none."""
    snapshot, day = session.snapshot, session.today
    key = parse_class(typed, day=day, system=snapshot.school.system)
    if key is None:
        return None, None
    wanted = (key.stage, key.entry_year, key.number)
    found = next((one for one in snapshot.classes if (one.stage, one.entry_year, one.number) == wanted), None)
    return found, key


def double_of(session: Session, typed: Mapping[str, str]) -> Double | None:
    """A child of the file with the same ID number, or of the same name in the same class."""
    snapshot, day = session.snapshot, session.today
    school_class, _key = class_of(session, typed["class_name"])
    name = clean_name(typed["name"])
    for child in snapshot.children.values():
        of_class = class_on(child, classes_by_id(snapshot), day, snapshot.school.system)
        class_name = _class_name(of_class, snapshot, day)
        if typed["id_number"] and child.id_number == typed["id_number"]:
            return Double(child.id, child.name, class_name, "id")
        if child.name == name and of_class is not None and of_class == school_class:
            return Double(child.id, child.name, class_name, "name")
    return None


def changes_for(session: Session, typed: Mapping[str, str]) -> list[Change]:
    """The changes that add the child, and its class where that is new. Raises BadValue."""
    day, store = session.today, session.store
    facts = {field: typed[field] for field in ("name", "sex", "id_number", "birth")}
    kin = NewKin(typed["relation"], typed["kin_name"], typed["phone"])
    family = [kin] if kin.name or kin.phones else []
    school_class, key = class_of(session, typed["class_name"])
    if key is None:
        raise edits.BadValue("class_name", "empty")
    if school_class is not None:
        return edits.add_child(facts, school_class.id, day, by=store.user, family=family)
    made = edits.add_class(key.stage, key.entry_year, key.number, session.snapshot.classes)
    return [*made, *(_into_new_class(one) for one in edits.add_child(facts, 0, day, by=store.user, family=family))]


def _into_new_class(change: Change) -> Change:
    if isinstance(change, Insert) and change.table == "enrolment":
        return Insert(change.table, {**change.values, "class_id": New("class")}, change.token)
    return change


def _class_name(of_class: SchoolClass | None, snapshot: Snapshot, day: date) -> str:
    return name_on(of_class, day, snapshot.school.system) if of_class is not None else ""
