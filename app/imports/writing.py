"""The chosen rows of a plan as changes for the store; the rows left out as a sheet to be mended and imported again."""

from collections.abc import Callable

from app.changes import Change, Insert
from app.imports.headers import Mapping
from app.imports.leaving_out import LeftOut, left_out_sheet
from app.imports.match import Index
from app.imports.merge import class_token
from app.imports.plan import Plan
from app.imports.records import Problem
from app.sheets import SheetOut, TableFile


def changes(plan: Plan) -> list[Change]:
    """Everything the chosen rows write, the classes they need first. One `Store.apply` carries it out or none of it."""
    index = Index(plan.snapshot, plan.as_of)
    chosen = [row for row in plan.rows if row.chosen]
    keys = {row.record.class_key for row in chosen if row.record.class_key not in index.class_ids}
    needed: list[Change] = [
        Insert("class", {"stage": key.stage, "entry_year": key.entry_year, "number": key.number}, class_token(key))
        for key in sorted(key for key in keys if key)
    ]
    return needed + [change for row in chosen for change in row.changes]


def refused_sheet(
    plan: Plan, table: TableFile, mapping: Mapping, say: Callable[[Problem], str], reason_head: str
) -> SheetOut:
    """The refused and doubtful rows of one sheet with their original columns and the cause, importable again.

    `say` words a problem, `reason_head` is the added column's header.
    """
    sheet = table.sheets[mapping.sheet]
    rows = [
        LeftOut(row.record.cells, say(row.reason) if row.reason else "")
        for row in plan.rows if row.kind in ("refused", "doubtful") and row.record.sheet == sheet.name
    ]  # fmt: skip
    return left_out_sheet(table, mapping, rows, reason_head)
