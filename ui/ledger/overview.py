"""At the right, while no thing is open: loans that should be back, medicines that expire, what the standard asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.equipment import THERE
from app.inventory import OpenLoan
from app.shelf import Batch
from ui import tokens
from ui.ledger import words
from ui.ledger.shelf import Shelf
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.pieces.to_do import ToDo
from ui.session import Session
from ui.stock_words import counted, expiry

MOST = 8
"""Lines of each section."""


class Overview(SidePanel):
    """`show_all` after every change."""

    asset_wanted = Signal(int)
    given_back = Signal(object)
    """OpenLoan: all of it is back."""
    standard_wanted = Signal()
    new_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, shelf: Shelf) -> None:
        super().__init__(name=session.tr("要办的事"))
        self._session, self._shelf = session, shelf
        self.heading = Label(self.tr("要办的事"), "panel")
        self.close_button = Button(self.tr("看物品"), kind="link", keys="Esc")
        self.go = Button(self.tr("登记新物品"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.set_action(self.go)
        self.go.clicked.connect(self.new_wanted)
        self.close_button.clicked.connect(self.closed)

    def count(self) -> int:
        """How much there is to do."""
        books = self._shelf.books
        return len(books.late) + len(books.expiring)

    def show_all(self) -> None:
        """Show what is to do."""
        books = self._shelf.books
        self.clear()
        today = self._shelf.is_today()
        self.go.setEnabled(today and bool(books.rooms))
        why = self.tr("先回到今天") if not today else "" if books.rooms else self.tr("先在“活动室”里建好房间")
        self.go.setToolTip(why)
        if why:
            self.add(Label(why, "second", "ink2", wrap=True))
        if books.late:
            self.add(Label(self.tr("过了日子没还"), "strong"))
        for loan in books.late[:MOST]:
            self.add(self._loan(loan))
        self._more(len(books.late))
        if books.expiring:
            self.add(Label(self.tr("快过期和过期的药"), "strong"))
        for batch in books.expiring[:MOST]:
            self.add(self._batch(batch))
        self._more(len(books.expiring))
        short = [one for one in books.needs if one.state != THERE]
        if not books.late and not books.expiring:
            self.add(Label(self.tr("借出的都按时还了，30 天内没有过期的药。"), "second", "ink2", wrap=True))
        if short:
            self.add(Hairline())
            names = self.tr("、").join(one.item.name for one in short[:MOST])
            ending = self.tr("等 {0} 样").format(len(short)) if len(short) > MOST else ""
            self.add(Label(self.tr("照配备标准还缺"), "strong"))
            self.add(Label(names + ending, "second", "ink2", wrap=True))
            see = Button(self.tr("看还缺的"), count=len(short))
            see.clicked.connect(self.standard_wanted)
            self.add(see)

    def _more(self, count: int) -> None:
        if count > MOST:
            self.add(Label(self.tr("还有 {0} 笔").format(count - MOST), "hint", "ink2"))

    def _loan(self, loan: OpenLoan) -> QWidget:
        one, books = loan.movement, self._shelf.books
        asset = books.by_id[one.asset_id].asset
        who = words.borrower(one, self._session.snapshot, books.classes)
        assert one.due_day is not None
        late = self.tr("过了 {0} 天").format((self._shelf.day - one.due_day).days)
        back = Button(self.tr("还了"), kind="link", height=28, name=self.tr("{0}还了{1}").format(who, asset.name))
        back.setEnabled(self._shelf.is_today())
        back.clicked.connect(lambda: self.given_back.emit(loan))
        mark = Mark("over", self.tr("{0}，{1}").format(who, late))
        return self._row(f"{asset.name} {counted(loan.out, asset)}", asset.id, mark, back)

    def _batch(self, batch: Batch) -> QWidget:
        asset = self._shelf.books.by_id[batch.asset_id].asset
        mark = Mark("over" if batch.expires_on < self._shelf.day else "soon",
                    expiry(batch.expires_on, self._shelf.day))  # fmt: skip
        return self._row(f"{asset.name} {counted(batch.left, asset)}", asset.id, mark, None)

    def _row(self, name: str, asset_id: int, mark: Mark, aside: Button | None) -> QWidget:
        line = ToDo(name, mark, aside)
        line.opened.connect(lambda: self.asset_wanted.emit(asset_id))
        return line
