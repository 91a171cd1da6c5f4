"""Attached files (photos, empty forms): encrypted under a name made of their content, the same file stored once."""

import hmac
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import late
from app.backups import AttachedState
from app.store import DamagedAttachment, MissingFile, Progress, StoreError
from db import files

if TYPE_CHECKING:
    from db.folder import DataFolder

PURPOSE = b"qianshou attached files"
NAME = re.compile(r"[0-9a-f]{64}")


def place(root: Path, name: str) -> Path:
    """Where the file of that name lies in a folder of attached files: shared out, for no folder likes thousands."""
    return root / name[:2] / name


def paths(root: Path) -> list[Path]:
    """Every attached file that is there, in order of name."""
    return sorted(path for path in root.glob("??/*") if NAME.fullmatch(path.name))


def size(root: Path) -> int:
    """Bytes of all of them; one that cannot be asked counts nothing, for it will not be read either."""
    total = 0
    for path in paths(root):
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


class AttachedFiles:
    """The folder files/ of a school. The data key never encrypts two kinds of thing: files have a key made from it."""

    def __init__(self, folder: "DataFolder", key: bytes) -> None:
        self._root = folder.files
        self._key = hmac.digest(key, PURPOSE, "sha256")

    def keep(self, content: bytes) -> str:
        """Store the content and return its name; what is there already is not written again. Raises DiskFull,
        CannotWrite."""
        # Keyed, so that whoever holds the folder cannot tell whether a picture he has is in it.
        name = hmac.digest(self._key, content, "sha256").hex()
        path = place(self._root, name)
        if not path.exists():
            with files.refusals():
                for folder in (self._root, path.parent):
                    if not folder.exists():
                        folder.mkdir(parents=True, exist_ok=True)
                        files.flush_folder(folder.parent)
            # Half-written ones lie together, so that the sweep at every start need not look into 256 folders.
            files.write_bytes(path, self._box().encrypt(content), by_way_of=self._root)
        return name

    def read(self, name: str) -> bytes:
        """The content of that name. Raises MissingFile, DamagedAttachment."""
        if not NAME.fullmatch(name):
            raise MissingFile(name)
        path = place(self._root, name)
        if not path.exists():
            raise MissingFile(name)
        with files.refusals():
            stored = path.read_bytes()
        try:
            content: bytes = self._box().decrypt(stored)
        except late.load("nacl.exceptions").CryptoError as error:
            raise DamagedAttachment(name) from error
        if hmac.digest(self._key, content, "sha256").hex() != name:
            raise DamagedAttachment(name)
        return content

    def names(self) -> list[str]:
        """Every file that is there, in order of name."""
        return [path.name for path in paths(self._root)]

    def state(self, wanted: Iterable[str], progress: Progress | None = None) -> AttachedState:
        """Read every file; `wanted` are the names that records keep. Raises Cancelled."""
        there = self.names()
        damaged = []
        for done, name in enumerate(there):
            if progress:
                progress(done, len(there))
            try:
                self.read(name)
            except StoreError:
                damaged.append(name)
        return AttachedState(len(there), tuple(sorted({*wanted} - {*there})), tuple(damaged))

    def _box(self) -> Any:
        return late.load("nacl.secret").SecretBox(self._key)
