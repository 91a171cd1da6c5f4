"""The right side of the calendar: what the chosen days are, and the dates of their term."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.edits.calendar import TERM_DAYS
from app.school_calendar import DayShown, Extent
from app.schooldays import OFF, WORK
from app.termdays import Term
from app.terms import term_title
from ui import tokens
from ui.calendar import words
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.date_field import DateField
from ui.pieces.fields import LineField
from ui.pieces.label import Label
from ui.pieces.notice import Strip
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel


class CalendarPanel(SidePanel):
    """`kind_wanted` asks for OFF, WORK or as usual, `named` for a name; `term_edited` tells a field of the term and ISO
    text, `term_checked` whether the dates were held against the county's calendar."""

    kind_wanted = Signal(str)
    named = Signal(str)
    term_edited = Signal(str, str)
    term_checked = Signal(bool)

    def __init__(self, today: date) -> None:
        super().__init__(name="")
        self.setAccessibleName(self.tr("这一天和它的学期"))
        self.day = Label("", "panel", wrap=True)
        self.state = Label("", "second", "ink2", wrap=True)
        self.kind = Segments([Segment(WORK, self.tr("上课")), Segment(OFF, self.tr("放假"))], name=self.tr("上不上课"))
        self.usual = Button(self.tr("照公历"), keys="Delete")
        self.name = LineField(self.tr("叫什么"), placeholder=self.tr("如：运动会、下雪"))
        self.festival = Label("", "second", "ink2", wrap=True)
        self.term = Label("", "strong", wrap=True)
        self.extent = Label("", "second", "ink2", wrap=True)
        self.fields = {
            field: DateField(label, today=lambda: today, needed=field not in ("second_from", "third_from"))
            for field, label in zip(TERM_DAYS, (self.tr("开学"), self.tr("期中从"), self.tr("期末从"), self.tr("放假")),
                                    strict=True)
        }  # fmt: skip
        self.checked = CheckBox(self.tr("照校历核对过"))
        self.notice = Strip("caution", "")
        self._lay_out()
        self.kind.chosen.connect(self.kind_wanted)
        self.usual.clicked.connect(lambda: self.kind_wanted.emit(""))
        self.name.committed.connect(self.named)
        for field, edit in self.fields.items():
            edit.committed.connect(lambda text, field=field: self.term_edited.emit(field, text))
        self.checked.clicked.connect(self.term_checked)

    def show_days(self, days: Sequence[DayShown]) -> None:
        """What is selected."""
        first = days[0]
        self.day.setText(words.days_word([one.day for one in days]))
        alike = {words.state_word(one) for one in days}
        self.state.setText(words.state_word(first) if len(alike) == 1 else words.mixed_word(days))
        self.kind.set_current(WORK if first.is_school else OFF)
        self.usual.setVisible(any(one.own is not None for one in days))
        self.name.set_value(first.own.name if first.own is not None else "")
        named = next((one for one in days if one.festival), None)
        self.festival.setText(words.festival_word(named) if named is not None else "")
        self.festival.setVisible(named is not None)

    def show_term(self, term: Term, starts: Sequence[date], found: Extent, years: Sequence[int]) -> None:
        """The term of the selected days; `years` are those whose holidays are not published yet."""
        title = term_title(term.code)
        self.term.setText(title if term.checked else self.tr("{0}（未核对）").format(title))
        self.extent.setText(words.extent_word(found))
        days = {"from_day": term.from_day, "until_day": term.until_day}
        days |= dict(zip(("second_from", "third_from"), starts[1:], strict=False))
        for field, edit in self.fields.items():
            edit.set_value(days[field].isoformat() if field in days else "")
            edit.name_it(f"{title}{edit.label()}")
        self.checked.setChecked(term.checked)
        self.notice.say("caution", words.unpublished_word(years))
        self.notice.setVisible(bool(years))

    def _lay_out(self) -> None:
        self.head.addWidget(self.day)
        self.head.addWidget(self.state)
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(tokens.BETWEEN)
        inner.addWidget(self.kind)
        inner.addWidget(self.usual)
        inner.addStretch(1)
        self.add(row)
        self.add(self.name)
        self.add(self.festival)
        self.add_section(self.tr("学期"))
        self.add(self.term)
        self.add(self.extent)
        self.lines: list[QBoxLayout] = []
        for pair in (("from_day", "until_day"), ("second_from", "third_from")):
            line = QWidget()
            across = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(tokens.BETWEEN)
            for field in pair:
                across.addWidget(self.fields[field], 1)
            self.lines.append(across)
            self.add(line)
        self.add(self.checked)
        self.add(self.notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two dates beside each other only where both can be read."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        for line in self.lines:
            line.setDirection(ways.LeftToRight if self.width() >= tokens.px(tokens.SIDE) else ways.TopToBottom)
