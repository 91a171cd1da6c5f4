"""Book what a slip says without anybody looking at it: only rows with one plain tick (cli.md, read-slips --yes)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.batch import FilledRow
from app.care import Slip
from app.changes import Change
from app.edits.care import Told, log_care
from app.ledger import Ledger
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.slips.pile import PageRead, booked_rows, filled_rows

SIX = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class RowBooking:
    """A row of a page that was read, and what becomes of it."""

    row: FilledRow
    number: int
    record: int | None = None
    """The record that it is booked as already."""
    token: str = ""
    """Of the insert that books it now; "" = it is not booked."""


def usual_day(snapshot: Snapshot, monday: date, today: date) -> date:
    """The day that is written down where the machine reads no handwriting: the last school day of the slip's week, or
    today if that is earlier."""
    days = SchoolDays(snapshot.calendar).between(monday, monday + SIX)
    return max(monday, min(days[-1] if days else monday, today))


def bookings(page: PageRead, snapshot: Snapshot, ledger: Ledger, first: int = 0) -> list[RowBooking]:
    """What `--yes` would do with each row of a page; tokens count from `first`."""
    assert page.slip is not None
    there = booked_rows(ledger, page.slip.code)
    taken = _taken(ledger, page.slip, set(there.values()))
    found = []
    for row in filled_rows(page):
        number = int(row.source.split(":")[2])
        record = there.get(number) or taken.get((row.child_id, row.kind))
        books = row.state and not row.doubtful and record is None and row.child_id in snapshot.children
        token = f"record{first + number}" if books else ""
        found.append(RowBooking(row, number, record, token))
    return found


def _taken(ledger: Ledger, slip: Slip, own: set[int]) -> dict[tuple[int, str], int]:
    """What another page of that week, printed earlier or later, has booked for the same child and kind."""
    found: dict[tuple[int, str], int] = {}
    for other in ledger.slips(slip.week):
        if other.code == slip.code or other.staff_id != slip.staff_id:
            continue
        for record_id in booked_rows(ledger, other.code).values():
            record = ledger.record(record_id)
            for person in record.participants if record is not None and record_id not in own else ():
                assert record is not None
                found[person.child_id, record.kind] = record_id
    return found


def changes_of(rows: Sequence[RowBooking], slip: Slip, snapshot: Snapshot, today: date) -> list[Change]:
    """One record for each row that is to be booked. Raises BadValue."""
    day = usual_day(snapshot, slip.week, today)
    changes: list[Change] = []
    for one in rows:
        if one.token:
            told = Told(one.row.kind, day, one.row.state, staff_id=slip.staff_id, source=one.row.source)
            changes += log_care(told, [one.row.child_id], one.token)
    return changes
