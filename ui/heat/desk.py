"""The map with what stands over and under it: the finding, the choices, the legend, what the current cell says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.heat import CHILDREN, DONE, MISSED
from ui import heat_words as words
from ui import tokens
from ui.contacts.views import Views
from ui.heat.choices import Choices
from ui.heat.grid import HeatGrid
from ui.heat.legend import Legend
from ui.heat.model import OWED
from ui.heat_board import Board
from ui.pieces.label import Label
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.sentences import rule_word

TIGHT = 760
"""px at 100 %: the least width in which finding, views and search stand on one line."""
LOW = 480
"""px at 100 %: the least height with room for the legend."""


class HeatDesk(QWidget):
    """Widgets only; what they lead to is the page's business."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._tight = False
        self.views = Views("heat")
        self.search_box = SearchBox(self.tr("找孩子"))
        self.head = PageHead("", (), self.views, self.search_box)
        self.choices = Choices(board)
        self.legend = Legend()
        self.grid = HeatGrid(board, self.tr("每周一览"))
        self.here_says = Label("", "second", "ink2", wrap=True)
        self.empty = Label("", "body", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for widget in (self.head, self.choices, self.legend):
            column.addWidget(widget)
        column.addWidget(self.grid, 1)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.here_says)
        self.grid.moved.connect(self.here_says.setText)

    def show_board(self) -> None:
        """Show what was counted or arranged anew."""
        board = self.board
        self.choices.show_board()
        self.legend.show_for(board.rule, words.is_call(board.version()), board.by)
        self.grid.show_board()
        there = bool(board.rows)
        self.grid.setVisible(there)
        self.here_says.setVisible(there)
        self.empty.setVisible(not there)
        self.empty.setText(words.empty(board.map is not None, bool(board.text or board.class_id)))
        self.head.set_words(self._finding(), self._sentence())

    def _finding(self) -> str:
        """3 个孩子连着两周没通话, or the noun."""
        board = self.board
        worst = board.in_run()
        if not worst or board.by != CHILDREN:
            return self.tr("每周一览：{0}").format(rule_word(board.rule) if board.rule else words.all_rules())
        if not board.rule:
            return self.tr("{0} 个孩子有连着没做的").format(len(worst))
        least = min(row.run for row in worst)
        said = words.in_a_row(least, board.span()) + words.undone_word(board.rule)
        return self.tr("{0} 个孩子{1}").format(len(worst), said)

    def _sentence(self) -> Sequence[str | Number]:
        board = self.board
        if board.map is None or not board.rows:
            return [""]
        owed, done, missed = (sum(getattr(row, what) for row in board.rows) for what in ("owed", "done", "missed"))
        return [
            self.tr("到今天该做"), Number(OWED, owed, self.tr("该做的名单")), self.tr("件，做了"),
            Number(DONE, done, self.tr("做了的名单")), self.tr("件，没做"),
            Number(MISSED, missed, self.tr("没做的名单")), self.tr("件"),
        ]  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the line under the grid says what a cell means."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() >= tokens.px(LOW))
        tight = self.width() < tokens.px(TIGHT)
        if tight != self._tight:
            self._tight = tight
            if tight:
                self.choices.add(self.search_box)
            else:
                self.head.add_action(self.search_box)
