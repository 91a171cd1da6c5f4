"""The list of facts to choose from: grouped as in the catalogue, searched by name, pinyin or first letters."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.templates.choosing import found
from app.templates.facts import CHOICES, Choice
from ui import tokens
from ui.pieces.list_grid import ListGrid
from ui.pieces.row_model import RowModel
from ui.pieces.rows import Cell, Column, Group, Row
from ui.pieces.search_box import SearchBox
from ui.templates.words import fact_word, group_word


class FactChooser(QWidget):
    """Enter or a click on a row chooses it."""

    chosen = Signal(str)
    """Key of the fact."""

    def __init__(self, sample: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`sample` gives what a fact says of some child."""
        super().__init__(parent)
        self._sample = sample
        self._by_id = dict(enumerate(CHOICES, 1))
        self._ids = {choice.key: number for number, choice in self._by_id.items()}
        self.search = SearchBox(self.tr("找一项：姓名、dianhua、zjh"), keys="")
        self.grid = ListGrid(
            [
                Column("what", self.tr("填什么"), 124, "text", self._title),
                Column("sample", self.tr("比如"), 0, "text", self._of_child),
            ],
            name=self.tr("填什么"), row_height=34, many=False,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.search)
        column.addWidget(self.grid, 1)
        self.search.serve(self.grid)
        self.search.searched.connect(self._show)
        self.grid.opened.connect(self._choose)
        self.grid.clicked.connect(self._clicked)
        self._show("")

    def open_with(self, letter: str) -> None:
        """Put the cursor into the search box, with a letter that was typed elsewhere."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setText(letter)

    def show_current(self, key: str) -> None:
        """Look at the fact that holds now, in the whole list."""
        self.search.clear()
        self._show("")
        self.grid.clearSelection()
        self.grid.set_current(self._ids.get(key, 0))

    def refresh(self) -> None:
        """Show the samples of another child."""
        self.grid.refresh()

    def _show(self, text: str) -> None:
        fitting = found(text)
        rows: list[Row] = []
        group = ""
        for choice in fitting:
            if not text and choice.group != group:
                group = choice.group
                rows.append(Group(group_word(group), sum(1 for one in fitting if one.group == group)))
            rows.append(self._ids[choice.key])
        self.grid.set_rows(rows)
        self.grid.set_empty(self.tr("没有这一项，换个说法试试"))
        if text and fitting:
            self.grid.set_current(self._ids[fitting[0].key])

    def _choice(self, row: int) -> Choice:
        return self._by_id[row]

    def _title(self, row: int) -> Cell:
        return Cell(fact_word(self._choice(row).key))

    def _of_child(self, row: int) -> Cell:
        return Cell(self._sample(self._choice(row).key), tone="ink3")

    def _clicked(self, index: QModelIndex) -> None:
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, RowModel) else 0
        self._choose(row if isinstance(row, int) else 0)

    def _choose(self, row: int) -> None:
        if row:
            self.chosen.emit(self._choice(row).key)
