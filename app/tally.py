"""How many windows were owed, done and missed in a stretch of days: per rule, class and mentor.

The same windows and the same records as what is due, so that a figure never differs from the list behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

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


class Asked(NamedTuple):
    """One window that somebody owed. There are tens of thousands in a term, so it is the lightest kind of record."""

    key: str
    subject: Subject
    owed: Owed
    done: bool


class Entry(NamedTuple):
    """One window that somebody owed, and what became of it."""

    key: str
    subject: Subject
    owed: Owed
    done: bool
    ended: bool
    """Whether the window lies behind; what ended and was not done is missed for ever."""
    class_id: int | None
    """The child's class on the deadline, or the class itself."""
    mentor_id: int | None
    """The child's mentor (staff id) on the deadline."""

    @property
    def missed(self) -> bool:
        """Ended and not met."""
        return self.ended and not self.done


def entries(duties: Duties, rule: str = "") -> Iterator[Entry]:
    """What was `asked`, with the class and the mentor that it is counted for."""
    mentors: dict[date, dict[int, int]] = {}
    classes: dict[tuple[Subject, date], int | None] = {}
    for key, subject, one, done in asked(duties, rule):
        place = subject, one.deadline
        if place not in classes:
            classes[place] = class_of(duties, *place)
        mentor = None
        if subject[0] == CHILD:
            if one.deadline not in mentors:
                mentors[one.deadline] = mentors_on(duties.snapshot.pairings, one.deadline)
            mentor = mentors[one.deadline].get(subject[1])
        yield Entry(key, subject, one, done, one.window.until_day < duties.today, classes[place], mentor)


def tallies(terms: Iterable[Duties], first: date, last: date, rule: str = "") -> Tallies:
    """The windows of these terms whose deadline lies from `first` to `last`, of all rules or one."""
    found = Tallies()
    for duties in terms:
        for one in entries(duties, rule):
            if first <= one.owed.deadline <= last:
                found.rules[one.key].add(one.done, one.ended)
                if one.class_id is not None:
                    found.classes[one.class_id].add(one.done, one.ended)
                if one.mentor_id is not None:
                    found.mentors[one.mentor_id].add(one.done, one.ended)
    return found


def asked(duties: Duties, only: str = "") -> Iterator[Asked]:
    """Every window of the term that somebody owed, of all rules or one; those of a subject by deadline."""
    # After ten years most children have left: whom no rule concerns is asked once, not for every rule.
    every: list[Subject] = [(CHILD, child_id) for child_id in duties.snapshot.children]
    children = [subject for subject in every if duties.scope(subject)]
    begin, end = duties.term.from_day, duties.term.until_day + timedelta(days=6)
    make = tuple.__new__  # Asked(…) without its detour through Python
    for key, rules in duties.rules.items():
        if only not in ("", key):
            continue
        whom = rules[-1].whom
        subjects = children if whom == CHILD else [subject for subject, _class_id in duties.subjects(whom)]
        for subject in subjects:
            for one, done in duties.kept(key, subject):
                # The window of a school year is seen by both of its terms and belongs to the one in which it is due.
                if begin <= one.deadline <= end:
                    yield make(Asked, (key, subject, one, done))


def class_of(duties: Duties, subject: Subject, day: date) -> int | None:
    """The child's class on the day, or the class itself."""
    kind, number = subject
    if kind == CLASS:
        return number
    if kind != CHILD:
        return None
    found = class_on(duties.snapshot.children[number], duties.classes, day, duties.system)
    return found.id if found else None
