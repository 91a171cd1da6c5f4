"""What a person does to the photo of one child, each under the name that undo and history show."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app import edits
from app.changes import Change
from app.children import Child
from app.photos import PictureRefused
from app.store import StoreError
from app.tablefile import CannotRead
from ui import words
from ui.photos import frame, reading
from ui.photos import words as said
from ui.photos.given import Given
from ui.session import Session

CLOSE_UP = 1600
"""Pixels of height of the frame that a picture just given is held at, to be cut from."""


class PhotoDeeds:
    """The verbs; each returns whether it was written. What went wrong has been said by then."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._given: tuple[str, bytes] = ("", b"")
        """The photo stored last and the content it was made of: cutting it again starts from there."""

    def put(self, child: Child, what: Given) -> bool:
        """Read what was dropped, pasted or chosen and make it the child's photo."""
        try:
            content = what.content or self._session.disk.read_file(PurePath(what.paths[0]), reading.MOST_BYTES)
            photo = reading.kept_photo(content)
        except (PictureRefused, CannotRead) as error:
            self._session.failed.emit(said.not_put(child, error))
            return False
        return self._store(child, said.put_label(child), photo, content)

    def source(self, child: Child, shown: QImage) -> QImage:
        """The picture to cut from: as it was given, if that was just now, else as it is kept."""
        name, content = self._given
        return reading.decoded(content, CLOSE_UP) if name == child.photo and content else shown

    def cut(self, child: Child, picture: QImage, part: QRect) -> bool:
        """Keep that part of the picture as the child's photo."""
        name, content = self._given
        photo = reading.encoded(frame.cut(picture, part))
        return self._store(child, said.cut_label(child), photo, content if name == child.photo else b"")

    def remove(self, child: Child) -> bool:
        """Take the photo away; the file stays for undo."""
        return bool(child.photo) and self._apply(said.remove_label(child), edits.set_photo(child, ""))

    def agree(self, child: Child) -> bool:
        """The family agreed to pictures."""
        changes = edits.set_child_field(child, "photo_consent", "yes")
        return self._apply(said.agree_label(child), changes)

    def _store(self, child: Child, label: str, photo: bytes, content: bytes) -> bool:
        try:
            name = self._session.store.keep_file(photo)
        except StoreError as error:
            self._session.failed.emit(words.sentence(error))
            return False
        if not self._apply(label, edits.set_photo(child, name)):
            return False
        self._given = (name, content)
        return True

    def _apply(self, label: str, changes: Sequence[Change]) -> bool:
        return bool(changes) and self._session.attempt(label, changes) is not None
