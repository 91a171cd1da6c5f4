"""The chosen rows of a plan as changes for the store; the rows left out as a sheet to be mended and imported again."""

from collections.abc import Callable

from app.changes import Change, Insert
from app.imports.headers import Mapping, text_of
from app.imports.match import Index
from app.imports.merge import class_token
from app.imports.plan import Plan, PlanRow
from app.imports.records import Problem
from app.sheets import Column, SheetOut, TableFile


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
    used = [column for column in mapping.columns if column.header or column.samples]
    rows = [row for row in plan.rows if row.kind in ("refused", "doubtful") and row.record.sheet == sheet.name]
    columns = [Column(tuple((column.header or " ").split(" · ")), 24.0, "left") for column in used]
    height = max(len(column.heads) for column in columns)
    heads = [
        Column((*column.heads, *column.heads[-1:] * (height - len(column.heads))), 24.0, "left") for column in columns
    ]
    return SheetOut(
        name=sheet.name or reason_head,
        title=mapping.title or table.name.rsplit(".", 1)[0],
        columns=(*heads, Column((reason_head,) * height, 60.0, "left")),
        rows=tuple((*_cells(row, [column.index for column in used]), _why(row, say)) for row in rows),
    )


def _cells(row: PlanRow, columns: list[int]) -> list[str]:
    cells = row.record.cells
    return [text_of(cells[column]) if column < len(cells) else "" for column in columns]


def _why(row: PlanRow, say: Callable[[Problem], str]) -> str:
    return say(row.reason) if row.reason else ""
