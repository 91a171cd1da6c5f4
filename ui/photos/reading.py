"""From a picture of any camera to the photo that is kept: upright, no larger than the card needs, without metadata."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter, QPainter

from app.photos import PictureRefused
from ui.photos import frame

MOST_BYTES = 64 << 20
MOST_PIXELS = {b"jpeg": 200_000_000}
"""A JPEG is scaled while it is read; anything else must be unpacked whole first."""
MOST_PIXELS_WHOLE = 50_000_000
TINY = 60
"""A side of so few pixels shows no face."""
QUALITY = 85
FORMATS = (b"jpeg", b"png", b"bmp", b"webp")
SCANNED = (*FORMATS, b"tiff", b"pbm", b"pgm", b"ppm")
"""What phones and scanners make; the last three come out of a PDF."""
_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_QUARTER = QImageIOHandler.Transformation.TransformationRotate90
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers of JPEG that no length follows."""

# What Qt says into its log of a damaged picture, the person is told in words.
QLoggingCategory.setFilterRules("qt.gui.imageio*=false")


def kept_photo(content: bytes) -> bytes:
    """The JPEG to keep of a picture file's content. Raises PictureRefused."""
    return encoded(decoded(content))


def decoded(content: bytes, most: int = frame.KEPT_HEIGHT) -> QImage:
    """The picture upright, its frame `most` pixels high at most, on white. Raises PictureRefused."""
    return frame.trimmed(_plain(scaled(content, lambda seen: frame.kept_size(seen, most))))


def scaled(
    content: bytes, wanted: Callable[[QSize], QSize], kinds: Sequence[bytes] = FORMATS, tiny: int = TINY,
    place: int = 0,
) -> QImage:
    """The picture upright, no larger than what `wanted` makes of its size; a side of less than `tiny` points is
    refused; of a file of several (TIFF) the one at `place`. Raises PictureRefused."""
    _refuse_at_sight(content)
    # Python lets go of these names in their order, and a reader of TIFF crashes if its buffer goes first.
    reader = QImageReader()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    reader.setDecideFormatFromContent(True)
    kind = bytes(reader.format().data())
    if kind not in kinds:
        raise PictureRefused("no_picture")
    if place:
        reader.jumpToImage(place)
    size = reader.size()
    if not size.isValid():
        raise PictureRefused("truncated")
    wide, high = size.width(), size.height()
    if min(wide, high) < tiny:
        raise PictureRefused("too_small", wide, high)
    if wide * high > MOST_PIXELS.get(kind, MOST_PIXELS_WHOLE):
        raise PictureRefused("too_large", wide, high)
    if (kind == b"jpeg" and not _is_whole(content)) or (kind == b"bmp" and _is_short(content)):
        raise PictureRefused("truncated")
    turned = bool(reader.transformation() & _QUARTER)
    seen = size.transposed() if turned else size
    size = wanted(seen)
    if size.width() < seen.width():
        reader.setScaledSize(size.transposed() if turned else size)
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise PictureRefused("truncated")
    return picture


def encoded(picture: QImage) -> bytes:
    """The picture as a JPEG that says nothing but itself."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    writer.setOptimizedWrite(True)
    if not writer.write(_plain(picture)):
        raise PictureRefused("unreadable")
    buffer.close()
    return bytes(content.data())


def stored_picture(content: bytes) -> QImage:
    """A photo as it was kept. Raises PictureRefused."""
    picture = QImage.fromData(QByteArray(content))
    if picture.isNull():
        raise PictureRefused("truncated")
    return picture


def _plain(picture: QImage) -> QImage:
    """The same picture without its texts, profile and place, in plain colours on white."""
    if picture.colorSpace().isValid() and picture.colorSpace() != QColorSpace(QColorSpace.NamedColorSpace.SRgb):
        picture = picture.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    plain = QImage(picture.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(plain)
    painter.drawImage(0, 0, picture)
    painter.end()
    return plain


def _refuse_at_sight(content: bytes) -> None:
    if not content:
        raise PictureRefused("empty")
    if len(content) > MOST_BYTES:
        raise PictureRefused("too_heavy")
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif"):
        raise PictureRefused("apple")


def _is_whole(content: bytes) -> bool:
    """Whether a JPEG has its end. Qt would fill up the rest of one that was cut short with grey and say nothing."""
    at = 2
    while content[at : at + 1] == b"\xff":
        marker = content[at + 1]
        if marker == _SCAN:
            return content.find(_END, at) > 0
        at += 2 if marker in _ALONE else 1 if marker == 0xFF else 2 + int.from_bytes(content[at + 2 : at + 4])
        if at + 1 >= len(content):
            return False
    return False


def _is_short(content: bytes) -> bool:
    """Whether a BMP has fewer bytes than its lines need; Qt would leave the rest black."""
    start, wide, high = (int.from_bytes(content[at : at + 4], "little", signed=True) for at in (10, 18, 22))
    bits, packed = (int.from_bytes(content[at : at + 2], "little") for at in (28, 30))
    return not packed and len(content) < start + (wide * bits + 31) // 32 * 4 * abs(high)
