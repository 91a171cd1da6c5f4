"""Numbers to dial: a click copies the number and shows it large enough to read across the desk."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import kinship, phones
from app.carer import Carer
from app.children import Child, Kin, Phone
from app.whereabouts import current
from ui import fonts, tokens
from ui.children.card import clear
from ui.pieces.label import Label
from ui.pieces.numbers import PhoneNumber
from ui.sentences import place_short


class LargeNumber(QWidget):
    """The number that was clicked last, 27 px."""

    def __init__(self) -> None:
        super().__init__()
        self.number = Label("", "dial")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whose = Label("", "hint", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.whose)
        column.addWidget(self.number)
        self.hide()

    def tell(self, number: str, whose: str) -> None:
        """Show the number that is on the clipboard now."""
        self.number.setText(phones.dial_text(number))
        self.whose.setText(self.tr("{0}，已复制").format(whose))
        self.show()


class DialList(QWidget):
    """Everybody who can be called, one number a line: parents, who looks after the child, the others."""

    dialled = Signal(str, str)
    """(digits, whose)"""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[PhoneNumber] = []
        self.large = LargeNumber()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addWidget(self.large)
        self.dialled.connect(self.large.tell)

    def show_child(self, child: Child, carer: Carer, day: date) -> None:
        """List the numbers of a child's family."""
        clear(self._lines)
        self.buttons = []
        self.large.hide()
        for kin in sorted(child.kin, key=lambda kin: kinship.relation_order(kin.relation)):
            for place, phone in enumerate(kin.phones if kin.state != "dead" else ()):
                self._lines.addLayout(self._line(kin, phone, carer, day, first=place == 0))
        if not self.buttons:
            self._lines.addWidget(Label(self.tr("还没有电话"), "second", "ink3"))

    def _line(self, kin: Kin, phone: Phone, carer: Carer, day: date, *, first: bool) -> QHBoxLayout:
        spoken = kinship.spoken_relation(kin.relation)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(spoken if first else "", "strong"))
        hint = _where(kin, carer, day) if first else ""
        button = PhoneNumber(phone.number, whose=self.tr("{0}的电话").format(spoken), size=tokens.PANEL)
        button.copied.connect(lambda number: self.dialled.emit(number, f"{spoken} {kin.name}".strip()))
        state = Label(phone.state, "hint", "over")
        room = tokens.px(286) - fonts.width(spoken, weight=600) - button.sizeHint().width() - 26
        if phone.state:
            room -= fonts.width(phone.state, tokens.HINT) + 8
        metrics = QFontMetricsF(fonts.text(tokens.HINT))
        row.addWidget(Label(metrics.elidedText(hint, Qt.TextElideMode.ElideRight, max(0.0, room)), "hint", "ink2"))
        row.addStretch(1)
        if phone.state:
            row.addWidget(state)
        row.addWidget(button)
        self.buttons.append(button)
        return row


def _where(kin: Kin, carer: Carer, day: date) -> str:
    where = current(kin, day)
    if where is not None and where.kind == "away":
        return place_short(where.place)
    if carer.kin is not None and carer.kin.id == kin.id:
        return QCoreApplication.translate("dial", "带孩子")
    return QCoreApplication.translate("dial", "在家") if where is not None else ""
