"""Columns as the steps of the file write them: days as ISO text, yes/no as 1/0, choices with a CHECK."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TEXT = "TEXT NOT NULL DEFAULT ''"


def day(column: str, needed: bool = False) -> str:
    """A column that holds a real day as ISO text."""
    return f"{column} TEXT {'NOT NULL ' if needed else ''}CHECK (date({column}) IS {column})"


def one_of(column: str, *values: str) -> str:
    """Text, one of these; the first if nothing is said."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} TEXT NOT NULL DEFAULT '{values[0]}' CHECK ({column} IN ({listed}))"


def yes_no(column: str, vague: bool = False) -> str:
    """1 or 0, or NULL where it may be unknown."""
    return f"{column} INTEGER {'' if vague else 'NOT NULL DEFAULT 0 '}CHECK ({column} IN (0, 1))"


def of(column: str, table: str) -> str:
    """The row of another table that this one hangs on."""
    return f'{column} INTEGER NOT NULL REFERENCES "{table}"(id) ON DELETE RESTRICT'


def maybe(column: str, table: str) -> str:
    """The row of another table that this one may name."""
    return f'{column} INTEGER REFERENCES "{table}"(id) ON DELETE RESTRICT'


def part_of(column: str, table: str) -> str:
    """A row that is a part of another and goes with it; the history keeps both."""
    return f'{column} INTEGER NOT NULL REFERENCES "{table}"(id) ON DELETE CASCADE'


PLACE = "position INTEGER NOT NULL DEFAULT 0"
PERIOD = "CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)"
SOME_DAYS = (day("from_day"), day("until_day"))
DAYS = (day("from_day", needed=True), day("until_day"))


def create(db: "Database", tables: dict[str, tuple[str, ...]]) -> None:
    """Make these tables."""
    for table, columns in tables.items():
        # SQLite wants the CHECKs of a table after its columns.
        ordered = sorted(columns, key=lambda column: column.startswith(("CHECK", "UNIQUE")))
        db.execute(f'CREATE TABLE "{table}" (id INTEGER PRIMARY KEY AUTOINCREMENT, {", ".join(ordered)}) STRICT')


def index(db: "Database", indexes: tuple[tuple[str, str], ...]) -> None:
    """An index on each (table, column)."""
    for table, column in indexes:
        db.execute(f'CREATE INDEX "{table}_{column}" ON "{table}"({column})')
