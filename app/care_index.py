"""What was done and tried, by whom it concerns and by kind, so that a window is counted without looking at it all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from app.care import Contact
from app.care_rules import CHILD, CLASS
from app.children import Child
from app.classes import SchoolClass
from app.enrolment import class_on
from app.schooldays import how_many
from app.windows import Window

Subject = tuple[str, int]
"""("child", id), ("class", id) or ("school", 0)."""
SCHOOL_ITSELF: Subject = ("school", 0)
Days = tuple[list[date], list[date]]
"""When somebody was reached, and when nobody; both in order."""
NEVER: list[date] = []


class CareIndex:
    """The contacts of a stretch of days; records may be replaced one by one.

    `together` names the kinds that are asked for of a whole class or of the school; every kind may be asked for of a
    child.
    """

    def __init__(
        self, children: Mapping[int, Child], classes: Mapping[int, SchoolClass], system: str,
        contacts: Iterable[Contact] = (), together: Collection[str] = (),
    ) -> None:  # fmt: skip
        self._children, self._classes, self._system = children, classes, system
        self._every = list(contacts)
        self._together = frozenset(together)
        self._done: dict[tuple[int | None, str], list[date]] = defaultdict(list)
        self._tried: dict[tuple[int | None, str], list[date]] = defaultdict(list)
        self._many: dict[str, list[Contact]] = defaultdict(list)
        self._by_class: dict[str, dict[int, list[Contact]]] = {}
        self._known: dict[tuple[Subject, tuple[str, ...]], Days] = {}
        self._enter(self._every)
        for days in (*self._done.values(), *self._tried.values()):
            days.sort()

    def _enter(self, contacts: list[Contact]) -> None:
        # Runs for every record of a term: no attribute and no call that can be spared.
        all_done, all_tried = self._done, self._tried
        for _record, kind, day, reached, child_id, _class, _staff in contacts:
            if reached:
                all_done[child_id, kind].append(day)
            else:
                all_tried[child_id, kind].append(day)
        together, many = self._together, self._many
        for contact in contacts:
            if contact[1] in together:
                many[contact[1]].append(contact)

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """Forget these records and take in what they are now. Gives whom that concerns."""
        gone, fresh = set(records), list(contacts)
        old = [one for one in self._every if one[0] in gone]
        if old:
            self._every = [one for one in self._every if one[0] not in gone]
        for one in old:
            self._days_with(one).remove(one.day)
        for kind in {one.kind for one in old} & self._together:
            self._many[kind] = [one for one in self._many[kind] if one[0] not in gone]
        self._every += fresh
        self._enter(fresh)
        for one in fresh:
            self._days_with(one).sort()
        self._by_class.clear()
        changed = {subject for one in (*old, *fresh) for subject in self._subjects(one)}
        for known in [key for key in self._known if key[0] in changed]:
            del self._known[known]
        return changed

    def _days_with(self, contact: Contact) -> list[date]:
        return (self._done if contact.reached else self._tried)[contact.child_id, contact.kind]

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

    def counted(self, kinds: tuple[str, ...], subject: Subject, window: Window) -> tuple[int, int]:
        """(done, tried without reaching anybody) of these kinds in the window."""
        first, last = window.from_day, window.until_day
        done, tried = self.days(kinds, subject)
        return how_many(done, first, last), how_many(tried, first, last)

    def days(self, kinds: tuple[str, ...], subject: Subject) -> Days:
        """The days of every record of these kinds that concerns the subject."""
        if subject[0] == CHILD and len(kinds) == 1:
            key = subject[1], kinds[0]
            return self._done.get(key, NEVER), self._tried.get(key, NEVER)
        known = self._known.get((subject, kinds))
        if known is None:
            known = self._known[subject, kinds] = self._gathered(kinds, subject)
        return known

    def _gathered(self, kinds: tuple[str, ...], subject: Subject) -> Days:
        about, number = subject
        if about == CHILD:
            done = [day for kind in kinds for day in self._done.get((number, kind), NEVER)]
            tried = [day for kind in kinds for day in self._tried.get((number, kind), NEVER)]
            return sorted(done), sorted(tried)
        # A record of many children counts once for their class and for the school.
        heaps = [self._of_class(kind, number) if about == CLASS else self._many[kind] for kind in kinds]
        records = {one.record_id: one for heap in heaps for one in heap}
        done = sorted(one.day for one in records.values() if one.reached)
        return done, sorted(one.day for one in records.values() if not one.reached)

    def _of_class(self, kind: str, class_id: int) -> list[Contact]:
        if kind not in self._by_class:
            found = self._by_class[kind] = defaultdict(list)
            for one in self._many[kind]:
                there = self._class_of(one)
                if there is not None:
                    found[there].append(one)
        return self._by_class[kind].get(class_id, [])
