"""Which child of the school a row speaks of (rules.md, Same child): by ID, register number, or class and name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app import days, names
from app.children import Child, Enrolment
from app.classnames import ClassKey
from app.imports.records import Problem, Record
from app.periods import holds
from app.school import Snapshot


@dataclass(frozen=True, slots=True)
class Match:
    """The child (None = a new one, unless `doubt` says that a person must decide between `candidates`)."""

    child_id: int | None = None
    doubt: Problem | None = None
    candidates: tuple[int, ...] = ()


class Index:
    """The school's children by what a file may know them by, on the day the file holds from."""

    def __init__(self, snapshot: Snapshot, as_of: date) -> None:
        self.as_of = as_of
        self.classes: dict[int, ClassKey] = {row.id: row.key for row in snapshot.classes}
        self.class_ids = {key: class_id for class_id, key in self.classes.items()}
        self.children: Mapping[int, Child] = snapshot.children
        self.by_id: dict[str, list[int]] = defaultdict(list)
        self.by_register: dict[str, list[int]] = defaultdict(list)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for child in snapshot.children.values():
            self.by_id[child.id_number.upper()].append(child.id)
            self.by_register[child.register_number.upper()].append(child.id)
            self.by_name[names.name_key(child.name)].append(child.id)

    def class_keys(self, child: Child) -> list[ClassKey]:
        """The child's class on the day, then the one it is in since or will be in."""
        current = [row for row in child.enrolments if holds(row, self.as_of)]
        later = [row for row in child.enrolments if row.from_day > self.as_of and _goes_on(row, self.as_of)]
        return [self.classes[row.class_id] for row in (*current[-1:], *later[-1:]) if row.class_id in self.classes]

    def stays_in(self, child: Child) -> ClassKey | None:
        """The child's class on the day, unless it is known to have left since."""
        here = [row for row in child.enrolments if holds(row, self.as_of)]
        open_ended = any(row.until_day is None for row in child.enrolments)
        return self.classes.get(here[-1].class_id) if here and open_ended else None


def _goes_on(row: Enrolment, day: date) -> bool:
    return row.until_day is None or row.until_day > day


def match(index: Index, record: Record) -> Match:
    """The child of the row, or why a person has to say which."""
    for numbers, field in ((index.by_id, "id_number"), (index.by_register, "register_number")):
        number = record.values.get(field, "")
        found = numbers.get(number, []) if number else []
        if len(found) > 1:
            named = [one for one in found if names.name_key(index.children[one].name) == names.name_key(record.name)]
            found = named if len(named) == 1 else found
        if len(found) == 1:
            return Match(found[0])
        if found:
            return Match(None, Problem("same_number", "", (number,)), tuple(found))
    return _by_name(index, record)


def _by_name(index: Index, record: Record) -> Match:
    namesakes = [index.children[child_id] for child_id in index.by_name.get(names.name_key(record.name), [])]
    here = [child for child in namesakes if index.class_keys(child)]
    classmates = [
        child for child in here if record.class_key in index.class_keys(child) and not contradicts(record, child)
    ]
    if record.class_key and len(classmates) == 1:
        return Match(classmates[0].id)
    gone = [child for child in namesakes if child not in here and not contradicts(record, child)]
    if here or gone:
        return Match(None, Problem("same_name", "", (record.name,)), tuple(child.id for child in here or gone))
    return Match()


def contradicts(record: Record, child: Child) -> bool:
    """Whether sex, birth or the visible digits of a masked ID say that this is somebody else."""
    sex, birth = record.values.get("sex", ""), record.values.get("birth", "")
    if sex and child.sex and sex != child.sex:
        return True
    if birth and child.birth and not days.agrees(birth, child.birth):
        return True
    return bool(record.id_mask and child.id_number) and not fits_mask(record.id_mask, child.id_number)


def fits_mask(mask: str, number: str) -> bool:
    """Whether the digits that the stars leave visible are those of `number`."""
    shown = "".join(mask.split()).replace("＊", "*")
    head, tail = shown.split("*")[0], shown.split("*")[-1]
    return number.startswith(head) and number.endswith(tail)
