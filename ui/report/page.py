"""The page 学期报告: the score as it stands, what would bring more and where that is done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.assessment import Evidence, Mark
from app.scoring import Scored
from ui import tokens
from ui.page import KeyGroup, Page
from ui.pieces.empty import Empty, Way
from ui.report.aside import Aside
from ui.report.deeds import ReportDeeds
from ui.report.desk import ITEMS, LEFT, MENTORS, VIEWS, WEEKS, ReportDesk
from ui.report.item_forms import ItemForms
from ui.report.item_panel import ItemPanel
from ui.report.names import Names
from ui.report.ways import NAMES, way_of
from ui.score_board import ReportBoard
from ui.score_sheets import file_name, mentor_sheet, self_sheet
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.work import Work

DESK, LIST, NOTHING = range(3)


class ReportPage(Page):
    """`arrive`: the id of an item, a view (`ui.report.desk.VIEWS`), ("term", code), or None."""

    can = frozenset({"print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.stack.currentIndex() == LIST:
            return [("↑↓", self.tr("换一个")), ("Enter", self.tr("去补")), ("Esc", self.tr("返回考核项"))]
        if not self.panel.isHidden():
            return [("↑↓", self.tr("换一项")), ("Ctrl+Enter", self.tr("去补材料")), ("Esc", self.tr("返回"))]
        return [("↑↓", self.tr("换一项")), ("Enter", self.tr("看这一项")), ("Ctrl+Enter", self.tr("去补材料")),
                ("Ctrl+P", self.tr("打印自评表")), ("Ctrl+E", self.tr("导出 Excel"))]  # fmt: skip

    def key_groups(self) -> list[KeyGroup]:
        tr = self.tr
        return [
            KeyGroup("", (("↑↓", tr("换一项")), ("Enter", tr("看这一项")), ("Ctrl+Enter", tr("去补材料")),
                          ("Ctrl+P", tr("打印自评表")), ("Ctrl+E", tr("导出 Excel")))),
            KeyGroup(tr("缺的名单"), (("↑↓", tr("换一个")), ("Enter", tr("去补")), ("Esc", tr("返回考核项")))),
        ]  # fmt: skip

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        if isinstance(want, tuple) and len(want) == 2 and want[0] == "term":
            self.board.term_code, self._stale = str(want[1]), True
        self._show()
        if isinstance(want, int) and self.board.scored(want) is not None:
            self.open_item(want)
        elif isinstance(want, str) and want in VIEWS:
            self.close_panel()
            self.desk.turn(want)
        self._focus()

    def here(self) -> object:
        return self.panel.item_id if not self.panel.isHidden() else self.desk.view()

    def back(self) -> bool:
        if self.stack.currentIndex() == LIST:
            self._turn(DESK)
        elif not self.panel.isHidden() or self._unfolded:
            self._unfolded = False
            self.close_panel()
        else:
            return False
        self._focus()
        return True

    def leave(self) -> bool:
        self._session.drafts.flush()
        return True

    def resume(self) -> bool:
        found = self.forms.resume(self._session.drafts.opened())
        self._show()
        one = self.board.scored(found[1]) if found is not None else None
        if found is None or one is None:
            return False
        self.open_item(one.item.id)
        self.forms.ask(found[0], one, QRect(self.panel.mapToGlobal(self.panel.rect().topLeft()), QSize(40, 40)))
        return True

    def print_out(self) -> None:
        if self.board.score is not None:
            paper = "mentor_score" if self.desk.view() == MENTORS else "self_score"
            self.goes.emit("print", (self.board.term_code, paper))

    def export(self) -> None:
        """The self-assessment as an Excel form; of the mentors where they are on screen."""
        if self.board.score is None or self.board.term is None:
            return
        mentors = self.desk.view() == MENTORS
        sheet = mentor_sheet(self.board) if mentors else self_sheet(self.board)
        what = "export_mentor_score" if mentors else "export_score"
        save_sheet(self, self._session, self._work, sheet, file_name(self.board, mentors), what)

    def help_text(self) -> str:
        return self.tr(
            "每一项得几分，照程序里真实的记录算，点数字看缺的是谁，点右边的字去补。补上能得几分，排在最前面。"
            "回车打开一项：自己打分、记平时检查、记复核分、挂材料都在右边；扣分要写原因。"
            "“照考核表”按部分排。“老师考核”是代理家长各自做到多少，“往年”是每学期的得分。"
            "换一张表、改考核项、读县里的 Excel，都在右边“换表，改考核项”里。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # an item

    def open_item(self, item_id: int) -> None:
        """Show it at the right."""
        one = self.board.scored(item_id)
        if one is None:
            return
        self._turn(DESK)
        if self.desk.view() != ITEMS:
            self.desk.turn(ITEMS)
        self.desk.items.grid.set_current(item_id)
        self.panel.show_item(one)
        self._show_side(panel=True)

    def close_panel(self) -> None:
        """Back to the figures at the right."""
        self._show_side(panel=False)

    def show_names(self, item_id: int) -> None:
        """List what an item lacks."""
        one = self.board.scored(item_id)
        if one is None or one.found is None or not one.found.lacks:
            self.open_item(item_id)
            return
        self.names.show_item(one)
        self._turn(LIST)

    def follow(self, item_id: int) -> None:
        """Go where what it lacks is made good."""
        one = self.board.scored(item_id)
        if one is None:
            return
        way = way_of(one)
        if way.page:
            self.goes.emit(way.page, way.want)
        elif way.want == NAMES:
            self.show_names(item_id)
        else:
            self.open_item(item_id)

    # inside

    def _open(self, item_id: int) -> None:
        self.open_item(item_id)
        self._focus()

    def _names_of(self, item_id: int) -> None:
        self.show_names(item_id)
        self._focus()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.board.read()
        if self.board.score is None:
            self._turn(NOTHING)
            return
        if self.stack.currentIndex() != LIST:
            self._turn(DESK)
        self.desk.show_board()
        self.aside.show_board()
        one = self._in_hand()
        if one is None:
            self._show_side(panel=False)
            self._turn(DESK)
        elif not self.panel.isHidden():
            self.panel.show_item(one)
        if one is not None and self.stack.currentIndex() == LIST:
            self.names.show_item(one)

    def _in_hand(self) -> Scored | None:
        return self.board.scored(self.panel.item_id or self.desk.items.grid.current())

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._show_side(panel=not self.panel.isHidden())

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
        self.left.setVisible(not alone)
        self.keys_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side(panel=not self.panel.isHidden())

    def _focus(self) -> None:
        place = self.stack.currentIndex()
        if place == NOTHING:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place == LIST:
            self.names.grid.focus_first()
        elif not self.panel.isHidden():
            self.panel.first().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.focus()

    def _choose_term(self, code: str) -> None:
        self.board.term_code, self._stale = code, True
        self._show()

    def _follow_current(self, item_id: int) -> None:
        if not self.panel.isHidden() and item_id:
            one = self.board.scored(item_id)
            if one is not None:
                self.panel.show_item(one)

    def _begin(self, key: str) -> None:
        if key == "shipped":
            self.deeds.use_shipped()
            self._focus()
        else:
            self.goes.emit("score-import", None)

    def _ask(self, kind: str, anchor: QRect) -> None:
        one = self.board.scored(self.panel.item_id)
        if one is not None:
            self.forms.ask(kind, one, anchor)

    def _remove(self, what: object) -> None:
        one = self.board.scored(self.panel.item_id)
        if one is None:
            return
        if isinstance(what, Mark):
            self.deeds.take_back(one.item, what)
        elif isinstance(what, Evidence):
            self.deeds.unlink(one.item, what)

    def _number(self, key: str) -> None:
        if key == LEFT:
            self.desk.turn(ITEMS)
            self._focus()
        elif key == WEEKS:
            self.goes.emit("calendar", None)

    def _connect(self) -> None:
        desk, panel = self.desk, self.panel
        desk.term_chosen.connect(self._choose_term)
        desk.view_chosen.connect(lambda _view: self._show_side(panel=False))
        desk.print.clicked.connect(self.print_out)
        desk.head.clicked.connect(self._number)
        desk.items.opened.connect(self._open)
        desk.items.names_wanted.connect(self._names_of)
        desk.items.way_wanted.connect(self.follow)
        desk.items.current_changed.connect(self._follow_current)
        desk.mentors.opened.connect(lambda staff: self.goes.emit("pairings", staff))
        desk.past.opened.connect(self._open_term)
        self.names.left.connect(self.back)
        self.names.goes.connect(self.goes)
        self.aside.goes.connect(self.goes)
        self.aside.table_wanted.connect(lambda: self.goes.emit("score-tables", None))
        self.aside.export_wanted.connect(self.export)
        self.aside.closed.connect(self.back)
        desk.more.clicked.connect(self.unfold)
        panel.closed.connect(self.back)
        panel.asks.connect(self._ask)
        panel.removed.connect(self._remove)
        panel.way_wanted.connect(lambda: self.follow(panel.item_id))
        panel.names_wanted.connect(lambda: self._names_of(panel.item_id))
        panel.record_wanted.connect(lambda record: self.goes.emit("activities", record))
        self.empty.chosen.connect(self._begin)

    def _open_term(self, code: str) -> None:
        self._choose_term(code)
        self.desk.turn(ITEMS)
        self._focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._show_side(panel=not self.panel.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and self.stack.currentIndex() == DESK:
            self.follow(self.desk.items.grid.current())
            return
        super().keyPressEvent(event)

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
        self.panel.hide()
