"""How the page of the report lies: the list, or names, or nothing; beside it the figures or one item."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.page import Page
from ui.pieces.empty import Empty, Way
from ui.report.aside import Aside
from ui.report.deeds import ReportDeeds
from ui.report.desk import ReportDesk
from ui.report.item_forms import ItemForms
from ui.report.item_panel import ItemPanel
from ui.report.names import Names
from ui.score_board import ReportBoard
from ui.session import Session
from ui.work import Work

DESK, LIST, NOTHING = range(3)


class ReportFrame(Page):
    """Widgets and where they are; what they mean is the page's business."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__()
        self._session, self._work = session, work
        self._stale = True
        self.board = ReportBoard(session)
        self.deeds = ReportDeeds(self.board)
        self.desk, self.names = ReportDesk(self.board), Names(session)
        self.aside, self.panel = Aside(self.board), ItemPanel(self.board, work)
        self.empty = Empty(
            self.tr("考核"), self.tr("还没有考核表"),
            self.tr("这里会有每一项得几分、还差什么、补上能到几分。先选一张表，以后随时能换、能改。"),
            [Way("shipped", "clipboard-check", self.tr("先用自带的表"), self.tr("六个部分，100 分，能改"),
                 self.tr("用这张表")),
             Way("import", "file-spreadsheet", self.tr("县里发了表"), self.tr("从 Excel 读进来，先看一遍"),
                 self.tr("选文件"))],
        )  # fmt: skip
        self.forms = ItemForms(self, self.board, self.deeds)
        self.left, self._unfolded = QWidget(), False
        self.stack = QStackedWidget()
        for one in (self.desk, self.names, self.empty):
            self.stack.addWidget(one)
        self._lay_out()
        self.panel.hide()

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._show_side(panel=not self.panel.isHidden())

    def close_panel(self) -> None:
        """Back to the figures at the right."""
        self._show_side(panel=False)

    def unfold(self) -> None:
        """Show figures and tables where there is no room for them beside the list."""
        self._unfolded = True
        self._show_side(panel=False)
        self.aside.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_side(self, *, panel: bool) -> None:
        """Show what there is room for: below 1100 px either the list or what stands beside it."""
        there = self.stack.currentIndex() == DESK
        wide = not tokens.is_narrow(self.window().width())
        self._unfolded = self._unfolded and there and not wide and not panel
        alone = there and not wide and (panel or self._unfolded)
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        for one in (self.aside, self.panel):
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
        self.panel.setVisible(panel and there)
        self.aside.setVisible(there and not panel and (wide or self._unfolded))
        self.aside.close_button.setVisible(not wide)
        self.desk.more.setVisible(not wide)
        self.desk.pack.setVisible(not wide and not self.aside.pack.isHidden())
        self.left.setVisible(not alone)
        self.keys_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side(panel=not self.panel.isHidden())

    def _lay_out(self) -> None:
        left = QVBoxLayout(self.left)
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        left.addWidget(self.stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.aside)
        row.addWidget(self.panel)
