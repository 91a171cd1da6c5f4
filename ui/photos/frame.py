"""The frame of a photo: 5 to 7 as the card prints it (25 × 35 mm), and how large a picture must be for that."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

WIDE, HIGH = 5, 7
KEPT_HEIGHT = 640
"""Pixels of the frame that are kept: 35 mm at 460 dpi, so that it may be drawn closer later."""
LEAST_HEIGHT = 207
"""35 mm at 150 dpi; less prints blurred."""
LONGEST = 2.0
"""The picture is kept around its frame, but no longer than so many times its other side."""
ABOVE = 0.3
"""Of what the frame leaves out above and below, this much lies above: faces are in the upper half."""
PRINTED = QSize(355, 497)
"""Pixels on paper: 25 × 35 mm at 360 dpi."""


def usual(size: QSize) -> QRect:
    """The frame that is taken when nobody chose one: as large as it goes, in the middle, rather high."""
    wide, high = size.width(), size.height()
    if wide * HIGH > high * WIDE:
        inside = round(high * WIDE / HIGH)
        return QRect((wide - inside) // 2, 0, inside, high)
    inside = min(high, round(wide * HIGH / WIDE))
    return QRect(0, round((high - inside) * ABOVE), wide, inside)


def is_framed(size: QSize) -> bool:
    """Whether the whole picture is the frame already, a pixel more or less."""
    return abs(size.width() * HIGH - size.height() * WIDE) <= max(WIDE, HIGH) * 2


def kept_size(size: QSize, most: int = KEPT_HEIGHT) -> QSize:
    """What a picture of that size is scaled to so that its frame is at most so high; never enlarged."""
    high = usual(size).height()
    if high <= most:
        return size
    factor = most / high
    return QSize(max(1, round(size.width() * factor)), max(1, round(size.height() * factor)))


def trimmed(picture: QImage) -> QImage:
    """The picture without the far ends of a panorama."""
    wide, high = picture.width(), picture.height()
    if wide > high * LONGEST:
        inside = round(high * LONGEST)
        return picture.copy((wide - inside) // 2, 0, inside, high)
    if high > wide * LONGEST:
        inside = round(wide * LONGEST)
        return picture.copy(0, round((high - inside) * ABOVE), wide, inside)
    return picture


def cut(picture: QImage, part: QRect) -> QImage:
    """That part of the picture, scaled down if it is larger than what is kept."""
    found = picture.copy(part)
    if found.height() > KEPT_HEIGHT:
        mode = Qt.TransformationMode.SmoothTransformation
        found = found.scaledToHeight(KEPT_HEIGHT, mode)
    return found


def framed(picture: QImage, size: QSize = PRINTED) -> QImage:
    """The usual frame of a kept picture, at most of that size."""
    part = picture if is_framed(picture.size()) else picture.copy(usual(picture.size()))
    if part.height() <= size.height():
        return part
    ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return part.scaled(size, ratio, mode)


def draw(painter: QPainter, picture: QImage, target: QRectF) -> None:
    """Paint the usual frame of a picture into a rectangle of 5 to 7."""
    part = QRectF(picture.rect()) if is_framed(picture.size()) else QRectF(usual(picture.size()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, picture, part)
    painter.restore()


def prints_blurred(size: QSize) -> bool:
    """Whether the frame of a picture of that size is too small for the card."""
    return usual(size).height() < LEAST_HEIGHT
