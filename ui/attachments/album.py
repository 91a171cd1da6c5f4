"""Thumbnails out of the file: read and decoded in the background, what is looked at now first, a few hundred kept."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.attachments import PICTURE, Attachment
from app.photos import PictureRefused
from app.store import MissingFile, Progress, Store, StoreError
from ui import tokens
from ui.attachments.reading import small_picture, tile
from ui.photos.album import DAMAGED, MISSING, Found
from ui.photos.reading import stored_picture
from ui.session import Session
from ui.work import Work

SIDE = 68
"""px at 100 % of a tile."""
KEPT = 400
"""Thumbnails in memory: 30 MB at the very most."""
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
        self._unchecked: OrderedDict[int, tuple[Attachment, Found]] = OrderedDict()
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
        self._begin(store)
        return None

    def is_wrong(self, attachment_id: int) -> bool:
        """Whether its file is known to be missing or damaged."""
        found = self._kept.get(attachment_id)
        return found is not None and bool(found.wrong)

    def forget(self) -> None:
        """Read everything anew from now on: a file may have come back."""
        self._kept.clear()

    @property
    def reading(self) -> bool:
        """Whether anything is still on its way."""
        return self._work.busy or bool(self._wanted or self._unchecked)

    def wait(self) -> None:
        """Stand still until the file is no longer read (before it is closed)."""
        with self._guard:
            self._wanted.clear()
            self._unchecked.clear()
        self._work.wait()

    def _begin(self, store: Store) -> None:
        if not self._work.busy:
            side = round(tokens.px(SIDE) * QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
            self._work.run_alone(
                lambda progress: self._read_all(store, side, progress), self._again, lambda _error: None
            )

    def _read_all(self, store: Store, side: int, progress: Progress) -> None:
        while True:
            progress(0, 0)
            with self._guard:
                # What was asked for last is what is on the screen.
                one = self._wanted.popitem()[1] if self._wanted else None
                checked = self._unchecked.popitem()[1] if one is None and self._unchecked else None
            if one is not None:
                found = _thumbnail(store, one, side)
                self._read.emit(store, one.id, found)
                with self._guard:
                    self._unchecked[one.id] = one, found
                    if len(self._unchecked) > WAITING:
                        self._unchecked.popitem(last=False)
            elif checked is not None:
                one, found = checked
                if wrong := _wrong(store, one):
                    self._read.emit(store, one.id, Found(found.picture, wrong))
            else:
                return

    def _again(self, _nothing: object) -> None:
        """Asked for in the moment in which the reader ended."""
        if self._wanted and self._of is not None and self._of is self._store():
            self._begin(self._of)

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


def _thumbnail(store: Store, one: Attachment, side: int) -> Found:
    """Its picture in a tile of that many points; of a picture that lost its thumbnail one made anew."""
    if one.thumbnail:
        # A thumbnail that is gone or damaged is no loss: the picture itself says below how it is.
        with suppress(StoreError, PictureRefused):
            return Found(tile(stored_picture(store.file(one.thumbnail)), side))
    if one.kind != PICTURE:
        return Found()
    try:
        return Found(tile(small_picture(store.file(one.file)), side))
    except (StoreError, PictureRefused) as error:
        return Found(wrong=MISSING if isinstance(error, MissingFile) else DAMAGED)


def _wrong(store: Store, one: Attachment) -> str:
    """Whether the file behind it is missing or damaged; large films are looked at when they are opened."""
    if one.bytes > LOOKED_AT:
        return ""
    try:
        store.file(one.file)
    except MissingFile:
        return MISSING
    except StoreError:
        return DAMAGED
    return ""


def album_of(session: Session) -> Album:
    """The one album of an unlocked school."""
    found: Album | None = session.findChild(Album)
    return found or Album(lambda: session.store, session)
