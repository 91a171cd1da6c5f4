"""The call cell: how a call went, or the calls of a week, as a square that is the same everywhere (look.md §5)."""

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from app.call_weeks import HOLIDAY, MISSED, NONE, RUN, VIDEO, VOICE
from ui import tokens

SIDE, GAP = 15, 4
"""px at 100 % where nothing else is said."""


def word(mark: str) -> str:
    """What a mark of `app.call_weeks` says. Raises KeyError."""
    return {
        VIDEO: QCoreApplication.translate("CallCell", "视频"),
        VOICE: QCoreApplication.translate("CallCell", "语音"),
        MISSED: QCoreApplication.translate("CallCell", "没通"),
        RUN: QCoreApplication.translate("CallCell", "连着没通"),
        HOLIDAY: QCoreApplication.translate("CallCell", "放假"),
        NONE: QCoreApplication.translate("CallCell", "没记"),
    }[mark]


def draw(painter: QPainter, mark: str, rect: QRectF) -> None:
    """Paint a mark into a box, a cross or dot in its middle. Raises KeyError."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    ground, border, style = _LOOKS[mark]
    inside = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(tokens.colour(border), 1, style) if border else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRect(inside if border else rect)
    if mark == HOLIDAY:
        painter.fillRect(rect, QBrush(tokens.colour("line2"), Qt.BrushStyle.BDiagPattern))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark in (MISSED, RUN):
        _cross(painter, rect.center(), rect.height() * 0.2, "over" if mark == MISSED else "surface")
    elif mark == VOICE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("accent"))
        size = max(2.0, rect.height() * 0.15)
        painter.drawEllipse(rect.center(), size, size)
    painter.restore()


def row(painter: QPainter, marks: tuple[str, ...], x: float, middle: float) -> None:
    """Several weeks side by side, from x on."""
    side, step = tokens.px(SIDE), tokens.px(SIDE + GAP)
    for place, mark in enumerate(marks):
        draw(painter, mark, QRectF(round(x + place * step), round(middle - side / 2), side, side))


def width(count: int) -> int:
    """How wide so many weeks are."""
    return tokens.px(SIDE + GAP) * count - tokens.px(GAP) if count else 0


def _cross(painter: QPainter, middle: QPointF, half: float, token: str) -> None:
    painter.setPen(QPen(tokens.colour(token), 2.0 * tokens.scale(), c=Qt.PenCapStyle.FlatCap))
    x, y = middle.x(), middle.y()
    painter.drawLine(QLineF(x - half, y - half, x + half, y + half))
    painter.drawLine(QLineF(x - half, y + half, x + half, y - half))


_LOOKS = {
    VIDEO: ("accentL", "", Qt.PenStyle.SolidLine),
    VOICE: ("surface", "accentL", Qt.PenStyle.SolidLine),
    MISSED: ("overT", "over", Qt.PenStyle.SolidLine),
    RUN: ("over", "over", Qt.PenStyle.SolidLine),
    HOLIDAY: ("", "", Qt.PenStyle.SolidLine),
    NONE: ("", "line2", Qt.PenStyle.DashLine),
}
"""Ground, border and its line by mark."""
