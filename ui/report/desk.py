"""The left side of the report: the finding, the bar, and under it the items, the mentors or the past terms."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.assessment import bands_of
from app.scoring import FULL
from ui import score_words as words
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.editors import Combo
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.segments import Segment, Segments
from ui.report.bar import ScoreBar
from ui.report.item_list import ItemList
from ui.report.mentors import Mentors
from ui.report.past import PastTerms
from ui.score_board import GAIN_FIRST, IN_ORDER, ReportBoard

ITEMS, MENTORS, PAST = VIEWS = ("items", "mentors", "past")
LEFT, WEEKS = "left", "weeks"
LOW = 560
"""px of a page under which the bar takes less room."""


class ReportDesk(QWidget):
    """Widgets only; what they lead to is the page's business."""

    term_chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, board: ReportBoard) -> None:
        super().__init__()
        self._board = board
        self.term = Combo()
        self.term.setAccessibleName(self.tr("哪个学期"))
        self.term.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.print = Button(self.tr("打印自评表"), icon="printer")
        self.more = Button("", icon="ellipsis", name=self.tr("本学期数字和考核表"))
        self.pack = Button(self.tr("迎检资料"), kind="primary", name=self.tr("生成迎检资料"))
        """Where the panel at the right has no room, the way to the pack stands here, in few words."""
        for button in (self.more, self.pack):
            button.hide()
        self.head = PageHead("", (), self.term, self.print, self.more, self.pack)
        self.bar = ScoreBar()
        self.views = Segments(
            [Segment(ITEMS, self.tr("考核项")), Segment(MENTORS, self.tr("代理家长考核")),
             Segment(PAST, self.tr("往年"))],
            ITEMS, name=self.tr("看什么"))  # fmt: skip
        self.order = Segments(
            [Segment(GAIN_FIRST, self.tr("补分多的在前")), Segment(IN_ORDER, self.tr("按考核表顺序"))], GAIN_FIRST,
            name=self.tr("怎么排"))  # fmt: skip
        self.items, self.mentors, self.past = ItemList(board), Mentors(board), PastTerms(board)
        self.stack = QStackedWidget()
        for one in (self.items, self.mentors, self.past):
            self.stack.addWidget(one)
        self._lay_out()
        self.term.activated.connect(lambda place: self.term_chosen.emit(str(self.term.itemData(place))))
        self.views.chosen.connect(self.turn)
        self.order.chosen.connect(self._order)

    def view(self) -> str:
        """One of VIEWS."""
        return VIEWS[self.stack.currentIndex()]

    def turn(self, view: str) -> None:
        """Show one of VIEWS."""
        self.views.set_current(view)
        self.stack.setCurrentIndex(VIEWS.index(view))
        self.order.setVisible(view == ITEMS)
        self._name_print()
        self.show_board()
        self.view_chosen.emit(view)

    def show_board(self) -> None:
        """Show what the board holds; the row in hand stays."""
        board, score = self._board, self._board.score
        self._offer_terms()
        if score is None:
            return
        self._say()
        self.bar.show_score(score, bands_of(score.table))
        if self.view() == ITEMS:
            self.items.show_items()
        elif self.view() == MENTORS:
            self.mentors.show_mentors()
        else:
            self.past.show_terms()
        self.order.set_current(board.order)

    def focus(self) -> None:
        """Put the cursor into the list on screen."""
        {ITEMS: self.items.grid, MENTORS: self.mentors.grid, PAST: self.past.grid}[self.view()].focus_first()

    def _say(self) -> None:
        score = self._board.score
        if score is not None:
            said = words.finding(score.points, score.reachable, len(score.to_gain), brief=self._is_narrow())
            self.head.set_words(said, self._sentence())

    def _is_narrow(self) -> bool:
        return tokens.is_narrow(self.window().width())

    def _sentence(self) -> list[str | Number]:
        board, score = self._board, self._board.score
        assert score is not None
        weeks, left = board.weeks_left(), sum(one.state != FULL for one in score.items)
        brief = self._is_narrow()
        rest: list[str | Number] = [
            Number(LEFT, left, self.tr("{0} 项还没满分").format(left)),
            self.tr("项没满分") if brief else self.tr("项还没满分"),
        ]  # fmt: skip
        if weeks:
            return [self.tr("还有") if brief else self.tr("离学期结束还有"),
                    Number(WEEKS, weeks, self.tr("还有 {0} 周").format(weeks)), self.tr("周，"), *rest]  # fmt: skip
        return [self.tr("学期已经结束，"), *rest]

    def _offer_terms(self) -> None:
        options = self._board.terms()
        if [(self.term.itemData(n), self.term.itemText(n)) for n in range(self.term.count())] != options:
            self.term.clear()
            for code, title in options:
                self.term.addItem(title, code)
        self.term.setCurrentIndex(max(0, self.term.findData(self._board.term_code)))

    def _order(self, order: str) -> None:
        self._board.order = order
        self.items.show_items()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()
        self._name_print()
        self.bar.set_low(self.height() < tokens.px(LOW))

    def print_words(self) -> str:
        """What Ctrl+P does with the list on screen."""
        return self.tr("打印代理家长考核") if self.view() == MENTORS else self.tr("打印自评表")

    def _name_print(self) -> None:
        said, narrow = self.print_words(), self._is_narrow()
        self.print.set_label("" if narrow else said)
        self.print.setAccessibleName(said)
        self.print.setToolTip(said if narrow else "")

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(tokens.BETWEEN)
        choices.addWidget(self.views)
        choices.addStretch(1)
        choices.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addLayout(choices)
        column.addWidget(self.stack, 1)
