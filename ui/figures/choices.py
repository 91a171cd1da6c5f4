"""Which term, and as of which day in it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.figures import terms_known
from app.school import Snapshot
from app.termdays import Term
from app.terms import day_in_term, term_title
from ui import tokens
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)


class TermChoice(QWidget):
    """A term beside the day up to which it is counted; another term begins with its own day, today or its last."""

    chosen = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._terms: dict[str, Term] = {}
        self.term: Term | None = None
        self.day = today
        self.named = ComboField("", [])
        self.named.name_it(_tr("哪个学期"))
        self.date = DateField("", today.isoformat(), today=lambda: self._today, needed=True)
        self.date.name_it(_tr("截止日期"))
        self.date.button.setAccessibleName(_tr("选截止日期"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.named)
        row.addWidget(self.date)
        self._measure()
        self.named.committed.connect(self._choose_term)
        self.date.committed.connect(lambda text: self._choose_day(date.fromisoformat(text)))

    def offer(self, snapshot: Snapshot, today: date) -> None:
        """Take the school's terms; the newest is chosen at first."""
        self._today = today
        known = terms_known(snapshot, today)
        self._terms = {one.code: one for one in known}
        self.named.set_options([(one.code, term_title(one.code)) for one in known])
        kept = self._terms.get(self.term.code) if self.term is not None else None
        if kept is None:
            self._take(known[0] if known else None, today)
        else:
            self._take(kept, self.day)

    def choose(self, code: str, day: date | None = None) -> bool:
        """Show that term; False if there is none of that code."""
        term = self._terms.get(code)
        if term is not None:
            self._take(term, day or self._today)
        return term is not None

    def _take(self, term: Term | None, day: date) -> None:
        self.term = term
        self.day = day if term is None else min(day_in_term(term, day), max(self._today, term.from_day))
        self.named.set_value(term.code if term else "")
        self.date.set_value(self.day.isoformat())
        self.setEnabled(term is not None)

    def _choose_term(self, code: str) -> None:
        if code in self._terms and (self.term is None or code != self.term.code):
            self._take(self._terms[code], self._today)
            self.chosen.emit()

    def _choose_day(self, day: date) -> None:
        before = self.day
        self._take(self.term, day)
        if self.day != before:
            self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "date"):
            self._measure()

    def _measure(self) -> None:
        self.named.setMinimumWidth(tokens.px(196))
        self.date.setFixedWidth(tokens.px(132) + self.date.button.width() + 6)
