"""At the right of what is still out: how much each class has, and the list by which it is called back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.panel import Fact
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.stocktake import words
from ui.stocktake.board import Board


class CallPanel(SidePanel):
    """`show_all` after every change."""

    paper_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, board: Board) -> None:
        super().__init__(name=session.tr("收回借出的"))
        self._board, self._session = board, session
        self.heading = Label(self.tr("收回借出的"), "panel")
        self.close_button = Button(self.tr("看清单"), kind="link", keys="Esc")
        self.go = Button(self.tr("打印收回单"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self.set_action(self.go)
        self.go.clicked.connect(self.paper_wanted)
        self.close_button.clicked.connect(self.closed)

    def show_all(self) -> None:
        """Show who has how much."""
        state = self._board.state
        self.clear()
        self.go.setEnabled(bool(state.loans))
        if not state.loans:
            self.add(Label(self.tr("借出的都还了。"), "second", "ink2", wrap=True))
            return
        late = sum(one.is_late(state.today) for one in state.loans)
        said = self.tr("盘点前先收回来：一个班一张单，班主任照着收。还回来的在左边按 Enter。")
        if late:
            said = self.tr("{0} 笔过了日子。").format(late) + said
        self.add(Label(said, "second", "ink2", wrap=True))
        for of in state.borrowers:
            said = self.tr("{0} 笔，{1} 件").format(len(of.loans), of.out)
            self.add(Fact(words.borrowers_word(of, state.classes), said))
