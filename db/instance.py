"""One window per data folder: an operating-system lock, and a note by which a second start raises the first."""

from pathlib import Path, PurePath
from threading import Lock

from filelock import FileLock, Timeout

from app.store import AlreadyOpen
from db import files

LOCK, NOTE = "qianshou.lock", "qianshou.raise"

_guard = Lock()
_held: dict[Path, tuple[FileLock, int]] = {}


class Claim:
    """This process's hold on a folder; several of one process count as one."""

    def __init__(self, folder: Path) -> None:
        self._folder: Path | None = folder

    def release(self) -> None:
        """Let go; the last one of the process frees the folder."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        with _guard:
            lock, count = _held.pop(folder)
            if count > 1:
                _held[folder] = (lock, count - 1)
            else:
                lock.release()


def claim(folder: PurePath) -> Claim:
    """Hold the folder for this process. Raises AlreadyOpen if another has it, CannotWrite, DiskFull."""
    with files.refusals():
        root = Path(folder).resolve()
        root.mkdir(parents=True, exist_ok=True)
        with _guard:
            lock, count = _held.get(root) or (FileLock(root / LOCK, timeout=0, thread_local=False), 0)
            if count == 0:
                try:
                    lock.acquire()
                except Timeout as error:
                    raise AlreadyOpen(str(folder)) from error
            _held[root] = (lock, count + 1)
    return Claim(root)


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
