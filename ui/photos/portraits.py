"""Portraits of nobody, drawn by code for the sample school: so that no real child is ever in it."""

from random import Random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

SIZE = QSize(480, 640)
GROUNDS = ("#6E9FCB", "#8DB4D6", "#E9EDF0", "#B85A4E")
SKINS = ("#EBC6A4", "#DFB48C", "#F0D0B2")
HAIRS = ("#20191A", "#2B2220", "#171313")
SHIRTS = ("#FFFFFF", "#E3E9F2", "#C9DCCB", "#F3E3B8")
SCARF = "#B8352B"


def portrait(number: int, *, girl: bool, size: QSize = SIZE, ground: bool = True) -> QImage:
    """The portrait of that number, always the same; drawn for 480 × 640 and centred in any other size. Without its
    ground it can be put into another picture."""
    chance = Random(number)
    picture = QImage(size, QImage.Format.Format_RGB32 if ground else QImage.Format.Format_ARGB32_Premultiplied)
    if not ground:
        picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(chance.choice(GROUNDS))
    if ground:
        _ground(painter, picture, colour)
    scale = size.height() / SIZE.height()
    painter.translate(size.width() / 2, 0)
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    skin, hair = QColor(chance.choice(SKINS)), QColor(chance.choice(HAIRS))
    wide = 104 + chance.randint(-8, 10)
    if girl:
        _long_hair(painter, hair, wide, tails=chance.random() < 0.6)
    _body(painter, skin, QColor(chance.choice(SHIRTS)), scarf=chance.random() < 0.7)
    _head(painter, skin, wide)
    _hair(painter, hair, wide, girl=girl, part=chance.randint(-40, 40))
    _face(painter, chance, glasses=chance.random() < 0.25)
    painter.end()
    return picture


def _ground(painter: QPainter, picture: QImage, colour: QColor) -> None:
    light = QLinearGradient(QPointF(0, 0), QPointF(0, picture.height()))
    light.setColorAt(0, colour.lighter(112))
    light.setColorAt(1, colour)
    painter.fillRect(picture.rect(), QBrush(light))


def _body(painter: QPainter, skin: QColor, shirt: QColor, *, scarf: bool) -> None:
    painter.setBrush(skin.darker(112))
    painter.drawRoundedRect(QRectF(-44, 380, 88, 130), 30, 30)
    shoulders = QPainterPath(QPointF(-210, 660))
    shoulders.cubicTo(QPointF(-205, 520), QPointF(-120, 500), QPointF(-56, 478))
    shoulders.quadTo(QPointF(0, 530), QPointF(56, 478))
    shoulders.cubicTo(QPointF(120, 500), QPointF(205, 520), QPointF(210, 660))
    painter.setBrush(shirt)
    painter.drawPath(shoulders)
    painter.setBrush(QColor(SCARF) if scarf else shirt.darker(115))
    for side in (-1, 1):
        wing = QPainterPath(QPointF(0, 545))
        wing.lineTo(58 * side, 476)
        wing.lineTo(84 * side, 500)
        wing.lineTo(30 * side, 570 if scarf else 545)
        painter.drawPath(wing)
    if scarf:
        tail = QPainterPath(QPointF(-16, 545))
        for x, y in ((16, 545), (40, 650), (6, 640), (-30, 652)):
            tail.lineTo(x, y)
        painter.drawPath(tail)


def _head(painter: QPainter, skin: QColor, wide: float) -> None:
    painter.setBrush(skin.darker(106))
    for side in (-1, 1):
        painter.drawEllipse(QPointF(side * wide, 300), 18, 30)
    painter.setBrush(skin)
    face = QPainterPath(QPointF(-wide, 270))
    face.cubicTo(QPointF(-wide, 120), QPointF(wide, 120), QPointF(wide, 270))
    face.cubicTo(QPointF(wide, 370), QPointF(50, 428), QPointF(0, 428))
    face.cubicTo(QPointF(-50, 428), QPointF(-wide, 370), QPointF(-wide, 270))
    painter.drawPath(face)


def _long_hair(painter: QPainter, hair: QColor, wide: float, *, tails: bool) -> None:
    painter.setBrush(hair)
    if tails:
        for side in (-1, 1):
            painter.drawEllipse(QPointF(side * (wide + 26), 330), 30, 92)
    else:
        painter.drawRoundedRect(QRectF(-wide - 24, 190, 2 * wide + 48, 260), 80, 60)


def _hair(painter: QPainter, hair: QColor, wide: float, *, girl: bool, part: int) -> None:
    painter.setBrush(hair)
    top = QPainterPath(QPointF(-wide - 10, 282))
    top.cubicTo(QPointF(-wide - 24, 96), QPointF(wide + 24, 96), QPointF(wide + 10, 282))
    top.cubicTo(QPointF(wide - 4, 230), QPointF(wide - 26, 214), QPointF(part + 60, 206 if girl else 190))
    top.quadTo(QPointF(part, 226 if girl else 202), QPointF(part - 50, 210 if girl else 196))
    top.cubicTo(QPointF(-wide + 26, 214), QPointF(-wide + 4, 236), QPointF(-wide - 10, 282))
    painter.drawPath(top)


def _face(painter: QPainter, chance: Random, *, glasses: bool) -> None:
    ink = QColor("#2A2020")
    for side in (-1, 1):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(side * 44, 292), 9, 11)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QPointF(side * 44 + 3, 288), 3, 3)
        painter.setBrush(QColor(214, 110, 96, 60))
        painter.drawEllipse(QPointF(side * 66, 340), 20, 13)
        painter.setPen(QPen(ink, 6, c=Qt.PenCapStyle.RoundCap))
        lift = chance.randint(0, 6)
        painter.drawLine(QPointF(side * 28, 262), QPointF(side * 62, 260 - lift))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if glasses:
        painter.setPen(QPen(QColor("#4A4A52"), 5))
        for side in (-1, 1):
            painter.drawEllipse(QPointF(side * 46, 294), 34, 28)
        painter.drawLine(QPointF(-12, 290), QPointF(12, 290))
    painter.setPen(QPen(QColor("#B4705A"), 4, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(-5, 336), QPointF(5, 336))
    smile = QPainterPath(QPointF(-28, 368))
    smile.quadTo(QPointF(0, 384 + chance.randint(0, 12)), QPointF(28, 368))
    painter.setPen(QPen(QColor("#A2463C"), 6, c=Qt.PenCapStyle.RoundCap))
    painter.drawPath(smile)
