"""The page 盘点: begin a stock-take, count by keys or a scanner, book the differences, call back what is lent."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import KeyGroup, Page
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.stocktake import board as of
from ui.stocktake.board import Asked, Board
from ui.stocktake.counting import Counting
from ui.stocktake.deeds import Deeds
from ui.stocktake.desk import Desk
from ui.stocktake.export import file_name, loan_table, take_table
from ui.stocktake.take_panel import REPORT, SHEET
from ui.work import Work

DRAFT = "stocktake"
CALL_BACK = "call_back"
"""The paper by which loans are called back (`ui.paper.kinds`)."""


class StocktakePage(Page):
    """`arrive`: the id of a stock-take, "lent", or None for the one that is open."""

    can = frozenset({"search", "print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self.board = Board(session)
        self.deeds = Deeds(session, self.board)
        self.desk = Desk(session, self.board, self.deeds)
        self.counting = Counting(session, self.board, self.deeds, self.desk)
        self._stale = True
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.desk)
        self.desk.panel_changed.connect(self.keys_changed)
        self.desk.take.paper_wanted.connect(self._print)
        self.desk.take.sheet_wanted.connect(self.export)
        self.desk.call.paper_wanted.connect(self.print_out)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        desk, tr = self.desk, self.tr
        take = self.board.state.take
        if take is not None and take.closed_on is not None and desk.panel is desk.take:
            found = [("↑↓", tr("换一样")), ("Ctrl+P", tr("打印盘点报告")), ("Ctrl+E", tr("导出 Excel"))]
        elif desk.left.isHidden() or desk.panel is desk.begin:
            found = [("Tab", tr("下一格"))]
        elif desk.panel is desk.call:
            found = [("↑↓", tr("换一笔")), ("Enter", tr("还了")), ("Ctrl+F", tr("扫标签"))]
        else:
            found = [("Enter", tr("往下")), ("Tab", tr("右边一格")), ("Ctrl+F", tr("扫标签")), ("F8", tr("记在这里"))]
        if not desk.filled().isHidden():
            found.append(("Ctrl+Enter", desk.filled().label()))
        return [*found, ("Esc", tr("返回"))]

    def key_groups(self) -> list[KeyGroup]:
        tr = self.tr
        return [
            KeyGroup("", (("Enter", tr("往下")), ("Tab", tr("右边一格")), ("Ctrl+D", tr("和上面一样")),
                          ("Ctrl+F", tr("扫标签")), ("F8", tr("扫到别处的，记在这里")),
                          ("Ctrl+Enter", tr("开始盘点，或记账")))),
            KeyGroup(tr("借出没还"), (("Enter", tr("还了")), ("Ctrl+Enter", tr("打印收回单")))),
        ]  # fmt: skip

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        if isinstance(want, int):
            self.counting.ask(Asked(want))
        elif want == of.LENT:
            self.counting.ask(replace(self.board.asked, segment=of.LENT))
        elif isinstance(want, tuple) and len(want) == 3:
            self.counting.ask(Asked(*want))
        elif self.board.asked.segment != of.LENT and self.board.state.take is None:
            self.counting.ask(Asked(self.board.newest_open()))
        else:
            self.counting.show()
        self._stale = False
        if self.desk.panel is self.desk.begin:
            self.desk.unfold()
            self.desk.begin.room.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.desk.left.isHidden():
            self.desk.focus_grid()

    def here(self) -> object:
        asked = self.board.asked
        return asked.take, asked.room, asked.segment

    def back(self) -> bool:
        return self.desk.fold()

    def leave(self) -> bool:
        self.desk.grid.finish_typing()
        self._session.drafts.flush()
        return True

    def resume(self) -> bool:
        self._stale = False
        return self.counting.come_back()

    def search(self) -> None:
        """The cursor into the scan box."""
        self.desk.fold()
        if not self.desk.scan.isHidden():
            self.desk.scan.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.desk.scan.selectAll()

    def print_out(self) -> None:
        """The paper of what is shown: the sheet to count by, the report of a closed one, the list of loans."""
        take = self.board.state.take
        if self.board.asked.segment == of.LENT:
            self.goes.emit("print", CALL_BACK)
        else:
            self._print(REPORT if take is not None and take.closed_on is not None else SHEET)

    def export(self) -> None:
        """The report of the stock-take on screen, or what is out, as Excel."""
        state = self.board.state
        take = None if self.board.asked.segment == of.LENT else state.take
        if take is None and self.board.asked.segment != of.LENT:
            return
        sheet = loan_table(self._session, state) if take is None else take_table(self._session, state, take)
        what = "export_loans" if take is None else "export_stocktake"
        save_sheet(self, self._session, self._work, sheet, file_name(self._session, state, take), what)

    def help_text(self) -> str:
        return self.tr(
            "账上该有几个，程序从出入记录里加出来；你只写点到几个。点一样记一样，关了机也不丢。"
            "扫码枪就是键盘：扫一下标签加一个，不是这一间的会说，按 F8 记在这里。"
            "上面的日子是哪天点的，点到的和那天的账比，照着前几天的纸敲的先改日子。"
            "对不上的写上为什么。记账要另一个人确认，少的多的一次记好，Ctrl+Z 一次撤回；"
            "没点的账上不动，也可以按 0 个算。"
            "坏了的写在“其中坏的”里，可以一起报废，报废单三个人签字。借出没还的按班打印收回单，还一样按一下 Enter。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # inside

    def _show(self) -> None:
        self._stale = False
        self.counting.show()

    def _print(self, paper: str) -> None:
        self.goes.emit("print", (f"take:{self.board.asked.take}", paper))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_F8:
            self.counting.accept()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.desk.filled().click()
        else:
            super().keyPressEvent(event)


