"""Pictures of pages: decoded, laid flat, and what somebody wrote cut out of them. All of it is Qt's work on QImages."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QTransform

from app.slips.codes import Grey
from app.slips.geometry import Projection
from app.slips.marks import SCALE
from app.slips.sheet import HIGH, WIDE, Rect
from ui.photos.reading import SCANNED, scaled

KINDS = SCANNED
LONGEST = 3600
"""Points of the longer side that are looked at: A4 at 300 dpi. A phone has more than are any good."""
SHADES = QImage.Format.Format_Grayscale8
QUALITY = 50
SHOWN = 900
"""Points of the longer side of a page beside a list."""
GAP = 16
"""Points between two cut-outs that are shown as one."""


def decoded(data: bytes, place: int = 0) -> QImage:
    """The picture of a page. Raises PictureRefused."""
    return scaled(data, _wanted, KINDS, place=place)


def count(data: bytes) -> int:
    """How many pages a picture file has: a scanner may put a whole pile into one TIFF."""
    if data[:4] not in (b"II*\0", b"MM\0*"):
        return 1
    reader = QImageReader()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    return max(1, reader.imageCount())


def _wanted(seen: QSize) -> QSize:
    longest = max(seen.width(), seen.height())
    return seen if longest <= LONGEST else seen * (LONGEST / longest)


def shades(picture: QImage) -> Grey:
    """The picture in grey, as `app.slips` takes it."""
    grey = picture.convertToFormat(SHADES)
    return Grey(grey.width(), grey.height(), grey.bytesPerLine(), bytes(grey.constBits()))


def twice(picture: QImage) -> Grey:
    """The same twice as large."""
    size = picture.size() * 2
    grey = picture.convertToFormat(SHADES)
    return shades(grey.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation))


def laid_flat(picture: QImage, lies: Projection) -> QImage:
    """The page as if it had been scanned straight, SCALE points to the mm."""
    flat = QImage(round(WIDE * SCALE), round(HIGH * SCALE), QImage.Format.Format_RGB32)
    flat.fill(QColor(128, 128, 128))
    # From points of the flat page to those of the picture; Qt counts a column for each of our rows.
    there = QTransform(lies.a, lies.d, lies.g, lies.b, lies.e, lies.h, lies.c, lies.f, 1.0)
    back, possible = (QTransform.fromScale(1 / SCALE, 1 / SCALE) * there).inverted()
    if possible:
        painter = QPainter(flat)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(back)
        painter.drawImage(0, 0, picture)
        painter.end()
    return flat


def small(picture: QImage) -> bytes:
    """The picture to be shown beside a list, as a JPEG."""
    size = picture.size().scaled(SHOWN, SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
    fewer = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return _packed(_brightened(fewer))


def cut_out(flat: QImage, parts: Sequence[Rect]) -> bytes:
    """These parts of a flat page side by side, as a JPEG; b"" for none."""
    areas = [_area(part) for part in parts]
    if not areas:
        return b""
    wide, high = sum(one.width() for one in areas) + GAP * (len(areas) - 1), max(one.height() for one in areas)
    whole = QImage(wide, high, QImage.Format.Format_RGB32)
    whole.fill(QColor(255, 255, 255))
    painter = QPainter(whole)
    x = 0
    for area in areas:
        painter.drawImage(x, (high - area.height()) // 2, flat.copy(area))
        x += area.width() + GAP
    painter.end()
    return _packed(_brightened(whole))


def _packed(picture: QImage) -> bytes:
    """As a small JPEG: a pile of forty pages has some hundred of them, and they wait in the file for the clerk."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    writer.write(picture)
    buffer.close()
    return bytes(data.data())


def _brightened(picture: QImage) -> QImage:
    """The same with its paper white, however dim the light was."""
    small = picture.scaledToWidth(64)
    shown = sorted(small.pixelColor(x, y).lightness() for x in range(64) for y in range(small.height()))
    paper = shown[len(shown) * 2 // 3]
    if 60 < paper < 250:
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_ColorDodge)
        lack = 250 - paper
        painter.fillRect(picture.rect(), QColor(lack, lack, lack))
        painter.end()
    return picture


def _area(part: Rect) -> QRect:
    x, y, wide, high = (round(size * SCALE) for size in part)
    return QRect(x, y, max(1, wide), max(1, high))
