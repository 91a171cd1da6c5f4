"""Backups: one container file with database, key file and manifest, opened and checked before it gets its name.

A container is a line that says what it is, a line with the SHA-256 of the manifest, the manifest as one line of JSON,
then the parts it lists, byte by byte. No byte of it is outside a checksum. The parts are encrypted as they are in the
data folder; the manifest is not, and holds no child's data.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from app.store import Backup, CannotWrite, DamagedFile, EmptyFile, ForeignFile, NewerFile, StoreError
from db import connection, files, keys, schema
from db.folder import DataFolder

if TYPE_CHECKING:
    from sqlite3 import Connection

SUFFIX = ".qsbak"
MARK, FORMAT = b"QIANSHOU BACKUP ", b"1\n"
LONGEST_MANIFEST = 1 << 20
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside the container."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the container says of itself."""

    school: str
    is_sample: bool
    at: str
    why: str
    version: int
    counts: dict[str, int]
    """Rows of each table."""
    anchor: dict[str, str | int]
    """How many history rows there are and the hash of the last one ("" until they are chained)."""
    parts: tuple[Part, ...]


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
    at = datetime.now()
    path = _target(folder, at, why, to)
    copy = path.with_name(path.name + ".db" + files.TEMPORARY)
    whole = path.with_name(path.name + files.TEMPORARY)
    files.drop(copy)
    try:
        with connection.errors(path):
            connection.checkpoint(conn)
            files.need_space(path.parent, folder.database.stat().st_size)
            conn.execute("VACUUM INTO ?", (str(copy),))
            manifest = _checked(copy, key, at, why)
            slots = keys.read(folder.slots)
            slots = replace(slots, school=manifest.school, file_salt=connection.salt(copy))
            _compose(whole, manifest, {folder.slots.name: keys.encode(slots)}, {folder.database.name: copy})
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
        return _read_manifest(source).anchor != _anchor(conn)


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


def _digest(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _compose(whole: Path, manifest: Manifest, texts: dict[str, bytes], copies: dict[str, Path]) -> None:
    parts = [Part(name, len(text), hashlib.sha256(text).hexdigest()) for name, text in texts.items()]
    parts += [Part(name, path.stat().st_size, _digest(path)) for name, path in copies.items()]
    line = json.dumps(asdict(replace(manifest, parts=tuple(parts))), ensure_ascii=False).encode()
    with whole.open("wb") as out:
        out.write(MARK + FORMAT + hashlib.sha256(line).hexdigest().encode() + b"\n" + line + b"\n")
        for text in texts.values():
            out.write(text)
        for path in copies.values():
            with path.open("rb") as source:
                while chunk := source.read(CHUNK):
                    out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


def _described(path: Path, manifest: Manifest) -> Backup:
    return Backup(path, datetime.fromisoformat(manifest.at), manifest.school, path.stat().st_size, manifest.why)


def _read_manifest(source: BinaryIO) -> Manifest:
    mark = source.readline(64)
    if not mark:
        raise EmptyFile
    if not mark.startswith(MARK):
        raise ForeignFile("no backup of ours")
    if mark != MARK + FORMAT:
        raise NewerFile(mark.decode("latin-1").strip())
    digest, line = source.readline(128).strip(), source.readline(LONGEST_MANIFEST)
    if hashlib.sha256(line.removesuffix(b"\n")).hexdigest().encode() != digest:
        raise DamagedFile("the manifest's checksum is wrong")
    try:
        stored = json.loads(line)
        datetime.fromisoformat(stored["at"])
        return Manifest(**stored | {"parts": tuple(Part(**part) for part in stored["parts"])})
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedFile("the manifest is not one of ours") from error


def is_sample(path: PurePath) -> bool:
    """Whether the backup is of a sample school. Raises as `look`."""
    with files.refusals(), Path(path).open("rb") as source:
        return _read_manifest(source).is_sample


def look(path: PurePath) -> Backup:
    """What a backup says of itself, without opening it. Raises EmptyFile, ForeignFile, NewerFile, DamagedFile."""
    with files.refusals(), Path(path).open("rb") as source:
        return _described(Path(path), _read_manifest(source))


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


def unpack(path: PurePath, into: Path) -> Manifest:
    """Write the parts into a folder, each checked against the manifest. Raises as `look`."""
    with files.refusals(), Path(path).open("rb") as source:
        manifest = _read_manifest(source)
        for part in manifest.parts:
            if part.name != Path(part.name).name:
                raise DamagedFile(f"strange name {part.name}")
            _unpack_part(source, part, into / part.name)
        if source.read(1):
            raise DamagedFile("something follows the last part")
        return manifest


def _unpack_part(source: BinaryIO, part: Part, path: Path) -> None:
    digest, left = hashlib.sha256(), part.bytes
    with path.open("wb") as out:
        while left and (chunk := source.read(min(left, CHUNK))):
            digest.update(chunk)
            out.write(chunk)
            left -= len(chunk)
        out.flush()
        os.fsync(out.fileno())
    if left or digest.hexdigest() != part.sha256:
        raise DamagedFile(f"{part.name} is cut short or altered")


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
