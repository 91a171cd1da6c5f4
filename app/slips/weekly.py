"""本周关爱任务单: what each member of staff owes in a week, child by child, and what one needs for it (REQ 3.4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.asking import Topic, topics
from app.batch import Task, is_due, tasks
from app.cards import class_of
from app.care import CareRecord
from app.care_rules import CHILD
from app.children import Child
from app.classes import SchoolClass
from app.dialling import Call, calls
from app.due import Due, due_on
from app.enrolment import classes_by_id
from app.ledger import Ledger
from app.school import Snapshot, Staff
from app.standing import OVERDUE, Standing

LOOK_BACK = timedelta(days=35)
"""How far back the last contacts of all children are read at once; of one that had none the whole timeline is."""
MOST = 12
"""Records of a child that are looked through for what one might ask."""
SIX = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Errand:
    """One row: this kind of care, and whom to ring for it."""

    kind: str
    overdue_days: int = 0
    again: bool = False
    """Tried in this window and nobody was reached: 再试一次."""
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class ChildErrands:
    """One child of a slip."""

    child: Child
    school_class: SchoolClass | None
    errands: tuple[Errand, ...]
    last: CareRecord | None = None
    """The last contact; never a confidential one."""
    ask: tuple[Topic, ...] = ()
    """可以问."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What is due this week and no row can be ticked for: a meeting of a class, a survey, an activity."""

    rule: str
    kind: str
    until: date
    class_id: int | None
    children: int = 0
    """How many children lack it; 0 for what a class or the school owes."""


@dataclass(frozen=True, slots=True)
class WeekSlip:
    """What one member of staff takes along on Monday; `staff` None is what nobody in particular owes."""

    staff: Staff | None
    children: tuple[ChildErrands, ...]
    besides: tuple[Besides, ...] = ()

    @property
    def errands(self) -> int:
        """How many things are asked."""
        return sum(len(one.errands) for one in self.children)

    @property
    def overdue(self) -> int:
        """How many of them are past due."""
        return sum(1 for one in self.children for errand in one.errands if errand.overdue_days)


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def due_for(snapshot: Snapshot, ledger: Ledger, monday: date, today: date) -> Due | None:
    """What a slip of that week asks: as it stands today if that lies in it, else as on its Monday; None in the
    holidays. A week that begins the term with a holiday is asked on its first day inside."""
    if monday <= today <= monday + SIX:
        return due_on(snapshot, ledger, today)
    return due_on(snapshot, ledger, monday)


def week_slips(due: Due, ledger: Ledger, monday: date) -> list[WeekSlip]:
    """A slip for everybody who owes something in the week of that Monday, in the order of the staff; what nobody in
    particular owes comes last."""
    snapshot, standings = due.duties.snapshot, due.standings
    told = _Told(ledger, monday)
    by_owner: dict[int | None, list[Standing]] = defaultdict(list)
    for one in standings:
        if is_due(one, monday):
            by_owner[one.owed_by].append(one)
    people: list[Staff | None] = [*snapshot.staff, None]
    found = []
    for staff in people:
        owed = by_owner.get(staff.id if staff else None, [])
        rows = tasks(owed, snapshot, staff.id if staff else None, monday)
        if rows:
            found.append(WeekSlip(staff, _children(rows, owed, due, told, monday), _besides(owed, rows)))
    return found


class _Told:
    """Each child's last records, newest first, without the confidential ones."""

    def __init__(self, ledger: Ledger, monday: date) -> None:
        self._ledger = ledger
        self._of: dict[int, list[CareRecord]] = defaultdict(list)
        for record in ledger.between(monday - LOOK_BACK, monday + SIX):
            if not record.confidential:
                for person in record.participants:
                    self._of[person.child_id].append(record)

    def of(self, child_id: int) -> Sequence[CareRecord]:
        """The last ones of a child."""
        if child_id not in self._of:
            self._of[child_id] = [one for one in self._ledger.of_child(child_id) if not one.confidential]
        return self._of[child_id][:MOST]


def _children(
    rows: Iterable[Task], owed: Sequence[Standing], due: Due, told: _Told, monday: date
) -> tuple[ChildErrands, ...]:
    snapshot, today = due.duties.snapshot, due.duties.today
    classes = classes_by_id(snapshot)
    stands: dict[tuple[int, str], list[Standing]] = defaultdict(list)
    for one in owed:
        if one.subject[0] == CHILD:
            stands[one.subject[1], one.rule.kinds[0]].append(one)
    errands: dict[int, list[Errand]] = {}
    for row in rows:
        child = snapshot.children[row.child_id]
        errands.setdefault(child.id, []).append(_errand(row.kind, stands[child.id, row.kind], child, today))
    found = []
    for child_id, mine in errands.items():
        child, records = snapshot.children[child_id], told.of(child_id)
        found.append(ChildErrands(
            child, class_of(child, snapshot, monday, classes), tuple(mine), records[0] if records else None,
            tuple(topics(records, max(today, monday))),
        ))  # fmt: skip
    return tuple(found)


def _errand(kind: str, stands: Iterable[Standing], child: Child, day: date) -> Errand:
    stands = list(stands)
    late = max((one.overdue_days for one in stands if one.state == OVERDUE), default=0)
    ring = next((call for call in calls(child, kind, day) if call.works), None)
    return Errand(kind, late, any(one.attempts for one in stands), ring)


def _besides(owed: Iterable[Standing], rows: Iterable[Task]) -> tuple[Besides, ...]:
    """By rule and class, in the order of the rules."""
    listed = {(row.child_id, row.kind) for row in rows}
    found: dict[tuple[str, int | None], list[Standing]] = {}
    for one in owed:
        if one.subject[0] != CHILD or (one.subject[1], one.rule.kinds[0]) not in listed:
            found.setdefault((one.rule.key, one.class_id), []).append(one)
    return tuple(
        Besides(
            key, same[0].rule.kinds[0], min(one.owed.deadline for one in same), class_id,
            len(same) if same[0].subject[0] == CHILD else 0,
        )
        for (key, class_id), same in found.items()
    )  # fmt: skip
