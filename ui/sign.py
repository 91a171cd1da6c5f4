"""The sign of the program: 牵手 chalked into 田字格 cells on the blackboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import paint


class Sign(QWidget):
    """牵手 (or 牵 alone where there is no room); with `thread`, the chalk thread hangs below."""

    def __init__(self, cell: int, *, thread: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell, self._thread, self._letters = cell, thread, "牵手"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("牵手")

    def set_cells(self, count: int) -> None:
        """Show two cells or one."""
        self._letters = "牵手"[:count]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._cell * len(self._letters) + 3, self._cell + 3 + (22 if self._thread else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.translate(1, 1)  # at 150 % a line on the very edge is half outside
            for index, letter in enumerate(self._letters):
                self._paint_cell(painter, QRectF(index * self._cell, 0, self._cell, self._cell), letter)
            if self._thread:
                self._paint_thread(painter)

    def _paint_cell(self, painter: QPainter, cell: QRectF, letter: str) -> None:
        line = QColor(tokens.colour("railT"))
        line.setAlphaF(0.55)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(line, 1))
        painter.drawRect(cell)
        dotted = QPen(line, 1)
        dotted.setDashPattern([2, 2])
        dotted.setCosmetic(True)
        painter.setPen(dotted)
        middle = cell.center()
        painter.drawLine(QPointF(middle.x(), cell.top()), QPointF(middle.x(), cell.bottom()))
        painter.drawLine(QPointF(cell.left(), middle.y()), QPointF(cell.right(), middle.y()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.kai(self._cell * 0.72))
        painter.setPen(tokens.colour("railT"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_thread(self, painter: QPainter) -> None:
        top = self._cell + 8.0
        left, right = self._cell / 2, self._cell * 1.5
        path = QPainterPath(QPointF(left, top))
        path.cubicTo(QPointF(left + 32, top + 17), QPointF(right - 32, top + 17), QPointF(right, top))
        pen = QPen(tokens.colour("chalk"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
