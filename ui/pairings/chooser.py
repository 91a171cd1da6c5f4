"""Choose somebody by hand: the likeliest first, found by name or pinyin; somebody new by writing the name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from app.sounds import is_heard
from ui import tokens
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.pieces.search_box import SearchBox

NEW = -1
"""The row that stands for the name as it was typed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to choose. One who is `full` is listed last and pale."""

    id: int
    name: str
    line: str
    full: bool = False


class Chooser(Flyout):
    """Give it to `ask`; it answers once, with the id, or with `NEW` and the name."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, page.tr("挑一位"))
        self._choices: list[Choice] = []
        self._answer: Callable[[int, str], None] = lambda _id, _name: None
        self._takes_new = False
        self.heading = Label("", "strong")
        self.box = SearchBox(self.tr("姓名、拼音"), keys="")
        self.grid = ListGrid(
            [Column("who", self.tr("姓名"), 0, "who", self._cell)], name=self.tr("可以挑的人"), many=False
        )
        self.grid.horizontalHeader().hide()
        self.grid.setProperty("list", "plain")
        for piece in (self.heading, self.box):
            self.column.addWidget(piece)
        self.column.addWidget(self.grid, 1)
        self.box.serve(self.grid)
        self.box.searched.connect(lambda _words: self._list())
        self.grid.opened.connect(self._chosen)
        self.grid.clicked.connect(lambda _index: self._chosen(self.grid.current()))

    def ask(
        self, anchor: QRect, heading: str, choices: Sequence[Choice], answer: Callable[[int, str], None], *,
        new: str = "",
    ) -> None:  # fmt: skip
        """Open under `anchor` (global). `new`: the words for taking a name that is not listed; "" takes none."""
        self._choices, self._answer, self._new = list(choices), answer, new
        self.heading.setText(heading)
        self.box.clear()
        self._list()
        high = min(9, max(3, len(choices) + bool(new))) * tokens.px(tokens.ROW_TWO) + tokens.px(110)
        self.open_at(anchor, QSize(tokens.px(320), high), self.box)

    def _list(self) -> None:
        wanted = self.box.text().strip().lower()
        rows = [one.id for one in self._choices if not wanted or is_heard(one.name, wanted)]
        typed = self.box.text().strip()
        if self._new and typed and typed not in {one.name for one in self._choices}:
            rows.append(NEW)
        self.grid.set_rows(rows)
        self.grid.refresh()
        self.grid.set_empty("" if rows else self._new or self.tr("没有这个人"))
        if rows:
            self.grid.set_current(rows[0])

    def _cell(self, row: int) -> Cell:
        if row == NEW:
            return Cell(self.box.text().strip(), self._new)
        one = next(each for each in self._choices if each.id == row)
        return Cell(one.name, one.line, faded=one.full)

    def _chosen(self, row: int) -> None:
        if not row:
            return
        name, answer = self.box.text().strip(), self._answer
        self.shut()
        answer(row, name)
