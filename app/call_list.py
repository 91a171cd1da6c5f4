"""Who has not spoken with the family this week, the longest first (REQ 2.7, 2.11, 3.7): the list to ring through.

Weeks and their state come from what is due (`app.due`), so that the list and the reminders never differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.cards import in_class_order
from app.care_rules import CHILD
from app.children import Child
from app.due import Due
from app.enrolment import pupils_on
from app.ledger import Ledger
from app.school import Snapshot
from app.schooldays import how_many
from app.standing import FEW, OVERDUE, Standing
from app.status import NONE, register_status
from app.windows import Window, school_weeks

KIND = "family_call"
CALLS = (KIND,)
ONE, SIX = timedelta(days=1), timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Uncalled:
    """A child that has not spoken with its family this week."""

    child_id: int
    weeks: int = 0
    """School weeks in a row before this one without a call that was answered; nothing before the term or the start."""
    tried: int = 0
    """How often it was tried this week."""
    late: int = 0
    """Days since the deadline of the rule, 0 if it is not overdue."""
    spoke: bool = False
    """Whether a call was answered in the school week before."""


@dataclass(frozen=True, slots=True)
class CallList:
    """The week as it stands."""

    week: int
    """Which school week of the term it is; 0 in the holidays."""
    until: date
    """Its Sunday."""
    uncalled: tuple[Uncalled, ...]
    called: int

    @property
    def total(self) -> int:
        """Children whose family is to be called."""
        return len(self.uncalled) + self.called


class CallWeek:
    """The week of that day, kept true: after a record only its children are looked at again (`again`)."""

    def __init__(self, snapshot: Snapshot, due: Due | None, ledger: Ledger, today: date) -> None:
        self.snapshot, self.due, self.today = snapshot, due, today
        self._ledger = ledger
        sunday = today + SIX - ONE * today.weekday()
        self._week = Window(sunday - SIX, sunday, (sunday,))
        self._found: dict[int, Uncalled | None] = {}
        """By child, in class order; None for one that has called."""
        if due is None:
            return
        weeks = [one for one in school_weeks(due.duties.term, due.duties.calendar) if one.from_day <= today]
        start = snapshot.school.started_on or date.min
        self._number = len(weeks)
        self._before = [one for one in weeks if one.until_day < today and one.until_day >= start]
        self._rules = {one.rule.key for one in due.standings if one.subject[0] == CHILD and KIND in one.rule.kinds}
        asked = {one.subject[1] for one in due.standings if one.subject[0] == CHILD and one.rule.key in self._rules}
        self._found = {child.id: self._look(child.id, due) for child in _in_scope(snapshot, asked, today)}

    def again(self, children: Iterable[int]) -> None:
        """Records of these children came or went."""
        for child_id in children:
            if child_id in self._found and self.due is not None:
                self._found[child_id] = self._look(child_id, self.due)

    def list(self) -> CallList:
        """As it stands now."""
        if self.due is None:
            return _in_the_holidays(self.snapshot, self._ledger, self._week, self.today)
        open_ones = sorted((one for one in self._found.values() if one), key=lambda one: (-one.late, -one.weeks))
        called = len(self._found) - len(open_ones)
        return CallList(self._number, self._week.until_day, tuple(open_ones), called)

    def _look(self, child_id: int, due: Due) -> Uncalled | None:
        standings = [one for one in due.of_child(child_id) if one.rule.key in self._rules]
        return _uncalled(child_id, due, self._week, self._before, standings)


def call_list(snapshot: Snapshot, due: Due | None, ledger: Ledger, today: date) -> CallList:
    """The list of that day's week."""
    return CallWeek(snapshot, due, ledger, today).list()


def _uncalled(
    child_id: int, due: Due, week: Window, before: list[Window], standings: list[Standing]
) -> Uncalled | None:
    subject = (CHILD, child_id)
    done, tried = due.duties.counted(CALLS, subject, week)
    if done:
        return None
    missed = 0
    for one in reversed(before):
        there = sum(how_many(one.days, first, last) for first, last in due.duties.scope(subject))
        if there < FEW or due.duties.counted(CALLS, subject, one)[0]:
            break
        missed += 1
    late = max((one.overdue_days for one in standings if one.state == OVERDUE), default=0)
    spoke = bool(before) and missed == 0 and bool(due.duties.counted(CALLS, subject, before[-1])[0])
    return Uncalled(child_id, missed, tried, late, spoke)


def _in_scope(snapshot: Snapshot, asked: set[int], today: date) -> list[Child]:
    """Whom the rule asks for; where the school has no such rule, or in the holidays, all who are left-behind."""
    if asked:
        children = [snapshot.children[child_id] for child_id in asked]
    else:
        children = [one for one, _class in pupils_on(snapshot, today) if register_status(one, today).status != NONE]
    return in_class_order(children, snapshot, today)


def _in_the_holidays(snapshot: Snapshot, ledger: Ledger, week: Window, today: date) -> CallList:
    contacts = [one for one in ledger.contacts(week.from_day, week.until_day) if one.kind == KIND]
    called = {one.child_id for one in contacts if one.reached}
    tried = [one.child_id for one in contacts if not one.reached]
    children = _in_scope(snapshot, set(), today)
    open_ones = tuple(Uncalled(one.id, 0, tried.count(one.id)) for one in children if one.id not in called)
    return CallList(0, week.until_day, open_ones, len(children) - len(open_ones))
