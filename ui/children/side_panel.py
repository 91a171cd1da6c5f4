"""Beside the list: the child in short, the numbers to dial, what is missing, what waits for a yes, one thing to do."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import days, kinship
from app.addresses import village
from app.children import Child
from app.fingerprint import CHANGED
from app.roster import RosterRow
from app.whereabouts import proposed
from ui import tokens
from ui.card_words import why_all
from ui.children.card import Column, clear
from ui.children.dial import DialList
from ui.children.kin_block import where_words
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.name_cell import NameCell
from ui.pieces.panel import Hairline
from ui.sentences import missing_word
from ui.session import Session

MOST_CHANGES = 3
"""Lines on why a card is due; the dossier has all of them."""


class SidePanel(QWidget):
    """Shows the current row; every signal carries the child's id."""

    opened = Signal(int)
    fill = Signal(int, str)
    """(child, one of the 五个清楚 keys, or "" for the first that is missing)"""
    printed = Signal(int)
    confirmed = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._child_id = 0
        self.setFixedWidth(tokens.px(tokens.SIDE))
        self.setProperty("aside", True)
        self.name = NameCell("", tokens.CELL_HEAD, whole=True, most=3)
        self.open = Button(self.tr("完整档案"), keys="Enter")
        self.about = Label("", "second", "ink2", wrap=True)
        self.why = Label("", "second", wrap=True)
        self.card = Label("", "second", "soon", wrap=True)
        self.dial = DialList()
        self.missing = QVBoxLayout()
        self.proposals = QVBoxLayout()
        self.confirm = Button(self.tr("都对，核对好了"), keys="Ctrl+Enter", kind="ghost", height=tokens.CONTROL)
        self.go = Button(self.tr("打印联系卡"), keys="Ctrl+P", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.open.clicked.connect(lambda: self.opened.emit(self._child_id))
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self._child_id))
        self.go.clicked.connect(self._do)

    def show_row(self, row: RosterRow | None, child: Child | None, why: str) -> None:
        """Show a child; nothing while no row is current."""
        for widget in (self._top, self._scroll, self.go):
            widget.setVisible(row is not None)
        if row is None or child is None:
            self._child_id = 0
            return
        large = self.dial.large.isVisible() and self._child_id == row.child_id
        self._child_id, self._row = row.child_id, row
        self.name.set_name(child.name)
        self.about.setText(self._about(row, child))
        self.why.setText(why)
        self._show_card(row)
        if not large:
            self.dial.show_child(child, row.carer, self._session.today)
        self._show_missing(row)
        self._show_proposals(child)
        self._choose_deed(row)

    def _show_card(self, row: RosterRow) -> None:
        """Of a card that is due, what is otherwise than on it."""
        due = row.card == CHANGED
        lines = why_all(row.card_why) if due else []
        shown = [*lines[:MOST_CHANGES], self.tr("还有 {0} 处").format(len(lines) - MOST_CHANGES)]
        told = lines if len(lines) <= MOST_CHANGES else shown
        self.card.setText("\n".join([self.tr("联系卡要重打"), *told]))
        self.card.setVisible(due)

    def _about(self, row: RosterRow, child: Child) -> str:
        age = days.age_on(child.birth, self._session.today)
        parts = [f"{row.class_name} {row.sex}".strip()]
        parts += [self.tr("{0} 岁").format(age)] if age is not None else []
        parts += [self.tr("住校")] if row.boarding else []
        parts += [village(child.address or child.home_address)]
        return "，".join(part for part in parts if part)

    def _show_missing(self, row: RosterRow) -> None:
        clear(self.missing)
        self._missing_box.setVisible(bool(row.missing))
        for key in row.missing:
            line = QHBoxLayout()
            line.addWidget(Mark("soon", missing_word(key)), 1)
            fill = Button(self.tr("去补"), kind="link", height=26, name=self.tr("去补{0}").format(missing_word(key)))
            fill.clicked.connect(lambda _on=False, key=key: self.fill.emit(self._child_id, key))
            line.addWidget(fill)
            self.missing.addLayout(line)

    def _show_proposals(self, child: Child) -> None:
        clear(self.proposals)
        any_open = False
        for kin in sorted(child.kin, key=lambda kin: kinship.relation_order(kin.relation)):
            where = proposed(kin, self._session.today)
            if where is None:
                continue
            any_open = True
            words = f"{kinship.spoken_relation(kin.relation)}{where_words(where)}"
            self.proposals.addWidget(Label(words, "second", "soon", wrap=True))
        self._proposal_box.setVisible(any_open)

    def _choose_deed(self, row: RosterRow) -> None:
        if row.missing:
            self.go.set_label(self.tr("补资料"))
            self.go.keys = "F2"
        else:
            self.go.set_label(self.tr("打印联系卡"))
            self.go.keys = "Ctrl+P"
        self.go.updateGeometry()

    def _do(self) -> None:
        if self._row.missing:
            self.fill.emit(self._child_id, "")
        else:
            self.printed.emit(self._child_id)

    def _lay_out(self) -> None:
        self._top = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.open)
        top = QVBoxLayout(self._top)
        top.setContentsMargins(tokens.GUTTER, 16, tokens.GUTTER, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.about)
        top.addWidget(self.why)
        top.addWidget(self.card)
        top.addSpacing(4)
        self._missing_box = self._part(self.tr("还缺什么"), self.missing)
        self._proposal_box = self._part(self.tr("导入的，等你核对"), self.proposals, self.confirm)
        self._scroll = Column(self.tr("孩子的情况"), spacing=0)
        self._scroll.add(self._part(self.tr("打电话"), None, self.dial), self._missing_box, self._proposal_box)
        self._scroll.column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 8)
        self.go.setSizePolicy(self.go.sizePolicy().Policy.Expanding, self.go.sizePolicy().Policy.Fixed)
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.GUTTER, 8, tokens.GUTTER, 16)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _part(self, heading: str, lines: QVBoxLayout | None, *widgets: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addSpacing(4)
        column.addWidget(Hairline())
        column.addSpacing(4)
        column.addWidget(Label(heading, "panel"))
        if lines is not None:
            lines.setSpacing(6)
            column.addLayout(lines)
        for widget in widgets:
            column.addWidget(widget)
        return box

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.fill(painter, QRectF(0, 0, 1, self.height()), "line")
