"""The fields of an opening and where they stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.values import BadValue, clock
from ui import room_words as words
from ui import tokens
from ui.contacts.day_field import DayField
from ui.pieces.button import Button
from ui.pieces.choice_field import ChoiceField
from ui.pieces.fields import ComboField, Field, LineField
from ui.rooms.book import Book

OPENED, SHUT = "open", "shut"
MOST = 5000


class OpeningFields(QWidget):
    """Widgets only; `fields` by name, without the choice of the time and the day."""

    submitted = Signal()
    """Enter."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._make()
        self._lay_out()

    def be_narrow(self, narrow: bool) -> None:
        """Put the day beneath the times where there is no room beside them."""
        ways = QBoxLayout.Direction
        self._when.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _make(self) -> None:
        self.slot = ComboField(self.tr("哪一次"), [])
        self.state = ChoiceField("", [(OPENED, self.tr("开了")), (SHUT, self.tr("没开"))])
        self.state.name_it(self.tr("开没开"))
        self.count = LineField(self.tr("来了几个孩子"), clean=_digits, check=self._count_wrong)
        self.names = Button(self.tr("记下是谁"), kind="link", height=26)
        self.staff = ComboField(self.tr("值班"), [])
        self.what = ComboField(self.tr("做了什么"), [], editable=True)
        line = self.what.editor.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("视频、看书、手工…"))
        self.first = LineField(self.tr("从"), clean=_clock, check=self._time_wrong)
        self.last = LineField(self.tr("到"), clean=_clock, check=self._time_wrong)
        self.first.name_it(self.tr("几点开"))
        self.last.name_it(self.tr("几点关"))
        self.why = ComboField(self.tr("为什么没开"), [(one, one) for one in words.why_closed()], editable=True)
        self.when = DayField(self.tr("哪天"), today=lambda: self._book.today)
        self.fields: dict[str, Field] = {
            "state": self.state, "count": self.count, "staff": self.staff, "what": self.what, "why": self.why,
            "first": self.first, "last": self.last,
        }  # fmt: skip

    def _lay_out(self) -> None:
        for combo in (self.staff, self.what, self.why):
            combo.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.editor.setMinimumContentsLength(3)
        self.came, self.times = QWidget(), QWidget()
        between = QWidget()
        for box, pair in ((self.came, (self.count, self.staff)), (between, (self.first, self.last))):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(tokens.BETWEEN)
            for field in pair:
                row.addWidget(field, 1)
        self._when = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.times)
        self._when.setContentsMargins(0, 0, 0, 0)
        self._when.setSpacing(tokens.BETWEEN)
        self._when.addWidget(between, 1)
        self._when.addWidget(self.when, 1)
        top = QHBoxLayout()
        top.addWidget(self.state)
        top.addStretch(1)
        top.addWidget(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.slot)
        column.addLayout(top)
        for piece in (self.came, self.what, self.why, self.times):
            column.addWidget(piece)

    def _count_wrong(self, value: str) -> str:
        return "" if not value or (value.isdecimal() and int(value) <= MOST) else self.tr("写几个孩子，例如 18")

    def _time_wrong(self, value: str) -> str:
        try:
            clock("time", value)
        except BadValue:
            return self.tr("写成 16:00")
        return ""


def _digits(text: str) -> str:
    return text.strip().removesuffix("人").removesuffix("个").strip()


def _clock(text: str) -> str:
    try:
        return clock("time", text)
    except BadValue:
        return text.strip()
