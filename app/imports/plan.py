"""What an import would do, row by row, for a person to look through before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.changes import Change
from app.imports.records import Problem, Record
from app.school import Snapshot

KINDS = ("changed", "refused", "doubtful", "new", "unchanged")
"""In the order the page shows them."""


@dataclass(frozen=True, slots=True)
class Diff:
    """One value an import would change or add."""

    field: str
    """A field of Child ("birth", "address" …), or class, claim, carer, kin (a new relative), kin_name (other name for
    the same relation: a proposed replacement), phones, phone_state, whereabouts, guardian, kin_id_number, kin_address,
    occupation, work_unit, state, other."""
    old: str
    """As stored, "" if nothing is. Phones are digits joined by 、; claims and kinds of whereabouts are keys."""
    new: str
    relation: str = ""
    """Canonical relation of the relative it is about; the column's header for `other`."""
    doubt: bool = False
    """Worth a second look: a name replaced, a carer or class changed."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the file and what would become of it."""

    kind: str
    """"new", "changed", "unchanged", "doubtful" or "refused"."""
    record: Record
    child_id: int | None = None
    """The child it was matched to; None for new, doubtful and refused rows."""
    diffs: tuple[Diff, ...] = ()
    reason: Problem | None = None
    """Why it is doubtful or refused."""
    candidates: tuple[int, ...] = ()
    """Children it may be, for doubtful rows."""
    chosen: bool = False
    """Whether it is ticked to begin with: new and changed rows are."""
    proposals: int = 0
    """Away facts it would propose."""
    decided: int | str | None = None
    """What a person answered to a doubtful row: a child's id or "new"."""
    changes: tuple[Change, ...] = field(default=(), repr=False)
    """What the row would write; classes it needs are added by `writing.changes`."""

    @property
    def row(self) -> int:
        """1-based row number as in Excel."""
        return self.record.row

    @property
    def column(self) -> str:
        """Letter of the column to blame, "" if none."""
        return self.reason.column if self.reason else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole import before it is carried out.

    Made by `planning.plan(snapshot, records, as_of, source)`; a doubtful row is answered with
    `planning.resolve(plan, index, child_id or "new")`, ticks are set with `choose`; `writing.changes(plan)` gives the
    list of changes of the chosen rows for `Store.apply`.
    """

    rows: tuple[PlanRow, ...]
    as_of: date
    """Day from which claims, enrolments and class names hold."""
    source: str
    """The file's name, kept with every fact it brought."""
    snapshot: Snapshot = field(repr=False)
    absent: tuple[int, ...] = ()
    """Pupils of the file's classes that it lacks; never changed."""

    def count(self, kind: str) -> int:
        """How many rows are of that kind."""
        return sum(row.kind == kind for row in self.rows)

    @property
    def proposals(self) -> int:
        """Away facts the chosen rows would propose."""
        return sum(row.proposals for row in self.rows if row.chosen)

    def choose(self, ticks: Mapping[int, bool]) -> "Plan":
        """The plan with these rows (by index) ticked or not; refused, doubtful and unchanged rows stay unticked."""
        rows = tuple(
            replace(row, chosen=ticks[index]) if index in ticks and row.kind in ("new", "changed") else row
            for index, row in enumerate(self.rows)
        )
        return replace(self, rows=rows)
