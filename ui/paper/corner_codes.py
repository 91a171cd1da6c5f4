"""The four small codes in the corners of a page that comes back (app.slips.codes), as one path each."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.slips.codes import modules, text_of
from app.slips.sheet import Shape
from ui.paper.page import INK, Page
from ui.paper.type import DOTS_PER_MM

TALLER = 1.02
"""Rows of a code overlap by so much, or fine white lines run between them on some printers."""


def draw_corners(page: Page, shape: Shape, code: str) -> None:
    """Draw all four codes of the page."""
    painter = page.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INK))
    for corner, (x, y) in shape.corners.items():
        painter.save()
        painter.translate(x * DOTS_PER_MM, y * DOTS_PER_MM)
        painter.drawPath(_path(text_of(code, corner), round(shape.side * DOTS_PER_MM)))
        painter.restore()
    painter.restore()


@lru_cache(maxsize=512)
def _path(text: str, side: int) -> QPainterPath:
    rows = modules(text)
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
