"""From a file of a phone or office to what is kept: pictures upright, at most 2,000 points, without their place.

All else is kept as it is. Runs in the background.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from app.attachments import FILM, MOST_BYTES, PDF, PICTURE, AttachmentRefused, Kept, kind_by_name
from app.bare_pictures import bare, bare_film
from app.photos import PictureRefused
from app.ports import Disk
from app.slips.scans import ScanRefused
from app.store import Store
from ui.photos.reading import SCANNED as KINDS
from ui.photos.reading import encoded, scaled, stored_picture

LONGEST = 2000
"""Points of the longer side of a picture that are kept."""
SMALL = 240
"""Points of the shorter side of a thumbnail: a tile at 150 %, larger text included."""
_APPLE = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif")
_STARTS = (b"\xff\xd8", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8")
FirstPage = Callable[[bytes, str], bytes]
"""The picture of a scanner's PDF's first page. Raises ScanRefused."""


def is_picture(content: bytes) -> bool:
    """Whether a file is a picture, whatever it is called; one that cannot be read is refused as such."""
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    apple = content[4:8] == b"ftyp" and content[8:12] in _APPLE
    plain = content.startswith(b"BM") and content[6:10] == bytes(4)
    return webp or apple or plain or content.startswith(_STARTS)


def keep(
    store: Store, content: bytes, name: str, *, original: bool = False, first_page: FirstPage | None = None
) -> Kept:
    """Store a file with its thumbnail. Raises PictureRefused, AttachmentRefused, StoreError."""
    if not content:
        raise AttachmentRefused("empty")
    if is_picture(content):
        return _keep_picture(store, content, name, original)
    kind = kind_by_name(name)
    if len(content) > MOST_BYTES:
        raise AttachmentRefused("too_big")
    if kind == FILM:
        content = bare_film(content)
    small = ""
    if kind == PDF and first_page is not None:
        try:
            small = store.keep_file(encoded(thumbnail(scaled(first_page(content, name), _small, KINDS))))
        except (ScanRefused, PictureRefused):
            small = ""
    return Kept(store.keep_file(content), name, kind, len(content), small)


def _keep_picture(store: Store, content: bytes, name: str, original: bool) -> Kept:
    picture = scaled(content, kept_size, KINDS, tiny=1)
    kept = encoded(picture)
    small = store.keep_file(encoded(thumbnail(picture)))
    whole = bare(content) if original else None
    return Kept(store.keep_file(kept), name, PICTURE, len(kept), small, store.keep_file(whole) if whole else "")


def thumbnail(picture: QImage) -> QImage:
    """The picture as a tile shows it: its middle, where it is much longer than wide."""
    wide, high = picture.width(), picture.height()
    side = min(wide, high)
    if max(wide, high) > 2 * side:
        picture = picture.copy((wide - min(wide, 2 * side)) // 2, (high - min(high, 2 * side)) // 2,
                               min(wide, 2 * side), min(high, 2 * side))  # fmt: skip
    if side <= SMALL:
        return picture
    mode = Qt.TransformationMode.SmoothTransformation
    return picture.scaledToHeight(SMALL, mode) if picture.height() == side else picture.scaledToWidth(SMALL, mode)


def tile(picture: QImage, side: int) -> QImage:
    """The middle of a picture as a square of that many points, as it is painted."""
    inside = min(picture.width(), picture.height())
    middle = picture.copy((picture.width() - inside) // 2, (picture.height() - inside) // 2, inside, inside)
    ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return middle.scaled(QSize(side, side), ratio, mode).convertToFormat(QImage.Format.Format_RGB32)


def small_picture(content: bytes) -> QImage:
    """A thumbnail made anew of a picture that is kept. Raises PictureRefused."""
    return thumbnail(scaled(content, _small, KINDS, tiny=1))


def large_picture(content: bytes) -> QImage:
    """A picture as it is kept. Raises PictureRefused."""
    return stored_picture(content)


def scan_pages(disk: Disk, content: bytes, name: str) -> list[Callable[[], QImage]]:
    """The pages of a scanner's PDF, each decoded when it is asked for; none of one that a program made. Raises
    ScanRefused; a page raises that or PictureRefused."""

    def decoded(page: Callable[[], bytes]) -> QImage:
        return scaled(page(), kept_size, KINDS)

    return [partial(decoded, page) for page in disk.scan_of(content, name).pages]


def kept_size(seen: QSize) -> QSize:
    """What a picture of that size is scaled to; never enlarged."""
    return _within(seen, LONGEST)


def _small(seen: QSize) -> QSize:
    return _within(seen, 4 * SMALL)


def _within(seen: QSize, longest: int) -> QSize:
    side = max(seen.width(), seen.height())
    if side <= longest:
        return seen
    factor = longest / side
    return QSize(max(1, round(seen.width() * factor)), max(1, round(seen.height() * factor)))
