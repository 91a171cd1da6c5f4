"""At the right, one thing of 捐赠与心愿: a gift, goods, a donor, an insurance, a child without one, a wish."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gifts import Cover
from ui.gifts.book import Book
from ui.gifts.records import Sight, sight
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Fact
from ui.pieces.titled_panel import TitledPanel
from ui.session import Session

MOST = 40
"""Children that are named before 全部."""


class RecordPanel(TitledPanel):
    """`show_record` after every change; `acted` tells the key of the button."""

    acted = Signal(str)
    number_wanted = Signal(int)
    """Of the cover of one child."""
    child_wanted = Signal(int)

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(name=session.tr("一条记录"))
        self._session, self._book = session, book
        self.what: tuple[str, int] = ("", 0)
        self.sight: Sight | None = None
        self.buttons: dict[str, Button] = {}
        self.set_action(self.go)
        self.go.clicked.connect(self._act)

    def show_record(self, kind: str, number: int) -> bool:
        """Show it afresh; False if it is gone."""
        self.what = kind, number
        self.sight = found = sight(self._session, self._book, kind, number)
        if found is None:
            return False
        self.title(found.name, found.about)
        self.go.set_label(found.main[1])
        self.clear()
        self.buttons = {key: Button(words, keys=keys) for key, words, keys in found.acts}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.acted.emit(key))
        if self.buttons:
            self.add(FlowLine(self.buttons.values()))
        if found.mark[0]:
            self.add(Mark(*found.mark))
        for name, value in found.facts:
            self.add(Fact(name, value))
        for heading, lines in found.sections:
            self.add_section(heading)
            for line in lines:
                self.add(Label(line, "second", "ink2", wrap=True))
        self._add_children(found)
        return True

    def _act(self) -> None:
        if self.sight is not None:
            self.acted.emit(self.sight.main[0])

    def _add_children(self, found: Sight) -> None:
        if not found.children:
            return
        self.add_section(self.tr("{0} 个孩子").format(len(found.children)))
        for child in found.children[:MOST]:
            cover = next((one for one in found.covers if one.child_id == child), None)
            self.add(self._child(child, cover))
        if len(found.children) > MOST:
            self.add(Label(self.tr("还有 {0} 个，印出来看").format(len(found.children) - MOST), "hint", "ink2"))

    def _child(self, child: int, cover: Cover | None) -> QWidget:
        piece = QWidget()
        column = QVBoxLayout(piece)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        name = Button(self._book.child_name(child), kind="link", height=28)
        name.clicked.connect(lambda: self.child_wanted.emit(child))
        row.addWidget(name)
        row.addWidget(Label(self._book.class_name(child), "hint", "ink2"))
        row.addStretch(1)
        column.addLayout(row)
        if cover is not None:
            words = cover.number or self.tr("写保单号")
            spoken = self.tr("{0}的保单号").format(self._book.child_name(child))
            number = Button(words, kind="link", height=28, name=spoken)
            number.clicked.connect(lambda: self.number_wanted.emit(cover.id))
            row.addWidget(number)
        return piece
