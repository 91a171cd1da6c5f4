"""Pens and a camera: marks on a printed page, and pictures of it as a phone or a scanner makes them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from app.slips.geometry import Point

INK = QColor(25, 30, 90)
RED = QColor(190, 30, 30)
BLACK = QColor(20, 20, 20)
PENCIL = QColor(120, 120, 122)
SMOOTH = Qt.TransformationMode.SmoothTransformation
IGNORE = Qt.AspectRatioMode.IgnoreAspectRatio


@dataclass(frozen=True, slots=True)
class Shot:
    """How a picture is taken."""

    dpi: float = 150
    turned: float = 0
    """Degrees; 90 and 180 for one who held the phone otherwise."""
    skew: float = 0.0
    """How far each corner strays, as a part of the page."""
    light: float = 1.0
    """1 = bright, 0.5 = dim."""
    uneven: float = 1.0
    """How much light is left at the dark end."""
    noise: float = 0.0
    """0.1 = a cheap phone in the evening."""
    soft: float = 1.0
    """0.7 = as if taken with fewer points and blown up."""
    quality: int = 75
    margin: float = 10.0
    """mm of table round the page."""
    bent: float = 0.0
    """mm by which the middle of the page lies beside where a flat one would have it."""


def paper(painted: Callable[[QPainter], None], dpi: float = 300) -> QImage:
    """A printed page; the painter draws in mm."""
    dots = dpi / 25.4
    page = QImage(round(210 * dots), round(297 * dots), QImage.Format.Format_RGB32)
    page.fill(QColor(255, 255, 255))
    painter = pen_on(page)
    painted(painter)
    painter.end()
    return page


def pen_on(page: QImage) -> QPainter:
    """A painter whose unit is the mm."""
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(page.width() / 210, page.height() / 297)
    return painter


def _pen(colour: QColor, thick: float) -> QPen:
    return QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def tick(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """√, as large as the box or a little larger."""
    x, y = box
    wobble = lambda: chance.uniform(-0.35, 0.35)  # noqa: E731
    path = QPainterPath(QPointF(x + 0.9 + wobble(), y + side * 0.5 + wobble()))
    path.lineTo(x + side * 0.42 + wobble(), y + side - 0.9 + wobble())
    path.lineTo(x + side * chance.uniform(0.8, 1.05), y + side * chance.uniform(0.02, 0.25))
    painter.setPen(_pen(colour, chance.uniform(0.35, 0.7)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def cross(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """×."""
    x, y = box
    near, far = chance.uniform(0.6, 1.3), side - chance.uniform(0.6, 1.3)
    painter.setPen(_pen(colour, chance.uniform(0.35, 0.7)))
    painter.drawLine(QPointF(x + near, y + near), QPointF(x + far, y + far))
    painter.drawLine(QPointF(x + near, y + far), QPointF(x + far, y + near))


def filled(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """Blackened, more or less to the edge."""
    x, y = box
    inset = chance.uniform(0.1, 0.9)
    painter.fillRect(QRectF(x + inset, y + inset, side - 2 * inset, side - 2 * inset), colour)


def scribble(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """Strokes to and fro."""
    x, y = box
    path = QPainterPath(QPointF(x + 0.8, y + 0.8))
    for step in range(1, 7):
        path.lineTo(x + (side - 0.8 if step % 2 else 0.8), y + 0.8 + (side - 1.6) * step / 6)
    painter.setPen(_pen(colour, chance.uniform(0.35, 0.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def sweep(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """A large tick whose tail runs out of the box, towards whatever stands above."""
    x, y = box
    path = QPainterPath(QPointF(x + 0.5, y + side * 0.45))
    path.lineTo(x + side * 0.4, y + side - 0.5)
    path.lineTo(x + side + chance.uniform(1.0, 2.6), y - chance.uniform(1.0, 2.6))
    painter.setPen(_pen(colour, chance.uniform(0.4, 0.7)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def small(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """A shy tick somewhere in the box."""
    size = chance.uniform(1.8, 2.6)
    x, y = (at + chance.uniform(0.9, side - 0.9 - size) for at in box)
    painter.setPen(_pen(colour, chance.uniform(0.35, 0.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(x, y + size * 0.6))
    path.lineTo(x + size * 0.4, y + size)
    path.lineTo(x + size, y)
    painter.drawPath(path)


MARKS = (tick, cross, filled, scribble, sweep, small)
PENS = (INK, RED, BLACK, PENCIL)


def intruder(painter: QPainter, box: Point, chance: Random, colour: QColor = INK, side: float = 5.0) -> None:
    """The tail of a stroke that was meant for another box and ends in this one."""
    x, y = box
    into = chance.uniform(0.3, 1.4)
    away = chance.uniform(1.0, 3.0)
    painter.setPen(_pen(colour, chance.uniform(0.35, 0.6)))
    if chance.random() < 0.5:
        along = chance.uniform(0.3, side - 0.3)
        painter.drawLine(QPointF(x + along - 0.5, y + side + away), QPointF(x + along, y + side - into))
    else:
        along = chance.uniform(0.3, side - 0.3)
        painter.drawLine(QPointF(x - away, y + along + 0.6), QPointF(x + into, y + along))


def stain(painter: QPainter, middle: Point, radius: float = 16.0) -> None:
    """The foot of a coffee cup: brown, darker at its rim."""
    glow = QRadialGradient(QPointF(*middle), radius)
    glow.setColorAt(0.0, QColor(120, 78, 40, 120))
    glow.setColorAt(0.85, QColor(112, 70, 34, 140))
    glow.setColorAt(0.95, QColor(80, 46, 20, 215))
    glow.setColorAt(1.0, QColor(80, 46, 20, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(QPointF(*middle), radius, radius)


def blot(painter: QPainter, middle: Point, radius: float = 9.0) -> None:
    """Coffee or ink that nothing is seen through."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(70, 42, 20))
    painter.drawEllipse(QPointF(*middle), radius, radius * 0.9)


def torn(painter: QPainter, corner: Point, size: float = 30.0) -> None:
    """A corner that is torn off: what lies beneath is seen."""
    x, y = corner
    inward = (1 if x < 100 else -1, 1 if y < 100 else -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(110, 96, 80))
    painter.drawPolygon(QPolygonF([
        QPointF(x, y), QPointF(x + inward[0] * size, y), QPointF(x, y + inward[1] * size)
    ]))  # fmt: skip


def shadow(painter: QPainter, edge: float, dark: float = 0.55) -> None:
    """The shadow of a hand or phone, with a hard edge across the page."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    tone = round(255 * dark)
    painter.fillRect(QRectF(0, 0, edge, 297), QColor(tone, tone, tone))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def taken(page: QImage, shot: Shot, chance: Random) -> QImage:
    """The picture that the camera keeps."""
    dots = shot.dpi / 25.4
    small = page.scaled(QSize(round(210 * dots), round(297 * dots)), IGNORE, SMOOTH)
    if shot.soft < 1:
        fewer = QSize(round(small.width() * shot.soft), round(small.height() * shot.soft))
        small = small.scaled(fewer, IGNORE, SMOOTH).scaled(small.size(), IGNORE, SMOOTH)
    if shot.bent:
        small = _bent(small, shot.bent * dots)
    wide, high = small.width(), small.height()
    corners = [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]
    stray = lambda length: chance.uniform(-shot.skew, shot.skew) * length  # noqa: E731
    turn = QTransform()
    turn.rotate(shot.turned)
    seen = turn.map(QPolygonF([QPointF(x + stray(wide), y + stray(high)) for x, y in corners]))
    rim = seen.boundingRect().adjusted(*(sign * shot.margin * dots for sign in (-1, -1, 1, 1)))
    seen.translate(-rim.topLeft())
    table = QImage(rim.size().toSize(), QImage.Format.Format_RGB32)
    table.fill(QColor(104, 90, 76))
    painter = QPainter(table)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    lies = QTransform()
    QTransform.quadToQuad(QPolygonF([QPointF(*corner) for corner in corners]), seen, lies)
    painter.setTransform(lies)
    painter.drawImage(0, 0, small)
    painter.resetTransform()
    _lit(painter, table.size(), shot, chance)
    painter.end()
    return QImage.fromData(QByteArray(jpeg(table, shot.quality)))


def _bent(flat: QImage, by: float) -> QImage:
    """The page as a bow: its middle lies aside and lower."""
    bow = QImage(flat.size(), QImage.Format.Format_RGB32)
    bow.fill(QColor(250, 250, 250))
    painter = QPainter(bow)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    high, step = flat.height(), 8
    for y in range(0, high, step):
        aside = by * math.sin(math.pi * y / high)
        painter.drawImage(QRectF(aside, y + aside / 2, flat.width(), step + 1), flat,
                          QRectF(0, y, flat.width(), step + 1))
    painter.end()
    return bow


def _lit(painter: QPainter, size: QSize, shot: Shot, chance: Random) -> None:
    ends = [(0, 0), (size.width(), 0), (size.width(), size.height()), (0, size.height())]
    first = chance.randrange(4)
    glow = QLinearGradient(QPointF(*ends[first]), QPointF(*ends[(first + chance.choice((1, 2, 3))) % 4]))
    for place, light in ((0.0, shot.light), (1.0, shot.light * shot.uneven)):
        tone = round(255 * light)
        glow.setColorAt(place, QColor(tone, tone, round(tone * 0.96)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(0, 0, size.width(), size.height(), QBrush(glow))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if shot.noise:
        painter.setOpacity(shot.noise)
        painter.fillRect(0, 0, size.width(), size.height(), QBrush(grain(chance.randrange(4))))
        painter.setOpacity(1.0)


@cache
def grain(which: int) -> QImage:
    """A tile of noise."""
    noise = Random(which).randbytes(509 * 512)
    return QImage(noise, 509, 512, 512 - 3 + 3, QImage.Format.Format_Grayscale8).copy(0, 0, 509, 512)


def jpeg(picture: QImage, quality: int = 75) -> bytes:
    """The picture as a phone stores it."""
    return _stored(picture, "JPG", quality)


def png(picture: QImage) -> bytes:
    """The picture as it is."""
    return _stored(picture, "PNG", -1)


def _stored(picture: QImage, kind: str, quality: int) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, kind, quality)
    return bytes(content.data())


def any_shot(chance: Random) -> Shot:
    """A picture as the tests of scan.md had them, and worse: any turn, 100–300 dpi, dim, uneven, noisy, soft."""
    return Shot(
        dpi=chance.choice((100, 110, 130, 150, 170, 200, 250, 300)),
        turned=chance.uniform(-5, 5) + chance.choice((0, 0, 0, 90, 180, 270)),
        skew=chance.uniform(0, 0.02),
        light=chance.uniform(0.55, 1.0),
        uneven=chance.uniform(0.6, 1.0),
        noise=chance.uniform(0.0, 0.12),
        soft=chance.choice((1.0, 1.0, 0.85, 0.7)),
        quality=chance.choice((60, 75, 90)),
        bent=chance.choice((0.0, 0.0, chance.uniform(-1.0, 1.0))),
    )


def marked(painter: QPainter, boxes: Sequence[Point], chance: Random, part: float = 0.5) -> list[bool]:
    """Tick about that part of the boxes, each in its own way; says which."""
    truth = []
    for box in boxes:
        on = chance.random() < part
        if on:
            chance.choice(MARKS)(painter, box, chance, chance.choice(PENS))
        truth.append(on)
    return truth
