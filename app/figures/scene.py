"""What all figures of a term are made of, read once: the children of the day, the term's records, what was owed."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from app.care import Contact
from app.due import contacts_needed
from app.enrolment import classes_by_id, name_on
from app.figures.model import Line, Opened
from app.roster import PupilRow
from app.school import Snapshot
from app.standing import Duties
from app.statistics import Statistics, statistics
from app.store import Store
from app.tally import Asked, asked, class_of
from app.termdays import Term
from app.terms import day_in_term

SUNDAY = 6


class Scene:
    """A term as it stands at the end of a day in it. The last day of the term closes its last week, whose weekend
    counts as the rules say (rules.md, What is due)."""

    def __init__(self, opened: Opened, term: Term, on: date) -> None:
        self.snapshot: Snapshot = opened.snapshot
        self.store: Store = opened.store
        self.term = term
        self.on = day_in_term(term, on)
        """The day whose children are counted."""
        self.until = self.on if on < term.until_day else closed_on(term)
        """The day up to which records are counted."""
        self.classes = classes_by_id(self.snapshot)
        self.staff = {one.id: one.name for one in self.snapshot.staff}

    @cached_property
    def statistics(self) -> Statistics:
        """Both tables of the day."""
        return statistics(self.snapshot, self.on)

    @cached_property
    def rows(self) -> dict[int, PupilRow]:
        """The pupils of the day by id, in the order of the roster."""
        return {row.child_id: row for row in self.statistics.rows}

    @cached_property
    def left(self) -> list[int]:
        """The left-behind by the register's meaning."""
        return [row.child_id for row in self.statistics.rows if row.left_behind]

    @cached_property
    def _read(self) -> list[Contact]:
        """What the rules need, and nothing that came after the day."""
        read = contacts_needed(self.snapshot, self.store.ledger, self.term)
        return [one for one in read if one.day <= self.until]

    @cached_property
    def _contacts(self) -> list[Contact]:
        """Those of the term."""
        return [one for one in self._read if one.day >= self.term.from_day]

    @cached_property
    def records(self) -> list[Contact]:
        """The records of the term, of each the first contact."""
        return list({one.record_id: one for one in reversed(self._contacts)}.values())

    @cached_property
    def there(self) -> dict[int, list[int]]:
        """The children of each record that names some; worked out when somebody looks."""
        found: dict[int, list[int]] = {}
        for one in self._contacts:
            if one.child_id is not None:
                found.setdefault(one.record_id, []).append(one.child_id)
        return found

    @cached_property
    def duties(self) -> Duties:
        """All that the term asks, beside what was written up to the day."""
        return Duties(self.snapshot, self.term, self._read, self.until)

    @cached_property
    def _windows(self) -> tuple[dict[str, list[Asked]], dict[str, list[Asked]]]:
        owed: dict[str, list[Asked]] = {}
        running: dict[str, list[Asked]] = {}
        for one in asked(self.duties):
            if one.owed.deadline <= self.until:
                owed.setdefault(one.key, []).append(one)
            elif one.owed.window.from_day <= self.until:
                running.setdefault(one.key, []).append(one)
        return owed, running

    @property
    def owed(self) -> dict[str, list[Asked]]:
        """By rule the windows whose deadline lies in the term and has come: what `app.tally` and the heat map count."""
        return self._windows[0]

    @property
    def running(self) -> dict[str, list[Asked]]:
        """By rule every window that has begun and whose deadline is still to come."""
        return self._windows[1]

    def windows(self) -> list[Asked]:
        """All that have begun."""
        return [one for by_rule in self._windows for every in by_rule.values() for one in every]

    def class_of(self, one: Asked) -> int | None:
        """The class that a window is counted for."""
        return class_of(self.duties, one.subject, one.owed.deadline)

    def children(self, ids: Iterable[int]) -> tuple[Line, ...]:
        """These children, who may have left since, with their class of the day."""
        return tuple(self.child(one) for one in ids)

    def child(self, child_id: int) -> Line:
        """One of them."""
        row = self.rows.get(child_id)
        name = row.name if row else self.snapshot.children[child_id].name
        return Line("child", child_id, name, row.class_name if row else "", page="roster", want=child_id)

    def class_name(self, class_id: int | None) -> str:
        """三（1）班 as it was called that day."""
        found = self.classes.get(class_id) if class_id is not None else None
        return name_on(found, self.on, self.snapshot.school.system) if found else ""


def closed_on(term: Term) -> date:
    """The Sunday of its last week."""
    return term.until_day + timedelta(days=SUNDAY - term.until_day.weekday())
