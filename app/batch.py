"""A pile of paper keyed in at once (批量登记): which rows the grid has, and how it opens with the rows of a slip.

Rows of one teacher's week stand in the order of the weekly slip (a-term-in-the-office.md: "the grid stands in the
slip's order"), so slip and grid ask `tasks` for them.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from app.cards import in_class_order
from app.care_rules import CHILD
from app.school import Snapshot
from app.standing import DONE, OVERDUE, Standing

ALONE = (
    "family_call", "letter", "talk", "home_visit", "carer_contact", "parent_contact", "hotline",
    "festival_visit", "tutoring",
)  # fmt: skip
"""Kinds that are done with one child at a time: these fill a row; meetings and activities are recorded as one."""
SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that somebody else filled, a scanned slip say. Nothing of it is booked before the clerk confirms it."""

    child_id: int
    kind: str
    """One of ALONE."""
    state: str = ""
    """"reached", "not_reached" (app.care), "" = no box is ticked."""
    doubtful: bool = False
    """The tick could not be told for certain: the row waits until somebody has looked at it."""
    minutes: int | None = None
    day: date | None = None
    note: str = ""
    source: str = ""
    """"slip:CODE:ROW:KIND": what is booked under it already is said and not booked again."""
    picture: bytes = b""
    """The handwriting of this row, cut out of the scan (PNG or JPEG)."""


@dataclass(frozen=True, slots=True)
class Prefilled:
    """What `goes("batch", Prefilled(...))` opens the grid with: the rows of one page, in its order."""

    rows: tuple[FilledRow, ...]
    week: date
    """Its Monday."""
    staff_id: int | None = None
    """Whose slip it is; who did what is recorded."""
    class_id: int | None = None
    code: str = ""
    """What names the page: its draft is kept under it."""
    page: int = 1
    pages: int = 1
    more: tuple["Prefilled", ...] = ()
    """The pages that come after it in the pile: the next one opens when this one is stored."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What else `goes("batch", ...)` may open: a class and a kind, or a teacher's week; what is left out is chosen."""

    class_id: int | None = None
    staff_id: int | None = None
    kind: str = ""
    week: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a teacher's week: this child is owed this kind of care."""

    child_id: int
    kind: str


def tasks(standings: Iterable[Standing], snapshot: Snapshot, staff_id: int | None, monday: date) -> list[Task]:
    """What a member of staff (None: nobody in particular) is to do in the week of that Monday, child by child in class
    order, a child's kinds in the order of the rules; each kind of a child once."""
    found: dict[int, dict[str, None]] = {}
    for one in standings:
        kind = one.rule.kinds[0]
        if one.subject[0] == CHILD and one.owed_by == staff_id and kind in ALONE and is_due(one, monday):
            found.setdefault(one.subject[1], {})[kind] = None
    children = in_class_order((snapshot.children[child_id] for child_id in found), snapshot, monday)
    return [Task(child.id, kind) for child in children for kind in found[child.id]]


def is_due(standing: Standing, monday: date) -> bool:
    """Whether it is asked for in the week of that Monday: past due, due by its Sunday, or tried without success."""
    late = standing.state == OVERDUE or standing.attempts > 0
    return standing.state != DONE and (late or standing.owed.deadline <= monday + SUNDAY)


def as_words(page: Prefilled) -> dict[str, Any]:
    """The page and the pile behind it as JSON, so that they survive a crash."""
    rows = [
        {one.name: getattr(row, one.name) for one in fields(row)}
        | {"day": row.day.isoformat() if row.day else "", "picture": b64encode(row.picture).decode()}
        for row in page.rows
    ]
    own = {one.name: getattr(page, one.name) for one in fields(page)}
    return own | {"rows": rows, "week": page.week.isoformat(), "more": [as_words(one) for one in page.more]}


def from_words(words: Mapping[str, Any]) -> Prefilled:
    """What `as_words` said. Raises KeyError, TypeError, ValueError for what it did not say."""
    rows = tuple(
        FilledRow(**dict(row) | {
            "day": date.fromisoformat(row["day"]) if row["day"] else None, "picture": b64decode(row["picture"]),
        }) for row in words["rows"]
    )  # fmt: skip
    more = tuple(from_words(one) for one in words["more"])
    return Prefilled(**dict(words) | {"rows": rows, "week": date.fromisoformat(words["week"]), "more": more})
