"""From which day on: the next time, this time, or a day written by hand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.unsaved import UNSENT

OTHER = "other"
Option = tuple[str, str, date]
"""Key, words, day."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("rules", text)


class FromDay(QWidget):
    """`day` is what was chosen; None while the day written by hand is none."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._days: dict[str, date] = {}
        self.choice = ComboField(_tr("从哪天起"), [])
        self.date = DateField(_tr("哪一天"), today.isoformat(), today=lambda: today, needed=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.choice, 3)
        row.addWidget(self.date, 2)
        row.addStretch(1)
        self.choice.committed.connect(lambda _key: self._show())
        self.date.committed.connect(lambda _text: self.changed.emit())
        self.date.typing.connect(self.changed)
        self.date.hide()

    def offer(self, options: Sequence[Option], fresh: str = "") -> None:
        """Show these days. What was chosen before stays, unless the form is `fresh`: then that is chosen."""
        before = self.choice.value()
        self._days = {key: day for key, _words, day in options}
        self.choice.set_options([(key, words) for key, words, _day in options] + [(OTHER, _tr("另选一天"))])
        if fresh:
            self.date.revert()
            for field, value in ((self.choice, fresh), (self.date, self.date.value())):
                field.setProperty(UNSENT, value)
        self.choice.set_value(fresh or (before if before in self._days or before == OTHER else options[0][0]))
        self.date.setVisible(self.choice.value() == OTHER)

    def day(self) -> date | None:
        """The day that is chosen."""
        key = self.choice.value()
        return self.date.day() if key == OTHER else self._days.get(key)

    def _show(self) -> None:
        self.date.setVisible(self.choice.value() == OTHER)
        self.changed.emit()
