"""A child that is carried by the pointer: onto a helper to pair it, from one helper to another to hand it over."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import fonts, tokens
from ui.pairings.helper_grid import HelperGrid
from ui.pieces import name_cell, paint

AWAY = QPoint(14, 10)
"""From the pointer to the picture of the child."""
EDGE, STEP, TICK_MS = 28, 18, 40
"""Near the edge of the list it scrolls."""


class Carried(QWidget):
    """The child under the pointer; lets every event through."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name = ""
        self.hide()

    def take(self, name: str) -> None:
        """Show this name."""
        self._name = name
        cell = tokens.px(tokens.CELL_DENSE)
        self.resize(round(fonts.width(name, tokens.NAME, 600)) + cell + 26, cell + 12)
        self.setAccessibleName(name)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            cell = tokens.px(tokens.CELL_DENSE)
            paint.box(painter, QRectF(self.rect()), "surface", "accent", line=1.5)
            name_cell.draw(painter, 6, 6, "".join(name_cell.characters(self._name)[:1]), cell)
            paint.text(painter, cell + 14, self.height() / 2, self._name, size=tokens.NAME, weight=600)


class Dragging(QObject):
    """One child at a time. Whoever has the pointer tells `press`, `move` and `release` in global places."""

    dropped = Signal(int, int, int)
    """(child, row it was taken from or 0, row it was let go on)"""
    began = Signal()

    def __init__(self, page: QWidget, grid: HelperGrid) -> None:
        super().__init__(page)
        self._page, self._grid = page, grid
        self._carried = Carried(page)
        self._child, self._from, self._name = 0, 0, ""
        self._start, self._at = QPoint(), QPoint()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._scroll)

    def is_on(self) -> bool:
        """Whether a child is being carried."""
        return not self._carried.isHidden()

    def press(self, child_id: int, name: str, row: int, at: QPoint) -> None:
        """The pointer went down on a child."""
        self._child, self._name, self._from, self._start = child_id, name, row, at

    def move(self, at: QPoint) -> bool:
        """The pointer moved while it is down; True while the child is carried."""
        if not self._child:
            return False
        self._at = at
        if not self.is_on():
            if (at - self._start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._carried.take(self._name)
            self._ticks.start()
            self.began.emit()
        self._carried.move(self._page.mapFromGlobal(at) + AWAY)
        target = self._grid.row_at(at)
        self._grid.aim(target if target != self._from else 0)
        return True

    def release(self, at: QPoint) -> bool:
        """The pointer went up; True if a child was carried until now."""
        child, source, was = self._child, self._from, self.is_on()
        target = self._grid.row_at(at) if was else 0
        self.stop()
        if target and target != source:
            self.dropped.emit(child, source, target)
        return was

    def stop(self) -> bool:
        """Put the child back where it was; False if none was carried."""
        was = self.is_on()
        self._child = 0
        self._ticks.stop()
        self._carried.hide()
        self._grid.aim(0)
        return was

    def _scroll(self) -> None:
        view = self._grid.viewport()
        y, bar = view.mapFromGlobal(self._at).y(), self._grid.verticalScrollBar()
        if 0 <= view.mapFromGlobal(self._at).x() <= view.width():
            if y < tokens.px(EDGE):
                bar.setValue(bar.value() - tokens.px(STEP))
            elif y > view.height() - tokens.px(EDGE):
                bar.setValue(bar.value() + tokens.px(STEP))
