"""The score of every term by the table in use, the newest first, and what changed from the one before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scales import points_text
from app.scoring import Score, read_score
from app.termdays import Term
from app.terms import term_title
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.score_board import ReportBoard


class PastTerms(QWidget):
    """`opened` the code of a term."""

    opened = Signal(str)

    def __init__(self, board: ReportBoard) -> None:
        super().__init__()
        self._board = board
        self._known: tuple[int, int, str] | None = None
        self._terms: list[Term] = []
        self.scores: list[Score] = []
        """Of the terms in their order, as far as they are counted: the rest follows one by one."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._count_one)
        self.grid = ListGrid(
            [
                Column("term", self.tr("学期"), 230, "two_line", lambda row: self._term(row)),
                Column("points", self.tr("得分"), 100, "text", self._points, right=True),
                Column("band", self.tr("等次"), 90, "text", self._band),
                Column("review", self.tr("复核"), 100, "text", self._review, right=True),
                Column("change", self.tr("和前一学期比"), 0, "text", self._change),
            ],
            name=self.tr("往年"), many=False,
        )  # fmt: skip
        self.grid.set_empty(self.tr("还没有过完的学期"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.opened.connect(lambda row: self.opened.emit(self._terms[row - 1].code))

    def show_terms(self) -> None:
        """Score every term that has begun."""
        board = self._board
        table = board.table
        if table is None:
            return
        key = board.session.version, table.id, board.session.today.isoformat()
        if key != self._known:
            self._known, self._terms, self.scores = key, board.begun(), []
            self._count_one()
        self.grid.set_rows(list(range(1, len(self._terms) + 1)), ranked=True)
        self.grid.refresh()

    def _count_one(self) -> None:
        """Ten years are twenty terms: between two of them the window answers."""
        table, place = self._board.table, len(self.scores)
        if table is None or place >= len(self._terms):
            return
        self.scores.append(read_score(self._board.facts_of(self._terms[place]), table))
        self.grid.refresh()
        self._next.start()

    def _term(self, row: int) -> Cell:
        code = self._terms[row - 1].code
        now = self.tr("正在看的") if code == self._board.term_code else ""
        return Cell(term_title(code), now)

    def _points(self, row: int) -> Cell:
        if row > len(self.scores):
            return Cell("…", tone="ink3")
        one = self.scores[row - 1]
        return Cell(f"{points_text(one.points)}/{points_text(one.full)}")

    def _band(self, row: int) -> Cell:
        return Cell((self.scores[row - 1].band if row <= len(self.scores) else "") or "—")

    def _review(self, row: int) -> Cell:
        given = self.scores[row - 1].reviewed if row <= len(self.scores) else None
        return Cell(points_text(given) if given is not None else "—", tone="" if given is not None else "ink3")

    def _change(self, row: int) -> Cell:
        if row >= len(self.scores):
            return Cell("—", tone="ink3")
        now, before = self.scores[row - 1], self.scores[row]
        step = now.points - before.points
        if not step:
            return Cell(self.tr("一样"))
        said = (self.tr("多 {0} 分") if step > 0 else self.tr("少 {0} 分")).format(points_text(abs(step)))
        marks = {one.item.id: one for one in before.items}
        fell = [one.item.what for one in now.items if one.points < marks[one.item.id].points]
        return Cell(f"{said}，{self.tr('降了的')}：{'、'.join(fell[:3])}" if fell else said)


