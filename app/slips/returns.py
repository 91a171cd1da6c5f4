"""Which pages of a week are back: printed, read, booked. The list the clerk goes round the staff room with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.care import Slip
from app.ledger import Ledger
from app.slips.pile import SIGN_IN, SURVEY, WEEK, booked_rows, sheet_of
from app.slips.sheet import BadSheet

BACK = "slips.back."
"""Setting, by week: the codes of pages that were read, a blank between two."""


@dataclass(frozen=True, slots=True)
class Return:
    """One page that should come back; printed again with the same rows or others, it is the same page still."""

    slip: Slip
    """The newest print of it."""
    codes: tuple[str, ...]
    rows: int
    booked: int
    was_read: bool

    @property
    def is_back(self) -> bool:
        """Whether it was read or some of it is booked."""
        return self.was_read or self.booked > 0


def returns(ledger: Ledger, week: date, read: Iterable[str], staff: Sequence[int]) -> list[Return]:
    """The pages printed for a week: weekly slips in the order of the staff, then survey and sign-in forms."""
    seen = set(read)
    same: dict[tuple[object, ...], list[Slip]] = {}
    for slip in ledger.slips(week):
        same.setdefault((*_whose(slip), slip.page), []).append(slip)
    found = [_one(ledger, prints, seen) for prints in same.values()]
    pages = {_whose(one.slip): one.slip.pages for one in sorted(found, key=lambda one: one.slip.id)}
    # A slip printed again with fewer rows may have fewer pages: what lay beyond is not asked for any more.
    found = [one for one in found if one.is_back or one.slip.page <= pages[_whose(one.slip)]]
    # The forms of a survey may as well be keyed in by hand: nobody goes after them here.
    found = [one for one in found if one.is_back or one.slip.kind != SURVEY]
    kinds = (WEEK, SURVEY, SIGN_IN)
    order = {staff_id: place for place, staff_id in enumerate(staff)}

    def place(one: Return) -> tuple[int, int, int, int]:
        slip = one.slip
        return kinds.index(slip.kind), order.get(slip.staff_id or 0, len(order)), slip.class_id or 0, slip.page

    return sorted(found, key=place)


def _whose(slip: Slip) -> tuple[object, ...]:
    return slip.kind, slip.staff_id, slip.class_id, _about(slip)


def _about(slip: Slip) -> str:
    """What a sign-in form is of: two kinds of gathering in a week are two forms."""
    if slip.kind != SIGN_IN:
        return ""
    try:
        head = sheet_of(slip).head
    except BadSheet:
        return slip.code
    return str(head.get("kind"))


def _one(ledger: Ledger, prints: Sequence[Slip], seen: set[str]) -> Return:
    newest = max(prints, key=lambda slip: slip.id)
    codes = tuple(slip.code for slip in prints)
    booked = sum(len(booked_rows(ledger, code)) for code in codes)
    try:
        rows = len(sheet_of(newest).lines)
    except BadSheet:
        rows = 0
    return Return(newest, codes, rows, booked, not seen.isdisjoint(codes))
