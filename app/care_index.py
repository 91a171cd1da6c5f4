"""What was done and tried, by whom it concerns and by kind, so that a window is counted without looking at it all."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from app.care import Contact
from app.care_rules import CHILD, CLASS
from app.children import Child
from app.classes import SchoolClass
from app.enrolment import class_on
from app.windows import Window

Subject = tuple[str, int]
"""("child", id), ("class", id) or ("school", 0)."""
SCHOOL_ITSELF: Subject = ("school", 0)
Days = tuple[list[date], list[date]]
"""When somebody was reached, and when nobody; both in order."""


class CareIndex:
    """The contacts of a stretch of days; records may be replaced one by one.

    They are only sorted into heaps as they come; whose days somebody asks for is put in order then, and remembered.
    """

    def __init__(
        self, children: Mapping[int, Child], classes: Mapping[int, SchoolClass], system: str,
        contacts: Iterable[Contact] = (),
    ) -> None:  # fmt: skip
        self._children, self._classes, self._system = children, classes, system
        self._of_child: dict[tuple[int | None, str], list[Contact]] = defaultdict(list)
        self._of_kind: dict[str, list[Contact]] = {}
        self._of_class: dict[str, dict[int, dict[int, Contact]]] = {}
        self._days: dict[tuple[Subject, tuple[str, ...]], Days] = {}
        of_child = self._of_child
        for contact in contacts:
            of_child[contact[4], contact[1]].append(contact)

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """Forget these records and take in what they are now. Gives whom that concerns."""
        gone, changed = set(records), set[Subject]()
        for key, listed in self._of_child.items():
            old = [one for one in listed if one[0] in gone]
            if old:
                self._of_child[key] = [one for one in listed if one[0] not in gone]
                changed.update(subject for one in old for subject in self._subjects(one))
        for contact in contacts:
            self._of_child[contact.child_id, contact.kind].append(contact)
            changed.update(self._subjects(contact))
        self._of_kind.clear()
        self._of_class.clear()
        for known in [key for key in self._days if key[0] in changed]:
            del self._days[known]
        return changed

    def _subjects(self, contact: Contact) -> list[Subject]:
        found = [SCHOOL_ITSELF]
        if contact.child_id is not None:
            found.append((CHILD, contact.child_id))
        class_id = self._class_of(contact)
        return found if class_id is None else [*found, (CLASS, class_id)]

    def _class_of(self, contact: Contact) -> int | None:
        """The class that the record names, else that of its child on the day."""
        child = self._children.get(contact.child_id) if contact.child_id is not None else None
        if contact.class_id is not None or child is None:
            return contact.class_id
        found = class_on(child, self._classes, contact.day, self._system)
        return found.id if found else None

    def _by_class(self, kind: str) -> dict[int, dict[int, Contact]]:
        """The records of a kind by class and number."""
        if kind not in self._of_class:
            found = self._of_class[kind] = defaultdict(dict)
            for one in self._all_of(kind):
                class_id = self._class_of(one)
                if class_id is not None:
                    found[class_id][one.record_id] = one
        return self._of_class[kind]

    def _all_of(self, kind: str) -> list[Contact]:
        if kind not in self._of_kind:
            heaps = (listed for (_child, of_kind), listed in self._of_child.items() if of_kind == kind)
            self._of_kind[kind] = [one for listed in heaps for one in listed]
        return self._of_kind[kind]

    def counted(self, kinds: tuple[str, ...], subject: Subject, window: Window) -> tuple[int, int]:
        """(done, tried without reaching anybody) of these kinds in the window."""
        first, last = window.from_day, window.until_day
        done, tried = self.days(kinds, subject)
        reached = bisect_right(done, last) - bisect_left(done, first)
        return reached, bisect_right(tried, last) - bisect_left(tried, first) if tried else 0

    def days(self, kinds: tuple[str, ...], subject: Subject) -> Days:
        """The days of every record of these kinds that concerns the subject."""
        known = self._days.get((subject, kinds))
        if known is None:
            known = self._days[subject, kinds] = self._sorted(kinds, subject)
        return known

    def _sorted(self, kinds: tuple[str, ...], subject: Subject) -> Days:
        every = [one for kind in kinds for one in self._heap(kind, subject)]
        done = [one[2] for one in every if one[3]]
        tried = [one[2] for one in every if not one[3]] if len(done) < len(every) else []
        done.sort()
        tried.sort()
        return done, tried

    def _heap(self, kind: str, subject: Subject) -> Iterable[Contact]:
        about, number = subject
        if about == CHILD:
            return self._of_child.get((number, kind), ())
        # A record of many children counts once for their class and for the school.
        if about == CLASS:
            return self._by_class(kind).get(number, {}).values()
        return {one.record_id: one for one in self._all_of(kind)}.values()
