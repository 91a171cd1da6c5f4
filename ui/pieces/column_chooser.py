"""Which columns a list shows: everything it could, grouped, ticked as one likes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Column
from ui.pieces.tick_list import Tick, TickList


class ColumnChooser(Flyout):
    """Each tick shows or hides its column at once; the order is changed by dragging the titles themselves."""

    def __init__(self, grid: ListGrid, columns: Sequence[Column], page: QWidget) -> None:
        super().__init__(page, "")
        self.setAccessibleName(self.tr("显示哪些列"))
        self._grid, self._columns = grid, tuple(columns[1:])
        self.list = TickList(self.tr("显示哪些列"), self.tr("找一列"), narrows=False)
        self.list.all.hide()
        self.list.none.hide()
        self.reset = Button(self.tr("恢复默认"), kind="link", height=26)
        self.done = Button(self.tr("好了"), keys="Enter", height=30)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("显示哪些列"), "strong"), 1)
        head.addWidget(self.reset)
        foot = QHBoxLayout()
        foot.addWidget(Label(self.tr("拖动列名换位置"), "hint"), 1)
        foot.addWidget(self.done)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)
        self.list.changed.connect(self._show_ticked)
        self.list.entered.connect(self.shut)
        self.done.clicked.connect(self.shut)
        self.reset.clicked.connect(self._reset)

    def open_for(self, anchor: QRect) -> None:
        """Open below `anchor`, in global coordinates."""
        self._tick()
        self.open_at(anchor, QSize(tokens.px(300), tokens.px(460)), self.list.box)

    def _tick(self) -> None:
        ticks = [Tick(column.key, column.title, group=column.group) for column in self._columns]
        self.list.show_ticks(ticks, (column.key for column in self._grid.shown_columns()))

    def _show_ticked(self) -> None:
        wanted = self.list.ticked()
        for column in self._columns:
            self._grid.head.show_column(column.key, column.key in wanted)

    def _reset(self) -> None:
        self._grid.head.lay_out()
        self._tick()
