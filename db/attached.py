"""Attached files (photos, empty forms): encrypted under a name made of their content, the same file stored once."""

import hmac
import re
from typing import TYPE_CHECKING, Any

from app import late
from app.store import DamagedAttachment, MissingFile
from db import files

if TYPE_CHECKING:
    from db.folder import DataFolder

PURPOSE = b"qianshou attached files"
NAME = re.compile(r"[0-9a-f]{64}")


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
        path = self._root / name[:2] / name
        if not path.exists():
            with files.refusals():
                path.parent.mkdir(parents=True, exist_ok=True)
            files.write_bytes(path, self._box().encrypt(content))
        return name

    def read(self, name: str) -> bytes:
        """The content of that name. Raises MissingFile, DamagedAttachment."""
        if not NAME.fullmatch(name):
            raise MissingFile(name)
        path = self._root / name[:2] / name
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
        return sorted(path.name for path in self._root.glob("??/*") if NAME.fullmatch(path.name))

    def _box(self) -> Any:
        return late.load("nacl.secret").SecretBox(self._key)
