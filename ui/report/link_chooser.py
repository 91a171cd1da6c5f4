"""Choose what shows that an item is done: any record, pair, inspection, paper or picture, found by words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui import tokens
from ui.care_words import day_short
from ui.evidence_words import Linkable
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.pieces.search_box import SearchBox
from ui.session import Session

MOST = 200
"""Rows that are listed; words find the rest."""
WIDE = 430


class LinkChooser(Flyout):
    """Give it to `ask`; it answers once, with what was chosen."""

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page, page.tr("挂一份材料"))
        self._session = session
        self._every: Sequence[Linkable] = ()
        self._shown: list[Linkable] = []
        self._answer: Callable[[Linkable], None] = lambda _one: None
        self.heading = Label("", "strong", wrap=True)
        self.box = SearchBox(self.tr("孩子、老师、内容、几月几日"), keys="")
        self.grid = ListGrid(
            [
                Column("what", self.tr("材料"), 0, "two_line", self._what),
                Column("day", self.tr("哪天"), 84, "text", self._day),
            ],
            name=self.tr("可以挂的材料"), many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.grid.setProperty("list", "plain")
        self.more = Label("", "hint", "ink2", wrap=True)
        for piece in (self.heading, self.box):
            self.column.addWidget(piece)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.more)
        self.box.serve(self.grid)
        self.box.searched.connect(lambda _words: self._list())
        self.grid.opened.connect(self._chosen)
        self.grid.clicked.connect(lambda _index: self._chosen(self.grid.current()))

    def ask(self, anchor: QRect, heading: str, every: Sequence[Linkable], answer: Callable[[Linkable], None]) -> None:
        """Open under `anchor` (global) with all that can be linked, the likeliest first."""
        self._every, self._answer = every, answer
        self.heading.setText(heading)
        self.box.clear()
        self._list()
        self.open_at(anchor, QSize(tokens.px(WIDE), 8 * tokens.px(tokens.ROW_TWO) + tokens.px(130)), self.box)

    def shown(self) -> list[Linkable]:
        """What is listed."""
        return list(self._shown)

    def _list(self) -> None:
        words = self.box.text().strip()
        found = [one for one in self._every if one.has(words)] if words else list(self._every)
        self._shown = found[:MOST]
        self.grid.set_rows(list(range(1, len(self._shown) + 1)))
        self.grid.refresh()
        none = self.tr("没有找到“{0}”").format(words) if words else self.tr("还没有可以挂的")
        self.grid.set_empty("" if self._shown else none)
        left = len(found) - len(self._shown)
        self.more.setText(self.tr("还有 {0} 份，写几个字找").format(left) if left else "")
        self.more.setVisible(bool(left))
        if self._shown:
            self.grid.set_current(1)

    def _what(self, row: int) -> Cell:
        one = self._shown[row - 1]
        return Cell(one.title, one.about)

    def _day(self, row: int) -> Cell:
        one = self._shown[row - 1]
        return Cell(day_short(one.day, self._session.today) if one.day is not None else "", tone="ink2")

    def _chosen(self, row: int) -> None:
        if not 0 < row <= len(self._shown):
            return
        one, answer = self._shown[row - 1], self._answer
        self.shut()
        answer(one)
