"""Thumbnails out of the file: read and decoded in the background, what is looked at now first, a few hundred kept."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal

from app.attachments import PICTURE, Attachment
from app.photos import PictureRefused
from app.store import MissingFile, Progress, Store, StoreError
from ui.attachments.reading import small_picture
from ui.photos.album import DAMAGED, MISSING, Found
from ui.photos.reading import stored_picture
from ui.session import Session
from ui.work import Work

KEPT = 400
"""Thumbnails in memory: 60 MB at most."""
WAITING = 120
"""Asked for and not yet read; what was scrolled past long ago is dropped."""
LOOKED_AT = 4 << 20
"""Bytes of a file up to which it is read to see whether it is whole."""


class Album(QObject):
    """Belongs to a window's school; `store` names the open store at the moment of reading."""

    came = Signal(int, object)
    """Attachment id, Found."""
    _read = Signal(object, int, object)

    def __init__(self, store: Callable[[], Store], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._of: Store | None = None
        self._kept: OrderedDict[int, Found] = OrderedDict()
        self._wanted: OrderedDict[int, Attachment] = OrderedDict()
        self._guard = Lock()
        # A door of its own: the window's would make the fields read-only.
        self._work = Work(None, self)
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_stop, self._work))

    def look(self, one: Attachment) -> Found | None:
        """The thumbnail, or None while it is being read."""
        store = self._store()
        if store is not self._of:
            # Unlocked again: what could not be read behind the lock says nothing.
            self.forget()
            self._of = store
        found = self._kept.get(one.id)
        if found is not None:
            self._kept.move_to_end(one.id)
            return found
        with self._guard:
            self._wanted[one.id] = one
            self._wanted.move_to_end(one.id)
            while len(self._wanted) > WAITING:
                self._wanted.popitem(last=False)
        if not self._work.busy:
            self._work.run_alone(lambda progress: self._read_all(store, progress), self._again, lambda _error: None)
        return None

    def forget(self) -> None:
        """Read everything anew from now on: a file may have come back."""
        self._kept.clear()

    def is_wrong(self, attachment_id: int) -> bool:
        """Whether its file is known to be missing or damaged."""
        found = self._kept.get(attachment_id)
        return found is not None and bool(found.wrong)

    @property
    def reading(self) -> bool:
        """Whether thumbnails are still on their way."""
        return self._work.busy or bool(self._wanted)

    def wait(self) -> None:
        """Stand still until the file is no longer read (before it is closed)."""
        with self._guard:
            self._wanted.clear()
        self._work.wait()

    def _read_all(self, store: Store, progress: Progress) -> None:
        while True:
            progress(0, 0)
            with self._guard:
                if not self._wanted:
                    return
                # What was asked for last is what is on the screen.
                _id, one = self._wanted.popitem()
            self._read.emit(store, one.id, _found(store, one))

    def _again(self, _nothing: object) -> None:
        """Asked for in the moment in which the reader ended."""
        with self._guard:
            left = next(iter(self._wanted.values()), None)
        if left is not None:
            self.look(left)

    def _take(self, store: Store, key: int, found: Found) -> None:
        if store is not self._of or store is not self._store():
            return
        self._kept[key] = found
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.came.emit(key, found)


def _stop(work: Work, _gone: object = None) -> None:
    """A thread that still runs when its school goes would take the program with it."""
    work.cancel()
    work.wait()


def _found(store: Store, one: Attachment) -> Found:
    """Its thumbnail, and whether the file behind it is whole; large films are looked at when they are opened."""
    picture, wrong = None, ""
    try:
        needed = one.bytes <= LOOKED_AT or (one.kind == PICTURE and not one.thumbnail)
        content = store.file(one.file) if needed else b""
    except MissingFile:
        wrong, content = MISSING, b""
    except StoreError:
        wrong, content = DAMAGED, b""
    try:
        if one.thumbnail:
            picture = stored_picture(store.file(one.thumbnail))
    except (StoreError, PictureRefused):
        picture = None
    try:
        if picture is None and one.kind == PICTURE and content:
            picture = small_picture(content)
    except PictureRefused:
        wrong = wrong or DAMAGED
    return Found(picture, wrong)


def album_of(session: Session) -> Album:
    """The one album of an unlocked school."""
    found: Album | None = session.findChild(Album)
    return found or Album(lambda: session.store, session)
