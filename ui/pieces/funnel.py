"""The funnel of a column, as in Excel: sort, search, tick the values to keep."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.pieces.rows import Column
from ui.pieces.tick_list import Tick, TickList


class Funnel(Flyout):
    """Opened for one column at a time."""

    kept = Signal(str, object)
    """Column key, and the frozenset[str] of the values to keep, or None for all of them."""
    sorted_by = Signal(str, bool)
    """Column key, and whether downwards."""
    hidden = Signal(str)
    """The column is not to be shown."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "")
        self._column: Column | None = None
        self._counts: Mapping[str, int] = {}
        self._count: Callable[[frozenset[str]], int] = len
        self.title = Label("", "strong")
        self.up = Button(self.tr("升序"), kind="link", height=26)
        self.down = Button(self.tr("降序"), kind="link", height=26)
        self.hide_it = Button(self.tr("不显示这列"), kind="link", height=26)
        self.list = TickList(self.tr("要看哪些"), self.tr("找一个值"), narrows=True)
        self.clear = Button(self.tr("清除"), kind="link", height=30, name=self.tr("清除这一列的筛选"))
        self.go = Button(self.tr("看这些"), keys="Enter", kind="ghost", height=32)
        self._lay_out()
        self.list.changed.connect(self._tell)
        self.list.entered.connect(self.go.click)
        self.go.clicked.connect(self._keep)
        self.clear.clicked.connect(lambda: self._give(None))
        self.up.clicked.connect(lambda: self._sort(down=False))
        self.down.clicked.connect(lambda: self._sort(down=True))
        self.hide_it.clicked.connect(self._hide)

    def open_for(
        self, column: Column, counts: Mapping[str, int], kept: Iterable[str] | None,
        count: Callable[[frozenset[str]], int], anchor: QRect, *, may_hide: bool,
    ) -> None:  # fmt: skip
        """Offer a column's values with their counts, the kept ones ticked (None: all); `count` gives how many rows some
        of them keep."""
        self._column, self._counts, self._count = column, counts, count
        self.title.setText(column.title)
        self.setAccessibleName(self.tr("筛选：{0}").format(column.title))
        by = column.order or str
        values = sorted(counts, key=lambda value: (not value, by(value) if value else by("")))
        empty = self.tr("（空）")
        self.list.show_ticks(
            [Tick(value, value or empty, counts[value]) for value in values], counts if kept is None else kept
        )
        self.clear.setVisible(kept is not None)
        self.hide_it.setVisible(may_hide)
        self._tell()
        self.open_at(anchor, QSize(tokens.px(300), tokens.px(400)), self.list.box)

    def _tell(self) -> None:
        kept = frozenset(self.list.ticked())
        self.go.set_label(self.tr("看这些"), self._count(kept))
        self.go.setEnabled(bool(kept))

    def _keep(self) -> None:
        kept = frozenset(self.list.ticked())
        if kept:
            self._give(None if kept >= self._counts.keys() else kept)

    def _give(self, kept: frozenset[str] | None) -> None:
        assert self._column is not None
        self.shut()
        self.kept.emit(self._column.key, kept)

    def _sort(self, *, down: bool) -> None:
        assert self._column is not None
        self.shut()
        self.sorted_by.emit(self._column.key, down)

    def _hide(self) -> None:
        assert self._column is not None
        self.shut()
        self.hidden.emit(self._column.key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.hide_it):
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self.go)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)
