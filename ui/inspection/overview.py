"""At the right, while nothing is open: what is late, what to look at next, and what can be written down."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.self_check import ASKS
from ui import inspection_book as books
from ui import inspection_words as words
from ui import tokens
from ui.inspection.errand import PROBLEM, ROUND, Errand, heading
from ui.inspection_book import Book
from ui.inspection_said import lack_word
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.side_panel import SidePanel
from ui.pieces.to_do import ToDo
from ui.session import Session

MOST = 6
"""Lines of each section."""


class Overview(SidePanel):
    """`show_all` after every change."""

    new_wanted = Signal(str, str)
    """PROBLEM or ROUND, and the kind of inspection."""
    record_wanted = Signal(str, int)
    closed = Signal()

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(name=session.tr("要办的事"))
        self._book = book
        self.heading = Label(self.tr("要办的事"), "panel")
        self.close_button = Button(self.tr("看名单"), kind="link", keys="Esc")
        self.begins = {kind: Button(heading(Errand(kind))) for kind in (PROBLEM, ROUND)}
        self.go = Button("", keys="F4", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.head.addWidget(FlowLine(self.begins.values()))
        self.set_action(self.go)
        for kind, button in self.begins.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.new_wanted.emit(kind, ""))
        self.go.clicked.connect(lambda: self.new_wanted.emit(self.main(), ""))
        self.close_button.clicked.connect(self.closed)

    def main(self) -> str:
        """What one writes down most where the list is what it is."""
        return PROBLEM if self._book.segment == books.PROBLEMS else ROUND

    def count(self) -> int:
        """How much there is to do."""
        state = self._book.state
        return len(state.waiting) + len(state.left)

    def show_all(self) -> None:
        """Show what is to do."""
        state, main = self._book.state, self.main()
        self.clear()
        self.go.set_label(self.begins[main].label())
        for kind, button in self.begins.items():
            button.setVisible(kind != main)
        problems = [self._to(words.problem_word(one), books.PROBLEMS, one.id,
                             Mark(*words.problem_state(one, state.last)[:2])) for one in state.waiting]  # fmt: skip
        self._section(self.tr("没改好的问题"), problems)
        rounds = [self._held(kind) for kind in state.not_held] if self._book.is_now() else []
        self._section(self.tr("这学期还没查的"), rounds)
        points = [
            self._to(one.point.what, books.CHECK, place,
                     Label(lack_word(one) or words.state_word(one.state), "second", "ink2"))
            for place, one in enumerate(state.checked, 1)
            if one.is_open and (one.state == ASKS or not one.key.startswith("rounds:"))
        ]  # fmt: skip
        self._section(self.tr("自查还差的"), points)
        if not problems and not rounds and not points:
            self.add(Label(self.tr("自查的都齐了，查出的问题都改好了。"), "second", "ink2", wrap=True))

    def _section(self, title: str, lines: list[QWidget]) -> None:
        if lines:
            self.add(Label(title, "strong"))
        for line in lines[:MOST]:
            self.add(line)
        for line in lines[MOST:]:
            line.deleteLater()
        if len(lines) > MOST:
            self.add(Label(self.tr("还有 {0} 样").format(len(lines) - MOST), "hint", "ink2"))

    def _to(self, name: str, segment: str, row: int, beneath: QWidget) -> QWidget:
        return _line(name, beneath, lambda: self.record_wanted.emit(segment, row))

    def _held(self, kind: str) -> QWidget:
        said = Label(self.tr("查了就记一次"), "second", "ink2")
        return _line(words.round_word(kind), said, lambda: self.new_wanted.emit(ROUND, kind))


def _line(name: str, beneath: QWidget, opened: Callable[[], None]) -> QWidget:
    line = ToDo(name, beneath)
    line.opened.connect(opened)
    return line
