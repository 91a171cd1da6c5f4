"""The page 为什么两个数不一样: child by child, by reason, and how both official numbers add up."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.differences import CIVIL_ONLY, KINDS, OPEN, REGISTER_ONLY, REGISTER_OPEN, balance, differences, kind_of
from app.statistics import statistics
from ui import tokens
from ui.difference_words import advice, kind_word, reason_word
from ui.page import Page
from ui.paper.difference_sheet import difference_sheet, file_name
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.numbers import Number, Sentence
from ui.pieces.page_head import PageHead
from ui.pieces.rows import Group, Row
from ui.sentences import meaning_civil
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.statistics.child_columns import both_sentences, columns
from ui.work import Work

BOTH = KINDS[0]


class DifferencesPage(Page):
    """Opened from the statistics (with their day) or the roster (today)."""

    can = frozenset({"export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._day = session.today
        self._stale = False
        self.go = Button(self.tr("导出 Excel"), kind="primary", icon="download", keys="Ctrl+E")
        self.head = PageHead(self.tr("为什么两个数不一样"), (), self.go)
        self.sums = [Sentence(role="second") for _line in range(3)]
        self.grid = ListGrid(columns(lambda key: self._rows[key]), name=self.tr("两种口径说法不同的孩子"))
        self.grid.set_empty(self.tr("两种口径数的是同一些孩子"))
        self.reason = Label("", "second", "ink2", wrap=True)
        self._lay_out()
        self._connect()
        self._count()

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("换一个")), ("Enter", self.tr("完整档案")), ("Ctrl+E", self.tr("导出 Excel")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if isinstance(want, date) and want != self._day:
            self._day, self._stale = want, True
        if self._stale:
            self._count()
        self.grid.focus_first()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._count()

    def export(self) -> None:
        """Every child with both reasons, for whoever asks the office."""
        school = self._session.snapshot.school.name
        sheet = difference_sheet(self.found, school)
        save_sheet(self, self._session, self._work, sheet, file_name(school, self.found.day), "export_differences")

    def help_text(self) -> str:
        return self.tr(
            "学籍口径只看父母有没有一方外出满三个月。{0}所以两个数从来不一样。"
            "这里按原因列出每个孩子，点上面的数字跳到那一组；待核实的，按那一行写的补齐，两个数都会跟着变。"
        ).format(meaning_civil())

    def jump(self, kind: str) -> None:
        """Show the first child of a kind."""
        first = next((row.child_id for group in self.groups if group.kind == kind for row in group.rows), 0)
        if first:
            self.grid.set_current(first)
            self.grid.setFocus()

    def _count(self) -> None:
        self._stale = False
        self.found = statistics(self._session.snapshot, self._day)
        self._rows = {row.child_id: row for row in self.found.rows}
        self.groups = differences(self.found.rows)
        shown: list[Row] = []
        for group in self.groups:
            hint = "，".join(words for words in (kind_word(group.kind), advice(group)) if words)
            shown.append(Group(reason_word(group), len(group.rows), hint))
            shown += [row.child_id for row in group.rows]
        self.grid.set_rows(shown)
        self.grid.refresh()
        self._show_sums()
        self._tell(self.grid.current())

    def _show_sums(self) -> None:
        counts, parts = self.found.counts, balance(self.found.rows)
        apart = abs(counts.left_behind - counts.civil)
        self.head.set_words(self.tr("为什么两个数不一样"), [
            self.tr("学籍口径 {0} 人，民政口径 {1} 人，相差 {2} 人").format(counts.left_behind, counts.civil, apart)])
        both = self.tr("两边都算 {0} +").format(parts.both)
        self.sums[0].set_parts([
            self.tr("学籍口径 {0} = {1} 学籍算、民政不算").format(counts.left_behind, both),
            Number(REGISTER_ONLY, parts.register_only, kind_word(REGISTER_ONLY)), self.tr("+ 学籍算、民政待核实"),
            Number(REGISTER_OPEN, parts.register_open, kind_word(REGISTER_OPEN)),
        ])  # fmt: skip
        self.sums[1].set_parts([
            self.tr("民政口径 {0} = {1} 民政算、学籍不算").format(counts.civil, both),
            Number(CIVIL_ONLY, parts.civil_only, kind_word(CIVIL_ONLY)),
        ])  # fmt: skip
        self.sums[2].set_parts([
            self.tr("待核实 {0} = 学籍算的").format(counts.civil_unknown),
            Number(REGISTER_OPEN, parts.register_open, kind_word(REGISTER_OPEN)), self.tr("+ 学籍不算的"),
            Number(OPEN, parts.open, kind_word(OPEN)),
        ])  # fmt: skip

    def _tell(self, key: int) -> None:
        row = self._rows.get(key)
        self.reason.setText(both_sentences(row) if row is not None and kind_of(row) not in ("", BOTH) else "")

    def _connect(self) -> None:
        self.grid.opened.connect(lambda key: self.goes.emit("roster", key))
        self.grid.current_changed.connect(self._tell)
        for line in self.sums:
            line.clicked.connect(self.jump)
        self.go.clicked.connect(self.export)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        column.setSpacing(4)
        column.addWidget(self.head)
        for line in self.sums:
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self.grid, 1)
        column.addWidget(self.reason)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(640, 360)
