"""Photos out of the file, each decrypted once while it is looked at; a lost or damaged one is said, not raised."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.children import Child
from app.photos import PictureRefused, printed_photo
from app.store import MissingFile, StoreError
from ui.photos import frame, reading

KEPT = 12
MISSING, DAMAGED = "missing", "damaged"


@dataclass(frozen=True, slots=True)
class Found:
    """A photo, or why there is none: `wrong` is "", "missing" or "damaged"."""

    picture: QImage | None = None
    wrong: str = ""


class Album:
    """The photos of a store; `file` gives an attached file and may raise StoreError."""

    def __init__(self, file: Callable[[str], bytes], make: Callable[[QImage], QImage] | None = None) -> None:
        self._file, self._make = file, make
        self._kept: OrderedDict[str, Found] = OrderedDict()

    def look(self, name: str) -> Found:
        """The photo of that name; nothing for ""."""
        if not name:
            return Found()
        if name not in self._kept:
            self._kept[name] = self._read(name)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(name)
        return self._kept[name]

    def forget(self) -> None:
        """Read everything anew from now on: a file may have come back."""
        self._kept.clear()

    def _read(self, name: str) -> Found:
        try:
            picture = reading.stored_picture(self._file(name))
            return Found(self._make(picture) if self._make else picture)
        except MissingFile:
            return Found(wrong=MISSING)
        except (StoreError, PictureRefused):
            return Found(wrong=DAMAGED)


class PaperAlbum:
    """Photos as they stand on paper: framed, of the printer's size, only with the family's consent."""

    def __init__(self, file: Callable[[str], bytes]) -> None:
        # The copies of one child come one after the other, and the same picture is put into a PDF once.
        self._album = Album(file, frame.framed)

    def of(self, child: Child) -> Callable[[], QImage | None]:
        """Loads the child's picture when its card is painted: 600 of them are never in memory at once."""
        name = printed_photo(child)
        return lambda: self._album.look(name).picture
