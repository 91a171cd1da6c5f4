"""The archive pack as one zip: written beside its target, renamed when it is whole, read without unpacking.

What the zip of before has under the same mark and with the right checksum is carried over as it lies there. A zip is
begun only when something differs from it, so a second time with no news writes nothing. A crash costs the new zip,
never the one of before.
"""

import hashlib
import os
import shutil
import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from types import TracebackType
from typing import BinaryIO

from app.pack import (
    MANIFEST,
    NOISE,
    ZIP,
    Content,
    Entry,
    Manifest,
    PackRefused,
    Verdict,
    compare,
    read_manifest,
    safe_name,
    stays_inside,
)
from app.store import DiskFull, Progress
from db import files
from db.steady import steady

SPARE = 40 << 20
"""Bytes that the papers of a large school take beside the pictures."""
CHUNK = 1 << 20
SQUEEZED = (".json", ".txt", ".csv", ".htm", ".html", ".xml", ".rtf", ".doc", ".xls", ".ppt", ".bmp", ".wav")
"""What gets smaller; pictures, film, PDF, Word and Excel are packed already and are stored as they are."""
MOST_OF_LIST = 64 << 20
"""Bytes of the largest list of checksums that is read."""
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16
"""What made the zip, as it says wherever it is: names marked as UTF-8 are then shown as they are by all programs, while
some turn those of "DOS" into another code all the same."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError)
"""What reading a file out of a damaged, foreign or locked zip raises."""


def is_zip(path: PurePath) -> bool:
    """Whether a pack of that name is one file rather than a folder."""
    return path.suffix.lower() == ZIP and not Path(path).is_dir()


class Zipped:
    """A zip of a pack that is being read. Its files stand in one folder, or at the top if somebody packed it anew."""

    def __init__(self, path: PurePath) -> None:
        """Open it. Raises PackRefused (none: not there; torn: not a whole zip)."""
        try:
            # Packed anew by an older program, the names are in the system's own code and not marked as UTF-8.
            self._zip = zipfile.ZipFile(path, metadata_encoding="gb18030")
        except FileNotFoundError:
            raise PackRefused("none") from None
        except _BROKEN as error:
            raise PackRefused("torn") from error
        lists = [name for name in self._zip.namelist() if name.count("/") <= 1 and name.rpartition("/")[2] == MANIFEST]
        self._top = min(lists, key=len, default=MANIFEST).removesuffix(MANIFEST)
        self.has_list = bool(lists)
        self.infos: dict[str, zipfile.ZipInfo | None] = {}
        """By path in the pack; None = twice there, so that nobody can say which one is meant."""
        for info in self._zip.infolist():
            if not info.is_dir():
                path_ = info.filename.removeprefix(self._top)
                self.infos[path_] = None if path_ in self.infos else info

    def __enter__(self) -> "Zipped":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def manifest(self) -> Manifest:
        """The list. Raises PackRefused (none, damaged)."""
        if not self.has_list:
            raise PackRefused("none")
        info = self.infos[MANIFEST]
        try:
            if info is None or info.file_size > MOST_OF_LIST:
                raise PackRefused("damaged")
            return read_manifest(self._zip.read(info).decode("utf-8"))
        except _BROKEN as error:
            raise PackRefused("damaged") from error

    def blocks(self, path: str) -> Iterator[bytes]:
        """The content of a file, piece by piece. Raises what `zipfile` does for a damaged one."""
        info = self.infos[path]
        if info is None:
            raise zipfile.BadZipFile(path)
        with self._zip.open(info) as content:
            while block := content.read(CHUNK):
                yield block

    def checksum(self, path: str) -> str:
        """SHA-256 of a file's content; "" for one that does not come out whole."""
        found = hashlib.sha256()
        try:
            for block in self.blocks(path):
                found.update(block)
        except _BROKEN:
            return ""
        return found.hexdigest()


def verify_zip(path: PurePath, progress: Progress | None = None) -> tuple[Manifest, Verdict]:
    """Hold every file in the zip against its list. Raises PackRefused, Cancelled."""
    with Zipped(path) as there:
        manifest = there.manifest()
        found: dict[str, str] = {}
        for done, name in enumerate(there.infos):
            if progress:
                progress(done, len(there.infos))
            found[name] = there.checksum(name)
        return manifest, compare(manifest.entries, found)


class ZipPack:
    """`app.pack.PackFolder` as one file."""

    def __init__(self, target: Path, before: Zipped | None, known: Iterable[Entry], bytes: int) -> None:
        self._target, self._before, self._bytes = target, before, bytes
        self._temporary = target.with_name(target.name + files.TEMPORARY)
        self._top = safe_name(target.stem)
        self._known = {one.path: one for one in known}
        self._waiting: list[str] = []
        """What is carried over once a new zip is begun."""
        self._out: zipfile.ZipFile | None = None
        self._file: BinaryIO | None = None
        if before is None:
            self._begin()

    def kept(self, entry: Entry) -> Entry | None:
        known = self._known.get(entry.path)
        if known is None or not entry.mark or known.mark != entry.mark or not self._is_there(known):
            return None
        self._carry(entry.path)
        return replace(entry, pages=entry.pages or known.pages, sha256=known.sha256, bytes=known.bytes)

    def put(self, entry: Entry, content: Content) -> tuple[Entry, bool]:
        data = steady(content.data, PurePath(entry.path).suffix)
        made = replace(entry, pages=content.pages or entry.pages, bytes=len(data),
                       sha256=hashlib.sha256(data).hexdigest())  # fmt: skip
        if self._is_there(made):
            self._carry(entry.path)
            return made, False
        with files.refusals():
            self._begin().writestr(self._info(entry.path, len(data)), data)
        return made, True

    def finish(self, manifest: Manifest) -> tuple[int, tuple[str, ...]]:
        wanted = {one.path for one in manifest.entries}
        gone = [path for path, one in self._known.items() if path not in wanted and self._is_there(one)]
        others = [path for path in self._strangers() if path not in wanted and path not in gone]
        if self._out is None and not gone and self._before is not None and self._same_list(manifest):
            return 0, tuple(others)
        text = manifest.to_text().encode("utf-8")
        with files.refusals():
            for path in others:
                self._carry(path)
            out = self._begin()
            out.writestr(self._info(MANIFEST, len(text)), text)
            self._end(out)
        return len(gone), tuple(others)

    def close(self) -> None:
        """Take away what is not whole; the zip of before stays as it was."""
        self._drop()
        if self._before is not None:
            self._before.close()
            self._before = None

    def _strangers(self) -> list[str]:
        """What lies in the zip of before and may be taken along."""
        there = self._before.infos if self._before is not None else {}
        return [path for path, info in there.items() if info is not None and path != MANIFEST
                and stays_inside(path) and not NOISE.search(path)]  # fmt: skip

    def _is_there(self, entry: Entry) -> bool:
        before = self._before
        info = before.infos.get(entry.path) if before is not None else None
        return (info is not None and before is not None and info.file_size == entry.bytes
                and before.checksum(entry.path) == entry.sha256)  # fmt: skip

    def _same_list(self, manifest: Manifest) -> bool:
        with suppress(PackRefused):
            return self._before is not None and self._before.manifest() == manifest
        return False

    def _carry(self, path: str) -> None:
        self._waiting.append(path)
        if self._out is not None:
            self._begin()

    def _begin(self) -> zipfile.ZipFile:
        """The new zip with all that was to be carried over until now."""
        if self._out is None:
            with files.refusals():
                size = max(self._bytes, sum(one.bytes for one in self._known.values()))
                if shutil.disk_usage(self._target.parent).free < size + SPARE:
                    raise DiskFull(str(self._target))
                self._file = self._temporary.open("w+b")
                self._out = zipfile.ZipFile(self._file, "w")
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            with files.refusals():
                self._copy(self._out, path)
        return self._out

    def _copy(self, out: zipfile.ZipFile, path: str) -> None:
        before = self._before
        old = before.infos.get(path) if before is not None else None
        if before is None or old is None:
            return
        try:
            info = self._info(path, old.file_size, old.date_time)
            with out.open(info, "w") as into:
                for block in before.blocks(path):
                    into.write(block)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            # Only of a file that somebody else put into the zip: ours were read for their checksum just now.
            raise PackRefused("torn") from error

    def _info(self, path: str, size: int, day: tuple[int, int, int, int, int, int] | None = None) -> zipfile.ZipInfo:
        now = time.localtime()
        info = zipfile.ZipInfo(f"{self._top}/{path}", day or (now[0], now[1], now[2], now[3], now[4], now[5]))
        info.create_system, info.external_attr, info.file_size = _UNIX, _PLAIN_FILE, size
        squeezed = PurePath(path).suffix.lower() in SQUEEZED
        info.compress_type = zipfile.ZIP_DEFLATED if squeezed else zipfile.ZIP_STORED
        return info

    def _end(self, out: zipfile.ZipFile) -> None:
        """Whole, on the disk, and only then under its name."""
        out.close()
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        if self._before is not None:
            # Windows replaces no file that is open.
            self._before.close()
            self._before = None
        files.put(self._temporary, self._target)
        self._out = self._file = None

    def _drop(self) -> None:
        out, file, self._out, self._file = self._out, self._file, None, None
        # On a full disk, or on a stick that was pulled out, not even the end of the file can be written.
        with suppress(OSError, ValueError):
            if out is not None:
                out.close()
        if file is not None:
            with suppress(OSError):
                file.close()
            files.drop(self._temporary)


def begin_zip(target: Path, school: str, term: str, bytes: int) -> ZipPack:
    """The zip, ready to be written. Raises PackRefused (foreign, other, torn), DiskFull, CannotWrite."""
    with files.refusals():
        files.drop(target.with_name(target.name + files.TEMPORARY))
        if not target.exists():
            return ZipPack(target, None, (), bytes)
        # One that another program holds open cannot be replaced: that is said before the work, not after it.
        target.open("r+b").close()
    before = Zipped(target)
    try:
        if not before.has_list:
            raise PackRefused("foreign")
        manifest = before.manifest()
        if (manifest.school, manifest.term) != (school, term):
            raise PackRefused("other")
    except PackRefused:
        before.close()
        raise
    return ZipPack(target, before, manifest.entries, bytes)
