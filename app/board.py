"""Who stands by whom on a day, as one page shows it: every helper with their children and how these stand.

Pure: made from the school, what is due and the last contacts; the page only paints it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.children import Child
from app.classes import SchoolClass
from app.classnames import class_order
from app.due import Due
from app.enrolment import pupils_on
from app.pairing import MENTOR, PEER, VOLUNTEER, Helper, Pairing, helper_of
from app.periods import holds
from app.quiet import LONG, Quiet
from app.school import Snapshot, Staff
from app.standing import DONE, OPEN, OVERDUE, SOON
from app.suggest import is_away, ongoing

PEERS, VOLUNTEERS = 1_000_000, 2_000_000
"""Where the row ids of pupils and of people known by name begin; staff keep their own ids."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A child whom a helper stands by."""

    pairing: Pairing
    child: Child
    school_class: SchoolClass
    overdue: int = 0
    """Standings that this helper owes the child and is late with."""
    quiet: int = 0
    """Full weeks of school without a contact, from `app.quiet.LONG` on; else 0."""
    priority: bool = False
    """重点帮扶."""
    last: date | None = None
    """The last contact of the pair that is known of."""


@dataclass(frozen=True, slots=True)
class HelperRow:
    """One line of the list."""

    id: int
    helper: Helper
    name: str
    charges: tuple[Charge, ...] = ()
    state: str = ""
    """How the children stand in what this helper owes by the end of the month: the worst of app.standing.STATES; "" =
    nothing is owed."""
    count: int = 0
    """Standings in that state; of OPEN and SOON all that are still to do."""
    away: bool = False
    """Has left, or is on leave."""

    def room(self, limit: int) -> int:
        """How many more children they can take."""
        return 0 if self.away else max(0, limit - len(self.charges))


@dataclass(frozen=True, slots=True)
class Board:
    """All of it."""

    mentors: tuple[HelperRow, ...]
    """Everybody who works here or still has children, as the office listed them."""
    peers: tuple[HelperRow, ...]
    volunteers: tuple[HelperRow, ...]

    def with_children(self) -> list[HelperRow]:
        """在带的老师."""
        return [one for one in self.mentors if one.charges]

    def with_room(self, limit: int) -> list[HelperRow]:
        """还能带."""
        return [one for one in self.mentors if one.room(limit)]

    def late(self) -> list[HelperRow]:
        """有过期."""
        return [one for one in self.mentors if one.state == OVERDUE]

    def quiet(self) -> list[HelperRow]:
        """久没联系."""
        return [one for one in self.mentors if any(charge.quiet for charge in one.charges)]

    def full(self, limit: int) -> int:
        """How many mentors have as many children as they can take."""
        return sum(len(one.charges) >= limit for one in self.with_children())

    def taught(self) -> int:
        """How many children have a mentor."""
        return len({charge.child.id for one in self.mentors for charge in one.charges})

    def to_hand_over(self) -> list[HelperRow]:
        """Mentors who are away and still have children whom nobody takes over on a day to come."""
        return [one for one in self.mentors if one.away and any(c.pairing.until_day is None for c in one.charges)]

    def row(self, row_id: int) -> HelperRow | None:
        """The line of that id."""
        return next((one for one in (*self.mentors, *self.peers, *self.volunteers) if one.id == row_id), None)


def board_on(snapshot: Snapshot, day: date, due: Due | None, quiet: Quiet) -> Board:
    """Put everything of that day together."""
    here = {child.id: (child, school_class) for child, school_class in pupils_on(snapshot, day)}
    first = {one.child_id for one in snapshot.priorities if holds(one, day)}
    charges: dict[Helper, dict[int, Charge]] = {}
    for one in ongoing(snapshot.pairings, day):
        if one.child_id not in here:
            continue
        child, school_class = here[one.child_id]
        weeks = quiet.weeks(one)
        charge = Charge(
            one, child, school_class, _overdue(one, due), weeks if weeks >= LONG else 0, child.id in first,
            quiet.last(one),
        )  # fmt: skip
        charges.setdefault(helper_of(one), {}).setdefault(child.id, charge)
    rows = [_row(helper, theirs.values(), snapshot, day, due) for helper, theirs in charges.items()]
    mentors = {one.helper.staff_id: one for one in rows if one.helper.role == MENTOR}
    return Board(
        tuple(
            mentors.get(staff.id) or HelperRow(staff.id, Helper(MENTOR, staff.id), staff.name)
            for staff in snapshot.staff if staff.id in mentors or not is_away(staff, snapshot, day)
        ),
        tuple(sorted((one for one in rows if one.helper.role == PEER), key=lambda one: _first(one, here))),
        tuple(sorted((one for one in rows if one.helper.role == VOLUNTEER), key=lambda one: one.id)),
    )  # fmt: skip


def _row(helper: Helper, charges: Iterable[Charge], snapshot: Snapshot, day: date, due: Due | None) -> HelperRow:
    theirs = tuple(sorted(charges, key=_order))
    staff = next((one for one in snapshot.staff if one.id == helper.staff_id), None)
    state, count = _standing(helper, theirs, due)
    return HelperRow(
        _id(helper, theirs), helper, _name(helper, staff, snapshot), theirs, state, count,
        staff is not None and is_away(staff, snapshot, day),
    )  # fmt: skip


def _id(helper: Helper, charges: tuple[Charge, ...]) -> int:
    if helper.role == MENTOR and helper.staff_id is not None:
        return helper.staff_id
    if helper.peer_id is not None:
        return PEERS + helper.peer_id
    return VOLUNTEERS + min(charge.pairing.id for charge in charges)


def _name(helper: Helper, staff: Staff | None, snapshot: Snapshot) -> str:
    if staff is not None:
        return staff.name
    if helper.peer_id is not None:
        return snapshot.children[helper.peer_id].name
    return helper.name


def _overdue(pairing: Pairing, due: Due | None) -> int:
    if due is None or pairing.role != MENTOR:
        return 0
    return sum(
        one.state == OVERDUE and one.owed_by == pairing.staff_id for one in due.of_child(pairing.child_id)
    )


def _standing(helper: Helper, charges: tuple[Charge, ...], due: Due | None) -> tuple[str, int]:
    if due is None or helper.role != MENTOR:
        return "", 0
    today = due.duties.today
    month_end = date(today.year + today.month // 12, today.month % 12 + 1, 1) - timedelta(days=1)
    states = [
        one.state for charge in charges for one in due.of_child(charge.child.id)
        if one.owed_by == helper.staff_id and (one.state in (OVERDUE, DONE) or one.owed.deadline <= month_end)
    ]  # fmt: skip
    if OVERDUE in states:
        return OVERDUE, states.count(OVERDUE)
    to_do = sum(state != DONE for state in states)
    return (SOON if SOON in states else OPEN if to_do else DONE if states else ""), to_do


def _order(charge: Charge) -> tuple[tuple[int, int, int], str, int]:
    one = charge.school_class
    return class_order(one.stage, one.entry_year, one.number), charge.child.pinyin or charge.child.name, charge.child.id


def _first(row: HelperRow, here: dict[int, tuple[Child, SchoolClass]]) -> tuple[tuple[int, int, int], str]:
    """Peers stand by class and name; one who has left comes last."""
    found = here.get(row.helper.peer_id or 0)
    if found is None:
        return (9, 0, 0), row.name
    child, one = found
    return class_order(one.stage, one.entry_year, one.number), child.pinyin or child.name
