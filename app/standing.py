"""What is due: how every rule stands for every child, class and the school on a day (rules.md, What is due).

A pure function of calendar, rules, records and day. Today's page, lists, slips, reports and assessment all ask here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from app.care import Contact
from app.care_index import NEVER, SCHOOL_ITSELF, CareIndex, Subject
from app.care_rules import (
    CHILD,
    CLASS,
    KEEPER,
    LAST_DAY,
    MENTOR,
    OFFICE,
    SCHOOL,
    CareRule,
    holds_on,
    in_force,
    versions,
)
from app.care_scope import Stretch, planned, scope_of, within
from app.children import Child
from app.classes import SchoolClass
from app.classnames import grade_of
from app.enrolment import class_on, classes_by_id, pupils_on
from app.festivals import NAMES as FESTIVALS
from app.festivals import festival_in
from app.pairing import mentors_on
from app.periods import latest
from app.school import Snapshot
from app.schooldays import SchoolDays, how_many
from app.staffing import keeper_of_home
from app.termdays import Term
from app.terms import term_around, year_terms
from app.windows import YEAR, Window, school_year_window, windows

DONE, OPEN, SOON, OVERDUE = STATES = ("done", "open", "soon", "overdue")
SOON_DAYS = 2
"""School days left, today included, from which on an open window is "soon"."""
FEW, FEW_LONG = 3, 5
"""School days of a window for which a child must be there to owe it; the second for windows longer than two weeks."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One window that a rule asks for, with the day it is due."""

    rule: CareRule
    window: Window
    deadline: date


class Standing(NamedTuple):
    """How one rule stands for one subject on a day. There are thousands, so it is the lightest kind of record."""

    owed: Owed
    subject: Subject
    class_id: int | None
    owed_by: int | None
    """Staff id; None = nobody in particular, the office."""
    done: int
    attempts: int
    """Tries of this window that reached nobody."""
    state: str
    overdue_days: int = 0
    """Calendar days since the first missed deadline of the unbroken run."""

    @property
    def rule(self) -> CareRule:
        """The version of the rule that holds."""
        return self.owed.rule


def records_needed(snapshot: Snapshot, day: date) -> tuple[date, date] | None:
    """From which day to which the ledger must be read to know what is due on `day`; None in the holidays."""
    term = term_around(snapshot, day)
    if term is None:
        return None
    terms = year_terms(snapshot, term)
    return terms[0].from_day - timedelta(days=6), max(terms[-1].until_day, term.until_day) + timedelta(days=6)


class _Asked(NamedTuple):
    """The windows that a rule asks for of everybody in the same stretches, by deadline."""

    owed: tuple[Owed, ...]
    now: int | None
    """Which of them holds the day."""
    by_grade: bool
    """Whether some of them concern only the higher grades."""


class Duties:
    """All that one term asks, beside what was done in it. Build it anew after a change; it remembers what it worked
    out."""

    def __init__(self, snapshot: Snapshot, term: Term, contacts: Iterable[Contact], today: date) -> None:
        self.snapshot, self.term, self.today = snapshot, term, today
        self.system = snapshot.school.system
        self.classes = classes_by_id(snapshot)
        self.calendar = SchoolDays(snapshot.calendar)
        self.rules = versions(in_force(snapshot.rules))
        self._mentors = mentors_on(snapshot.pairings, today)
        self._keeper = keeper_of_home(snapshot.rooms, snapshot.staff, today)
        self._with_plan = {key for key, every in self.rules.items() if any(rule.with_plan for rule in every)}
        self._planned = planned(snapshot.plans, snapshot.pairings) if self._with_plan else {}
        self._spans: dict[str, list[Window]] = {}
        self._asked: dict[tuple[str, tuple[Stretch, ...], tuple[Stretch, ...]], _Asked] = {}
        self._scopes: dict[int, tuple[Stretch, ...]] = {}
        self._teachers: dict[int, int | None] = {}
        self._bounds = records_needed(snapshot, term.from_day) or (term.from_day, term.until_day)
        versions_of = [rule for every in self.rules.values() for rule in every]
        together = {kind for rule in versions_of if rule.whom != CHILD for kind in rule.kinds}
        self._index = CareIndex(snapshot.children, self.classes, self.system, contacts, together)

    # what is asked

    def owed(self, key: str, subject: Subject) -> tuple[Owed, ...]:
        """Every window of the term that the rule of that key asks of the subject, by deadline."""
        return self._asked_of(key, subject).owed

    def _asked_of(self, key: str, subject: Subject) -> _Asked:
        scope = self.scope(subject)
        with_plan: tuple[Stretch, ...] = ()
        if key in self._with_plan and subject[0] == CHILD:
            with_plan = within(scope, self._planned.get(subject[1], ()))
        asked = self._asked_in(key, scope, with_plan)
        if asked.by_grade and subject[0] == CHILD:
            return self._at(
                one for one in asked.owed if self._grade(subject[1], one.deadline) >= one.rule.grade_from
            )
        return asked

    def _asked_in(self, key: str, scope: tuple[Stretch, ...], with_plan: tuple[Stretch, ...]) -> _Asked:
        known = self._asked.get((key, scope, with_plan))
        if known is None:
            found = (
                Owed(rule, window, deadline)
                for rule in self.rules[key]
                for window in self._windows(rule)
                if self._owes(
                    rule, window, deadline := self._deadline(rule, window), with_plan if rule.with_plan else scope
                )
            )
            known = self._asked[key, scope, with_plan] = self._at(sorted(found, key=lambda one: one.deadline))
        return known

    def _at(self, every: Iterable[Owed]) -> _Asked:
        owed = tuple(every)
        now = next((place for place, one in enumerate(owed) if one.window.covers(self.today)), None)
        return _Asked(owed, now, any(one.rule.grade_from for one in owed))

    def _owes(self, rule: CareRule, window: Window, deadline: date, scope: tuple[Stretch, ...]) -> bool:
        start = self.snapshot.school.started_on or date.min
        if not holds_on(rule, deadline) or deadline < start:
            return False
        first = max(start, rule.from_day or date.min)
        last = rule.until_day - timedelta(days=1) if rule.until_day else date.max
        there = [(max(begin, first), min(end, last)) for begin, end in scope]
        days = sum(how_many(window.days, begin, end) for begin, end in there)
        return any(begin <= deadline <= end for begin, end in there) and days >= (FEW_LONG if window.is_long else FEW)

    def _windows(self, rule: CareRule) -> list[Window]:
        if rule.span not in self._spans:
            if rule.span == YEAR:
                whole = school_year_window(year_terms(self.snapshot, self.term), self.calendar)
                self._spans[rule.span] = [whole] if whole else []
            else:
                self._spans[rule.span] = windows(rule.span, self.term, self.calendar)
        found = self._spans[rule.span]
        return found[rule.third - 1 : rule.third] if rule.third else found

    def _deadline(self, rule: CareRule, window: Window) -> date:
        if rule.by_date in FESTIVALS:
            feast = festival_in(rule.by_date, window.from_day, window.until_day)
            return max((day for day in window.days if feast and day <= feast), default=window.until_day)
        if rule.by_date:
            month, day = map(int, rule.by_date.split("-"))
            fixed = (date(year, month, day) for year in (window.from_day.year, window.until_day.year))
            return next((one for one in fixed if window.covers(one)), window.until_day)
        return window.until_day if rule.deadline == LAST_DAY else window.days[-1]

    def scope(self, subject: Subject) -> tuple[Stretch, ...]:
        """The stretches of the term in which rules concern the subject."""
        kind, number = subject
        if kind != CHILD:
            return ((date.min, date.max),)
        scope = self._scopes.get(number)
        if scope is None:
            scope = scope_of(self.snapshot.children[number], self.classes, *self._bounds, self.system)
            self._scopes[number] = scope
        return scope

    def _grade(self, child_id: int, day: date) -> int:
        found = class_on(self.snapshot.children[child_id], self.classes, day, self.system)
        return grade_of(found.stage, found.entry_year, day, self.system) if found else 0

    # what was done

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """These records are now what `contacts` say. Gives whom that concerns."""
        return self._index.replace(records, contacts)

    def counted(self, kinds: tuple[str, ...], subject: Subject, window: Window) -> tuple[int, int]:
        """(done, tried without reaching anybody) of these kinds in the window."""
        return self._index.counted(kinds, subject, window)

    def is_met(self, one: Owed, subject: Subject) -> bool:
        """Whether enough was done in the window."""
        return self.counted(one.rule.kinds, subject, one.window)[0] >= one.rule.needed

    def kept(self, key: str, subject: Subject) -> Iterator[tuple[Owed, bool]]:
        """Every window of the term that the rule of that key asks of the subject, by deadline, and `is_met` of it."""
        rule, done = None, NEVER
        for one in self.owed(key, subject):
            if one.rule is not rule:
                rule = one.rule
                done, _tried = self._index.days(rule.kinds, subject)
            # Of the days from the window's first on the last that is needed lies in it, too.
            last = bisect_left(done, one.window.from_day) + rule.needed - 1
            yield one, last < len(done) and done[last] <= one.window.until_day

    # how it stands

    def standing(self, key: str, subject: Subject, class_id: int | None = None) -> Standing | None:
        """How the rule stands on the day for the subject; None if no window of it is owed that day."""
        asked, place, _by_grade = self._asked_of(key, subject)
        if place is None:
            return None
        now = asked[place]
        done, attempts = self._index.counted(now.rule.kinds, subject, now.window)
        state, days = (DONE, 0) if done >= now.rule.needed else self._unmet(asked, place, subject)
        by = self._owed_by(now.rule, subject, class_id)
        return Standing(now, subject, class_id, by, done, attempts, state, days)

    def _unmet(self, asked: Sequence[Owed], place: int, subject: Subject) -> tuple[str, int]:
        now = asked[place]
        first = now.deadline if now.deadline < self.today else None
        for earlier in reversed(asked[:place]):
            if self.is_met(earlier, subject):
                break
            first = earlier.deadline
        if first is not None:
            return OVERDUE, (self.today - first).days
        left = how_many(now.window.days, self.today, now.deadline)
        return (SOON if left <= SOON_DAYS else OPEN), 0

    def _owed_by(self, rule: CareRule, subject: Subject, class_id: int | None) -> int | None:
        if rule.owner == OFFICE:
            return None
        if rule.owner == KEEPER and self._keeper is not None:
            return self._keeper
        mentor = self._mentors.get(subject[1]) if rule.owner == MENTOR and subject[0] == CHILD else None
        return mentor if mentor is not None else self._class_teacher(class_id)

    def _class_teacher(self, class_id: int | None) -> int | None:
        if class_id is None or class_id not in self.classes:
            return None
        if class_id not in self._teachers:
            period = latest(self.classes[class_id].teachers, self.today)
            self._teachers[class_id] = period.staff_id if period else None
        return self._teachers[class_id]

    def subjects(self, whom: str) -> list[tuple[Subject, int | None]]:
        """Whom rules of that reach concern on the day, each with its class."""
        if whom == CHILD:
            return [((CHILD, child.id), school_class.id) for child, school_class in self._pupils]
        if whom == CLASS:
            classes = dict.fromkeys(one.id for _child, one in self._pupils)
            return [((CLASS, class_id), class_id) for class_id in classes]
        return [(SCHOOL_ITSELF, None)] if self._pupils else []

    @cached_property
    def _pupils(self) -> list[tuple[Child, SchoolClass]]:
        return pupils_on(self.snapshot, self.today)

    def all_standings(self) -> list[Standing]:
        """One per rule and child, class or school whose window exists and is owed on the day."""
        found: list[Standing] = []
        of_whom = {whom: self.subjects(whom) for whom in (CHILD, CLASS, SCHOOL)}
        of_whom[CHILD] = [one for one in of_whom[CHILD] if self.scope(one[0])]
        for key, rules in self.rules.items():
            for subject, class_id in of_whom[rules[-1].whom]:
                if (one := self.standing(key, subject, class_id)) is not None:
                    found.append(one)
        return found
