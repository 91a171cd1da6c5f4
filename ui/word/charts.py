"""The charts of the report as pictures: bars in white, black and hatching, so that a copy in black keeps them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from app.word_form import Picture
from ui import fonts
from ui.pieces import paint

MM = 8.0
"""Pixels to the millimetre: 203 dpi."""
WIDE, HIGH, ROW, LONGEST = 150.0, 42.0, 7.0, 100.0
"""mm; bars that lie get a `ROW` each, less where there are so many that they would be higher than `LONGEST`."""
LEFT, FOOT, HEAD, RIGHT = 10.0, 7.0, 7.0, 3.0
TEXT = 2.9
"""mm of the letters."""
QUALITY = 80
"""Of the PNG: nothing is lost, and it takes two thirds of the time for a fifth more bytes."""
INK = QColor(0, 0, 0)
FILLS = (QColor(255, 255, 255), INK, QColor(255, 255, 255), QColor(170, 170, 170), QColor(255, 255, 255))
ASLANT, LEVEL = 2, 4
"""Which of them has lines, by its place; they are drawn: a brush's own pattern is as fine as pixels."""
APART = 1.3
"""mm between the lines."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Groups of bars: `labels` under the groups, of each series a name and one number a group."""

    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    lying: bool = False
    """Bars go to the right, with room for long labels."""

    @property
    def most(self) -> int:
        return max((one for _name, values in self.series for one in values), default=0)


def picture(bars: Bars) -> Picture:
    """The chart as a PNG of the width of the text."""
    high = HEAD + _row(bars) * len(bars.labels) + 3.0 if bars.lying else HIGH
    image = QImage(round(WIDE * MM), round(high * MM), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    with paint.painting(image) as painter:
        painter.scale(MM, MM)
        font = QFont(fonts.TEXT[0])
        font.setPixelSize(round(TEXT * MM))
        painter.setFont(font)
        _legend(painter, [name for name, _values in bars.series])
        (_lying if bars.lying else _standing)(painter, bars, high)
    return Picture(_png(image), WIDE)


def _row(bars: Bars) -> float:
    return min(ROW, LONGEST / max(1, len(bars.labels)))


def _legend(painter: QPainter, names: Sequence[str]) -> None:
    x = LEFT
    for place, name in enumerate(names):
        _bar(painter, QRectF(x, 1.5, 5.0, 3.0), place)
        _text(painter, QRectF(x + 6.5, 0.5, 40.0, 5.0), name, Qt.AlignmentFlag.AlignLeft)
        x += 10.0 + TEXT * (len(name) + 1)


def _standing(painter: QPainter, bars: Bars, high: float) -> None:
    floor, room = high - FOOT, high - FOOT - HEAD - TEXT
    group = (WIDE - LEFT - RIGHT) / max(1, len(bars.labels))
    thick = min(12.0, group * 0.84 / max(1, len(bars.series)))
    for place, label in enumerate(bars.labels):
        middle = LEFT + group * (place + 0.5)
        x = middle - thick * len(bars.series) / 2
        for number, (_name, values) in enumerate(bars.series):
            tall = room * values[place] / max(1, bars.most)
            _bar(painter, QRectF(x, floor - tall, thick, tall), number)
            _text(painter, QRectF(x - 5, floor - tall - 5.0, thick + 10, 5.0), str(values[place]))
            x += thick
        _text(painter, QRectF(middle - group / 2, floor + 1.2, group, 5.5), label)
    _axis(painter, QPointF(LEFT, floor), QPointF(WIDE - RIGHT, floor))


def _lying(painter: QPainter, bars: Bars, high: float) -> None:
    left = 4.0 + TEXT * min(14, max((len(one) for one in bars.labels), default=0))
    row = _row(bars)
    room, thick = WIDE - left - RIGHT - 12.0, (row - 1.0) / max(1, len(bars.series))
    for place, label in enumerate(bars.labels):
        y = HEAD + row * place + 0.5
        _text(painter, QRectF(0, y, left - 1.5, row - 1.0), label, Qt.AlignmentFlag.AlignRight)
        for number, (_name, values) in enumerate(bars.series):
            wide = room * values[place] / max(1, bars.most)
            _bar(painter, QRectF(left, y, wide, thick), number)
            _text(painter, QRectF(left + wide + 1.0, y - 1, 14.0, thick + 2), str(values[place]),
                  Qt.AlignmentFlag.AlignLeft)  # fmt: skip
            y += thick
    _axis(painter, QPointF(left, HEAD), QPointF(left, high - 3.0))


def _bar(painter: QPainter, box: QRectF, place: int) -> None:
    kind = place % len(FILLS)
    painter.setPen(_pen())
    painter.setBrush(FILLS[kind])
    painter.drawRect(box)
    if kind not in (ASLANT, LEVEL):
        return
    painter.save()
    painter.setClipRect(box)
    lean = box.width() if kind == ASLANT else 0.0
    y = box.bottom() + lean - APART
    while y > box.top():
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y - lean))
        y -= APART
    painter.restore()


def _axis(painter: QPainter, first: QPointF, last: QPointF) -> None:
    painter.setPen(_pen())
    painter.drawLine(first, last)


def _pen() -> QPen:
    return QPen(INK, 0.25)


def _text(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> None:
    """In pixels: letters are not laid out in millimetres."""
    painter.save()
    painter.resetTransform()
    painter.setPen(INK)
    place = QRectF(box.x() * MM, box.y() * MM, box.width() * MM, box.height() * MM)
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    painter.restore()


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", QUALITY)  # type: ignore[call-overload]  # its stubs lack str
    return bytes(content.data())
