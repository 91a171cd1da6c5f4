"""Who has not spoken with the family this week, the longest first (REQ 2.7, 2.11, 3.7): the list to ring through.

Weeks and their state come from what is due (`app.due`), so that the list and the reminders never differ.
"""

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


def call_list(snapshot: Snapshot, due: Due | None, ledger: Ledger, today: date) -> CallList:
    """The list of that day's week."""
    sunday = today + SIX - ONE * today.weekday()
    week = Window(sunday - SIX, sunday, (sunday,))
    if due is None:
        return _in_the_holidays(snapshot, ledger, week, today)
    weeks = [one for one in school_weeks(due.duties.term, due.duties.calendar) if one.from_day <= today]
    start = snapshot.school.started_on or date.min
    before = [one for one in weeks if one.until_day < today and one.until_day >= start]
    standings = {one.subject[1]: one for one in due.standings if one.subject[0] == CHILD and KIND in one.rule.kinds}
    children = _in_scope(snapshot, standings, today)
    found = [_uncalled(child, due, week, before, standings.get(child.id)) for child in children]
    open_ones = [one for one in found if one is not None]
    open_ones.sort(key=lambda one: (-one.late, -one.weeks))
    return CallList(len(weeks), sunday, tuple(open_ones), len(found) - len(open_ones))


def _uncalled(
    child: Child, due: Due, week: Window, before: list[Window], standing: Standing | None
) -> Uncalled | None:
    subject = (CHILD, child.id)
    done, tried = due.duties.counted(CALLS, subject, week)
    if done:
        return None
    missed = 0
    for one in reversed(before):
        there = sum(how_many(one.days, first, last) for first, last in due.duties.scope(subject))
        if there < FEW or due.duties.counted(CALLS, subject, one)[0]:
            break
        missed += 1
    late = standing.overdue_days if standing is not None and standing.state == OVERDUE else 0
    spoke = bool(before) and missed == 0 and bool(due.duties.counted(CALLS, subject, before[-1])[0])
    return Uncalled(child.id, missed, tried, late, spoke)


def _in_scope(snapshot: Snapshot, standings: dict[int, Standing], today: date) -> list[Child]:
    """Whom the rule asks for; where the school has no such rule, or in the holidays, all who are left-behind."""
    if standings:
        children = [snapshot.children[child_id] for child_id in standings]
    else:
        children = [one for one, _class in pupils_on(snapshot, today) if register_status(one, today).status != NONE]
    return in_class_order(children, snapshot, today)


def _in_the_holidays(snapshot: Snapshot, ledger: Ledger, week: Window, today: date) -> CallList:
    contacts = [one for one in ledger.contacts(week.from_day, week.until_day) if one.kind == KIND]
    called = {one.child_id for one in contacts if one.reached}
    tried = [one.child_id for one in contacts if not one.reached]
    children = _in_scope(snapshot, {}, today)
    open_ones = tuple(Uncalled(one.id, 0, tried.count(one.id)) for one in children if one.id not in called)
    return CallList(0, week.until_day, open_ones, len(children) - len(open_ones))
