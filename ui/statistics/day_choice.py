"""Which day is counted: today, the end of an earlier term, or a day written by hand."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.days import on_paper
from app.school import Snapshot
from app.terms import term_on, term_title
from ui import tokens
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def offered(snapshot: Snapshot, today: date) -> list[tuple[date, str]]:
    """Today, the beginning of the running term and the ends of earlier ones, newest first."""
    found = [(today, _tr("今天"))]
    running = term_on(snapshot, today)
    if running is not None and running.from_day < today:
        found.append((running.from_day, _tr("{0}开学").format(term_title(running.code))))
    for term in sorted(snapshot.terms, key=lambda term: term.from_day, reverse=True):
        if term.until_day < today:
            found.append((term.until_day, _tr("{0}末").format(term_title(term.code))))
    return found


class DayChoice(QWidget):
    """A choice of named days beside a date field; they follow each other."""

    chosen = Signal(object)
    """The date."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.day = self._today = today
        self.named = ComboField("", [])
        self.named.name_it(_tr("哪一天"))
        self.date = DateField("", today.isoformat(), today=lambda: self._today, needed=True)
        self.date.name_it(_tr("截止日期"))
        self.date.button.setAccessibleName(_tr("选截止日期"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.named)
        row.addWidget(self.date)
        self._measure()
        self.named.committed.connect(lambda text: self.choose(date.fromisoformat(text)) if text else None)
        self.date.committed.connect(lambda text: self.choose(date.fromisoformat(text)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "date"):
            self._measure()

    def _measure(self) -> None:
        self.named.setMinimumWidth(tokens.px(150))
        self.date.setFixedWidth(tokens.px(132) + self.date.button.width() + 6)

    def offer(self, snapshot: Snapshot, today: date) -> None:
        """Take the terms of the school."""
        self._today = today
        days = offered(snapshot, today)
        options = [(day.isoformat(), words) for day, words in days]
        if self.day not in [day for day, _words in days]:
            options.insert(0, (self.day.isoformat(), on_paper(self.day)))
        self.named.set_options(options)
        self.named.set_value(self.day.isoformat())

    def choose(self, day: date) -> None:
        """Count another day."""
        if day != self.day:
            self.day = day
            self.date.set_value(day.isoformat())
            self.chosen.emit(day)
