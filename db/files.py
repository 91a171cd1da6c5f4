"""Writes files whole or not at all, and says an operating system's refusal in the school's terms."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from app.store import CannotWrite, DiskFull, StoreError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
TEMPORARY = ".tmp"
"""Files and folders that end in this are half done: a kill may leave them, `sweep` takes them away."""


def refusal(error: OSError) -> StoreError:
    """The typed error for what the operating system said."""
    said = f"{error.strerror or error}: {error.filename or ''}"
    return DiskFull(said) if error.errno in FULL else CannotWrite(said)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn any OSError inside into DiskFull or CannotWrite."""
    try:
        yield
    except OSError as error:
        raise refusal(error) from error


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` outlive a power cut (Windows does so by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(temporary: Path, path: Path) -> None:
    """Give a finished temporary file its name; the one of that name before is replaced in the same instant."""
    temporary.replace(path)
    flush_folder(path.parent)


def write_bytes(path: PurePath, content: bytes, by_way_of: Path | None = None) -> None:
    """Write a file whole or not at all. Raises DiskFull, CannotWrite; one that stood there before is then untouched.

    `by_way_of` is a folder of the same disk where it is half done, else that of the file itself.
    """
    target = Path(path)
    temporary = (by_way_of or target.parent) / (target.name + TEMPORARY)
    with refusals():
        try:
            with temporary.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            put(temporary, target)
        except OSError:
            drop(temporary)
            raise


def read_bytes(path: PurePath) -> bytes:
    """The content of a file, b"" if there is none. Raises CannotWrite for one that does not open."""
    with refusals():
        try:
            return Path(path).read_bytes()
        except FileNotFoundError:
            return b""


def drop(path: Path) -> None:
    """Delete a file or folder; one that is gone or held by somebody is left to the next sweep."""
    try:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return


def sweep(folder: Path, name: str = "*") -> None:
    """Take away what a kill or a full disk left half done, of files whose name begins as `name` (a glob)."""
    if folder.is_dir():
        for left in [*folder.glob(name + TEMPORARY), *folder.glob(f"{name}{TEMPORARY}-journal")]:
            drop(left)


def need_space(folder: Path, size: int, copied: int = 0) -> None:
    """Raise DiskFull unless three times `size` bytes are free (reliability.md, Backups), and once those that are only
    `copied`."""
    with refusals():
        free = shutil.disk_usage(folder).free
    if free < 3 * size + copied:
        raise DiskFull(f"{free} bytes free, {3 * size + copied} needed")
