"""Carries the import of an old ledger out: backup first, then everything in one transaction."""

from app.imports.carrying import Carried, carry
from app.ledger_import.plan import Plan
from app.ledger_import.writing import Said, changes
from app.store import Progress, Store


def carry_out(store: Store, plan: Plan, said: Said, label: str, progress: Progress | None = None) -> Carried:
    """Write the chosen rows of a plan. Raises DiskFull, CannotWrite (nothing changed) or Cancelled by `progress`."""
    return carry(store, plan, changes(plan, said), label, progress)
