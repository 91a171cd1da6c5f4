"""The first column of a list kept in sight while the others are scrolled sideways."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.pieces import paint
from ui.pieces.list_grid import ListGrid


class FrozenColumn(QWidget):
    """Lies over the left edge and paints what the list itself would; clicks fall through to the row beneath."""

    def __init__(self, grid: ListGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._title = _FrozenTitle(grid)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        grid.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        grid.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
        grid.head.sectionResized.connect(lambda *_: self.place())
        grid.painted.connect(self.update)

    def place(self) -> None:
        """Cover the first column's place, if that is scrolled away."""
        grid, away = self._grid, self._grid.horizontalScrollBar().value() > 0
        port, wide = grid.viewport().geometry(), grid.columnWidth(0)
        self.setGeometry(port.x(), port.y(), wide, port.height())
        self._title.setGeometry(0, 0, wide, grid.head.height())
        for widget in (self, self._title):
            widget.setVisible(away)
            widget.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        grid, wide = self._grid, self.width()
        model, chosen = grid.model(), grid.selectionModel()
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            line = max(0, grid.rowAt(0))
            while line < model.rowCount() and (top := grid.rowViewportPosition(line)) < self.height():
                option = QStyleOptionViewItem()
                option.rect = QRect(0, top, wide, grid.rowHeight(line))
                index = model.index(line, 0)
                if chosen.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                grid.itemDelegate().paint(painter, option, index)
                line += 1
            paint.fill(painter, QRectF(wide - 1, 0, 1, self.height()), "line2")


class _FrozenTitle(QWidget):
    """The title over it; it sorts and opens the funnel as the header does."""

    def __init__(self, grid: ListGrid) -> None:
        super().__init__(grid.head)
        self._head = grid.head
        self.hide()
        grid.head.titled.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            self._head.paintSection(painter, self.rect(), 0)
            paint.fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), "line2")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at: QPoint = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(at):
            self._head.take_click(0, at.x())
