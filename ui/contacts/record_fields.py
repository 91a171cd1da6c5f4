"""The fields of a record of care and where they stand: in a column, or as the strip of the log."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.care import MOODS
from ui import tokens
from ui.care_words import mood_word
from ui.contacts.day_field import DayField
from ui.contacts.phrases import Phrases
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, Field, LineField
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.session import Session

LETTERS = {"V": "video", "Y": "voice", "X": "missed"}
MOST_MINUTES = 600


class RecordFields(QWidget):
    """`wide`: the strip of the log, with the widgets `lead` before its first line and `tail` after its second."""

    submitted = Signal()
    """Enter in one of the fields."""
    typing = Signal()
    """A person typed or chose: what stands here is worth keeping."""

    def __init__(
        self, session: Session, *, wide: bool = False, lead: Sequence[QWidget] = (), tail: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._make(wide)
        self.phrases = Phrases(session, self.summary)
        self.more = Button(self.tr("跟进…"), kind="link", height=26, keys="F6")
        self._lay_out_wide(lead, tail) if wide else self._lay_out()
        self.more.clicked.connect(self.show_more)
        for field in self.fields.values():
            field.typing.connect(self.typing)
            if isinstance(field, ChoiceField):
                field.entered.connect(self.submitted)

    def show_more(self) -> None:
        """F6: the second thoughts: what to come back to, who did it, where."""
        first = self._extra.isHidden()
        self._extra.show()
        if first and self.isAncestorOf(self.focusWidget() or self):
            self.follow_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, wide: bool) -> None:
        today = self._today
        self.whom, self.way = ChoiceField(self.tr("和谁")), ChoiceField(self.tr("方式"), letters=LETTERS)
        self.minutes = LineField(self.tr("分钟"), clean=_digits, check=self._minutes_wrong)
        self.day = DayField(self.tr("哪天"), today=today)
        self.summary = LineField("")
        moods = [(mood, mood_word(mood)) for mood in MOODS]
        self.mood = ChoiceField("" if wide else self.tr("心情"), moods, optional=True)
        self.mood.name_it(self.tr("心情"))
        self.staff, self.place = ComboField(self.tr("谁做的"), []), LineField(self.tr("地点"))
        self.follow_up = DateField(self.tr("跟进哪天"), today=today)
        self.follow_up_note = LineField(self.tr("跟进什么"))
        self.secret = CheckBox(self.tr("保密，只有心理老师看"))
        self.fields: dict[str, Field] = {
            "whom": self.whom, "way": self.way, "minutes": self.minutes, "day": self.day, "summary": self.summary,
            "mood": self.mood, "staff": self.staff, "place": self.place, "follow_up": self.follow_up,
            "follow_up_note": self.follow_up_note,
        }  # fmt: skip
        self.minutes.editor.setMaxLength(3)
        self.minutes.setFixedWidth(tokens.px(68))

    def _today(self) -> date:
        return self._session.today

    def _minutes_wrong(self, value: str) -> str:
        right = not value or (value.isdecimal() and int(value) <= MOST_MINUTES)
        return "" if right else self.tr("写几分钟，例如 15")

    def _second_thoughts(self) -> tuple[QWidget, ...]:
        return self.follow_up, self.follow_up_note, self.staff, self.place, self.secret

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for field in (self.whom, self.way):
            column.addWidget(field)
        column.addLayout(_line(self.minutes, self.day))
        column.addWidget(self.summary)
        column.addWidget(self.mood)
        column.addWidget(self.more)
        self._extra: QWidget = QWidget()
        extra = QVBoxLayout(self._extra)
        extra.setContentsMargins(0, 0, 0, 0)
        extra.setSpacing(tokens.BETWEEN)
        for piece in self._second_thoughts():
            extra.addWidget(piece)
        self._extra.hide()
        column.addWidget(self._extra)

    def _lay_out_wide(self, lead: Sequence[QWidget], tail: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        self.day.button.hide()
        self.day.setFixedWidth(tokens.px(104))
        first = FlowLine((*lead, self.whom, self.way, self.minutes, self.day))
        column.addWidget(first)
        mood = Label(self.tr("心情"), "second", "ink2")
        mood.setBuddy(self.mood.row)
        second = _line(self.summary, mood, self.mood, self.more, *tail)
        second.setStretch(0, 1)
        column.addLayout(second)
        for field, size in ((self.follow_up, 176), (self.follow_up_note, 200), (self.staff, 130), (self.place, 130)):
            field.setFixedWidth(tokens.px(size))
        self._extra = FlowLine(self._second_thoughts())
        self._extra.hide()
        column.addWidget(self._extra)


def _line(*pieces: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.GAP)
    for piece in pieces:
        row.addWidget(piece)
    return row


def _digits(text: str) -> str:
    """15 of 15 分钟 or １５."""
    return text.strip().removesuffix("钟").removesuffix("分").strip()
