"""The painted header of a list: a click sorts by its column, a third click gives the given order back."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui import icons, tokens
from ui.pieces import paint
from ui.pieces.rows import Column, Row


class ListHeader(QHeaderView):
    """Titles at 12 px over a rule; knows by which column the rows are ordered, and which columns are hidden."""

    order_changed = Signal(str, bool)
    """Key of the column ("" = as given), and whether downwards."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._key, self._down = "", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionClicked.connect(self._clicked)
        self.sectionCountChanged.connect(lambda _old, _new: self.lay_out())

    def lay_out(self) -> None:
        """Give every column the width it was made with, and show them all (恢复默认)."""
        for place, column in enumerate(self._columns[: self.count()]):
            self.setSectionHidden(place, False)
            if column.width:
                self.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.resizeSection(place, tokens.px(column.width))
            else:
                self.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def ordered(self, rows: list[Row]) -> list[Row]:
        """The rows by the column chosen; equal ones keep the given order."""
        sort = next((column.sort for column in self._columns if column.key == self._key), None)
        if sort is None:
            return rows
        return sorted(rows, key=lambda row: sort(row) if isinstance(row, int) else 0, reverse=self._down)

    def order(self) -> tuple[str, bool]:
        """The column rows are ordered by ("" = as given), and whether downwards."""
        return self._key, self._down

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.px(tokens.ROW_HEADER))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._columns):
            return
        column, area = self._columns[section], QRectF(rect)
        with paint.guarded(painter, "header"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 0), "surface")
            paint.rule(painter, area.x(), area.bottom() - 1, area.width() + 1, "line2")
            x = area.right() - 10 if column.right else area.x() + 10
            middle, room = area.center().y(), area.width() - 20
            wide = paint.text(
                painter, x, middle, column.title, size=tokens.HINT, token="ink2", width=room, right=column.right
            )
            if column.key == self._key:
                self._arrow(painter, x - wide - 16 if column.right else x + wide + 2, middle)

    def _arrow(self, painter: QPainter, x: float, middle: float) -> None:
        painter.translate(x + 7, middle)
        painter.rotate(0 if self._down else 180)
        icons.draw(painter, "chevron-down", -7, -7, "ink2", 14)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Which columns are shown; the first one always is."""
        menu = QMenu(self)
        for place, column in enumerate(self._columns[1:], start=1):
            action = menu.addAction(column.title or self.tr("按钮"))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.toggled.connect(lambda shown, place=place: self.setSectionHidden(place, not shown))
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认")).triggered.connect(self.lay_out)
        return menu

    def _clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sort is None:
            return
        if column.key != self._key:
            self._key, self._down = column.key, False
        elif not self._down:
            self._down = True
        else:
            self._key, self._down = "", False
        self.order_changed.emit(self._key, self._down)
        self.viewport().update()
