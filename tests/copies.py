"""Schools made once in this process. Every test opens a copy of its own, so it may write whatever it likes: as good as
a school made for it alone, and ten times as fast."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from db import keys
from db.store import FileStore
from db.vault import FileVault

PASSWORD = "青山-password-1"
"""Of whoever sets up a school that is copied."""
Make = Callable[[FileVault], FileStore]
"""Makes a school in an empty folder, with `PASSWORD`. A function of a module: what it made is found again by it."""


def copy_of(make: Make, folder: Path) -> FileStore:
    """The open copy in this folder, which is not there yet; whoever asks closes it."""
    made, user = _made(make)
    shutil.copytree(made, folder)
    return FileVault(folder, cost=keys.LOW_COST).open(user, PASSWORD)


@cache
def _made(make: Make) -> tuple[Path, str]:
    """The folder of the first one, closed, and its user."""
    aside = Path(tempfile.mkdtemp(prefix="qianshou-made-"))
    atexit.register(shutil.rmtree, aside, ignore_errors=True)
    store = make(FileVault(aside / "school", cost=keys.LOW_COST))
    store.close()
    return aside / "school", store.user
