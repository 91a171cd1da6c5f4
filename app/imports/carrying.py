"""Carries an import out: backup first, then everything in one transaction, the note that it happened included."""

from dataclasses import dataclass

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


def carry_out(store: Store, plan: Plan, label: str, progress: Progress | None = None) -> Carried:
    """Write the chosen rows of a plan. Raises DiskFull, CannotWrite (nothing changed) or Cancelled by `progress`."""
    store.backup("import")
    new = sum(row.chosen and row.kind == "new" for row in plan.rows)
    changed = sum(row.chosen and row.kind == "changed" for row in plan.rows)
    note = ImportNote(plan.source, plan.as_of, new, changed)
    done = store.apply(label, changes(plan), kind="import", progress=progress, note=note)
    return Carried(done.import_id, done.action_id, new, changed, done.touched)
