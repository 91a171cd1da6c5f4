"""The middle of the dossier: what the ledger of care has of the child, by parts, the only thing there that scrolls."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from app.cards import class_name_on
from app.care import CareRecord
from app.care_papers import TALKS, CareAsk, paper_for
from app.timeline import ALL, PARTS, counts, lines, with_awards
from ui import tokens
from ui.children import timeline_words as words
from ui.children.card import Card
from ui.children.timeline_model import worded
from ui.children.timeline_view import TimelineView
from ui.pieces.button import Button
from ui.pieces.segments import Segment, Segments
from ui.session import Session


class TimelinePanel(Card):
    """`opened` asks for the record in the log, `award_opened` for an award, `print_wanted` for the child's papers."""

    opened = Signal(int)
    award_opened = Signal(int)
    print_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("记录"))
        self._session = session
        self._child_id = 0
        self._records: list[CareRecord] = []
        self._shown: list[CareRecord] = []
        self.print = Button("", kind="link", icon="printer", name=self.tr("打印这个孩子的记录"))
        self.slot.addWidget(self.print)
        self.parts = Segments([Segment(part, words.part_word(part)) for part in PARTS], ALL, name=self.tr("看哪些记录"))
        self.view = TimelineView(self.tr("记录"))
        self.body.setContentsMargins(0, tokens.PADDING_TOP, 0, 2)
        self.slot.setContentsMargins(tokens.PADDING, 0, tokens.PADDING, 0)
        row = QHBoxLayout()
        row.setContentsMargins(tokens.PADDING, 0, tokens.PADDING, 4)
        row.addWidget(self.parts)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.parts.chosen.connect(lambda _part: self._show())
        self.view.opened.connect(self._open)
        self.print.clicked.connect(self.print_wanted)

    def show_child(self, child_id: int) -> None:
        """Read the child's records anew."""
        if child_id != self._child_id:
            self.parts.set_current(ALL)
            self.view.scrollToTop()
        self._child_id = child_id
        self._records = self._session.store.ledger.timeline(child_id)
        self._shown = with_awards(self._records, self._session.store.honours.awards_of(child_id))
        self._show()

    def records(self) -> list[CareRecord]:
        """Everything of the child, newest first."""
        return self._records

    def current(self) -> CareRecord | None:
        """The record with the cursor."""
        return next((one for one in self._shown if one.id == self.view.current()), None)

    def paper(self) -> CareAsk:
        """What there is to print: the record with the cursor, if the list has the focus; else what this child has."""
        record = self.current()
        if record is not None and record.id > 0 and self.view.hasFocus():
            return CareAsk(paper_for(record.kind), f"record:{record.id}", kind=record.kind)
        return CareAsk(paper_for(record.kind) if record else TALKS, "chosen", children=(self._child_id,))

    def _open(self, record_id: int) -> None:
        if record_id < 0:
            self.award_opened.emit(-record_id)
        else:
            self.opened.emit(record_id)

    def _show(self) -> None:
        session, snapshot = self._session, self._session.snapshot
        many = counts(self._shown)
        self.heading.setText(self.tr("记录 {0} 条").format(many[ALL]) if many[ALL] else self.tr("记录"))
        part = self.parts.current() if many[self.parts.current()] else ALL
        self.parts.offer([Segment(one, words.part_word(one)) for one in PARTS if many[one] or one == ALL], part)
        staff = {one.id: one.name for one in snapshot.staff}
        classes = {one.id: class_name_on(one, snapshot, session.today) for one in snapshot.classes}
        make = partial(worded, child_id=self._child_id, today=session.today, staff=staff, classes=classes,
                       how_many=session.store.ledger.how_many)
        empty = self.tr("还没有记录。打了电话、谈了心，记下来就在这里。")
        self.view.show_lines(lines(self._shown, part, snapshot.terms, session.today), make, self._child_id, empty)

    def minimumSizeHint(self) -> QSize:
        """The view scrolls."""
        return QSize(tokens.px(220), tokens.px(200))
