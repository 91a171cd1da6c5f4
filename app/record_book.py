"""What a mentor's record book of a term asks: every window of the mentor's rules, with what was done in it so far."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.care import CareRecord
from app.care_rules import CHILD, MENTOR, CareRule, holds_on, in_force
from app.children import Child
from app.classnames import grade_of
from app.enrolment import class_on, classes_by_id
from app.pairing import HelpPlan, Pairing
from app.periods import latest
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.termdays import Term
from app.terms import day_in_term, term_on
from app.windows import SPANS, TERM, YEAR, Window, windows

BEYOND = timedelta(days=6)
"""A window may begin or end so many days outside its term."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One window, and the records that lie in it, the oldest first."""

    window: Window
    records: tuple[CareRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A rule with its windows of the term."""

    rule: CareRule
    slots: tuple[Slot, ...]


def book_term(snapshot: Snapshot, day: date) -> tuple[Term, date] | None:
    """The term a book printed on that day is for, and the day it is written as of: late in the summer that is the first
    day of the term to come. None for a school without terms."""
    term = term_on(snapshot, day)
    return None if term is None else (term, day_in_term(term, day))


def written_on(snapshot: Snapshot, day: date) -> date:
    """The day as of which papers of the pairs are written."""
    found = book_term(snapshot, day)
    return found[1] if found else day


def days_of(term: Term) -> tuple[date, date]:
    """From when to when records may lie in a window of the term."""
    return term.from_day - BEYOND, term.until_day + BEYOND


def by_child(records: Iterable[CareRecord]) -> dict[int, list[CareRecord]]:
    """The records of each child, the oldest first."""
    found: dict[int, list[CareRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda one: (one.day, one.from_time, one.id)):
        for one in record.participants:
            found[one.child_id].append(record)
    return found


def mentor_rules(snapshot: Snapshot, child: Child, day: date, planned: bool) -> list[CareRule]:
    """What the mentor of the child owes it that day; reviews of a plan only where there is one."""
    classes = classes_by_id(snapshot)
    found = class_on(child, classes, day, snapshot.school.system)
    grade = grade_of(found.stage, found.entry_year, day, snapshot.school.system) if found else 0
    return [
        rule for rule in in_force(snapshot.rules)
        if rule.owner == MENTOR and rule.whom == CHILD and holds_on(rule, day)
        and grade >= rule.grade_from and (planned or not rule.with_plan)
    ]  # fmt: skip


def spans_of(snapshot: Snapshot, term: Term) -> dict[str, list[Window]]:
    """The windows of the term by span; of a rule for the whole year the book has those days that lie in the term."""
    calendar = SchoolDays(snapshot.calendar)
    return {span: windows(TERM if span == YEAR else span, term, calendar) for span in SPANS}


def series_of(
    rules: Iterable[CareRule], spans: Mapping[str, list[Window]], records: Sequence[CareRecord]
) -> list[Series]:
    """Each rule with every window of the term; the book has room for all of them, whatever is owed of it."""
    found = []
    for rule in rules:
        span = spans[rule.span]
        chosen = span[rule.third - 1 : rule.third] if rule.third else span
        slots = [
            Slot(one, tuple(record for record in records if record.kind in rule.kinds and one.covers(record.day)))
            for one in chosen
        ]
        if slots:
            found.append(Series(rule, tuple(slots)))
    return found


def plan_on(snapshot: Snapshot, pairing: Pairing, day: date) -> HelpPlan | None:
    """The help plan of the pair on that day."""
    return latest([one for one in snapshot.plans if one.pairing_id == pairing.id], day)
