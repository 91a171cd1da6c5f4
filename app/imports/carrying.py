"""Carries an import out: backup first, then everything in one transaction, the note that it happened included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.changes import Change
from app.imports.plan import Plan
from app.imports.writing import changes
from app.store import ImportNote, Progress, Store


@dataclass(frozen=True, slots=True)
class Carried:
    """An import that was carried out."""

    import_id: int
    action_id: int
    new: int
    changed: int
    touched: frozenset[int]
    """Ids of the children that are new or differ now."""


class PlannedRow(Protocol):
    """A row of what is carried out."""

    @property
    def kind(self) -> str: ...
    @property
    def chosen(self) -> bool: ...


class Planned(Protocol):
    """What an import of any kind says of itself."""

    @property
    def rows(self) -> Sequence[PlannedRow]: ...
    @property
    def source(self) -> str: ...
    @property
    def as_of(self) -> date: ...


def carry_out(store: Store, plan: Plan, label: str, progress: Progress | None = None) -> Carried:
    """Write the chosen rows of a plan. Raises DiskFull, CannotWrite (nothing changed) or Cancelled by `progress`."""
    return carry(store, plan, changes(plan), label, progress)


def carry(
    store: Store, plan: Planned, written: Sequence[Change], label: str, progress: Progress | None = None
) -> Carried:
    """Write what a plan of any kind comes to, and list it with the imports. Raises as `carry_out`."""
    store.backup("import")
    new = sum(row.chosen and row.kind == "new" for row in plan.rows)
    changed = sum(row.chosen and row.kind == "changed" for row in plan.rows)
    note = ImportNote(plan.source, plan.as_of, new, changed)
    done = store.apply(label, written, kind="import", progress=progress, note=note)
    return Carried(done.import_id, done.action_id, new, changed, done.touched)
