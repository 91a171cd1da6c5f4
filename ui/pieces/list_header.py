"""The painted header of a list: a click sorts by its column, its funnel filters, a right click chooses columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons, tokens
from ui.pieces import paint
from ui.pieces.arranged_header import ArrangedHeader
from ui.pieces.rows import Column

_FUNNEL, _GRIP = 26, 6
"""From the right edge: where a click opens the funnel, without the strip that draws the column wider."""


class ListHeader(ArrangedHeader):
    """Titles at 12 px over a rule. A third click on a title gives the given order back."""

    funnel_wanted = Signal(str)
    """The funnel of the column with this key was clicked."""
    chooser_wanted = Signal()
    """A right click, where `has_chooser` says that there is more to choose from than a menu holds."""
    titled = Signal()
    """A title looks different now."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(columns, parent)
        self.has_chooser = False
        self._filtered: frozenset[str] = frozenset()
        self._hovered, self._pressed = -1, ""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._clicked)

    def mark_filtered(self, keys: frozenset[str]) -> None:
        """Show which columns the list is filtered by."""
        self._filtered = keys
        self.viewport().update()
        self.titled.emit()

    def take_click(self, section: int, x: int) -> None:
        """Sort by a column, or open its funnel if that is where its title was clicked; x from the title's left."""
        width = self.sectionSize(section)
        if self._columns[section].values is not None and width - _FUNNEL <= x < width:
            self.funnel_wanted.emit(self._columns[section].key)
        else:
            self._clicked(section)
            self.titled.emit()

    def filtered(self) -> frozenset[str]:
        """The columns that show a funnel."""
        return self._filtered

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.px(tokens.ROW_HEADER))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._columns):
            return
        column, area = self._columns[section], QRectF(rect)
        filtered, sorts = column.key in self._filtered, column.key == self._key
        with paint.guarded(painter, "header"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 0), "surface")
            paint.rule(painter, area.x(), area.bottom() - 1, area.width() + 1, "line2")
            middle, right = area.center().y(), area.right() - 10
            if column.values is not None and (filtered or section == self._hovered):
                right = area.right() - _FUNNEL
                icons.draw(painter, "filter", right + 4, middle - 7, "accent" if filtered else "ink2", 14)
            room = max(1.0, right - area.x() - 10 - (18 if sorts else 0))
            x = right if column.right else area.x() + 10
            wide = paint.text(
                painter, x, middle, column.title, size=tokens.HINT, weight=600 if filtered else 400,
                token="accent" if filtered else "ink2", width=room, right=column.right,
            )  # fmt: skip
            if sorts:
                self._arrow(painter, x - wide - 16 if column.right else x + wide + 2, middle)

    def _arrow(self, painter: QPainter, x: float, middle: float) -> None:
        painter.translate(x + 7, middle)
        painter.rotate(0 if self._down else 180)
        icons.draw(painter, "chevron-down", -7, -7, "ink2", 14)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.has_chooser:
            self.chooser_wanted.emit()
            return
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Which columns are shown; the first one always is."""
        menu = QMenu(self)
        shown = {column.key for column in self.shown()}
        for column in self._columns[1:]:
            action = menu.addAction(column.title or self.tr("按钮"))
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.toggled.connect(lambda on, key=column.key: self.show_column(key, on))
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认")).triggered.connect(self.lay_out)
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._pressed = self._funnel_at(at) if event.button() == Qt.MouseButton.LeftButton else ""
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif self._funnel_at(event.position().toPoint()) == pressed:
            self.funnel_wanted.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _funnel_at(self, point: QPoint) -> str:
        place = self.logicalIndexAt(point)
        if place < 0 or self._columns[place].values is None:
            return ""
        right = self.sectionViewportPosition(place) + self.sectionSize(place)
        return self._columns[place].key if right - _FUNNEL <= point.x() < right - _GRIP else ""

    def _clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sort is None:
            return
        if column.key != self._key:
            self.order_by(column.key)
        elif not self._down:
            self.order_by(column.key, down=True)
        else:
            self.order_by("")
