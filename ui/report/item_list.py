"""The items: score, material, what lacks and what it would bring, and the way there."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scales import points_text
from app.scoring import GAIN, GIVEN, Scored
from ui import score_words as words
from ui import tokens
from ui.pieces import paint
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.report.ways import way_of
from ui.score_board import IN_ORDER, ReportBoard

POINTS, MATERIAL, STILL, WAY = "points", "material", "still", "way"
BAR_WIDE, BAR_HIGH = 84, 8


class ItemList(QWidget):
    """`opened` a row; `names_wanted` by its number, `way_wanted` by its link."""

    opened = Signal(int)
    names_wanted = Signal(int)
    way_wanted = Signal(int)
    current_changed = Signal(int)

    def __init__(self, board: ReportBoard) -> None:
        super().__init__()
        self._board = board
        self.grid = ListGrid(
            [
                Column("what", self.tr("考核项"), 176, "two_line", self._what),
                Column(POINTS, self.tr("得分"), 162, "drawn", self._points),
                Column(MATERIAL, self.tr("材料"), 96, "number", self._material),
                Column(STILL, self.tr("还差什么"), 0, "status", self._still),
                Column(WAY, self.tr("去哪里补"), 108, "link", self._way),
            ],
            name=self.tr("考核项"), many=False,
        )  # fmt: skip
        self.grid.set_empty(self.tr("这张表还没有考核项"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.opened.connect(self.opened)
        self.grid.current_changed.connect(self.current_changed)
        self.grid.acted.connect(self._acted)

    def show_items(self) -> None:
        """Show the board's items in its order, with their sum below."""
        board = self._board
        rows: list[Row] = []
        part = None
        for one in board.items():
            if board.order == IN_ORDER and one.item.part != part:
                part = one.item.part
                rows.append(self._part(part))
            rows.append(one.item.id)
        if board.score is not None and rows:
            rows.append(self._sum())
        self.grid.set_rows(rows, ranked=True)
        self.grid.refresh()

    def _part(self, part: str) -> Group:
        mine = [one for one in self._board.items() if one.item.part == part]
        got, full = sum(one.points for one in mine), sum(one.item.points for one in mine)
        return Group(part or self.tr("没有分部分"), 0, f"{points_text(got)}/{points_text(full)}")

    def _sum(self) -> Group:
        score = self._board.score
        assert score is not None
        said = f"{points_text(score.points)}/{points_text(score.full)}"
        if score.to_gain:
            said = self.tr("{0}，补齐前 {1} 样到 {2}").format(
                said, len(score.to_gain), points_text(score.reachable))  # fmt: skip
        if score.planned:
            said += self.tr("，排好的都办了到 {0}").format(points_text(score.at_most))
        return Group(self.tr("合计"), 0, said)

    def _one(self, row: int) -> Scored:
        found = self._board.scored(row)
        assert found is not None
        return found

    def _what(self, row: int) -> Cell:
        item = self._one(row).item
        return Cell(item.what, item.demand)

    def _points(self, row: int) -> Cell:
        one = self._one(row)
        reviewed = self.tr("复核 {0}").format(points_text(one.reviewed)) if one.reviewed is not None else ""

        def draw(painter: QPainter, rect: QRectF) -> None:
            x, middle = rect.x() + 10, rect.center().y()
            high, wide = tokens.px(BAR_HIGH), tokens.px(BAR_WIDE)
            bar = QRectF(round(x), round(middle - high / 2), wide, high)
            paint.fill(painter, bar, "row")
            share = one.points / one.item.points if one.item.points else 1.0
            paint.fill(painter, QRectF(bar.x(), bar.y(), round(wide * share), high), "grid")
            x = bar.right() + 10
            up = tokens.px(9) if reviewed else 0
            got = paint.text(painter, x, middle - up, points_text(one.points), weight=600)
            paint.text(painter, x + got + 1, middle - up, f"/{points_text(one.item.points)}", token="ink2")
            if reviewed:
                room = rect.right() - x - 2
                paint.text(painter, x, middle + up, reviewed, size=tokens.HINT, token="ink2", width=room)

        text = f"{points_text(one.points)}/{points_text(one.item.points)}"
        return Cell(text, reviewed, draw=draw)

    def _material(self, row: int) -> Cell:
        one = self._one(row)
        found = one.found
        if found is None or not found.known or not found.owed:
            linked = len(one.evidence)
            return Cell(self.tr("{0} 份").format(linked) if linked else "—")
        return Cell(words.material_word(one))

    def _still(self, row: int) -> Cell:
        one = self._one(row)
        return Cell(words.still_word(one), self._second(one), mark=words.state_mark(one))

    def _second(self, one: Scored) -> str:
        """The reason of a deduction; how many children what lacks is about."""
        if one.state == GIVEN:
            return words.given_word(one).partition("：")[2]
        if one.state == GAIN and one.routine:
            return words.given_word(one)
        people = {lack.id for lack in one.found.lacks if lack.what == "child" and lack.day} if one.found else set()
        return self.tr("{0} 个孩子").format(len(people)) if people and one.state == GAIN else ""

    def _way(self, row: int) -> Cell:
        return Cell(way_of(self._one(row)).label)

    def _acted(self, row: int, key: str) -> None:
        if key == MATERIAL and self.grid.current() == row:
            self.names_wanted.emit(row)
        elif key == WAY:
            self.way_wanted.emit(row)


