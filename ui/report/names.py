"""Who or what stands behind the number of an item: children, rooms, things that lack something, each with its way."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.measures import Lack
from app.scoring import Scored
from ui import score_words as words
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.report.lacks import Named, named
from ui.session import Session


class Names(QWidget):
    """`goes` as a page's own; `left` back to the items."""

    goes = Signal(str, object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[Named] = []
        self._mark = "soon"
        self.heading = Label("", "heading", wrap=True)
        self.about = Label("", "second", "ink2", wrap=True)
        self.back = Button(self.tr("返回考核项"), keys="Esc")
        self.grid = ListGrid(
            [
                Column("who", self.tr("谁"), 260, "two_line",
                       lambda row: Cell(self._at(row).name, self._at(row).second)),
                Column("lacks", self.tr("缺什么"), 0, "status", lambda row: Cell(self._at(row).lacks, mark=self._mark)),
                Column("way", self.tr("去哪里补"), 130, "link", lambda row: Cell(self._at(row).label)),
            ],
            name=self.tr("名单"), many=True,
        )  # fmt: skip
        self.grid.set_empty(self.tr("一样也不缺"))
        words_ = QVBoxLayout()
        words_.addWidget(self.heading)
        words_.addWidget(self.about)
        head = QHBoxLayout()
        head.addLayout(words_, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self._open)
        self.grid.acted.connect(lambda row, _key: self._open(row))
        self.back.clicked.connect(self.left)

    def show_item(self, one: Scored) -> None:
        """List what lacks for the item."""
        lacks: Sequence[Lack] = one.found.lacks if one.found is not None else ()
        self._rows = named(lacks, self._session)
        count = len(self._rows)
        unit = self.tr("个孩子") if any(lack.what == "child" for lack in lacks) else words.unit_word(one.item.measure)
        self._mark = "over" if words.is_past(one) else "soon"
        self.heading.setText(self.tr("{0}：缺 {1} {2}").format(one.item.what, count, unit) if count else one.item.what)
        self.about.setText(words.counted_sentence(one))
        self.grid.set_rows(list(range(1, count + 1)))
        self.grid.refresh()
        self.grid.focus_first()

    def shown(self) -> list[Named]:
        """What is listed."""
        return list(self._rows)

    def _at(self, row: int) -> Named:
        return self._rows[row - 1]

    def _open(self, row: int) -> None:
        one = self._at(row)
        if one.page:
            self.goes.emit(one.page, one.want)
