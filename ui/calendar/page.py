"""The page 校历: both terms of a school year by weeks; days turned by a key or a click, the terms' dates beside."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Change
from app.edits.calendar import check_term, name_days, set_days, set_term_day, turned
from app.school_calendar import extent, third_starts, unpublished, usual_kind
from app.terms import term_title
from app.values import BadValue
from ui import tokens
from ui.calendar import words
from ui.calendar.panel import CalendarPanel
from ui.calendar.year import YearView
from ui.page import Page
from ui.pieces.button import Button
from ui.pieces.page_head import PageHead
from ui.session import Session
from ui.unsaved import Unsaved
from ui.work import Work

DRAFT = "calendar"


class CalendarPage(Page):
    """`arrive` takes a day to show."""

    can = frozenset({"print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.print = Button(self.tr("打印校历"), icon="printer", keys="Ctrl+P")
        self.head = PageHead("", (), self.print)
        self.year = YearView(session.today)
        self.panel = CalendarPanel(session.today)
        self._lay_out()
        self.unsaved = Unsaved(self, session, DRAFT, "calendar", lambda: {"day": str(self.year.days()[0])})
        self._connect()
        self._show()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓←→", self.tr("换一天")), ("Shift", self.tr("选几天")), ("Space", self.tr("放假或上课")),
                ("Enter", self.tr("叫什么")), ("Delete", self.tr("照公历")), ("Ctrl+P", self.tr("打印")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if isinstance(want, date):
            self.year.go(want)
        self.year.table().setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        return self.year.days()[0]

    def refresh(self, touched: frozenset[int] | None) -> None:
        snapshot = self.session.snapshot
        if self._seen[0] is not snapshot.terms or self._seen[1] is not snapshot.calendar:
            self._show()

    def resume(self) -> bool:
        draft = self.session.drafts.read(DRAFT)
        try:
            self.year.go(date.fromisoformat(str(draft.get("day", ""))))
        except ValueError:
            return False
        return self.unsaved.put_back(draft)

    def print_out(self) -> None:
        """Print the term that is worked on."""
        self.goes.emit("print", (self.year.term.code, "calendar"))

    def help_text(self) -> str:
        return self.tr(
            "一周一行，斜线是放假，“班”是补课，小房子是父母多半回家的节日。空格把选中的日子改成放假或上课，"
            "按住 Shift 选几天，Enter 起个名字，Delete 照公历。没核对的学期是推的日期，照县里的校历改，核对过打个勾。"
            "改了以后该做的事马上跟着算，Ctrl+Z 撤回。"
        )

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there one term is shown at a time, and it scrolls."""
        return QSize(640, 320)

    # what is shown

    def _show(self, year: int = 0) -> None:
        """Show the year as the file has it."""
        snapshot = self.session.snapshot
        self._seen = snapshot.terms, snapshot.calendar
        self.year.show_year(snapshot.terms, snapshot.calendar, year)
        self._tell()

    def _tell(self) -> None:
        year, own = self.year.year, self.session.snapshot.calendar
        guessed = [words.half_word(term.code) for term in self.year.terms.values() if not term.checked]
        said = self.tr("{0}的日期是推的，照县里的校历核对一下。").format("、".join(guessed))
        checked = self.tr("两个学期的日期都核对过。")
        self.head.set_words(self.tr("{0}—{1}学年校历").format(year, year + 1), [said if guessed else checked])
        term, shown = self.year.term, self.year.shown()
        if shown:
            self.panel.show_days(shown)
            self.panel.show_term(term, third_starts(term, own), extent(term, own), unpublished([term]))

    # what is changed

    def _kind(self, kind: str) -> None:
        days = self.year.days()
        name = self.panel.name.value() if kind and kind != usual_kind(days[0]) else ""
        changes = set_days(self.session.snapshot.calendar, days, kind, name)
        self._save(words.turn_label(days, kind, name), changes)

    def _turn(self) -> None:
        if days := self.year.days():
            self._kind(turned(self.session.snapshot.calendar, days))

    def _name(self, name: str) -> None:
        days = self.year.days()
        self._save(words.name_label(days, name), name_days(self.session.snapshot.calendar, days, name))

    def _edit_term(self, field: str, text: str) -> None:
        term, own = self.year.term, self.session.snapshot.calendar
        try:
            changes = set_term_day(term, field, date.fromisoformat(text) if text else None, own)
        except BadValue:
            self.panel.fields[field].refuse(self.tr("开学、期中、期末、放假要一个比一个晚"))
            return
        self._save(self.tr("修改{term}日期").format(term=term_title(term.code)), changes)

    def _check_term(self, on: bool) -> None:
        term = self.year.term
        self._save(self.tr("核对{term}日期").format(term=term_title(term.code)), check_term(term, on))

    def _save(self, label: str, changes: Sequence[Change]) -> None:
        """Write it, and say how long the term is now if that is another than before."""
        if not changes:
            return
        before = extent(self.year.term, self.session.snapshot.calendar)
        if self.session.attempt(label, changes) is None:
            return
        after = extent(self.year.term, self.session.snapshot.calendar)
        if after != before:
            self.session.said.emit(self.tr("记下了：{0}，Ctrl+Z 撤回").format(words.changed_word(before, after)))

    # how it lies

    def _connect(self) -> None:
        self.year.picked.connect(self._tell)
        self.year.turned.connect(self._turn)
        self.year.cleared.connect(lambda: self._kind(""))
        self.year.naming.connect(lambda: self.panel.name.setFocus(Qt.FocusReason.OtherFocusReason))
        self.year.stepped.connect(lambda step: self._show(self.year.year + step))
        self.print.clicked.connect(self.print_out)
        self.panel.kind_wanted.connect(self._kind)
        self.panel.named.connect(self._name)
        self.panel.term_edited.connect(self._edit_term)
        self.panel.term_checked.connect(self._check_term)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the foot alone says the key."""
        super().resizeEvent(event)
        self.print.keys = "" if tokens.is_narrow(self.window().width()) else "Ctrl+P"
        self.print.updateGeometry()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        left.setSpacing(4)
        left.addWidget(self.head)
        left.addWidget(self.year, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
