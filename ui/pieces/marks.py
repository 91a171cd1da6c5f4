"""Status marks: a shape, a colour and words, always all three."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import paint

WIDTH = 22
"""From the left of a mark to its words, in px at 100 %."""


def _over(painter: QPainter, x: float, y: float) -> None:
    _shape(painter, "over", [(x, y - 6.5), (x + 7.5, y + 6.5), (x - 7.5, y + 6.5)])
    _bang(painter, x, y)


def _bang(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(tokens.colour("surface"), 1.7, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, y - 1.6), QPointF(x, y + 1.8))
    painter.drawPoint(QPointF(x, y + 4.4))


def _today(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour("ink"))
    painter.drawEllipse(QPointF(x, y), 5, 5)


def _soon(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(tokens.colour("soon"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour("soon"))
    painter.drawPie(QRectF(x - 5.5, y - 5.5, 11, 11), -90 * 16, 180 * 16)


def _wait(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(tokens.colour("ink3"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), 4.5, 4.5)


def _done(painter: QPainter, x: float, y: float) -> None:
    _tick(painter, x, y, "done")


def _tick(painter: QPainter, x: float, y: float, token: str, line: float = 2.0) -> None:
    pen = QPen(tokens.colour(token), line, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x - 5, y + 0.5), QPointF(x - 1.6, y + 4), QPointF(x + 5.4, y - 4)]))


def _new(painter: QPainter, x: float, y: float) -> None:
    _square(painter, x, y, "accent")
    painter.setPen(QPen(tokens.colour("surface"), 2))
    painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))
    painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))


def _changed(painter: QPainter, x: float, y: float) -> None:
    _shape(painter, "soon", [(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)])


def _same(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(tokens.colour("ink3"), 2))
    painter.drawLine(QPointF(x - 5, y - 2.5), QPointF(x + 5, y - 2.5))
    painter.drawLine(QPointF(x - 5, y + 2.5), QPointF(x + 5, y + 2.5))


def _refused(painter: QPainter, x: float, y: float) -> None:
    _square(painter, x, y, "over")
    painter.setPen(QPen(tokens.colour("surface"), 2))
    painter.drawLine(QPointF(x - 3.2, y - 3.2), QPointF(x + 3.2, y + 3.2))
    painter.drawLine(QPointF(x - 3.2, y + 3.2), QPointF(x + 3.2, y - 3.2))


def _square(painter: QPainter, x: float, y: float, token: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour(token))
    painter.drawRoundedRect(QRectF(x - 7, y - 7, 14, 14), 1.5, 1.5)


def _shape(painter: QPainter, token: str, points: list[tuple[float, float]]) -> None:
    painter.setPen(QPen(tokens.colour(token), 1, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(tokens.colour(token))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


@dataclass(frozen=True, slots=True)
class Kind:
    """How a status is drawn, in which colour its words stand, and what a screen reader calls it."""

    shape: Callable[[QPainter, float, float], None]
    token: str
    weight: int
    spoken: str


KINDS: dict[str, Kind] = {
    "over": Kind(_over, "over", 600, "过期"),
    "today": Kind(_today, "ink", 600, "今天"),
    "soon": Kind(_soon, "soon", 600, "快到了"),
    "wait": Kind(_wait, "ink2", 400, "没排"),
    "done": Kind(_done, "done", 400, "做完"),
    "new": Kind(_new, "accent", 600, "新增"),
    "changed": Kind(_changed, "soon", 600, "有变动"),
    "same": Kind(_same, "done", 400, "没变"),
    "refused": Kind(_refused, "over", 600, "不行"),
}


def room() -> int:
    """From the left of a mark to its words, grown with the text size."""
    return tokens.px(WIDTH)


def draw(painter: QPainter, kind: str, x: float, middle: float) -> None:
    """Paint the shape alone, 14 px (at 100 %) wide from x. Raises KeyError."""
    painter.save()
    painter.translate(x + 7 * tokens.scale(), middle)
    painter.scale(tokens.scale(), tokens.scale())
    KINDS[kind].shape(painter, 0, 0)
    painter.restore()


def tick(painter: QPainter, x: float, y: float, token: str) -> None:
    """A tick centred on (x, y), for check boxes."""
    painter.save()
    painter.translate(x, y)
    painter.scale(tokens.scale(), tokens.scale())
    _tick(painter, 0, 0, token, 2.0)
    painter.restore()


class Mark(QWidget):
    """A status as a widget: shape and words."""

    def __init__(self, kind: str = "wait", words: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_status(kind, words)

    def set_status(self, kind: str, words: str) -> None:
        """Show another status. Raises KeyError."""
        self._look, self.kind, self.words = KINDS[kind], kind, words
        self.setAccessibleName(words or self._look.spoken)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(room() + fonts.width(self.words, tokens.BODY, self._look.weight)) + 1, tokens.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(room(), tokens.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            middle = self.height() / 2
            draw(painter, self.kind, 0, middle)
            look = self._look
            wide = max(1.0, self.width() - room() + 1)
            paint.text(painter, room(), middle, self.words, weight=look.weight, token=look.token, width=wide)
