"""Backups: a container of database, key file and attached files, opened and checked before it gets its name."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING

from app.backups import Backup
from app.store import CannotWrite, DamagedFile, StoreError
from db import attached, connection, container, files, keys, schema
from db.container import SUFFIX, Manifest, read_manifest
from db.folder import DataFolder

if TYPE_CHECKING:
    from sqlite3 import Connection

_one_at_a_time = Lock()
"""The one behind the lock may still run when she is back and leaves: each sweeps what another has half done."""


def counts(conn: "Connection") -> dict[str, int]:
    """Rows of each table of the file."""
    tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
    return {name: conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in sorted(tables)}


def _anchor(conn: "Connection") -> dict[str, str | int]:
    rows = conn.execute("SELECT count(*) FROM history").fetchone()[0]
    last = conn.execute("SELECT chain FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return {"count": rows, "head": last[0] if last else ""}


def write(conn: "Connection", folder: DataFolder, key: bytes, why: str, to: PurePath | None = None) -> Backup:
    """Write a verified backup into backups/, into the folder `to`, or as the file `to`. Raises DiskFull, CannotWrite.

    Backups that are there already are never touched.
    """
    with _one_at_a_time:
        return _write(conn, folder, key, why, to)


def _write(conn: "Connection", folder: DataFolder, key: bytes, why: str, to: PurePath | None) -> Backup:
    at = datetime.now()
    path = _target(folder, at, why, to)
    copy = path.with_name(path.name + ".db" + files.TEMPORARY)
    whole = path.with_name(path.name + files.TEMPORARY)
    files.drop(copy)
    try:
        with connection.errors(path):
            connection.checkpoint(conn)
            files.need_space(path.parent, folder.database.stat().st_size, attached.size(folder.files))
            conn.execute("VACUUM INTO ?", (str(copy),))
            manifest = _checked(copy, key, at, why)
            slots = keys.read(folder.slots)
            slots = replace(slots, school=manifest.school, file_salt=connection.salt(copy))
            # Listed after the copy: files only come, so that all those it speaks of are among them.
            texts, copies = {folder.slots.name: keys.encode(slots)}, {folder.database.name: copy}
            manifest = container.compose(whole, manifest, texts, copies, attached.paths(folder.files))
            files.put(whole, path)
            return _described(path, manifest)
    finally:
        for left in (copy, copy.with_name(copy.name + "-journal"), whole):
            files.drop(left)


def is_due(conn: "Connection", folder: DataFolder) -> bool:
    """Whether the history went on since the newest backup in backups/, or there is none."""
    newest = next(iter(listed([folder.backups])), None)
    if newest is None:
        return True
    with files.refusals(), Path(newest.path).open("rb") as source:
        return read_manifest(source).anchor != _anchor(conn)


def _target(folder: DataFolder, at: datetime, why: str, to: PurePath | None) -> Path:
    directory = folder.backups if to is None else Path(to)
    with files.refusals():
        if to is not None and directory.suffix == SUFFIX and not directory.is_dir():
            if not directory.parent.is_dir():
                raise CannotWrite(str(directory.parent))
            return directory
        if to is None:
            directory.mkdir(exist_ok=True)
        elif not directory.is_dir():
            raise CannotWrite(str(directory))
        files.sweep(directory, "qianshou-*")
        name = f"qianshou-{at:%Y-%m-%d-%H%M%S}-{why}"
        names = (name + SUFFIX, *(f"{name}-{number}{SUFFIX}" for number in range(2, 999)))
        return next(path for each in names if not (path := directory / each).exists())


def _checked(copy: Path, key: bytes, at: datetime, why: str) -> Manifest:
    """Open the copy as a stranger would and see that it is whole."""
    conn = connection.connect(copy, key, journal=False)
    try:
        found = connection.faults(conn)
        if found:
            raise DamagedFile("; ".join(found[:5]))
        name, sample = conn.execute("SELECT name, is_sample FROM school").fetchone() or ("", 0)
        stamp = at.isoformat(timespec="milliseconds")
        return Manifest(
            name, bool(sample), stamp, why, schema.version(conn), counts(conn), _anchor(conn), ()
        )
    finally:
        conn.close()


def _described(path: Path, manifest: Manifest) -> Backup:
    at, size, pictures = datetime.fromisoformat(manifest.at), path.stat().st_size, manifest.attached
    return Backup(path, at, manifest.school, size, manifest.why, pictures.count, pictures.left_out)


def is_sample(path: PurePath) -> bool:
    """Whether the backup is of a sample school. Raises as `look`."""
    with files.refusals(), Path(path).open("rb") as source:
        return read_manifest(source).is_sample


def look(path: PurePath) -> Backup:
    """What a backup says of itself, without opening it. Raises EmptyFile, ForeignFile, NewerFile, DamagedFile."""
    with files.refusals(), Path(path).open("rb") as source:
        return _described(Path(path), read_manifest(source))


def sizes(path: PurePath) -> tuple[int, int]:
    """Bytes of the database and its key file, and of the attached files. Raises as `look`."""
    with files.refusals(), Path(path).open("rb") as source:
        manifest = read_manifest(source)
    return sum(part.bytes for part in manifest.parts), manifest.attached.bytes


def listed(folders: Iterable[Path]) -> list[Backup]:
    """The backups in these folders that can be read, newest first."""
    found: list[Backup] = []
    for folder in folders:
        for path in folder.glob("*" + SUFFIX):
            try:
                found.append(look(path))
            except StoreError:
                # A file that is no backup must not keep the others from being offered; opening it says what is wrong.
                continue
    return sorted(found, key=lambda backup: (backup.at, str(backup.path)), reverse=True)


def check_unpacked(database: Path, key: bytes, manifest: Manifest) -> None:
    """Open an unpacked database and check it whole. Raises DamagedFile, ForeignFile, NewerFile."""
    with connection.errors(database):
        conn = connection.connect(database, key, journal=False)
        try:
            schema.recognise(conn)
            found = connection.faults(conn)
            if not found and counts(conn) != manifest.counts:
                found = ["the numbers of rows are not those of the manifest"]
        finally:
            conn.close()
    if found:
        raise DamagedFile("; ".join(found[:5]))
