"""At the right, a helper: what they do, how many children they have and could have, each child, handing over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.board import Charge, HelperRow
from app.pairing import MENTOR
from ui import tokens
from ui.pairings import words
from ui.pairings.child_panel import short
from ui.pieces.button import Button
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.name_cell import NameCell
from ui.pieces.numbers import PhoneNumber
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.session import Session


class ChargeBlock(QWidget):
    """One child of the helper: its name opens it, the link gives it to somebody else."""

    child_wanted = Signal(int)
    change_wanted = Signal(int)

    def __init__(self, session: Session, charge: Charge) -> None:
        super().__init__()
        child, day = charge.child, session.today
        self.charge = charge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        self.open = Button(child.name, kind="link", height=28, icon="flag" if charge.priority else "")
        self.open.setAccessibleName(words.charge_words(charge))
        spoken = session.tr("给{0}换人").format(child.name)
        self.change = Button(session.tr("换人"), kind="link", height=28, name=spoken)
        row.addWidget(self.open)
        row.addWidget(Label(words.child_line(child, session.snapshot, day), "hint", "ink2"))
        row.addStretch(1)
        row.addWidget(self.change)
        column.addLayout(row)
        if charge.overdue:
            column.addWidget(Mark("over", session.tr("{0} 件过期").format(charge.overdue)))
        elif charge.quiet:
            column.addWidget(Mark("soon", words.quiet_word(charge.quiet)))
        last = session.tr("上次联系 {0}").format(short(charge.last, day)) if charge.last else session.tr("还没有联系过")
        column.addWidget(Label(last, "hint", "ink2"))
        self.open.clicked.connect(lambda: self.child_wanted.emit(child.id))
        self.change.clicked.connect(lambda: self.change_wanted.emit(charge.pairing.id))


class HelperPanel(SidePanel):
    """Hands on what a person wants of this helper."""

    child_wanted = Signal(int)
    change_wanted = Signal(int)
    """Give the child of this pairing to somebody else."""
    more_wanted = Signal()
    """One more child for this helper."""
    handover_wanted = Signal()
    phone_copied = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(width=width)
        self._session = session
        self.row: HelperRow | None = None
        self.blocks: list[ChargeBlock] = []
        self.setAccessibleName(self.tr("帮扶的人"))
        self.cell = NameCell("", tokens.CELL_HEAD)
        self.name = Label("", "panel")
        self.about = Label("", "second", "ink2", wrap=True)
        self.load = Label("", "second", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.phone: PhoneNumber | None = None
        self._phones = QHBoxLayout()
        self.handover = Button("", kind="secondary")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.handover.clicked.connect(self.handover_wanted)
        self.go.clicked.connect(lambda: (self.handover_wanted if self._hands_over else self.more_wanted).emit())

    def show_helper(self, row: HelperRow, limit: int, waiting: int) -> None:
        """Show a helper afresh; `waiting` children have nobody in that role."""
        snapshot, day = self._session.snapshot, self._session.today
        self.row = row
        self.cell.set_name(row.name)
        self.name.setText(row.name)
        self.about.setText(words.helper_line(row, snapshot, day))
        self._show_phone(row)
        count, room = len(row.charges), row.room(limit) if limit else 1
        said = self.tr("带 {0} 个").format(count)
        if limit:
            said += self.tr("，还能带 {0} 个").format(room) if room else "" if row.away else self.tr("，满了")
        self.load.setText(said)
        self.clear()
        self.blocks = []
        for charge in row.charges:
            block = ChargeBlock(self._session, charge)
            block.child_wanted.connect(self.child_wanted)
            block.change_wanted.connect(self.change_wanted)
            self.add(block)
            self.add(Hairline())
            self.blocks.append(block)
        self._hands_over = row.away and row.helper.role == MENTOR
        self.handover.set_label(self.tr("{0} 个都交接…").format(count))
        self.handover.setVisible(row.helper.role == MENTOR and bool(count) and not self._hands_over)
        self.go.set_label(self.tr("{0} 个都交接…").format(count) if self._hands_over else self.tr("再配一个孩子"))
        self.go.setEnabled(bool(count) if self._hands_over else bool(room and waiting))
        self.go.setToolTip("" if self.go.isEnabled() else self._why_not(room, waiting))

    def _why_not(self, room: int, waiting: int) -> str:
        return self.tr("已经带满了") if not room else "" if waiting else self.tr("没有孩子等着配")

    def _show_phone(self, row: HelperRow) -> None:
        if self.phone is not None:
            self.phone.hide()
            self.phone.deleteLater()
            self.phone = None
        number = next((one.phone for one in self._session.snapshot.staff if one.id == row.helper.staff_id), "")
        if number:
            self.phone = PhoneNumber(number, whose=self.tr("{0}的电话").format(row.name), size=tokens.PANEL)
            self.phone.copied.connect(self.phone_copied)
            self._phones.insertWidget(0, self.phone)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(self.cell, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.name)
        lines.addWidget(self.about)
        head.addLayout(lines, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self._phones.addStretch(1)
        self.head.addLayout(self._phones)
        under = QWidget()
        flow = Flow(under, across=tokens.GAP, wide=True)
        self.load.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.load.setWordWrap(False)
        flow.addWidget(self.load)
        flow.addWidget(self.handover)
        self.head.addWidget(under)
        self.head.addWidget(Hairline())
        self.set_action(self.go)
