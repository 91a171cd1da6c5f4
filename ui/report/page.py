"""The page 学期报告: the score as it stands, what would bring more and where that is done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent

from ui.page import KeyGroup
from ui.report.acts import ReportActs
from ui.report.desk import MENTORS, PAST, VIEWS
from ui.report.frame import DESK, LIST
from ui.score_sheets import file_name, mentor_sheet, self_sheet
from ui.sheet_saving import save_sheet


class ReportPage(ReportActs):
    """`arrive`: the id of an item, a view (`ui.report.desk.VIEWS`), ("term", code), or None."""

    can = frozenset({"print_out", "export"})

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.stack.currentIndex() == LIST:
            return [("↑↓", self.tr("换一个")), ("Enter", self.tr("去补")), ("Esc", self.tr("返回考核项"))]
        if not self.panel.isHidden():
            go = self.panel.go
            way = [("Ctrl+Enter", go.label())] if not go.isHidden() else []
            return [("↑↓", self.tr("换一项")), *way, ("Esc", self.tr("返回"))]
        papers = [("Ctrl+P", self.desk.print_words()), ("Ctrl+E", self.tr("导出 Excel"))]
        if self.left.isHidden():
            return [*papers, ("Esc", self.tr("看考核项"))]
        if self.desk.view() == MENTORS:
            return [("↑↓", self.tr("换一位")), ("Enter", self.tr("看他带的孩子")), *papers]
        if self.desk.view() == PAST:
            return [("↑↓", self.tr("换一个学期")), ("Enter", self.tr("看那个学期")), *papers]
        return [("↑↓", self.tr("换一项")), ("Enter", self.tr("看这一项")), ("Ctrl+Enter", self.tr("去补材料")), *papers]

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
            "“按考核表顺序”按部分排。“代理家长考核”是各人做到多少，“往年”是每学期的得分。"
            "换一张表、改考核项、读县里的 Excel，都在右边“换表，改考核项”里。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # inside

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
