"""Settings: the terms and their dates, guessed until somebody has checked them against the county's calendar."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Insert, Update
from app.termdays import Term
from app.terms import assumed_term, current_or_next_code, split_code, term_title
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.settings.section import Section
from ui.setup.steps import day_text, exact_day
from ui.work import Work


class TermRow(QWidget):
    """One term: first day, last day, checked."""

    def __init__(self, section: "TermSection", term: Term) -> None:
        super().__init__()
        self._section, self.term = section, term
        self.from_day = LineField(self.tr("开学"), term.from_day.isoformat(), clean=day_text, check=self._first)
        self.until_day = LineField(self.tr("放假"), term.until_day.isoformat(), clean=day_text, check=self._last)
        self.checked = CheckBox(self.tr("照校历核对过"), checked=term.checked)
        title = term_title(term.code)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.from_day, self.until_day):
            field.name_it(f"{title}{field.label()}")
            row.addWidget(field, 1)
        row.addWidget(self.checked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        closed = term.code in section.session.closed()
        said = self.tr("（已结束）") if closed else "" if term.checked else self.tr("（未核对）")
        column.addWidget(Label(title + said, "strong"))
        column.addLayout(row)
        self.from_day.committed.connect(partial(self._save, "from_day"))
        self.until_day.committed.connect(partial(self._save, "until_day"))
        self.checked.clicked.connect(self._check)

    def _first(self, text: str) -> str:
        day = exact_day(text)
        if day is None:
            return self.tr("写成 2026-9-1 这样的日期")
        return "" if day < self.term.until_day else self.tr("开学要在放假之前")

    def _last(self, text: str) -> str:
        day = exact_day(text)
        if day is None:
            return self.tr("写成 2026-9-1 这样的日期")
        return "" if day > self.term.from_day else self.tr("放假要在开学之后")

    def _save(self, name: str, value: str) -> None:
        label = self.tr("修改{term}日期").format(term=term_title(self.term.code))
        self._section.save(label, [Update("term", self.term.id, {name: value, "checked": 1})])

    def _check(self, on: bool) -> None:
        label = self.tr("核对{term}日期").format(term=term_title(self.term.code))
        self._section.save(label, [Update("term", self.term.id, {"checked": int(on)})])


class TermSection(Section):
    """All terms, newest first, and the next one at a press."""

    key = "terms"
    icon = "calendar"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.card = Card(self.title(), self.tr("没核对的日期按惯例推：秋季从 9 月 1 日起，春季从元宵后的周一起。"))
        self._rows = QVBoxLayout()
        self.none = Label(self.tr("还没有学期。点下面的按钮添上，日期可以照校历改。"), "body", "ink2", wrap=True)
        self.card.column.addWidget(self.none)
        self.card.column.addLayout(self._rows)
        self.add = Button(self.tr("添加学期"), icon="plus")
        self.calendar = Button(self.tr("打开校历"), icon="calendar")
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.add)
        below.addWidget(self.calendar)
        below.addStretch(1)
        self.card.column.addLayout(below)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.add.clicked.connect(self._add)
        self.calendar.clicked.connect(lambda: self.goes.emit("calendar", None))
        self.shown: tuple[object, ...] = ()
        self.rows: list[TermRow] = []
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "学期")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (QCoreApplication.translate("settings", "期初、期中、期末"),)

    def _next(self) -> Term:
        if not self.session.snapshot.terms:
            return assumed_term(*split_code(current_or_next_code(self.session.today)))
        year, half = max(split_code(term.code) for term in self.session.snapshot.terms)
        return assumed_term(*((year, 2) if half == 1 else (year + 1, 1)))

    def _add(self) -> None:
        term = self._next()
        days = {"from_day": term.from_day.isoformat(), "until_day": term.until_day.isoformat()}
        label = self.tr("添加{term}").format(term=term_title(term.code))
        self.save(label, [Insert("term", {"code": term.code, "checked": 0, **days})])

    def show_file(self) -> None:
        terms = self.session.snapshot.terms
        self.add.set_label(self.tr("添加{term}").format(term=term_title(self._next().code)))
        now = (terms, tuple(self.session.closed()))
        if now == self.shown:
            return
        self.shown = now
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [TermRow(self, term) for term in sorted(terms, key=lambda term: term.from_day, reverse=True)]
        for row in self.rows:
            self._rows.addWidget(row)
        self.none.setVisible(not self.rows)
