"""Which version of the file it is, the way to the newest, and the check that nothing of it is missing."""

from pathlib import Path
from typing import TYPE_CHECKING

from app import late
from app.store import DamagedFile, ForeignFile, NewerFile
from db import connection, triggers
from db.steps import STEPS, TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION_ID = 0x7173_6831
"""The file's mark (qsh1): tells our file from any other SQLite file."""

VERSION = len(STEPS)


def version(conn: "Connection") -> int:
    """How many steps the file has behind it."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def recognise(conn: "Connection") -> None:
    """Raise ForeignFile or NewerFile unless this is our file of this version or an older one."""
    mark = conn.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID:
        raise ForeignFile(f"application_id {mark}")
    if version(conn) > VERSION:
        raise NewerFile(f"version {version(conn)}, this program knows {VERSION}")


def bring_up(conn: "Connection", path: Path) -> None:
    """Carry out the steps still missing, all or none, and see that tables and triggers are those of the list.

    Raises DiskFull, CannotWrite, DamagedFile.
    """
    if version(conn) < VERSION:
        migrations = late.load("sqlite_utils.migrations").Migrations("qianshou")
        for step in STEPS:
            migrations()(step)
        with connection.writing(conn, path):
            migrations.apply(connection.database(conn))
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            conn.execute(f"PRAGMA user_version = {VERSION}")
    if missing := missing_tables(conn):
        raise DamagedFile(f"tables missing: {', '.join(missing)}")
    if triggers.stored(conn) != triggers.expected(conn):
        with connection.writing(conn, path):
            _renew_triggers(conn)


def missing_tables(conn: "Connection") -> list[str]:
    """Tables of the list that the file lacks."""
    have = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return sorted(TABLES - have)


def _renew_triggers(conn: "Connection") -> None:
    """A step that rebuilds a table drops its triggers in silence."""
    for name in triggers.stored(conn):
        conn.execute(f'DROP TRIGGER "{name}"')
    for statement in triggers.expected(conn).values():
        conn.execute(statement)
    if triggers.stored(conn) != triggers.expected(conn):
        raise DamagedFile("the history's triggers do not take")
