"""Both terms of a school year side by side, or one at a time where there is little room."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.school_calendar import DayShown, extent, weeks_shown
from app.termdays import CalendarDay, Term
from app.terms import assumed_term, code_of, split_code
from ui import tokens
from ui.calendar import words
from ui.calendar.table import TermTable
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments

HALVES = (1, 2)


class YearView(QWidget):
    """`picked` comes when other days are selected; `turned`, `cleared` and `naming` as of the tables."""

    picked = Signal()
    turned = Signal()
    cleared = Signal()
    naming = Signal()
    stepped = Signal(int)
    """Another school year is asked for: -1 or 1."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.year, self.half = split_code(code_of(today))
        self._known: Sequence[Term] = ()
        self._own: Sequence[CalendarDay] = ()
        self.terms: Mapping[int, Term] = {}
        titles = {half: words.half_word(f"2026-{half}") for half in HALVES}
        self.halves = Segments([Segment(str(half), titles[half]) for half in HALVES], name=self.tr("哪个学期"))
        self.tables = {half: TermTable(titles[half], today) for half in HALVES}
        self.titles = {half: Label("", "strong") for half in HALVES}
        self.steps = {1: Button(self.tr("上一学年"), icon="chevron-left", kind="link", height=24),
                      2: Button(self.tr("下一学年"), icon="chevron-right", kind="link", height=24)}  # fmt: skip
        self.columns = {half: QWidget() for half in HALVES}
        self._lay_out()
        self.halves.chosen.connect(self._choose)
        self.steps[1].clicked.connect(lambda: self.stepped.emit(-1))
        self.steps[2].clicked.connect(lambda: self.stepped.emit(1))
        for half, table in self.tables.items():
            table.picked.connect(lambda days, half=half: self._pick(half, days))
            table.turned.connect(self.turned)
            table.cleared.connect(self.cleared)
            table.naming.connect(self.naming)

    @property
    def term(self) -> Term:
        """The one that is worked on."""
        return self.terms[self.half]

    def table(self) -> TermTable:
        """Its table."""
        return self.tables[self.half]

    def days(self) -> list[date]:
        """The selected days, in order."""
        return self.table().days()

    def shown(self) -> list[DayShown]:
        """What the calendar says of the selected days."""
        weeks = self.table().weeks
        return [weeks.at(*weeks.place(day)) for day in self.days()]

    def show_year(self, known: Sequence[Term], own: Sequence[CalendarDay], year: int = 0) -> None:
        """Show what the file has, of that year or the one on screen; terms it lacks as the program assumes them. The
        selected days stay selected."""
        self.year = year or self.year
        self._known, self._own = known, own
        entered = {split_code(term.code): term for term in known}
        self.terms = {half: entered.get((self.year, half)) or assumed_term(self.year, half) for half in HALVES}
        for half, term in self.terms.items():
            self.tables[half].show_weeks(weeks_shown(term, own))
        self._title()
        if not [day for day in self.days() if self.term.from_day <= day <= self.term.until_day]:
            self.go(self._today if split_code(code_of(self._today))[0] == self.year else self.term.from_day)

    def go(self, day: date) -> None:
        """Select that day, or the nearest one of a term, in the school year it lies in."""
        year = split_code(code_of(day))[0]
        if year != self.year:
            self.show_year(self._known, self._own, year)
        half = next((one for one in HALVES if day <= self.terms[one].until_day), HALVES[-1])
        self._take(half)
        self.table().go(min(max(day, self.term.from_day), self.term.until_day))

    def _pick(self, half: int, days: list[date]) -> None:
        if days:
            self._take(half)
            self.picked.emit()

    def _take(self, half: int) -> None:
        """From now on it is this term that is worked on."""
        self.half = half
        self.halves.set_current(str(half))
        for other, table in self.tables.items():
            if other != half:
                table.clear()
        self._arrange()

    def _choose(self, half: str) -> None:
        self.go(self.terms[int(half)].from_day)
        self.table().setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> None:
        """The segments name the term where one at a time is shown."""
        narrow = tokens.is_narrow(self.window().width())
        for half, term in self.terms.items():
            title = "" if narrow else words.half_word(term.code)
            said = title if term.checked else self.tr("{0}（未核对）").format(title)
            long = words.extent_word(extent(term, self._own))
            self.titles[half].setText(f"{said}　{long}" if title else f"{long}{said}")

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(tokens.GAP)
        for half, inside in self.columns.items():
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            head = QHBoxLayout()
            head.addWidget(self.titles[half], 1)
            head.addWidget(self.steps[half])
            column.addLayout(head)
            column.addWidget(self.tables[half], 1)
            both.addWidget(inside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.halves)
        column.addLayout(both, 1)

    def _arrange(self) -> None:
        narrow = tokens.is_narrow(self.window().width())
        self.halves.setVisible(narrow)
        for half, column in self.columns.items():
            column.setVisible(not narrow or half == self.half)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._title()
