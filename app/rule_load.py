"""How much a rule asks of a school: what it comes to in a month and in an ordinary week, before it is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.care_index import Subject
from app.care_rules import CHILD, CareRule
from app.school import Snapshot
from app.schooldays import SchoolDays, how_many
from app.standing import FEW, FEW_LONG, Duties
from app.termdays import Term
from app.terms import assumed_term, split_code, term_on, with_assumed
from app.windows import SPANS, WEEK, YEAR, Window, school_year_window, windows


@dataclass(frozen=True, slots=True)
class Load:
    """Things to do (a window that asks for two counts two) of one rule or several."""

    month: int = 0
    """Due in the month that was asked about."""
    term: int = 0
    """Due in the whole term."""
    weeks: int = 0
    """School weeks of the term."""

    @property
    def per_week(self) -> float:
        """In an ordinary week."""
        return self.term / self.weeks if self.weeks else 0.0

    def plus(self, other: "Load") -> "Load":
        """Both together."""
        return Load(self.month + other.month, self.term + other.term, max(self.weeks, other.weeks))


def loads(snapshot: Snapshot, rules: Iterable[CareRule], day: date) -> dict[str, Load]:
    """What each of these rules comes to in the running (or next) term, as if it held from its first day to its last;
    `month` is the one `day` lies in. Children count while they are left-behind and here."""
    asked = {rule.key: replace(rule, from_day=None, until_day=None) for rule in rules}
    term = term_on(snapshot, day)
    if term is None or not asked:
        return dict.fromkeys(asked, Load())
    bare = replace(snapshot, rules=tuple(asked.values()), school=replace(snapshot.school, started_on=None))
    duties = Duties(bare, term, (), day)
    weeks = len(windows(WEEK, term, duties.calendar))
    return {key: _load(duties, rule, day, weeks) for key, rule in asked.items()}


def total(found: Iterable[Load]) -> Load:
    """All of them together."""
    whole = Load()
    for one in found:
        whole = whole.plus(one)
    return whole


def _load(duties: Duties, rule: CareRule, day: date, weeks: int) -> Load:
    month = term = 0
    # The window of a school year is seen by both of its terms and belongs to the one in which it is due.
    first, last = duties.term.from_day, duties.term.until_day + timedelta(days=6)
    for subject in _subjects(duties, rule):
        for one in duties.owed(rule.key, subject):
            if first <= one.deadline <= last:
                term += rule.needed
                month += rule.needed * ((one.deadline.year, one.deadline.month) == (day.year, day.month))
    return Load(month, term, weeks)


def _subjects(duties: Duties, rule: CareRule) -> list[Subject]:
    if rule.whom == CHILD:
        return [(CHILD, child_id) for child_id in duties.snapshot.children]
    return [subject for subject, _class_id in duties.subjects(rule.whom)]


@dataclass(frozen=True, slots=True)
class Turn:
    """When a changed rule can begin without cutting a window in two."""

    this: date
    """The first day of the window that runs now; today, where none does."""
    next: date
    """The first day of the one after it."""


def turn(snapshot: Snapshot, spans: Iterable[str], day: date) -> Turn:
    """For a rule that goes from one of these spans to another: this time begins with the shorter window, next time with
    the longer one, so that what was asked before stays whole."""
    ordered = sorted(set(spans), key=SPANS.index)
    this = next((one.from_day for one in _windows(snapshot, ordered[0], day) if one.covers(day)), day)
    after = (one.from_day for one in _windows(snapshot, ordered[-1], day) if one.from_day > day)
    return Turn(min(this, day), next(after, day))


def cut_window(snapshot: Snapshot, span: str, day: date) -> tuple[Window, bool] | None:
    """The window of that span which a rule beginning on that day cuts in two, and whether enough of it is left to be
    owed; None where it begins with a window or in the holidays."""
    for one in _windows(snapshot, span, day):
        if one.from_day < day <= one.until_day:
            left = how_many(one.days, day, one.until_day)
            return one, left >= (FEW_LONG if one.is_long else FEW)
    return None


def _windows(snapshot: Snapshot, span: str, day: date) -> list[Window]:
    """Of the terms around that day and the two after them, in order."""
    calendar, terms = SchoolDays(snapshot.calendar), _terms(snapshot, day)
    if span != YEAR:
        return [one for term in terms for one in windows(span, term, calendar)]
    years: dict[int, list[Term]] = {}
    for term in terms:
        years.setdefault(split_code(term.code)[0], []).append(term)
    return [one for found in years.values() if (one := school_year_window(found, calendar))]


def _terms(snapshot: Snapshot, day: date) -> list[Term]:
    terms = with_assumed(snapshot.terms, day)
    for _more in range(2):
        year, half = max((split_code(term.code) for term in terms), default=(day.year - 1, 2))
        terms.append(assumed_term(*((year, 2) if half == 1 else (year + 1, 1))))
    return terms
