"""At the right, while nothing is open: who is still to be thanked, whose cover ends, and what can be written down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.insurance import Ending
from app.thanks import Given
from ui import gift_words as words
from ui import tokens
from ui.gifts import book as books
from ui.gifts.book import Book
from ui.gifts.errand import GIVE, INSURE, WISH
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.side_panel import SidePanel
from ui.pieces.to_do import ToDo
from ui.session import Session

MOST = 8
"""Lines of each section."""


class Overview(SidePanel):
    """`show_all` after every change."""

    new_wanted = Signal(str)
    """GIVE, INSURE or WISH."""
    record_wanted = Signal(str, int)
    letter_wanted = Signal(int)
    """The donor."""
    closed = Signal()

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(name=session.tr("要办的事"))
        self._session, self._book = session, book
        self.heading = Label(self.tr("要办的事"), "panel")
        self.close_button = Button(self.tr("看名单"), kind="link", keys="Esc")
        self.begins = {GIVE: Button(self.tr("登记捐赠")), INSURE: Button(self.tr("登记保险")),
                       WISH: Button(self.tr("记心愿"))}  # fmt: skip
        self.go = Button("", keys="F4", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.head.addWidget(FlowLine(self.begins.values()))
        self.set_action(self.go)
        for kind, button in self.begins.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.new_wanted.emit(kind))
        self.go.clicked.connect(lambda: self.new_wanted.emit(self.main()))
        self.close_button.clicked.connect(self.closed)

    def main(self) -> str:
        """What one writes down most where the list is what it is."""
        return {books.COVER: INSURE, books.BARE: INSURE, books.WISHES: WISH}.get(self._book.segment, GIVE)

    def count(self) -> int:
        """How much there is to do."""
        return len(self._book.state.owed) + len(self._book.state.endings)

    def show_all(self) -> None:
        """Show what is to do."""
        state, main = self._book.state, self.main()
        self.clear()
        self.go.set_label(self.begins[main].label())
        for kind, button in self.begins.items():
            button.setVisible(kind != main)
        if state.owed:
            self.add(Label(self.tr("还没谢"), "strong"))
        for given in state.owed[:MOST]:
            self.add(self._owed(given))
        self._more(len(state.owed))
        if state.endings:
            self.add(Label(self.tr("保险快到期"), "strong"))
        for one in state.endings[:MOST]:
            self.add(self._ending(one))
        self._more(len(state.endings))
        if not state.owed and not state.endings:
            self.add(Label(self.tr("该谢的都谢过了，30 天内没有到期的保险。"), "second", "ink2", wrap=True))

    def _more(self, count: int) -> None:
        if count > MOST:
            self.add(Label(self.tr("还有 {0} 笔").format(count - MOST), "hint", "ink2"))

    def _owed(self, given: Given) -> QWidget:
        donor = given.donor
        letter = Button(self.tr("感谢信"), kind="link", height=28, name=self.tr("给{0}的感谢信").format(donor.name))
        letter.clicked.connect(lambda: self.letter_wanted.emit(donor.id))
        owed = Label(words.owed_word(given, self._book.state.assets), "second", "ink2", wrap=True)
        return self._row(donor.name, "donor", donor.id, owed, letter)

    def _ending(self, one: Ending) -> QWidget:
        today = self._session.today
        mark = Mark("over" if one.until_day < today else "soon",
                    self.tr("{0} 个孩子，{1}").format(len(one.children), words.ending_word(one.until_day, today)))
        return self._row(words.policy_word(one.policy), "policy", one.policy.id, mark, None)

    def _row(self, name: str, kind: str, number: int, beneath: QWidget, aside: Button | None) -> QWidget:
        line = ToDo(name, beneath, aside)
        line.opened.connect(lambda: self.record_wanted.emit(kind, number))
        return line
