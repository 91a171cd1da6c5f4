"""Who can be written down: the pupils of today and their classes, found by what one types."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.classes import SchoolClass
from app.classnames import class_order, parse_class
from app.enrolment import class_on, classes_by_id, name_on, pupils_on
from app.names import initials, surname_of
from app.school import Snapshot
from app.search import search
from app.status import NONE, register_status
from ui.session import Session

CHILD, CLASS = "child", "class"
_SHORT = re.compile(r"([1-9])[.\-]?(\d{1,2})")
"""31, 3.1: class one of grade three."""
Target = tuple[str, int]
"""("child", id) or ("class", id)."""


@dataclass(frozen=True, slots=True)
class Known:
    """One pupil or class, with what it is found by."""

    target: Target
    name: str
    class_name: str = ""
    sex: str = ""
    pinyin: str = ""
    initials: str = ""
    digits: tuple[str, ...] = ()
    left_behind: bool = False

    @property
    def surname(self) -> str:
        """What stands in its 田字格."""
        return surname_of(self.name)


class People:
    """Made once a page; made anew when the school's records are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: Snapshot | None = None
        self._children: dict[int, Known] = {}
        self._classes: list[Known] = []

    @property
    def children(self) -> dict[int, Known]:
        """Today's pupils by id, in class order."""
        self._prepare()
        return self._children

    @property
    def classes(self) -> list[Known]:
        """Today's classes in their order."""
        self._prepare()
        return self._classes

    def of_class(self, class_id: int) -> list[Known]:
        """The pupils of a class, by pinyin."""
        name = self.class_name(class_id)
        return [one for one in self.children.values() if one.class_name == name]

    def class_name(self, class_id: int) -> str:
        """Its name today; of a class that has left the school its last one."""
        found = classes_by_id(self._session.snapshot).get(class_id)
        return name_on(found, self._session.today, self._session.snapshot.school.system) if found else ""

    def named(self, child_id: int) -> Known:
        """A child, one who has left the school too: records keep their names."""
        if child_id in self.children:
            return self.children[child_id]
        child = self._session.snapshot.children.get(child_id)
        return Known((CHILD, child_id), child.name if child else "", "", child.sex if child else "")

    def find(self, text: str, most: int = 8, *, classes: bool = False) -> list[Known]:
        """The nearest hits: the left-behind before the others; a class is found by 31, 三1 or part of its name."""
        found: list[Known] = []
        if classes:
            day, system = self._session.today, self._session.snapshot.school.system
            short = _SHORT.fullmatch(text.strip())
            key = parse_class(f"{short[1]}.{short[2]}" if short else text, day=day, system=system)
            ids = [one.id for one in self._session.snapshot.classes if key is not None and one.key == key]
            found = [one for one in self.classes if one.target[1] in ids]
            found += [hit.row for hit in search(self.classes, text) if hit.row not in found]
        hits = search(list(self.children.values()), text)
        hits.sort(key=lambda hit: (hit.rank, not hit.row.left_behind))
        return [*found, *(hit.row for hit in hits)][:most]

    def _prepare(self) -> None:
        snapshot = self._session.snapshot
        # By identity: a snapshot is never changed, and comparing two whole schools takes long.
        if self._read is snapshot:
            return
        self._read = snapshot
        day, system = self._session.today, snapshot.school.system
        pupils = pupils_on(snapshot, day)
        here = sorted({one.id: one for _child, one in pupils}.values(), key=_order)
        names = {one.id: name_on(one, day, system) for one in here}
        self._classes = [Known((CLASS, one.id), names[one.id], names[one.id]) for one in here]
        place = {one.id: number for number, one in enumerate(here)}
        pupils.sort(key=lambda two: (place[two[1].id], two[0].pinyin or two[0].name, two[0].id))
        self._children = {
            child.id: Known(
                (CHILD, child.id), child.name, names[one.id], child.sex, child.pinyin, initials(child.pinyin),
                _digits((child.id_number, child.register_number),
                        [phone.number for kin in child.kin for phone in kin.phones]),
                register_status(child, day).status != NONE,
            )
            for child, one in pupils
        }  # fmt: skip

    def class_of(self, child_id: int) -> int | None:
        """The class of a pupil of today."""
        snapshot = self._session.snapshot
        child = snapshot.children.get(child_id)
        found = class_on(child, classes_by_id(snapshot), self._session.today, snapshot.school.system) if child else None
        return found.id if found else None


def _order(school_class: SchoolClass) -> tuple[int, int, int]:
    return class_order(school_class.stage, school_class.entry_year, school_class.number)


def _digits(own: Sequence[str], phones: Sequence[str]) -> tuple[str, ...]:
    return tuple(number for number in (*own, *phones) if number)
