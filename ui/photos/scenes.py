"""Pictures drawn by code for the sample school: children on a stage, what a child draws, dangers before and after."""

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from ui.photos.portraits import portrait

SIZE = QSize(960, 640)
SMALLER, CRAYON, SCANNED = 0.55, 0.6, 0.75
"""Of their size are pictures of dangers, what a child draws and scans."""
WALLS = ("#D9E4DC", "#E8DFCB", "#D5DFEA", "#EBD9D2")
CRAYONS = ("#D23B3B", "#E79A24", "#F0CF3C", "#4C9A52", "#2F73B8", "#7A4EA3")


def stage(number: int, scale: float = 1.0) -> QImage:
    """A few children side by side before a wall with flags; the picture of that number, always the same. `scale` < 1
    makes it smaller."""
    chance = Random(number)
    picture = QImage(SIZE * scale, QImage.Format.Format_RGB32)
    picture.fill(QColor(chance.choice(WALLS)))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
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
    picture = QImage(SIZE * SMALLER, QImage.Format.Format_RGB32)
    picture.fill(QColor("#E4E0D3"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SMALLER, SMALLER)
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


def _wall(ground: str, floor: str) -> tuple[QImage, QPainter]:
    """A wall with a floor before it, to paint on."""
    picture = QImage(SIZE * SMALLER, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SMALLER, SMALLER)
    painter.fillRect(QRectF(0, 540, 960, 100), QColor(floor))
    painter.setPen(Qt.PenStyle.NoPen)
    return picture, painter


def extinguishers(*, new: bool) -> QImage:
    """Two fire extinguishers in a corridor: the tags past their day, or new ones with a check card."""
    picture, painter = _wall("#E9E6DC", "#8F8B80")
    for left in (330, 520):
        painter.setBrush(QColor("#C4342B" if new else "#9C5A50"))
        painter.drawRoundedRect(QRectF(left, 250, 110, 290), 40, 40)
        painter.setBrush(QColor("#2F2F2E"))
        painter.drawRect(QRectF(left + 40, 200, 30, 52))
        painter.drawRect(QRectF(left + 20, 186, 86, 18))
        painter.setBrush(QColor("#F4F1E6"))
        painter.drawRect(QRectF(left + 20, 340, 70, 100))
        painter.setBrush(QColor("#3F9A57" if new else "#B9B2A2"))
        painter.drawEllipse(QPointF(left + 55, 300), 18, 18)
    if new:
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRect(QRectF(690, 300, 110, 150))
        painter.setBrush(QColor("#2F73B8"))
        for row in range(4):
            painter.drawRect(QRectF(704, 322 + row * 30, 82, 8))
    painter.end()
    return picture


def doorway(*, blocked: bool) -> QImage:
    """The door of a room with mats piled in the way, or free."""
    picture, painter = _wall("#DDE5E8", "#B58D63")
    painter.setBrush(QColor("#7A5B3D"))
    painter.drawRect(QRectF(330, 120, 300, 420))
    painter.setBrush(QColor("#C9DCE4"))
    painter.drawRect(QRectF(360, 150, 240, 390))
    painter.setBrush(QColor("#2E9A5B"))
    painter.drawRect(QRectF(420, 64, 120, 40))
    for place in range(4 if blocked else 0):
        painter.setBrush(QColor(CRAYONS[4] if place % 2 else CRAYONS[3]))
        painter.drawRoundedRect(QRectF(250 + place * 18, 490 - place * 46, 400, 50), 10, 10)
    painter.end()
    return picture


def pond(*, taped: bool) -> QImage:
    """A pond behind a gate, without a fence, or with warning tape round it."""
    picture, painter = _wall("#BFD9E6", "#6E9A5A")
    painter.setBrush(QColor("#7FA968"))
    painter.drawRect(QRectF(0, 300, 960, 340))
    painter.setBrush(QColor("#4E86A0"))
    painter.drawEllipse(QRectF(220, 340, 520, 200))
    if taped:
        painter.setBrush(QColor("#8A6A48"))
        for left in (180, 400, 620, 790):
            painter.drawRect(QRectF(left, 330, 12, 210))
        for place in range(16):
            painter.setBrush(QColor("#D23B3B" if place % 2 else "#F4F1E6"))
            painter.drawRect(QRectF(180 + place * 38.75, 400, 39, 20))
    painter.end()
    return picture


def signed_sheet(title: str, lines: Sequence[str], number: int) -> QImage:
    """A scanned sheet: a title, some lines of text, two names in ink and a red fingerprint."""
    chance = Random(number)
    picture = QImage(QSize(827, 1169) * SCANNED, QImage.Format.Format_RGB32)
    picture.fill(QColor("#F6F4EE"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCANNED, SCANNED)
    painter.translate(413, 0)
    painter.rotate(chance.uniform(-0.9, 0.9))
    painter.translate(-413, 0)
    font = painter.font()
    font.setPixelSize(40)
    painter.setFont(font)
    painter.setPen(QColor("#2A2A29"))
    painter.drawText(QRectF(0, 110, 827, 60), Qt.AlignmentFlag.AlignCenter, title)
    font.setPixelSize(24)
    painter.setFont(font)
    for place, line in enumerate(lines):
        painter.drawText(QPointF(100, 260 + place * 52), line)
    ink = QPen(QColor("#27407A"), 3, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    for left in (160, 520):
        painter.setPen(QPen(QColor("#55534D"), 1.5))
        painter.drawLine(QPointF(left - 20, 970), QPointF(left + 190, 970))
        painter.setPen(ink)
        stroke = [QPointF(left + step * 14, 944 + chance.randint(-22, 18)) for step in range(10)]
        painter.drawPolyline(QPolygonF(stroke))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(200, 60, 50, 130))
    painter.drawEllipse(QPointF(310 + chance.randint(0, 20), 930), 22, 28)
    painter.end()
    return picture


def sheet_of_a_child(title: str, lines: Sequence[str], number: int) -> QImage:
    """A page of an exercise book, written in pencil, a little askew."""
    chance = Random(number)
    picture = QImage(QSize(640, 900) * CRAYON, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FBF9F1"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(CRAYON, CRAYON)
    painter.setPen(QPen(QColor("#A9C3B4"), 2))
    for row in range(9):
        painter.drawLine(QPointF(50, 190 + row * 76), QPointF(590, 190 + row * 76))
    font = painter.font()
    font.setPixelSize(44)
    painter.setFont(font)
    painter.setPen(QColor("#4A4A52"))
    painter.drawText(QRectF(0, 60, 640, 60), Qt.AlignmentFlag.AlignCenter, title)
    for row, line in enumerate(lines):
        painter.drawText(QPointF(64 + chance.randint(-4, 6), 178 + row * 76 + chance.randint(-3, 3)), line)
    painter.end()
    return picture


def drawing(number: int) -> QImage:
    """A house, a sun and two people, as a child of seven draws them."""
    chance = Random(number)
    picture = QImage(QSize(640, 900) * CRAYON, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FBF8F0"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(CRAYON, CRAYON)

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
