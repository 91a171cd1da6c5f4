"""One window per data folder: an operating-system lock, and a note by which a second start raises the first."""

from dataclasses import dataclass
from pathlib import Path, PurePath
from threading import Lock

from filelock import FileLock, Timeout

from app.store import AlreadyOpen
from db import files

LOCK, NOTE = "qianshou.lock", "qianshou.raise"

_guard = Lock()


@dataclass(slots=True)
class _Hold:
    lock: FileLock
    claims: int = 0
    stores: int = 0


_held: dict[Path, _Hold] = {}


class Claim:
    """This process's hold on a folder; several of one process count as one."""

    def __init__(self, folder: Path, store: bool) -> None:
        self._folder: Path | None = folder
        self._store = store

    def release(self) -> None:
        """Let go; the last one of the process frees the folder. A second call does nothing."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        with _guard:
            hold = _held[folder]
            hold.claims -= 1
            hold.stores -= self._store
            if not hold.claims:
                del _held[folder]
                hold.lock.release()


def claim(folder: PurePath, *, store: bool = False) -> Claim:
    """Hold the folder for this process; `store` for an open file, without it for a window.

    Raises AlreadyOpen if another process has it, CannotWrite, DiskFull.
    """
    with files.refusals():
        root = Path(folder).resolve()
        root.mkdir(parents=True, exist_ok=True)
        with _guard:
            hold = _held.get(root) or _Hold(FileLock(root / LOCK, timeout=0, thread_local=False))
            if not hold.claims:
                try:
                    hold.lock.acquire()
                except Timeout as error:
                    raise AlreadyOpen(str(folder)) from error
            hold.claims += 1
            hold.stores += store
            _held[root] = hold
    return Claim(root, store)


def stores(folder: PurePath) -> int:
    """How many stores of the folder this process has open, those of worker threads included."""
    with _guard:
        hold = _held.get(Path(folder).resolve())
        return hold.stores if hold else 0


def note_path(folder: PurePath) -> Path:
    """The file to watch: its coming means that a second start asks for the window."""
    return Path(folder) / NOTE


def ask_to_raise(folder: PurePath) -> None:
    """Leave the note for the window that has the folder. Raises CannotWrite, DiskFull."""
    files.write_bytes(note_path(folder), b"raise\n")


def was_asked(folder: PurePath) -> bool:
    """Whether a second start has asked since the last look; the note is taken away."""
    note = note_path(folder)
    asked = note.exists()
    files.drop(note)
    return asked
