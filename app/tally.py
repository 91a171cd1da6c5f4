"""How many windows were owed, done and missed in a stretch of days: per rule, class and mentor.

The same windows and the same records as what is due, so that a figure never differs from the list behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.care_index import Subject
from app.care_rules import CHILD, CLASS
from app.enrolment import class_on
from app.pairing import mentors_on
from app.standing import Duties, Owed


@dataclass(slots=True)
class Tally:
    """Windows owed, done and missed."""

    owed: int = 0
    done: int = 0
    missed: int = 0
    """Ended and not met; what is neither done nor missed is still running."""

    def add(self, done: bool, ended: bool) -> None:
        """Count one window."""
        self.owed += 1
        self.done += done
        self.missed += ended and not done


@dataclass(slots=True)
class Tallies:
    """One term's figures."""

    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    classes: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mentors: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By staff id; windows of children who had a mentor on the deadline."""


def tallies(terms: Iterable[Duties], first: date, last: date, rule: str = "") -> Tallies:
    """The windows of these terms whose deadline lies from `first` to `last`, of all rules or one."""
    found = Tallies()
    for duties in terms:
        _add(found, duties, first, last, rule)
    return found


def _add(found: Tallies, duties: Duties, first: date, last: date, rule: str) -> None:
    mentors: dict[date, dict[int, int]] = {}
    begin, end = duties.term.from_day, duties.term.until_day + timedelta(days=6)
    for key, subject, one in _owed(duties, rule):
        # The window of a school year is seen by both of its terms and belongs to the one in which it is due.
        if not first <= one.deadline <= last or not begin <= one.deadline <= end:
            continue
        done, ended = duties.is_met(one, subject), one.window.until_day < duties.today
        found.rules[key].add(done, ended)
        class_id = _class_of(duties, subject, one.deadline)
        if class_id is not None:
            found.classes[class_id].add(done, ended)
        if subject[0] == CHILD:
            there = mentors.setdefault(one.deadline, mentors_on(duties.snapshot.pairings, one.deadline))
            if subject[1] in there:
                found.mentors[there[subject[1]]].add(done, ended)


def _owed(duties: Duties, only: str) -> Iterator[tuple[str, Subject, Owed]]:
    for key, rules in duties.rules.items():
        if only not in ("", key):
            continue
        whom = rules[-1].whom
        if whom == CHILD:
            subjects: list[Subject] = [(CHILD, child_id) for child_id in duties.snapshot.children]
        else:
            subjects = [subject for subject, _class_id in duties.subjects(whom)]
        for subject in subjects:
            for one in duties.owed(key, subject):
                yield key, subject, one


def _class_of(duties: Duties, subject: Subject, day: date) -> int | None:
    kind, number = subject
    if kind == CLASS:
        return number
    if kind != CHILD:
        return None
    found = class_on(duties.snapshot.children[number], duties.classes, day, duties.system)
    return found.id if found else None
