"""Pictures drawn by code for the sample school: children on a stage, what a child draws, a socket before and after."""

from random import Random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from ui.photos.portraits import portrait

SIZE = QSize(960, 640)
WALLS = ("#D9E4DC", "#E8DFCB", "#D5DFEA", "#EBD9D2")
CRAYONS = ("#D23B3B", "#E79A24", "#F0CF3C", "#4C9A52", "#2F73B8", "#7A4EA3")


def stage(number: int) -> QImage:
    """A few children side by side before a wall with flags; the picture of that number, always the same."""
    chance = Random(number)
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(chance.choice(WALLS)))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for place in range(16):
        painter.setBrush(QColor(CRAYONS[place % len(CRAYONS)]))
        left = place * 60.0
        painter.drawPolygon(QPolygonF([QPointF(left + 6, 30), QPointF(left + 54, 30), QPointF(left + 30, 92)]))
    painter.fillRect(QRectF(0, 520, 960, 120), QColor("#A9794C"))
    count = chance.randint(3, 5)
    wide = 880 // count
    for place in range(count):
        size = QSize(wide - 4, 450)
        child = portrait(number * 7 + place, girl=chance.random() < 0.5, size=size, ground=False)
        painter.drawImage(QPointF(40 + place * wide, 190 + chance.randint(-24, 10)), child)
    painter.end()
    return picture


def socket(*, loose: bool) -> QImage:
    """A socket by a window: hanging out of the wall, or as it should be."""
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor("#E4E0D3"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, 250, 380), QColor("#BFD7E2"))
    painter.fillRect(QRectF(0, 380, 270, 26), QColor("#8A6A48"))
    painter.fillRect(QRectF(0, 560, 960, 80), QColor("#9C8F7A"))
    painter.translate(560, 330)
    if loose:
        painter.fillRect(QRectF(-80, -80, 160, 160), QColor("#6E675B"))
        painter.setPen(QPen(QColor("#B23A2E"), 7))
        painter.drawLine(QPointF(-20, 10), QPointF(16, 96))
        painter.setPen(QPen(QColor("#2F5FA8"), 7))
        painter.drawLine(QPointF(24, 0), QPointF(44, 96))
        painter.translate(34, 70)
        painter.rotate(24)
    painter.setPen(QPen(QColor("#9A968A"), 3))
    painter.setBrush(QColor("#FAFAF6"))
    painter.drawRoundedRect(QRectF(-95, -95, 190, 190), 14, 14)
    painter.setPen(QPen(QColor("#3A3A38"), 11, c=Qt.PenCapStyle.FlatCap))
    for first, last in (((-26, -40), (-26, -8)), ((26, -40), (26, -8)), ((-34, 44), (-14, 24)), ((34, 44), (14, 24))):
        painter.drawLine(QPointF(*first), QPointF(*last))
    painter.end()
    return picture


def drawing(number: int) -> QImage:
    """A house, a sun and two people, as a child of seven draws them."""
    chance = Random(number)
    picture = QImage(QSize(640, 900), QImage.Format.Format_RGB32)
    picture.fill(QColor("#FBF8F0"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def crayon(colour: int) -> None:
        painter.setPen(QPen(QColor(CRAYONS[colour]), 9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))

    crayon(1)
    painter.drawEllipse(QPointF(510, 130), 58, 58)
    for ray in range(8):
        painter.save()
        painter.translate(510, 130)
        painter.rotate(45 * ray + chance.randint(-4, 4))
        painter.drawLine(QPointF(74, 0), QPointF(108, 0))
        painter.restore()
    crayon(0)
    painter.drawPolyline(QPolygonF([QPointF(90, 430), QPointF(240, 280), QPointF(400, 436)]))
    crayon(4)
    painter.drawRect(QRectF(118, 430, 250, 210))
    painter.drawRect(QRectF(216, 530, 60, 110))
    crayon(3)
    painter.drawLine(QPointF(40, 812), QPointF(600, 806))
    for left, tall, colour in ((430, 150, 5), (520, 96, 0)):
        crayon(colour)
        painter.drawEllipse(QPointF(left, 800 - tall), 26, 28)
        painter.drawLine(QPointF(left, 828 - tall), QPointF(left, 780))
        painter.drawLine(QPointF(left - 34, 850 - tall), QPointF(left + 34, 856 - tall))
        painter.drawLine(QPointF(left, 780), QPointF(left - 20, 808))
        painter.drawLine(QPointF(left, 780), QPointF(left + 20, 808))
    painter.end()
    return picture
