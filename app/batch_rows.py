"""The rows of the batch grid read off the ledger: of a class, of a teacher's week, of a page that was scanned."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.batch import SUNDAY, FilledRow, Prefilled, Task, tasks
from app.batch_sheet import Row
from app.call_weeks import blank_weeks, mondays_before, week_marks
from app.cards import in_class_order
from app.care import REACHED, CareRecord
from app.care_ways import usual_staff, with_whom
from app.enrolment import class_on, classes_by_id, pupils_on
from app.ledger import Ledger
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.slips.pile import WEEK, PageRead, filled_rows
from app.standing import Duties, records_needed
from app.status import NONE, register_status
from app.terms import term_around

BEFORE = 4
"""How many weeks stand beside a name."""
ONE = timedelta(days=1)


def usual_day(snapshot: Snapshot, monday: date, today: date) -> date:
    """When something of that week was done if nobody says: today, else the week's last school day."""
    if monday <= today <= monday + SUNDAY:
        return today
    days = SchoolDays(snapshot.calendar).between(monday, monday + SUNDAY)
    return days[-1] if days else monday


def tasks_of_class(snapshot: Snapshot, class_id: int, kind: str, monday: date, today: date) -> list[Task]:
    """Every left-behind child of the class in that week."""
    day = usual_day(snapshot, monday, today)
    there = [child for child, of in pupils_on(snapshot, day) if of.id == class_id]
    found = [child for child in there if register_status(child, day).status != NONE]
    return [Task(child.id, kind) for child in in_class_order(found, snapshot, day)]


def tasks_of_staff(snapshot: Snapshot, ledger: Ledger, staff_id: int, monday: date) -> list[Task]:
    """What the teacher was to do in that week, as it stood when the week began."""
    term, needed = term_around(snapshot, monday), records_needed(snapshot, monday)
    if term is None or needed is None:
        return []
    duties = Duties(snapshot, term, ledger.contacts(needed[0], monday - ONE), monday)
    return tasks(duties.all_standings(), snapshot, staff_id, monday)


def printed_slip(ledger: Ledger, staff_id: int, monday: date) -> Prefilled | None:
    """The rows of the slip that was printed for the teacher's week, in its order and under the names of its boxes, so
    that what is keyed in is not booked once more from a scan; None where none was printed."""
    pages = [slip for slip in ledger.slips(monday) if slip.kind == WEEK and slip.staff_id == staff_id]
    found: dict[tuple[int, str], FilledRow] = {}
    for slip in pages:
        for row in filled_rows(PageRead("", slip=slip)):
            found.setdefault((row.child_id, row.kind), row)
    return Prefilled(tuple(found.values()), monday, staff_id) if found else None


def tasks_of_page(snapshot: Snapshot, page: Prefilled) -> list[Task]:
    """The rows of a scanned page in its order; children who are no more are left out."""
    return [Task(row.child_id, row.kind) for row in page.rows if row.child_id in snapshot.children]


def rows_of(
    snapshot: Snapshot, ledger: Ledger, wanted: Sequence[Task], monday: date, today: date,
    page: Prefilled | None = None,
) -> list[Row]:  # fmt: skip
    """The rows with what the ledger knows of them; `page` fills them."""
    given = {(row.child_id, row.kind): row for row in page.rows} if page is not None else {}
    day, classes, system = usual_day(snapshot, monday, today), classes_by_id(snapshot), snapshot.school.system
    weeks = mondays_before(monday, BEFORE)
    records = ledger.between(weeks[0], monday + SUNDAY, {task.child_id for task in wanted})
    this_week = _by_row(record for record in records if record.day >= monday)
    before = _by_row(record for record in records if record.day < monday)
    blank = blank_weeks(weeks, SchoolDays(snapshot.calendar))
    booked = _booked(ledger, given.values())
    found = []
    for task in wanted:
        key = task.child_id, task.kind
        child, here, filled = snapshot.children[task.child_id], this_week.get(key, []), given.get(key)
        of_class = class_on(child, classes, day, system)
        box = booked.get(filled.source) if filled is not None else None
        reached = [record for record in here if record.outcome == REACHED]
        offered = with_whom(child, task.kind, day)
        last = [record.relation for record in (*here, *before.get(key, [])) if record.relation]
        usual_by = usual_staff(snapshot, task.kind, child.id, of_class.id if of_class else None, day)
        found.append(Row(
            *key, filled, box or next(iter(reached), None), box is not None, len(here) - len(reached),
            tuple(offered), next(iter([*last, *offered]), ""), page.staff_id if page and page.staff_id else usual_by,
            of_class.id if of_class else None,
            week_marks(before.get(key, ()), weeks, SchoolDays(snapshot.calendar)).get(child.id, blank),
        ))  # fmt: skip
    return found


def _by_row(records: Iterable[CareRecord]) -> dict[tuple[int, str], list[CareRecord]]:
    """Newest first, as they come."""
    found: dict[tuple[int, str], list[CareRecord]] = {}
    for record in records:
        for person in record.participants:
            found.setdefault((person.child_id, record.kind), []).append(record)
    return found


def _booked(ledger: Ledger, given: Iterable[FilledRow]) -> dict[str, CareRecord]:
    """The boxes that are in the ledger already, and what each became."""
    wanted = {row.source for row in given if row.source}
    prefixes = {":".join(source.split(":")[:2]) + ":" for source in wanted}
    ids = {source: record for prefix in prefixes for source, record in ledger.sources(prefix).items()}
    records = {source: ledger.record(record) for source, record in ids.items() if source in wanted}
    return {source: record for source, record in records.items() if record is not None}
