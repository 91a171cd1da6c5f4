"""Opens the encrypted file with its key, begins and ends transactions, and words sqlcipher's errors as the school's."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from app import late
from app.store import CannotWrite, DamagedFile, DiskFull, EmptyFile, StoreError
from db import files

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

OLDEST = (3, 51, 3)
"""SQLite before this may lose commits when a WAL is reset."""
SALT_BYTES = 16
WAIT_SECONDS = 5.0
"""How long a writer waits for another thread's transaction."""

READ_ONLY, IO, CORRUPT, FULL, CANNOT_OPEN, CONSTRAINT, NOT_A_DATABASE = 8, 10, 11, 13, 14, 19, 26
BUSY, LOCKED, PERMISSION = 5, 6, 3


@cache
def sqlcipher() -> Any:
    """The library sqlcipher3.dbapi2, loaded when the first file is opened. Raises ImportError if it is too old."""
    module = late.load("sqlcipher3.dbapi2")
    if module.sqlite_version_info < OLDEST:
        raise ImportError(f"SQLite {module.sqlite_version} is older than {OLDEST}")
    # sqlite-utils catches the exceptions of the library it finds under this name, so it must find ours.
    sys.modules["pysqlite3"] = sys.modules["sqlcipher3"]
    sys.modules["pysqlite3.dbapi2"] = module
    return module


def connect(path: Path, key: bytes, *, journal: bool = True) -> "Connection":
    """A connection with every pragma that the file's safety stands on (reliability.md). `key` is 32 raw bytes.

    `journal=False` leaves the file's own journal mode, for looking into a backup. Nothing is read yet with it: whether
    key and file fit shows at the first statement.
    """
    conn = cast("Connection", sqlcipher().connect(str(path), isolation_level=None, timeout=WAIT_SECONDS))
    try:
        conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in ("cipher_log_level = NONE", "temp_store = MEMORY", "trusted_schema = OFF"):
            conn.execute(f"PRAGMA {pragma}").fetchall()
        if journal:
            conn.execute("PRAGMA journal_mode = WAL").fetchall()
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
            conn.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        conn.close()
        raise
    return conn


def database(conn: "Connection") -> "Database":
    """The same connection in sqlite-utils' clothes, for migrations."""
    module = late.load("sqlite_utils.db")
    if module.sqlite3 is not sys.modules["sqlcipher3"]:
        raise ImportError("sqlite_utils was imported before db.connection and does not use SQLCipher")
    return cast("Database", module.Database(conn))


def error_of(error: Exception, path: Path) -> Exception:
    """The typed error for one of sqlcipher's; a broken constraint is a mistake of ours and becomes ValueError."""
    if "closed database" in str(error):
        return StoreError("closed")
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (CORRUPT, NOT_A_DATABASE):
        return DamagedFile(str(error))
    if code == FULL or (code == IO and _crowded(path)):
        return DiskFull(str(error))
    if code in (READ_ONLY, IO, CANNOT_OPEN, BUSY, LOCKED, PERMISSION):
        return CannotWrite(str(error))
    if code == CONSTRAINT:
        return ValueError(str(error))
    return error


def _crowded(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 1 << 20
    except OSError:
        return False


@contextmanager
def errors(path: Path) -> Iterator[None]:
    """Turn sqlcipher's and the system's errors inside into those of `app.store`."""
    try:
        yield
    except sqlcipher().Error as error:
        raise error_of(error, path) from error
    except OSError as error:
        raise files.refusal(error) from error


@contextmanager
def writing(conn: "Connection", path: Path) -> Iterator[None]:
    """One transaction that takes the writer's place at once, so that two writers never collide half way."""
    with errors(path):
        conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            conn.execute("COMMIT")
        except BaseException:
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            raise


def checkpoint(conn: "Connection") -> None:
    """Bring the -wal into the file and empty it; without effect while another connection reads."""
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def faults(conn: "Connection") -> list[str]:
    """What the file's own checks find; an empty list = sound."""
    found: list[str] = []
    try:
        checkpoint(conn)
        for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
            rows = conn.execute(f"PRAGMA {pragma}").fetchall()
            found += [f"{pragma}: {' '.join(map(str, row))}" for row in rows if row[0] != "ok"]
    except sqlcipher().DatabaseError as error:
        if (error.sqlite_errorcode & 0xFF) not in (CORRUPT, NOT_A_DATABASE):
            raise
        found.append(str(error))
    return found


def salt(path: Path) -> bytes:
    """The file's first bytes, which never change and stand unencrypted: they tell one file from another."""
    with path.open("rb") as source:
        return source.read(SALT_BYTES)


def measure(path: Path) -> int:
    """The file's size in bytes. Raises EmptyFile for 0, DamagedFile if there is none."""
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise DamagedFile(f"{path.name} is missing") from error
    except OSError as error:
        raise files.refusal(error) from error
    if size == 0:
        raise EmptyFile(path.name)
    return size
