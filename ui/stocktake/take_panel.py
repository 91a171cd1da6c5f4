"""At the right, one stock-take: how far it is, what differs, who confirms; or, when it was booked, what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.edits.stocktake import Unsettled
from app.inventory import Stocktake
from app.stocktake import CHANGED, DIFFERS, Row
from app.values import BadValue
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.choice_field import ChoiceField
from ui.pieces.fields import ComboField
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Fact
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.stock_words import day_word
from ui.stocktake import words
from ui.stocktake.board import Board
from ui.stocktake.deeds import Deeds

MOST = 8
"""Differences that are listed here; all of them stand in the grid."""
ZERO, SCRAP = "zero", "scrap"
SHEET, REPORT, FORM = "count_sheet", "stocktake_report", "scrap_form"
"""Papers (`ui.paper.kinds`)."""


class TakePanel(SidePanel):
    """`show_all` after every change."""

    row_wanted = Signal(object)
    """Place: put the cursor there."""
    paper_wanted = Signal(str)
    """A key of a paper."""
    sheet_wanted = Signal()
    """As Excel."""
    booked = Signal()
    dropped = Signal()
    closed = Signal()

    def __init__(self, session: Session, board: Board, deeds: Deeds) -> None:
        super().__init__(name=session.tr("这次盘点"))
        self._session, self._board, self._deeds = session, board, deeds
        self.heading = Label("", "panel", wrap=True)
        self.close_button = Button(self.tr("看清单"), kind="link", keys="Esc")
        self.about = Label("", "second", "ink2", wrap=True)
        self.papers = {
            SHEET: Button(self.tr("盘点表"), icon="printer"), REPORT: Button(self.tr("盘点报告"), icon="printer"),
            FORM: Button(self.tr("报废单"), icon="printer"),
        }  # fmt: skip
        self.excel = Button(self.tr("导出"), icon="file-spreadsheet", name=self.tr("导出 Excel"))
        self.drop = Button(self.tr("不盘了"), kind="link")
        self.missing = ChoiceField(self.tr("没点的怎么办"), [("", self.tr("账上不动")), (ZERO, self.tr("按 0 个算"))])
        self.broken = ChoiceField(self.tr("坏的怎么办"), [("", self.tr("先留着")), (SCRAP, self.tr("报废"))])
        self.confirm = ComboField(self.tr("谁来确认"), [])
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self.head.addWidget(self.about)
        self.head.addWidget(FlowLine([*self.papers.values(), self.excel, self.drop]))
        for piece in (self.missing, self.broken, self.confirm):
            self.add_staying(piece)
        self.set_action(self.go)
        for key, button in self.papers.items():
            button.clicked.connect(lambda _checked=False, key=key: self.paper_wanted.emit(key))
        self.go.clicked.connect(self.commit)
        self.excel.clicked.connect(self.sheet_wanted)
        self.drop.clicked.connect(self._drop)
        self.close_button.clicked.connect(self.closed)

    def show_all(self) -> None:
        """Show the stock-take as it is now."""
        state = self._board.state
        take = state.take
        if take is None:
            return
        found, open_ = state.sums, take.closed_on is None
        self.heading.setText(words.room_word(take, state.room_names))
        self.about.setText(self._about(take))
        self.papers[SHEET].setVisible(open_)
        self.papers[FORM].setVisible(found.broken > 0)
        self.drop.setVisible(open_)
        self.clear()
        if not open_:
            self._figures()
        self._differences([one for one in state.rows if one.state in (DIFFERS, CHANGED)], open_)
        self.missing.setVisible(open_ and found.uncounted > 0)
        self.broken.setVisible(open_ and found.broken > 0)
        self.confirm.setVisible(open_)
        self._offer_people(take)
        self.go.setVisible(open_)
        what = self.tr("{0} 处差异").format(found.differing) if found.differing else self.tr("没有差异")
        self.go.set_label(self.tr("记账，{0}").format(what))
        self.go.setEnabled(found.uncounted < found.things)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("还一样都没点"))

    def commit(self) -> None:
        """Book it; what has to be looked at first gets the cursor."""
        if self.go.isHidden() or not self.go.isEnabled():
            return
        who = self.confirm.value()
        try:
            zero = not self.missing.isHidden() and self.missing.value() == ZERO
            scrap = not self.broken.isHidden() and self.broken.value() == SCRAP
            done = self._deeds.close(int(who) if who.isdecimal() else None, zero=zero, scrap=scrap)
        except Unsettled as error:
            row = self._board.row(error.place)
            said = words.wrong(error)
            self._session.failed.emit(self.tr("没有记账。{0}：{1}。").format(row.asset.name if row else "", said))
            self.row_wanted.emit(error.place)
            return
        except BadValue as error:
            self.confirm.set_error(words.wrong(error))
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if done:
            self.booked.emit()

    # inside

    def _about(self, take: Stocktake) -> str:
        names = {one.id: one.name for one in self._session.snapshot.staff}
        today = self._session.today
        parts = [self.tr("{0}开始").format(day_word(take.day, today)),
                 self.tr("{0}点").format(names[take.staff_id]) if take.staff_id in names else ""]  # fmt: skip
        if take.closed_on is not None:
            parts[0] = self.tr("{0}记账").format(day_word(take.closed_on, today))
            parts.append(self.tr("{0}确认").format(names[take.confirmed_by]) if take.confirmed_by in names else "")
        return self.tr("，").join(part for part in parts if part)

    def _figures(self) -> None:
        found = self._board.state.sums
        done = found.things - found.uncounted
        self.add(Fact(self.tr("点了"), self.tr("{0} 样，共 {1} 样").format(done, found.things)))
        if found.differing:
            self.add(Fact(self.tr("对不上"), self.tr("{0} 样").format(found.differing)))
        if found.broken:
            self.add(Fact(self.tr("有坏的"), self.tr("{0} 样").format(found.broken)))
        if found.uncounted:
            self.add(Fact(self.tr("没点"), self.tr("{0} 样，账上没动").format(found.uncounted)))

    def _differences(self, differing: list[Row], open_: bool) -> None:
        if not differing:
            return
        self.add_section(self.tr("对不上的"))
        for row in differing[:MOST]:
            self.add(self._difference(row, open_))
        if len(differing) > MOST:
            self.add(Label(self.tr("还有 {0} 样").format(len(differing) - MOST), "hint", "ink2"))

    def _difference(self, row: Row, open_: bool) -> QWidget:
        piece = QWidget()
        column = QVBoxLayout(piece)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(tokens.BETWEEN)
        mark, said, second = words.state(row)
        line.addWidget(Mark(mark, f"{row.asset.name} {said}"), 1)
        column.addLayout(line)
        tail = second if row.state == CHANGED else row.reason or (self.tr("还没写原因") if open_ else "")
        if tail:
            column.addWidget(Label(tail, "hint", "ink2", wrap=True))
        if open_:
            see = Button(self.tr("按现在的账") if row.state == CHANGED else self.tr("去看"), kind="link", height=26,
                         name=self.tr("{0}，{1}").format(row.asset.name, said))  # fmt: skip
            act = self._deeds.take_books if row.state == CHANGED else self.row_wanted.emit
            see.clicked.connect(lambda _checked=False, place=row.place: act(place))
            line.addWidget(see)
        return piece

    def _offer_people(self, take: Stocktake) -> None:
        today = self._session.today
        here = [one for one in self._session.snapshot.staff
                if (one.left_on is None or one.left_on > today) and one.id != take.staff_id]  # fmt: skip
        if self.confirm.value() not in {str(one.id) for one in here}:
            self.confirm.set_value("")
        self.confirm.set_options([("", self.tr("没写")), *((str(one.id), one.name) for one in here)])

    def _drop(self) -> None:
        if self._deeds.drop():
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return
        super().keyPressEvent(event)
