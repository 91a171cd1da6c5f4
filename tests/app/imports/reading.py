"""Reads files and imports them into a real school file, as the window and the command line do."""

from datetime import date
from pathlib import Path

from app.imports.headers import guess
from app.imports.plan import Plan
from app.imports.planning import plan
from app.imports.records import Record
from app.imports.rows import records
from app.imports.writing import changes
from app.school import School, Snapshot
from app.sheets import Cell, SheetIn, TableFile
from db.store import FileStore
from db.tables import read_table

AS_OF = date(2026, 9, 1)


def table(*rows: tuple[Cell, ...], name: str = "名单.xlsx", **sheet: tuple[tuple[int, ...], ...]) -> TableFile:
    """A file of one sheet in memory."""
    return TableFile(name, "xlsx", (SheetIn("Sheet1", rows, **sheet),))  # type: ignore[arg-type]


def read(table: TableFile, as_of: date = AS_OF) -> tuple[Record, ...]:
    """The records of a file by its guessed mapping."""
    return records(table, guess(table, as_of), as_of)


def planned(store: FileStore, table: TableFile, as_of: date = AS_OF) -> Plan:
    """The plan of a file for the school as it stands."""
    return plan(store.snapshot(), read(table, as_of), as_of, table.name)


def bring_in(store: FileStore, table: TableFile, as_of: date = AS_OF) -> Plan:
    """Import all that can be; the plan it was."""
    found = planned(store, table, as_of)
    store.apply(f"导入 {table.name}", changes(found), kind="import")
    return found


def from_file(path: Path) -> TableFile:
    return read_table(path)


def empty() -> Snapshot:
    """A school without children."""
    return Snapshot(School("青山小学"))
