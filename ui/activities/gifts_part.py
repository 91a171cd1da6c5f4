"""What came with an outside visit: gifts, insurance, wishes that were met; written down on 捐赠与心愿 (REQ 5.2)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui import gift_words as words
from ui.children.card import Card, clear
from ui.gift_state import State
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import Session


class GiftsPart(Card):
    """`show_for` after every change; an activity that is not stored yet has none."""

    opened = Signal(str, int)
    """(kind, id) of a line, as the page of gifts knows them."""
    wanted = Signal(int)
    """Something given is to be written down: the id of the activity."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("捐赠和保险"))
        self._session = session
        self._activity = 0
        self.shown: list[str] = []
        self.add = Button(self.tr("登记捐赠"), kind="link", icon="plus", height=26)
        self.slot.addWidget(self.add)
        self.add.clicked.connect(lambda: self.wanted.emit(self._activity))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)

    def show_for(self, activity_id: int) -> None:
        """Show what came with it; 0: nothing can yet."""
        self._activity = activity_id
        self.setVisible(bool(activity_id))
        clear(self._lines)
        self.shown = []
        if not activity_id:
            return
        for kind, number, said in words.of_activity(State(self._session), activity_id):
            self.shown.append(said)
            line = Button(said, kind="link", height=28)
            line.clicked.connect(lambda _checked=False, kind=kind, number=number: self.opened.emit(kind, number))
            self._lines.addWidget(line)
        if not self.shown:
            self._lines.addWidget(Label(self.tr("没有。外面的人带来东西，点“登记捐赠”。"), "second", "ink3", wrap=True))
