"""Writes the folder of an archive pack so that a crash or a full disk costs nothing that was done, and checks it later.

A pack that is one file is `db.pack_zip`'s matter. Each file is written under a temporary name and renamed; a journal
beside them notes what is there. The list with the checksums comes last. Files are flushed together at the end: what a
power cut tears meanwhile fails its checksum and is written again.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path, PurePath
from typing import IO

from app.pack import (
    JOURNAL,
    MANIFEST,
    NOISE,
    OURS,
    Content,
    Entry,
    Manifest,
    PackRefused,
    Verdict,
    compare,
    entry_of,
    read_manifest,
)
from app.store import DiskFull, Progress
from db import files, place
from db.pack_zip import SPARE, ZipPack, Zipped, begin_zip, is_zip, verify_zip
from db.steady import steady

CHUNK = 1 << 20


class FilePack:
    """`app.pack.PackFolder` on a real disk."""

    def __init__(self, root: Path, known: Iterable[Entry], journal: IO[str]) -> None:
        self._root = root
        self._known = {one.path: one for one in known}
        self._journal = journal
        self._written: list[Path] = []
        self._folders: set[Path] = set()

    def kept(self, entry: Entry) -> Entry | None:
        known = self._known.get(entry.path)
        if known is None or not entry.mark or known.mark != entry.mark or not self._is_there(known):
            return None
        found = replace(entry, pages=entry.pages or known.pages, sha256=known.sha256, bytes=known.bytes)
        self._note(found)
        return found

    def put(self, entry: Entry, content: Content) -> tuple[Entry, bool]:
        target = self._root / entry.path
        data = steady(content.data, target.suffix)
        made = replace(entry, pages=content.pages or entry.pages, bytes=len(data),
                       sha256=hashlib.sha256(data).hexdigest())  # fmt: skip
        with files.refusals():
            if fresh := not self._is_there(made):
                self._write(target, data)
        self._note(made)
        return made, fresh

    def finish(self, manifest: Manifest) -> tuple[int, tuple[str, ...]]:
        wanted = {one.path for one in manifest.entries}
        gone = [one for path, one in self._known.items() if path not in wanted and self._is_there(one)]
        with files.refusals():
            for one in gone:
                (self._root / one.path).unlink()
            _drop_empty(self._root)
            self._flush()
            text = manifest.to_text().encode("utf-8")
            if files.read_bytes(self._root / MANIFEST) != text:
                files.write_bytes(self._root / MANIFEST, text)
            self.close()
            (self._root / JOURNAL).unlink(missing_ok=True)
        there = (path for path in _paths(self._root) if path not in OURS and not NOISE.search(path))
        return len(gone), tuple(path for path in there if path not in wanted)

    def close(self) -> None:
        """Let go of the journal; it stays until the pack is finished."""
        # Of a stick that was pulled out its last line cannot be written any more.
        with suppress(OSError):
            self._journal.close()

    def _is_there(self, entry: Entry) -> bool:
        path = self._root / entry.path
        with suppress(OSError):
            return path.stat().st_size == entry.bytes and checksum(path) == entry.sha256
        return False

    def _write(self, target: Path, data: bytes) -> None:
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        temporary = target.with_name(target.name + files.TEMPORARY)
        try:
            temporary.write_bytes(data)
            temporary.replace(target)
        except OSError:
            files.drop(temporary)
            raise
        self._written.append(target)

    def _note(self, entry: Entry) -> None:
        with files.refusals():
            self._journal.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
            self._journal.flush()

    def _flush(self) -> None:
        """All that was written lies on the disk afterwards, also on a stick that is pulled out."""
        if hasattr(os, "sync"):
            os.sync()
            return
        for path in self._written:
            with path.open("r+b") as written:
                os.fsync(written.fileno())


class FilePacks:
    """`app.pack.PackDisk` of this computer."""

    def begin(self, folder: PurePath, school: str, term: str, bytes: int) -> FilePack | ZipPack:
        root = Path(folder)
        if is_zip(root):
            return begin_zip(root, school, term, bytes)
        with files.refusals():
            root.mkdir(exist_ok=True)
            known, unfinished = _so_far(root)
            before = self.listed(root)
            if before is not None and (before.school, before.term) != (school, term):
                raise PackRefused("other")
            if before is None and not unfinished and any(not NOISE.search(path) for path in _paths(root)):
                raise PackRefused("foreign")
            known = [*(before.entries if before is not None else ()), *known]
            there = sum(one.bytes for one in {one.path: one for one in known}.values())
            if shutil.disk_usage(root).free < bytes + SPARE - min(bytes, there):
                raise DiskFull(str(root))
            for left in root.rglob("*" + files.TEMPORARY):
                files.drop(left)
            journal = (root / JOURNAL).open("a", encoding="utf-8")
            # The last line may be torn: what comes now begins on one of its own.
            journal.write("\n")
        return FilePack(root, known, journal)

    def verify(self, folder: PurePath, progress: Progress | None = None) -> tuple[Manifest, Verdict]:
        root = Path(folder)
        if is_zip(root):
            return verify_zip(root, progress)
        unfinished = (root / JOURNAL).exists()
        try:
            manifest = read_manifest((root / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise PackRefused("unfinished" if unfinished else "none") from None
        except (OSError, ValueError) as error:
            raise PackRefused("damaged") from error
        found: dict[str, str] = {}
        paths = list(_paths(root))
        for done, path in enumerate(paths):
            if progress:
                progress(done, len(paths))
            with suppress(OSError):
                found[path] = checksum(root / path)
            found.setdefault(path, "")
        return manifest, compare(manifest.entries, found, unfinished=unfinished)

    def listed(self, folder: PurePath) -> Manifest | None:
        if is_zip(folder):
            with suppress(PackRefused), Zipped(folder) as there:
                return there.manifest()
            return None
        try:
            return read_manifest((Path(folder) / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def is_there(self, folder: PurePath) -> bool:
        return Path(folder).is_dir()

    def sticks(self) -> list[PurePath]:
        return [*place.removable_drives()]


def checksum(path: Path) -> str:
    """SHA-256 of a file's content. Raises OSError."""
    found = hashlib.sha256()
    with path.open("rb") as content:
        while block := content.read(CHUNK):
            found.update(block)
    return found.hexdigest()


def _so_far(root: Path) -> tuple[list[Entry], bool]:
    """What an earlier, cut-off making noted, the newest of each path last; a torn last line is left out."""
    try:
        lines = (root / JOURNAL).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return [], False
    found = []
    for line in lines:
        with suppress(ValueError, TypeError):
            found.append(entry_of(json.loads(line)))
    return found, True


def _paths(root: Path) -> list[str]:
    """Every file below, with "/", in order; half-written ones are none."""
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*")
        if path.is_file() and path.suffix != files.TEMPORARY
    )


def _drop_empty(root: Path) -> None:
    for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):
            folder.rmdir()
