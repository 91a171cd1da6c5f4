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


class CareIndex:
    """The contacts of a stretch of days; records may be replaced one by one."""

    def __init__(
        self, children: Mapping[int, Child], classes: Mapping[int, SchoolClass], system: str,
        contacts: Iterable[Contact] = (),
    ) -> None:  # fmt: skip
        self._children, self._classes, self._system = children, classes, system
        self._done: dict[tuple[Subject, str], dict[int, tuple[date, bool]]] = defaultdict(dict)
        self._of_record: dict[int, list[tuple[Subject, str]]] = defaultdict(list)
        self._days: dict[tuple[Subject, tuple[str, ...]], tuple[list[date], list[date]]] = {}
        for contact in contacts:
            self._enter(contact)

    def _enter(self, contact: Contact) -> None:
        what = (contact.day, contact.reached)
        for subject in self._subjects(contact):
            key = (subject, contact.kind)
            if contact.record_id not in self._done[key]:
                self._of_record[contact.record_id].append(key)
            self._done[key][contact.record_id] = what

    def _subjects(self, contact: Contact) -> list[Subject]:
        found = [SCHOOL_ITSELF]
        class_id = contact.class_id
        if contact.child_id is not None:
            found.append((CHILD, contact.child_id))
            child = self._children.get(contact.child_id)
            if child is not None and class_id is None:
                there = class_on(child, self._classes, contact.day, self._system)
                class_id = there.id if there else None
        if class_id is not None:
            found.append((CLASS, class_id))
        return found

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """Forget these records and take in what they are now. Gives whom that concerns."""
        changed: set[Subject] = set()
        for record in records:
            for key in self._of_record.pop(record, ()):
                self._done[key].pop(record, None)
                changed.add(key[0])
        for contact in contacts:
            changed.update(self._subjects(contact))
            self._enter(contact)
        for known in [key for key in self._days if key[0] in changed]:
            del self._days[known]
        return changed

    def counted(self, kinds: tuple[str, ...], subject: Subject, window: Window) -> tuple[int, int]:
        """(done, tried without reaching anybody) of these kinds in the window."""
        known = self._days.get((subject, kinds))
        if known is None:
            every = [what for kind in kinds for what in self._done.get((subject, kind), {}).values()]
            known = self._days[subject, kinds] = (
                sorted(day for day, reached in every if reached),
                sorted(day for day, reached in every if not reached),
            )
        done, tried = (bisect_right(days, window.until_day) - bisect_left(days, window.from_day) for days in known)
        return done, tried
