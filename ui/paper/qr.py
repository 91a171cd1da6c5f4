"""A QR code on paper, as one path of exact squares."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.slips.codes import LEVEL, modules
from ui.paper.page import INK, Page
from ui.paper.type import DOTS_PER_MM

TALLER = 1.02
"""Rows of a code overlap by so much, or fine white lines run between them on some printers."""


def draw_qr(page: Page, text: str, x: float, y: float, side: float, level: str = LEVEL) -> None:
    """Draw the code of `text`, `side` mm wide without the white around it, which is the caller's to leave."""
    painter = page.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INK))
    painter.translate(x * DOTS_PER_MM, y * DOTS_PER_MM)
    painter.drawPath(_path(text, round(side * DOTS_PER_MM), level))
    painter.restore()


@lru_cache(maxsize=512)
def _path(text: str, side: int, level: str) -> QPainterPath:
    rows = modules(text, level)
    each = side / len(rows)
    path = QPainterPath()
    for y, row in enumerate(rows):
        start: int | None = None
        for x, dark in enumerate((*row, False)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                path.addRect(QRectF(start * each, y * each, (x - start) * each, each * TALLER))
                start = None
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
