"""The backup container: one file of parts and attached files, none of it in memory whole, no byte outside a checksum.

A line that says what it is, a line with the SHA-256 of the manifest, the manifest as one line of JSON, the parts that
it lists, the attached files one after the other, and at the end the index of those: name, bytes and SHA-256 a line.
The manifest has the index's own SHA-256; it is written last into the room left for it, so that each file is read once.
All is encrypted as it lies in the data folder but the manifest and the index, which hold no child's data.
Format 1 was the same without attached files.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from app.store import DamagedFile, EmptyFile, ForeignFile, NewerFile
from db import attached, files

SUFFIX = ".qsbak"
MARK, FORMAT = b"QIANSHOU BACKUP ", b"2\n"
READABLE = (MARK + b"1\n", MARK + FORMAT)
LONGEST_MANIFEST = 1 << 20
CHUNK = 1 << 20
ENTRY = re.compile(rb"([0-9a-f]{64}) (\d{1,15}) ([0-9a-f]{64})\n")
LONGEST_ENTRY = 64 + 1 + 15 + 1 + 64 + 1
ROOM = 100
"""Bytes the manifest may still grow by when the numbers of the attached files are filled in."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside the container."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The attached files inside the container."""

    count: int = 0
    bytes: int = 0
    index_bytes: int = 0
    index_sha256: str = hashlib.sha256().hexdigest()
    left_out: int = 0
    """Files of the data folder that could not be read when the backup was made."""


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
    attached: Attached = field(default_factory=Attached)


def compose(whole: Path, manifest: Manifest, texts: dict[str, bytes], copies: dict[str, Path],
            pictures: Iterable[Path]) -> Manifest:  # fmt: skip
    """Write a container of texts, copies and the attached files that can be read; returns its manifest."""
    parts = [Part(name, len(text), hashlib.sha256(text).hexdigest()) for name, text in texts.items()]
    parts += [Part(name, path.stat().st_size, _digest(path)) for name, path in copies.items()]
    manifest = replace(manifest, parts=tuple(parts))
    room = len(_line(manifest)) + ROOM
    with whole.open("wb") as out:
        out.write(_header(manifest, room))
        for text in texts.values():
            out.write(text)
        for path in copies.values():
            with path.open("rb") as source:
                while chunk := source.read(CHUNK):
                    out.write(chunk)
        manifest = replace(manifest, attached=_attach(out, pictures))
        out.seek(0)
        out.write(_header(manifest, room))
        out.flush()
        os.fsync(out.fileno())
    return manifest


def _digest(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _line(manifest: Manifest) -> bytes:
    return json.dumps(asdict(manifest), ensure_ascii=False).encode()


def _header(manifest: Manifest, room: int) -> bytes:
    """The first three lines, of the same length whatever the numbers."""
    line = _line(manifest).ljust(room)
    return MARK + FORMAT + hashlib.sha256(line).hexdigest().encode() + b"\n" + line + b"\n"


def _attach(out: BinaryIO, pictures: Iterable[Path]) -> Attached:
    """Copy the attached files and their index to the end; one that cannot be read leaves no trace but its number."""
    entries: list[Part] = []
    left_out = 0
    for path in pictures:
        start = out.tell()
        try:
            source = path.open("rb")
        except OSError:
            left_out += 1
            continue
        with source:
            digest, size = hashlib.sha256(), 0
            for chunk in _chunks(source):
                if chunk is None:
                    left_out += 1
                    out.seek(start)
                    out.truncate()
                    break
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
            else:
                entries.append(Part(path.name, size, digest.hexdigest()))
    index = b"".join(f"{entry.name} {entry.bytes} {entry.sha256}\n".encode() for entry in entries)
    out.write(index)
    total = sum(entry.bytes for entry in entries)
    return Attached(len(entries), total, len(index), hashlib.sha256(index).hexdigest(), left_out)


def _chunks(source: BinaryIO) -> Iterator[bytes | None]:
    """The file in pieces; None for a piece that the disk does not give (a full disk is the writer's to say)."""
    while True:
        try:
            chunk = source.read(CHUNK)
        except OSError:
            yield None
            return
        if not chunk:
            return
        yield chunk


def read_manifest(source: BinaryIO) -> Manifest:
    """The manifest; `source` then stands at the first part. Raises EmptyFile, ForeignFile, NewerFile, DamagedFile."""
    mark = source.readline(64)
    if not mark:
        raise EmptyFile
    if not mark.startswith(MARK):
        raise ForeignFile("no backup of ours")
    if mark not in READABLE:
        raise NewerFile(mark.decode("latin-1").strip())
    digest, line = source.readline(128).strip(), source.readline(LONGEST_MANIFEST)
    if hashlib.sha256(line.removesuffix(b"\n")).hexdigest().encode() != digest:
        raise DamagedFile("the manifest's checksum is wrong")
    try:
        stored = json.loads(line)
        datetime.fromisoformat(stored["at"])
        stored["parts"] = tuple(Part(**part) for part in stored["parts"])
        manifest = Manifest(**stored | {"attached": Attached(**stored.get("attached", {}))})
        sizes = [part.bytes for part in manifest.parts]
        if min(*sizes, manifest.attached.count, manifest.attached.bytes, manifest.attached.index_bytes) < 0:
            raise ValueError("a negative size")
        return manifest
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedFile("the manifest is not one of ours") from error


def unpack(path: Path, into: Path, pictures: Path | None) -> Manifest:
    """Write the parts into `into` and the attached files into `pictures` (None: only check those). Raises as
    `read_manifest`."""
    with files.refusals(), path.open("rb") as source:
        manifest = read_manifest(source)
        for part in manifest.parts:
            if part.name != Path(part.name).name:
                raise DamagedFile(f"strange name {part.name}")
            _unpack_part(source, part, into / part.name)
        entries = _index(source, manifest.attached)
        for entry in entries:
            _unpack_part(source, entry, attached.place(pictures, entry.name) if pictures else None)
        source.seek(manifest.attached.index_bytes, os.SEEK_CUR)
        if source.read(1):
            raise DamagedFile("something follows the last part")
        return manifest


def _index(source: BinaryIO, said: Attached) -> list[Part]:
    """The attached files by the index at the end; `source` stays where it is."""
    here = source.tell()
    source.seek(here + said.bytes)
    digest, size = hashlib.sha256(), 0
    entries: list[Part] = []
    for line in islice(iter(lambda: source.readline(LONGEST_ENTRY), b""), said.count):
        digest.update(line)
        size += len(line)
        if found := ENTRY.fullmatch(line):
            name, length, sha256 = (group.decode() for group in found.groups())
            entries.append(Part(name, int(length), sha256))
    total = sum(entry.bytes for entry in entries)
    if (digest.hexdigest(), size, total) != (said.index_sha256, said.index_bytes, said.bytes):
        raise DamagedFile("the index of attached files is cut short or altered")
    source.seek(here)
    return entries


def _unpack_part(source: BinaryIO, part: Part, path: Path | None) -> None:
    if path is None:
        for _chunk in _checked(source, part):
            pass
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        for chunk in _checked(source, part):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


def _checked(source: BinaryIO, part: Part) -> Iterator[bytes]:
    """The part in pieces. Raises DamagedFile at its end if it is not what was stored."""
    digest, left = hashlib.sha256(), part.bytes
    while left and (chunk := source.read(min(left, CHUNK))):
        digest.update(chunk)
        yield chunk
        left -= len(chunk)
    if left or digest.hexdigest() != part.sha256:
        raise DamagedFile(f"{part.name} is cut short or altered")
