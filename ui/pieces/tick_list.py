"""A list to tick things in, with a box to find them: the values of a funnel, the columns of a chooser."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.sounds import is_heard
from ui.pieces.button import Button
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.pieces.search_box import SearchBox


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick. Things of one group stand together under its name."""

    key: str
    text: str
    count: int | None = None
    group: str = ""


class TickGrid(ListGrid):
    """A click anywhere in a row ticks it, Space ticks the current one."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, column = self._under(event.position().toPoint())
        if row and column is not None and column.kind != "check" and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class TickList(QWidget):
    """While somebody searches, only what is found is listed, and `narrows` says that only that is meant."""

    changed = Signal()
    entered = Signal()
    """Enter, in the box or in the list."""

    def __init__(self, name: str, placeholder: str, *, narrows: bool) -> None:
        super().__init__()
        self._narrows = narrows
        self._ticks: list[Tick] = []
        self._on: set[str] = set()
        self._before: set[str] | None = None
        self._listed: list[int] = []
        self.box = SearchBox(placeholder, keys="")
        self.all, self.none = (Button(words, kind="link", height=26) for words in (self.tr("全选"), self.tr("全不选")))
        self.grid = TickGrid(
            [
                Column("on", "", 44, "check", lambda row: Cell(checked=self._ticks[row - 1].key in self._on)),
                Column("text", name, 0, "text", lambda row: Cell(self._ticks[row - 1].text)),
                Column("count", "", 56, "text", lambda row: Cell(_number(self._ticks[row - 1].count), tone="ink2"),
                       right=True),
            ],
            name=name, row_height=32, many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.grid.setProperty("list", "plain")
        self._lay_out()
        self.box.downward.connect(self.grid.focus_first)
        self.grid.typed.connect(self.box.take)
        self.box.entered.connect(self.entered)
        self.box.searched.connect(self._search)
        self.grid.opened.connect(lambda _row: self.entered.emit())
        self.grid.ticked.connect(lambda row: self._set([self._ticks[row - 1].key], None))
        self.all.clicked.connect(lambda: self._set(self.listed(), True))
        self.none.clicked.connect(lambda: self._set(self.listed(), False))

    def show_ticks(self, ticks: Sequence[Tick], on: Iterable[str]) -> None:
        """Offer these, some of them ticked."""
        self._ticks, self._on, self._before = list(ticks), set(on), None
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self._list()

    def ticked(self) -> set[str]:
        """The keys that are ticked; while the list is narrowed by a search, of those listed."""
        return self._on & set(self.listed()) if self._before is not None else set(self._on)

    def listed(self) -> list[str]:
        """The keys that are listed now."""
        return [self._ticks[row - 1].key for row in self._listed]

    def _search(self, words: str) -> None:
        wanted = words.lower()
        if self._narrows and wanted and self._before is None:
            self._before = set(self._on)
        self._list(lambda tick: not wanted or is_heard(tick.text, wanted))
        if self._narrows and self._before is not None:
            self._on = set(self.listed()) if wanted else self._before
            self._before = self._before if wanted else None
            self.grid.refresh()
            self.changed.emit()

    def _list(self, wanted: Callable[[Tick], bool] = lambda _tick: True) -> None:
        rows: list[Row] = []
        self._listed, group = [], ""
        for number, tick in enumerate(self._ticks, 1):
            if not wanted(tick):
                continue
            if tick.group != group:
                group = tick.group
                rows.append(Group(group))
            rows.append(number)
            self._listed.append(number)
        self.grid.set_rows(rows)
        self.grid.set_empty("" if rows else self.tr("没有这样的"))
        if self._listed and self.grid.current() not in self._listed:
            self.grid.set_current(self._listed[0])

    def _set(self, keys: Iterable[str], on: bool | None) -> None:
        for key in keys:
            turned = key not in self._on if on is None else on
            (self._on.add if turned else self._on.discard)(key)
        self.grid.refresh()
        self.changed.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addSpacing(12)
        buttons.addWidget(self.none)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addLayout(buttons)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.box)


def _number(count: int | None) -> str:
    return "" if count is None else str(count)
