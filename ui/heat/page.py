"""The page 每周一览: the term's heat map, worst first; the families to ring now beside it; names behind each number."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.batch import ALONE, Wanted
from app.care_rules import CHILD
from app.heat import CHILDREN, DONE, MISSED
from app.tally import Entry
from ui import heat_words as words
from ui import tokens
from ui.contacts.views import registered
from ui.heat.aside import Aside
from ui.heat.desk import HeatDesk
from ui.heat.export import file_name, heat_table
from ui.heat.members import Members
from ui.heat.model import OWED, RUNS
from ui.heat_board import Board
from ui.page import Page
from ui.sentences import rule_word
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.work import Work

MAP, NAMES = range(2)


class HeatPage(Page):
    """Counts afresh when it is shown. `arrive` takes the key of a rule of the running term, or (term, rule)."""

    can = frozenset({"search", "print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        self.board = Board(session)
        self.desk = HeatDesk(self.board)
        self.grid, self.search_box = self.desk.grid, self.desk.search_box
        self.aside = Aside(session, self.board)
        self.members = Members(session, self.board)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.desk)
        self.stack.addWidget(self.members)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        left.addWidget(self.stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.aside)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.in_names():
            return [("↑↓", self.tr("换一个")), ("Enter", self.tr("完整档案")), ("F2", self.tr("补记")),
                    ("Esc", self.tr("返回一览"))]  # fmt: skip
        return [("↑↓←→", self.tr("换格子")), ("Enter", self.tr("看或补记")), ("Home", self.tr("回到本周")),
                ("Ctrl+P", self.tr("打印")), ("Ctrl+E", self.tr("导出 Excel")), ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        term, rule = want if isinstance(want, (tuple, list)) and len(want) == 2 else ("", want)
        if isinstance(rule, str) and (rule or term):
            self.board.choose(rule, str(term))
            self._stale = True
        if self._stale:
            self._count()
        (self.members.grid if self.in_names() else self.grid).setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        return (self.board.term_code, self.board.rule)

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        self.board.forget()
        if self.isVisible():
            self._count()

    def search(self) -> None:
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def back(self) -> bool:
        if not self.in_names():
            return False
        self._turn(MAP)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def print_out(self) -> None:
        """The term's map of children on paper, for the office."""
        self.goes.emit("print", (self.board.rule or "all", "heat"))

    def export(self) -> None:
        """What is on screen as an Excel file."""
        if self.board.rows:
            sheet = heat_table(self.board, self._session)
            save_sheet(self, self._session, self._work, sheet, file_name(self.board, self._session), "export_heat")

    def help_text(self) -> str:
        return self.tr(
            "一行一个孩子，一格一周；一个月一次、一学期一次的规则，一格就是那一次。绿的做了，红框没做，"
            "实心红是连着没做，斜线放假，虚线还没到。最急的在最上面。换成代理家长、班级、规则，就是各自做到了多少。"
            "每个数字、每一格按 Enter 都看得到是谁、哪一次，还能补记：日子写在那一周里，那一格就绿了。"
        )

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the weeks scroll under the names."""
        return QSize(640, 320)

    # what is shown

    def in_names(self) -> bool:
        """Whether the names behind a number are on screen."""
        return self.stack.currentIndex() == NAMES

    def _count(self) -> None:
        self._stale = False
        if self.in_names():
            self._turn(MAP)
        self.board.read()
        self._show()

    def _show(self) -> None:
        self.desk.show_board()
        self.aside.show_board(can_log="contacts" in registered() or "batch" in registered())

    def _arrange(self) -> None:
        self.board.arrange()
        self._show()

    # what stands behind

    def open_cell(self, row: int, column: int) -> None:
        """A child's cell that lacks something is caught up on; whatever else lists the names behind it."""
        found, model = self.board.map, self.grid.heat
        if found is None or not 0 <= row < len(model.rows):
            return
        one, cell = model.rows[row], model.cell(row, column)
        if cell is None:
            what = model.totals[column - model.columns]
            entries = found.behind(one, self.board.today, "" if what == OWED else MISSED if what == RUNS else what)
            self._list(entries, model.says(row, column))
            return
        entries = found.of(cell)
        if self.board.by == CHILDREN and len(entries) == 1 and self.catch_up(entries[0]):
            return
        self._list(entries, f"{model.name(row)}，{words.column_word(found.columns[column])}")

    def catch_up(self, entry: Entry) -> bool:
        """Open the page where what is lacking is entered; False if there is none for it, or nothing is lacking."""
        want = wanted_for(entry, self.board.today)
        if want is None or "batch" not in registered():
            return False
        self.goes.emit("batch", want)
        return True

    def _list(self, entries: Sequence[Entry], what: str) -> None:
        if entries:
            self._turn(NAMES)
            self.members.show_entries(entries, what)

    def _open_number(self, what: str) -> None:
        found = self.board.map
        if found is not None:
            every = [one for row in self.board.rows for one in found.behind(row, self.board.today, _what(what))]
            names = {OWED: self.tr("该做的"), DONE: self.tr("做了的"), MISSED: self.tr("没做的")}
            name = rule_word(self.board.rule) if self.board.rule else words.all_rules()
            self._list(every, self.tr("{0}，{1}").format(name, names[what]))

    def _open_column(self, place: int) -> None:
        found = self.board.map
        if found is not None:
            every = [found.entries[n] for row in self.board.rows for n in row.cells[place].entries]
            self._list(every, words.column_word(found.columns[place]))

    def _ring(self, children: Sequence[int]) -> None:
        if not children:
            return
        rule = self.board.version()
        if "contacts" in registered():
            kind = rule.kinds[0] if rule is not None else ""
            self.goes.emit("contacts", {"child": children[0], "kind": kind, "ring": self.aside.rings})
            return
        row = next((row for row in self.board.rows if row.key == children[0]), None)
        if row is not None and self.board.map is not None:
            missed = self.board.map.behind(row, self.board.today, MISSED)
            if missed:
                self.catch_up(missed[-1])

    # how it lies

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.aside.setVisible(place == MAP and not tokens.is_narrow(self.window().width()))
        self.keys_changed.emit()

    def _connect(self) -> None:
        self.desk.views.goes.connect(self.goes)
        self.desk.choices.counted.connect(self._count)
        self.desk.choices.arranged.connect(self._arrange)
        self.search_box.searched.connect(self._find)
        self.search_box.downward.connect(self.grid.focus_first)
        self.search_box.entered.connect(self.grid.focus_first)
        self.grid.typed.connect(self.search_box.take)
        self.grid.opened.connect(self.open_cell)
        self.desk.head.clicked.connect(self._open_number)
        self.aside.row_wanted.connect(self.grid.go_row)
        self.aside.column_wanted.connect(self._open_column)
        self.aside.ring.connect(self._ring)
        self.aside.log.connect(self._ring)
        self.aside.print.clicked.connect(self.print_out)
        self.members.left.connect(self.back)
        self.members.opened.connect(lambda child_id: self.goes.emit("roster", child_id))
        self.members.logs.connect(self.catch_up)

    def _find(self, text: str) -> None:
        self.board.text = text
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(self.stack.currentIndex())


def _what(key: str) -> str:
    """The key of a number in the head as what stands behind it."""
    return "" if key == OWED else key


def wanted_for(entry: Entry, today: date) -> Wanted | None:
    """The week of a class in which what a child lacks is entered; None if nothing lacks or it is entered elsewhere."""
    kind = next((one for one in entry.owed.rule.kinds if one in ALONE), "")
    begun = entry.owed.window.from_day <= today
    if entry.done or not begun or entry.subject[0] != CHILD or not kind or entry.class_id is None:
        return None
    day = min(entry.owed.deadline, today)
    return Wanted(entry.class_id, None, kind, day - timedelta(days=day.weekday()))
