"""Who stands behind a number: the list that opens from a cell of the statistics."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.roster import PupilRow
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.statistics.child_columns import both_sentences, columns


class Members(QWidget):
    """Heading with what was counted, the children, and both reasons of the current one in full."""

    opened = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Mapping[int, PupilRow] = {}
        self.heading = Label("", "heading", wrap=True)
        self.back = Button(self.tr("返回统计表"), keys="Esc")
        self.grid = ListGrid(columns(lambda key: self._rows[key]), name=self.tr("这些孩子"), many=True)
        self.reason = Label("", "second", "ink2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.reason)
        self.grid.opened.connect(self.opened)
        self.grid.current_changed.connect(self._tell)
        self.back.clicked.connect(self.left)

    def show_children(self, rows: Mapping[int, PupilRow], ids: Sequence[int], what: str) -> None:
        """List these children under the words of their number."""
        self._rows = rows
        self.heading.setText(self.tr("{0}：{1} 人").format(what, len(ids)))
        self.grid.set_rows(list(ids))
        self.grid.refresh()
        self.grid.focus_first()
        self._tell(self.grid.current())

    def _tell(self, key: int) -> None:
        self.reason.setText(both_sentences(self._rows[key]) if key in self._rows else "")
