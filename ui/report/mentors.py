"""The mentors' own assessment from the same figures, the best first; who may be commended is marked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mentor_score import LEAST_PERCENT, MentorScore, mentor_scores
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.score_board import ReportBoard
from ui.sentences import rule_word


class Mentors(QWidget):
    """`opened` a member of staff."""

    opened = Signal(int)
    commend_wanted = Signal(object)
    """((id of the member of staff, the figures in words), …)"""

    def __init__(self, board: ReportBoard) -> None:
        super().__init__()
        self._board = board
        self.scores: dict[int, MentorScore] = {}
        self._names: dict[int, str] = {}
        self.about = Label("", "second", "ink2", wrap=True)
        self.grid = ListGrid(
            [
                Column("who", self.tr("老师"), 160, "who", self._who),
                Column("children", self.tr("孩子"), 62, "text", lambda row: Cell(str(self.scores[row].children)),
                       sort=lambda row: -self.scores[row].children, right=True),
                Column("share", self.tr("做到"), 150, "two_line", self._share,
                       sort=lambda row: -(self.scores[row].percent or 0)),
                Column("visits", self.tr("家访"), 62, "text", lambda row: self._count(row, "home_visit"), right=True,
                       sort=lambda row: -self.scores[row].records.get("home_visit", 0)),
                Column("talks", self.tr("谈心"), 62, "text", lambda row: self._count(row, "talk"), right=True,
                       sort=lambda row: -self.scores[row].records.get("talk", 0)),
                Column("why", self.tr("表彰"), 0, "status", self._why),
            ],
            name=self.tr("代理家长考核"), many=True,
        )  # fmt: skip
        self.commend = Button(self.tr("给他们写表彰"), height=34)
        self.grid.set_empty(self.tr("还没有结对，结了对这里就有"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.commend, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self.opened)
        self.commend.clicked.connect(lambda: self.commend_wanted.emit(self.commended()))

    def show_mentors(self) -> None:
        """Count and list them."""
        facts = self._board.facts
        found = mentor_scores(facts) if facts is not None else []
        self.scores = {one.staff_id: one for one in found}
        self._names = {one.id: one.name for one in self._board.snapshot.staff}
        candidates = sum(one.is_candidate for one in found)
        self.about.setText(
            self.tr("只算照关爱规则由代理家长做的。做到 {0}% 以上的可以推荐表彰，现在有 {1} 位。").format(
                LEAST_PERCENT, candidates)
        )  # fmt: skip
        self.grid.set_rows([one.staff_id for one in found], ranked=True)
        self.grid.refresh()

        self.commend.setVisible(bool(candidates))

    def commended(self) -> tuple[tuple[int, str], ...]:
        """Who may be commended, each with the figures that speak for it (REQ 10.28)."""
        said = self.tr("该做 {0} 次，做了 {1} 次，{2}%；家访 {3} 次，谈心 {4} 次")
        return tuple(
            (one.staff_id, said.format(one.owed, one.done, one.percent, one.records.get("home_visit", 0),
                                       one.records.get("talk", 0)))
            for one in self.scores.values() if one.is_candidate
        )  # fmt: skip

    def _who(self, row: int) -> Cell:
        return Cell(self._names.get(row, ""))

    def _count(self, row: int, kind: str) -> Cell:
        return Cell(str(self.scores[row].records.get(kind, 0)))

    def _share(self, row: int) -> Cell:
        one = self.scores[row]
        if one.percent is None:
            return Cell("—", tone="ink3")
        return Cell(f"{one.percent}%", self.tr("该做 {0}，做了 {1}").format(one.owed, one.done))

    def _why(self, row: int) -> Cell:
        one = self.scores[row]
        parts = [f"{rule_word(key)} {done}/{owed}" for key, (owed, done) in one.rules.items()]
        if one.is_candidate:
            return Cell(self.tr("可以推荐"), "，".join(parts), mark="done")
        missed = self.tr("缺 {0} 次").format(one.missed) if one.missed else ""
        return Cell(missed or self.tr("还没有该做的"), "，".join(parts), mark="wait")
