"""Keeps the county's table: backup first, then the table with its items in one transaction, listed with the imports."""

from dataclasses import replace

from app.edits.assessment import add_table, copy_name
from app.imports.carrying import Carried, carry
from app.score_import.plan import Plan
from app.store import Progress, Store


def carry_out(store: Store, plan: Plan, label: str, progress: Progress | None = None) -> Carried:
    """Keep the chosen rows as a table and work with it. Raises DiskFull, CannotWrite or Cancelled."""
    others = store.assessment.tables()
    table = replace(plan.table, name=copy_name(plan.table.name, others))
    return carry(store, plan, add_table(table, others), label, progress)
