"""On the printing page: what was done or forms to write in, and from which day to which, for the papers of care."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.care_papers import (
    BLANK,
    DONE,
    LAST_MONTH,
    LAST_TERM,
    OTHER,
    THIS_MONTH,
    THIS_TERM,
    THIS_WEEK,
    CareAsk,
    Stretch,
    stretch,
)
from app.school import Snapshot
from ui import tokens
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.segments import Segment, Segments


class CareChoice(QWidget):
    """`changed` comes when another choice holds."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.kind = "family_call"
        self.style_ = Segments([Segment(DONE, self.tr("做过的")), Segment(BLANK, self.tr("空白的"))], DONE,
                               name=self.tr("做过的，还是空白的"))  # fmt: skip
        self.period = ComboField(self.tr("哪段时间"), [(key, words) for key, words in _periods().items()], THIS_TERM)
        self.first = DateField(self.tr("从哪天"), today=today, needed=True)
        self.last = DateField(self.tr("到哪天"), today=today, needed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for widget in (self.style_, self.period, self.first, self.last):
            column.addWidget(widget)
        self.style_.chosen.connect(lambda _key: self._changed())
        for field in (self.period, self.first, self.last):
            field.committed.connect(lambda _value: self._changed())
        self._fit()

    def days(self, snapshot: Snapshot, today: date) -> Stretch:
        """The chosen days."""
        found = stretch(self.period.value(), snapshot, today)
        if self.period.value() != OTHER:
            return found
        first, last = self.first.day() or found.first, self.last.day() or found.last
        return Stretch(min(first, last), max(first, last))

    def style_now(self) -> str:
        """DONE or BLANK."""
        return self.style_.current()

    def choose(self, ask: CareAsk) -> None:
        """Show what somebody asked for; no signal."""
        self.kind = ask.kind
        self.style_.set_current(ask.style)
        self._fit()

    def _changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        done = self.style_.current() == DONE
        self.period.setVisible(done)
        for field in (self.first, self.last):
            field.setVisible(done and self.period.value() == OTHER)


def _periods() -> dict[str, str]:
    def tr(text: str) -> str:
        return QCoreApplication.translate("CareChoice", text)

    return {
        THIS_TERM: tr("这学期"), LAST_TERM: tr("上学期"), THIS_MONTH: tr("这个月"), LAST_MONTH: tr("上个月"),
        THIS_WEEK: tr("这一周"), OTHER: tr("自己写日期"),
    }  # fmt: skip
