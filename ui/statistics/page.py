"""The page 统计: both tables of any day on screen, each number open to its children, and the Excel of it."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.statistics import CIVIL, MEANINGS, REGISTER, statistics
from ui import figure_words as words
from ui import tokens
from ui.page import Page
from ui.paper.stats_sheet import file_name, stats_sheet
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.notice import Strip
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.segments import Segment, Segments
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.statistics.day_choice import DayChoice
from ui.statistics.figure_grid import FigureGrid
from ui.statistics.members import Members
from ui.work import Work


class StatisticsPage(Page):
    """Counts afresh when it is shown; opens children in the roster and the page why the two numbers differ."""

    can = frozenset({"export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self.found = statistics(session.snapshot, session.today)
        self._stale = False
        self.term = Button(self.tr("本学期数字"))
        self.why = Button(self.tr("为什么两个数不一样"), icon="circle-help")
        self.go = Button(self.tr("导出 Excel"), kind="primary", icon="download", keys="Ctrl+E")
        self.head = PageHead(self.tr("统计"), (), self.term, self.why, self.go)
        self.meaning = Segments(
            [Segment(meaning, words.meaning_word(meaning)) for meaning in MEANINGS], REGISTER, name=self.tr("统计口径"))
        self.day = DayChoice(session.today)
        self.grid = FigureGrid(self.found.table(REGISTER), self.tr("统计表"))
        self.check = Mark("done", "")
        self.wrong = Strip("error", "")
        self.notes = Label("", "hint", "ink2", wrap=True)
        self.members = Members()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.in_list():
            return [("↑↓", self.tr("换一个")), ("Enter", self.tr("完整档案")), ("Esc", self.tr("返回统计表"))]
        return [("↑↓←→", self.tr("换一格")), ("Enter", self.tr("看是哪些孩子")), ("Ctrl+E", self.tr("导出 Excel")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if isinstance(want, date):
            self.day.choose(want)
        if self._stale:
            self._count()
        if self.in_list():
            self.members.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._count()

    def back(self) -> bool:
        if not self.in_list():
            return False
        self.stack.setCurrentIndex(0)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()
        return True

    def export(self) -> None:
        """The tables of both meanings as one Excel book; nothing while they do not add up."""
        wrong = [text for one in MEANINGS for text in words.mismatches(self.found.table(one), self.found.checks(one))]
        if wrong:
            self._session.failed.emit(self.tr("数字对不上，没有导出：{0}").format("；".join(wrong)))
            return
        school = self._session.snapshot.school.name
        sheet = stats_sheet(self.found, school, self._session.today)
        save_sheet(self, self._session, self._work, sheet, file_name(school, self.found.day), "export_stats")

    def help_text(self) -> str:
        return self.tr(
            "这里按两种口径数人：学籍口径看父母一方外出满三个月，民政口径还要看户籍、年龄和另一方能不能照看。"
            "每个数字点一下（或按 Enter）就列出是哪些孩子，Esc 回来。每一栏都以“未采集”结尾，加起来一定等于合计，"
            "下面会写明核对的结果。要看以前的，选学期或写一个日期。Ctrl+E 导出成表，可以直接报。"
        )

    # inside

    def in_list(self) -> bool:
        """Whether the children of a number are on screen."""
        return self.stack.currentIndex() == 1

    def open_number(self, line: int, column: int) -> None:
        """List the children of a cell."""
        table = self.grid.figures.table
        self._list(table.cells[line][column], self.grid.figures.words(line, column))

    def _list(self, ids: tuple[int, ...], what: str) -> None:
        if ids:
            rows = {row.child_id: row for row in self.found.rows}
            self.stack.setCurrentIndex(1)
            self.members.show_children(rows, ids, what)
            self.keys_changed.emit()

    def _open_total(self, key: str) -> None:
        rows = self.found.rows
        chosen = {
            "pupils": (self.tr("在校学生"), list(rows)),
            REGISTER: (words.meaning_word(REGISTER), [row for row in rows if row.left_behind]),
            CIVIL: (words.meaning_word(CIVIL), [row for row in rows if row.civil.value]),
            "unknown": (self.tr("民政口径待核实"), [row for row in rows if row.civil.value is None]),
        }[key]
        self._list(tuple(row.child_id for row in chosen[1]), chosen[0])

    def _count(self) -> None:
        """Count the chosen day anew."""
        self._stale = False
        self.found = statistics(self._session.snapshot, self.day.day)
        if self.in_list():
            self.back()
        self._show()

    def _show(self) -> None:
        self.day.offer(self._session.snapshot, self._session.today)
        counts = self.found.counts
        self.head.set_words(self.tr("统计"), [
            self.tr("在校学生"), Number("pupils", counts.total, self.tr("在校学生人数")), self.tr("人，学籍口径"),
            Number(REGISTER, counts.left_behind, self.tr("学籍口径人数")), self.tr("人，民政口径"),
            Number(CIVIL, counts.civil, self.tr("民政口径人数")), self.tr("人，待核实"),
            Number("unknown", counts.civil_unknown, self.tr("待核实人数")), self.tr("人"),
        ])  # fmt: skip
        self.meaning.set_counts({REGISTER: counts.left_behind, CIVIL: counts.civil})
        meaning = self.meaning.current()
        table = self.found.table(meaning)
        self.grid.show_table(table)
        wrong = words.mismatches(table, self.found.checks(meaning))
        self.check.set_status("done", self.tr("核对：每一栏加起来都相符，和名册的人数一样"))
        self.check.setVisible(not wrong)
        self.wrong.text.setText(self.tr("数字对不上，先不要上报：{0}").format("；".join(wrong)))
        self.wrong.setVisible(bool(wrong))
        self.notes.setText("\n".join(words.notes(table, self._session.today)))
        self.notes.setVisible(bool(self.notes.text()))

    def _connect(self) -> None:
        self.meaning.chosen.connect(lambda _meaning: self._show())
        self.day.chosen.connect(lambda _day: self._count())
        self.grid.opened.connect(self.open_number)
        self.head.clicked.connect(self._open_total)
        self.members.opened.connect(lambda key: self.goes.emit("roster", key))
        self.members.left.connect(self.back)
        self.why.clicked.connect(lambda: self.goes.emit("differences", self.found.day))
        self.term.clicked.connect(lambda: self.goes.emit("figures", None))
        self.go.clicked.connect(self.export)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(tokens.BETWEEN)
        choices.addWidget(self.meaning)
        choices.addStretch(1)
        choices.addWidget(self.day)
        table = QWidget()
        inner = QVBoxLayout(table)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(tokens.BETWEEN)
        inner.addWidget(self.head)
        inner.addLayout(choices)
        inner.addWidget(self.grid, 1)
        for widget in (self.check, self.wrong, self.notes):
            inner.addWidget(widget)
        self.stack.addWidget(table)
        self.stack.addWidget(self.members)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        column.addWidget(self.stack)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the table scrolls."""
        return QSize(640, 360)
