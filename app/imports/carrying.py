"""Carries an import out: backup first, then everything in one transaction, then the note that it happened."""

from dataclasses import dataclass

from app.imports.plan import Plan
from app.imports.writing import changes
from app.store import Progress, Store


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
    done = store.apply(label, changes(plan), kind="import", progress=progress)
    new = sum(row.chosen and row.kind == "new" for row in plan.rows)
    changed = sum(row.chosen and row.kind == "changed" for row in plan.rows)
    number = store.record_import(plan.source, plan.as_of, new, changed, done.action_id)
    return Carried(number, done.action_id, new, changed, done.touched)
