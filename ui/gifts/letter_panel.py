"""At the right, the words of a thanks letter: this one, or the pattern all letters of the school begin with."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from ui import gift_letter, tokens
from ui.gift_letter import DRAFT, Letter
from ui.gifts.book import Book
from ui.paper.preview import Preview
from ui.paper.thanks_letter import ThanksJob, thanks_paper
from ui.pieces.button import Button
from ui.pieces.fields import AreaField
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel
from ui.session import Session

THIS, PATTERN = "this", "pattern"
SOON_MS = 300


class LetterPanel(SidePanel):
    """`show_letter` opens it; `preview` stands beside it and shows the sheet as it is typed."""

    closed = Signal()
    print_wanted = Signal(str)
    """The key of the letter."""
    thanked = Signal(str)

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(name=session.tr("感谢信"))
        self._session, self._book = session, book
        self.key = ""
        self._found: Letter | None = None
        self.preview = Preview()
        self.heading = Label("", "panel", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.which = Segments(
            [Segment(THIS, self.tr("这一封")), Segment(PATTERN, self.tr("学校的样式"))], name=self.tr("改哪个"))
        self.text = AreaField(self.tr("信的内容"), lines=8)
        self.hint = Label("", "hint", "ink2", wrap=True)
        self.back_to_first = Button(self.tr("恢复原样"), kind="link", height=28)
        self.thank = Button(self.tr("谢过了"), keys="F8")
        self.go = Button(self.tr("打印感谢信"), keys="Ctrl+P", icon="printer", kind="primary",
                         height=tokens.CONTROL_PANEL)  # fmt: skip
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self.head.addWidget(self.which)
        for piece in (self.text, self.hint, FlowLine([self.back_to_first, self.thank])):
            self.add(piece)
        self.set_action(self.go)
        self._connect()

    def show_letter(self, key: str) -> bool:
        """The letter of that key; False if what it is for is gone."""
        found = gift_letter.letter(self._session, self._book.state, key)
        if found is None:
            return False
        if key != self.key:
            self.which.set_current(THIS)
        self.key = key
        self.heading.setText(self.tr("给{0}的感谢信").format(found.donor))
        self._fill(found)
        return True

    def put_away(self) -> None:
        """What is typed stays; nothing leads back to it by itself."""
        if self.key:
            self.text.commit()
            self._session.drafts.flush()
            self._session.drafts.close(DRAFT + self.key)
            self._soon.stop()
            self.key, self._found = "", None

    def forget(self) -> None:
        """The donor is thanked: the words of this letter go."""
        self._session.drafts.drop(DRAFT + self.key)

    # inside

    def _letter(self) -> Letter | None:
        return gift_letter.letter(self._session, self._book.state, self.key)

    def _fill(self, found: Letter) -> None:
        is_pattern, self._found = self.which.current() == PATTERN, found
        self.text.revert()
        self.text.set_value(gift_letter.pattern(self._session) if is_pattern else found.text)
        self.text.revert()
        self.text.relabel(self.tr("每封信开头都这样写") if is_pattern else self.tr("信的内容"))
        marks = "".join(gift_letter.marks())
        self.hint.setText(self.tr("{0}印的时候换成真的。改了只管以后的信。").format(marks) if is_pattern else self.tr(
            "改的字留着，谢过以后就不留了。信里不要写孩子的名字。"))
        owed = self._owed()
        self.thank.setVisible(owed)
        self._draw()

    def _owed(self) -> bool:
        kind, _, number = self.key.partition(":")
        state = self._book.state
        if kind == gift_letter.DONATION:
            donation = state.donations.get(int(number))
            return donation is not None and donation.is_owed
        given = state.given.get(int(number))
        return given is not None and given.is_owed

    def _draw(self) -> None:
        """The sheet as it would be printed now; asks nothing of the file, which may be locked by then."""
        found = self._found
        if found is None:
            return
        if self.which.current() == THIS:
            found = replace(found, text=self.text.typed())
        snapshot, today = self._session.snapshot, self._session.today
        self.preview.show_paper(thanks_paper(ThanksJob((), snapshot, today, [found])))

    def _typing(self) -> None:
        key = self.key
        if self.which.current() == THIS:
            self._session.drafts.keep(DRAFT + key, lambda: self._draft(key), "gifts")
        self._soon.start()

    def _draft(self, key: str) -> dict[str, Any] | None:
        if not isValid(self) or key != self.key or self.which.current() != THIS:
            return None
        text = self.text.typed()
        return {"text": text} if self._found is not None and text != self._found.fresh else {}

    def _committed(self, text: str) -> None:
        if self.which.current() == PATTERN:
            gift_letter.keep_pattern(self._session, text)
            self._session.said.emit(self.tr("样式记下了"))
            self._found = self._letter()
            self._draw()
        else:
            # Before the pattern takes its place.
            self._session.drafts.flush()

    def _turned(self) -> None:
        found = self._letter()
        if found is not None:
            self._fill(found)

    def _begin_anew(self) -> None:
        if self.which.current() == PATTERN:
            gift_letter.keep_pattern(self._session, "")
        else:
            self._session.drafts.drop(DRAFT + self.key)
        self._turned()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._draw)
        self.text.typing.connect(self._typing)
        self.text.committed.connect(self._committed)
        self.which.chosen.connect(lambda _key: self._turned())
        self.back_to_first.clicked.connect(self._begin_anew)
        self.thank.clicked.connect(lambda: self.thanked.emit(self.key))
        self.go.clicked.connect(lambda: self.print_wanted.emit(self.key))
        self.close_button.clicked.connect(self.closed)
