"""Reads what the one-file executable keeps inside itself until it is asked for: the fonts, libraries no login needs.

Whatever PyInstaller unpacks at the start is written to the disk before the first window can open. build.spec therefore
adds these parts as entries that the start passes over (`late/…`, libraries deflated as `….z`); here they are found in
the executable's own table of contents (PyInstaller's CArchive). From source and in a folder build there are none.
"""

import importlib
import os
import struct
import sys
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from pathlib import Path, PurePosixPath
from threading import Lock
from types import ModuleType

LATE, DEFLATED = "late/", ".z"
_MARK = b"MEI\014\013\012\013\016"
_COOKIE = struct.Struct("!8sIIII64s")
_ENTRY = struct.Struct("!IIIIBc")
_TAIL = 1 << 16
"""The table of contents ends this near to the end of the file at the farthest (a signature may follow it)."""


def content(name: str) -> bytes | None:
    """The bytes of a part (`resources/fonts/….ttf`), or None if it is not in the executable but lies on the disk."""
    for stored in (name, name + DEFLATED):
        if found := _parts().get(stored):
            with Path(sys.executable).open("rb") as program:
                program.seek(found[0])
                held = program.read(found[1])
            return zlib.decompress(held) if stored.endswith(DEFLATED) else held
    return None


def on_disk(name: str, folder: Path) -> Path | None:
    """A part that is stored as it is (a font), as a file in `folder`, written there by the first start of this program.

    A file is mapped where bytes are held: five fonts are 30 MB of memory and of reading at each start. None if it is
    not in the executable, or `folder` cannot be written.
    """
    if (place := _parts().get(name)) is None:
        return None
    target = folder / f"{place[0]:x}-{PurePosixPath(name).name}"
    try:
        if not target.exists() or target.stat().st_size != place[1]:
            folder.mkdir(parents=True, exist_ok=True)
            for older in folder.glob(f"*-{PurePosixPath(name).name}*"):
                older.unlink(missing_ok=True)
            half = target.with_name(f"{target.name}.{os.getpid()}")
            with half.open("wb") as out:
                out.write(content(name) or b"")
                out.flush()
                os.fsync(out.fileno())  # a power cut must not leave a font of zeros under its name
            half.replace(target)
    except OSError:
        return None
    return target


@cache
def _parts() -> dict[str, tuple[int, int]]:
    """Where each late part lies in the executable: first byte and length."""
    if not hasattr(sys, "_MEIPASS"):
        return {}
    with Path(sys.executable).open("rb") as program:
        size = program.seek(0, 2)
        start = program.seek(max(0, size - _TAIL))
        tail = program.read()
        mark = tail.rfind(_MARK)
        if mark < 0:
            return {}
        _mark, length, table, table_length, *_rest = _COOKIE.unpack_from(tail, mark)
        first = start + mark + _COOKIE.size - length
        program.seek(first + table)
        return _table(program.read(table_length), first)


def _table(table: bytes, first: int) -> dict[str, tuple[int, int]]:
    found, at = {}, 0
    while at < len(table):
        entry_length, offset, length, *_rest = _ENTRY.unpack_from(table, at)
        name = table[at + _ENTRY.size : at + entry_length].rstrip(b"\0").decode("utf-8").replace("\\", "/")
        if name.startswith(LATE):
            found[name.removeprefix(LATE)] = (first + offset, length)
        at += entry_length
    return found


class LateLibraries(MetaPathFinder):
    """Puts a library's files beside the unpacked ones when it is first imported; then the usual finders find it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, list[str]] = {}
        for stored in _parts():
            if stored.endswith(DEFLATED):
                self._waiting.setdefault(library(stored), []).append(stored.removesuffix(DEFLATED))

    def find_spec(self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        """Finds nothing itself."""
        name = fullname.partition(".")[0]
        if name not in self._waiting:
            return
        with self._lock:
            for part in self._waiting.get(name, ()):
                target = Path(sys._MEIPASS, part)  # type: ignore[attr-defined]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content(part) or b"")
            self._waiting.pop(name, None)
            importlib.invalidate_caches()


def library(part: str) -> str:
    """The name by which the library of a file is imported: its folder, or the file's own name."""
    folder, _, rest = part.partition("/")
    if rest and "lib-dynload/" not in part:
        return folder
    return part.rpartition("/")[2].partition(".")[0]


def install() -> None:
    """Let late libraries be found from now on."""
    if _parts():
        sys.meta_path.insert(0, LateLibraries())
