"""Settings: from when to when somebody is on leave, and why."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.school import StaffLeave
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.session import Session
from ui.unsaved import UNSENT


class LeaveForm(QWidget):
    """A new leave, or `leave` to be corrected. `done` comes for days that make sense; the card writes."""

    done = Signal(object, object, str)
    """From, until (the first day back, None = not known), why."""

    def __init__(self, session: Session, leave: StaffLeave | None = None) -> None:
        super().__init__()
        self.leave = leave
        first = leave.from_day if leave else session.today
        last = leave.until_day.isoformat() if leave and leave.until_day else ""
        self.from_day = DateField(self.tr("从哪天起"), first.isoformat(), today=lambda: session.today, needed=True)
        self.until_day = DateField(self.tr("哪天回来上班（不知道就空着）"), last, today=lambda: session.today)
        whys = [(word, word) for word in (self.tr("病假"), self.tr("产假"), self.tr("事假"), self.tr("外出学习"))]
        self.why = ComboField(self.tr("为什么"), whys, leave.why if leave else "", editable=True)
        self.save = Button(self.tr("改好请假") if leave else self.tr("记下请假"), kind="ghost")
        for field in (self.from_day, self.until_day, self.why):
            field.setProperty(UNSENT, field.value())
        days = QHBoxLayout()
        days.setSpacing(12)
        for field in (self.from_day, self.until_day, self.why):
            days.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(days)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.clicked.connect(self._save)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the days."""
        self.from_day.set_error(sentence)
        self.from_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        for field in (self.from_day, self.until_day):
            if not field.commit():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        first, last = self.from_day.day(), self.until_day.day()
        if first is None:
            return
        if last is not None and last <= first:
            self._too_early(first)
            return
        self.done.emit(first, last, self.why.value())

    def _too_early(self, first: date) -> None:
        self.until_day.set_error(self.tr("要在 {0} 之后").format(first.isoformat()))
        self.until_day.setFocus(Qt.FocusReason.OtherFocusReason)
