"""What stands on the page 盘点: head, what is looked at, the scan line, the grid; beside it what is to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.inventory import Stocktake
from app.stocktake import Place, Row
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.entry_model import Mark
from ui.pieces.fields import ComboField
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.page_head import PageHead
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.stocktake import board as of
from ui.stocktake import words
from ui.stocktake.begin_panel import BeginPanel
from ui.stocktake.board import Board
from ui.stocktake.call_panel import CallPanel
from ui.stocktake.deeds import Deeds
from ui.stocktake.grid import COUNTED, CountGrid
from ui.stocktake.headline import headline
from ui.stocktake.loans import LoanGrid
from ui.stocktake.scan_box import ScanBox, Scanning
from ui.stocktake.take_panel import TakePanel

ANEW = "0"
"""Key of 开始新的."""


class Desk(QWidget):
    """Widgets, and what the board says; what a person does goes to the page."""

    panel_changed = Signal()

    def __init__(self, session: Session, board: Board, deeds: Deeds) -> None:
        super().__init__()
        self._session, self.board = session, board
        self.which = ComboField("", [])
        self.which.name_it(self.tr("哪一次盘点"))
        self.more = Button("", name=self.tr("这次盘点"))
        self.head = PageHead(self.tr("盘点"), (), self.which, self.more)
        self.segments = Segments([
            Segment(of.ALL, self.tr("全部")), Segment(of.WAITING, self.tr("没点")),
            Segment(of.WRONG, self.tr("对不上")), Segment(of.LENT, self.tr("借出没还")),
        ], name=self.tr("看哪些"))  # fmt: skip
        self.room = ComboField("", [])
        self.room.name_it(self.tr("正在点哪一间"))
        self.day = DateField("", today=lambda: session.today, needed=True)
        self.day.name_it(self.tr("哪天点的，和那天的账比"))
        self.day_word = Label(self.tr("哪天点的"), "second", "ink2")
        self.day_word.setBuddy(self.day)
        self.day_word.setMinimumHeight(tokens.px(tokens.CONTROL))
        self.scan = ScanBox(self.tr("扫标签，或敲编号再回车"))
        self.scanning = Scanning(session, board, deeds)
        self.grid = CountGrid(self.tr("盘点表"))
        self.loans = LoanGrid(lambda: board.state, lambda: session.snapshot)
        self.stack = QStackedWidget()
        self.begin, self.take = BeginPanel(session, board, deeds), TakePanel(session, board, deeds)
        self.call = CallPanel(session, board)
        self.panels: tuple[SidePanel, ...] = (self.begin, self.take, self.call)
        self.panel: SidePanel = self.begin
        self.unfolded = False
        """Where there is room for one only: whether what is to do is shown in place of the grid."""
        self._lay_out()
        self.more.clicked.connect(self.unfold)

    def show_all(self, texts: dict[tuple[int, str], tuple[str, str]]) -> None:
        """Show the file as it is now. `texts`: what stands in a cell and could not be written, and why."""
        board, state = self.board, self.board.state
        take = state.take
        self._offer_takes()
        self.head.set_words(*headline(board))
        self.segments.set_counts(board.counts())
        self.segments.set_current(board.asked.segment)
        several = take is not None and take.room_id is None
        self.room.setVisible(several and board.asked.segment != of.LENT)
        rooms = [one for one in state.rooms if any(row.room_id == one.id for row in state.rows)]
        self.room.set_value(str(board.asked.room or ""))
        self.room.set_options([("", self.tr("每一间")), *((str(one.id), one.name) for one in rooms)])
        open_ = take is not None and take.closed_on is None
        lent = board.asked.segment == of.LENT
        for piece in (self.day_word, self.day):
            piece.setVisible(open_ and not lent)
        self.scan.setVisible(open_ or lent)
        self.scanning.setVisible((open_ or lent) and bool(self.scanning.text.text()))
        self.day.set_value(board.day.isoformat())
        shown = board.shown() if take is not None else []
        self.grid.show_rows(
            [(board.number(one.place), one) for one in shown], {cell: text for cell, (text, _why) in texts.items()},
            state.room_names, closed=not open_, one_room=board.room_counted() is not None,
        )  # fmt: skip
        self.grid.set_marks({cell: Mark("wrong", why) for cell, (_text, why) in texts.items()})
        self.grid.set_empty(self._why_empty(take))
        self.loans.show_loans()
        self.loans.set_empty(self.tr("借出的都还了"))
        self.stack.setCurrentWidget(self.loans if lent else self.grid)
        self.turn(self.call if lent else self.begin if take is None else self.take)

    def turn(self, panel: SidePanel) -> None:
        """Show that beside the grid."""
        self.panel = panel
        for one in (self.begin, self.take, self.call):
            if one is panel:
                one.show_all()
        self.more.set_label({self.begin: self.tr("开始盘点"), self.call: self.tr("收回单")}.get(panel, self.tr("记账")))
        self.arrange()
        self.panel_changed.emit()

    def filled(self) -> Button:
        """The filled button of what stands beside the grid."""
        return {self.begin: self.begin.go, self.call: self.call.go}.get(self.panel, self.take.go)

    def go_to(self, place: Place, key: str = COUNTED) -> None:
        """Put the cursor into a cell."""
        self.fold()
        self.grid.edit_cell(self.board.number(place), key)
        self.grid.scrollTo(self.grid.currentIndex())

    def current(self) -> Row | None:
        """The row with the cursor."""
        number, _key = self.grid.here()
        return self.board.row(self.board.place(number)) if number else None

    def unfold(self) -> None:
        """Show what is to do, where that is not on screen."""
        self.unfolded = True
        self.arrange()
        self.panel_changed.emit()
        (self.filled() if self.filled().isEnabled() else self.panel).setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> bool:
        """Back to the grid; False if it is there already."""
        if not (self.unfolded and self.left.isHidden()):
            return False
        self.unfolded = False
        self.arrange()
        self.panel_changed.emit()
        self.focus_grid()
        return True

    def focus_grid(self) -> None:
        """The cursor into the grid that is shown."""
        grid = self.shown()
        if grid is self.grid and not self.grid.currentIndex().isValid() and self.board.shown():
            self.grid.edit_cell(self.board.number(self.board.shown()[0].place), COUNTED)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> CountGrid | LoanGrid:
        """The grid on screen."""
        return self.loans if self.stack.currentWidget() is self.loans else self.grid

    def arrange(self) -> None:
        """Show what there is room for: below 1100 px either the grid or what stands beside it."""
        wide = not tokens.is_narrow(self.window().width())
        alone = not wide and self.unfolded
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        for one in self.panels:
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
            one.setVisible(one is self.panel and (wide or alone))
        self.left.setVisible(not alone)
        self.more.setVisible(not wide)
        for one in (self.begin, self.take, self.call):
            one.close_button.setVisible(not wide)

    # inside

    def _offer_takes(self) -> None:
        state = self.board.state
        self.which.set_value(str(self.board.asked.take))
        self.which.set_options([
            *((str(one.id), words.take_word(one, state.room_names, state.today)) for one in state.takes),
            (ANEW, self.tr("开始新的一次")),
        ])  # fmt: skip
        self.which.setVisible(bool(state.takes))

    def _why_empty(self, take: Stocktake | None) -> str:
        if take is None:
            return self.tr("选好哪一间、谁来点，开始以后这里列出账上有的东西")
        return {of.WAITING: self.tr("都点过了"), of.WRONG: self.tr("点过的都对得上")}.get(
            self.board.asked.segment, self.tr("账上这里还没有东西"))  # fmt: skip

    def _lay_out(self) -> None:
        self.which.setFixedWidth(tokens.px(272))
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.room.setFixedWidth(tokens.px(140))
        self.day.setFixedWidth(tokens.px(160))
        for grid in (self.grid, self.loans):
            self.stack.addWidget(grid)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(tokens.GUTTER, 2, tokens.GUTTER, 8)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.segments, self.room, self.day_word, self.day, self.scan]))
        column.addWidget(self.scanning)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        for panel in self.panels:
            row.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
