"""How a cell of the heat map is painted: the call cell of every list, numbers where many stand behind one cell."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app import call_weeks
from app.heat import AHEAD, CHILDREN, DONE, HOLIDAY, MISSED, NOW, RUN, Cell
from ui import fonts, tokens
from ui.heat.model import RUNS, HeatModel, Index
from ui.pieces import call_cell, marks, paint

MARKS = {
    DONE: call_weeks.VIDEO, MISSED: call_weeks.MISSED, RUN: call_weeks.RUN, NOW: call_weeks.NONE,
    AHEAD: call_weeks.NONE, HOLIDAY: call_weeks.HOLIDAY,
}  # fmt: skip
"""A state of the map as the call cell that shows it; what is not owed is left blank."""
GAP, HIGH = 2, 20
"""Between two cells, and their height, px at 100 %."""


class HeatCells(QStyledItemDelegate):
    """Paints cells, totals, the tint of this week, the row of the cursor and the cursor itself."""

    hovered = (-1, -1)

    def __init__(self, view: QTableView, model: HeatModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, model = QRectF(option.rect), self._model
        if index.row() >= len(model.rows):
            return
        with paint.guarded(painter, "heat cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            found = model.map
            now = found is not None and index.column() == found.now
            paint.fill(painter, rect.adjusted(0, 0, 1, 1), "accentT" if now else "surface")
            current, focus = self._view.currentIndex(), self._view.hasFocus()
            if focus and current.row() == index.row():
                paint.rule(painter, rect.x(), rect.y(), rect.width() + 1, "accent")
                paint.rule(painter, rect.x(), rect.bottom(), rect.width() + 1, "accent")
                if index.column() == model.columnCount() - 1:
                    paint.fill(painter, QRectF(rect.right(), rect.y(), 1, rect.height()), "accent")
            cell = model.cell(index.row(), index.column())
            if cell is None:
                self._total(painter, rect, index)
            else:
                self._cell(painter, _box(rect), cell, index)
            if focus and current == index:
                paint.box(painter, _box(rect).adjusted(-1.5, -2, 1.5, 2), "", "ink", line=2.0, radius=1)

    def _cell(self, painter: QPainter, box: QRectF, cell: Cell, index: Index) -> None:
        mark = MARKS.get(cell.state)
        if mark is None:
            return
        many = self._model.by != CHILDREN or cell.owed > 1
        if many and cell.missed:
            run = cell.state == RUN and self._model.by == CHILDREN
            paint.box(painter, box, "over" if run else "overT", "over", radius=0)
            self._number(painter, box, cell.missed, "surface" if run else "over", 600)
            return
        if cell.state == DONE and self._model.board.by_video(cell) is False:
            mark = call_weeks.VOICE
        call_cell.draw(painter, mark, box)
        if many and cell.state in (NOW, AHEAD) and cell.done:
            self._number(painter, box, cell.done, "ink3", 400)

    @staticmethod
    def _number(painter: QPainter, box: QRectF, number: int, token: str, weight: int) -> None:
        said = str(number)
        wide = fonts.width(said, tokens.HINT, weight)
        paint.text(painter, box.center().x() - wide / 2, box.center().y(), said, size=tokens.HINT, weight=weight,
                   token=token)  # fmt: skip

    def _total(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        said, middle = self._model.total_text(index.row(), index.column()), rect.center().y()
        what = self._model.totals[index.column() - self._model.columns]
        number = self._model.total(index.row(), index.column())
        x = rect.right() - 8
        if what == RUNS:
            bad = number > 1
            token = "over" if bad else "ink2" if number else "ink3"
            wide = paint.text(painter, x, middle, said, weight=600 if bad else 400, token=token, right=True)
            if bad:
                marks.draw(painter, "over", x - wide - marks.room(), middle)
            return
        if not number:
            paint.text(painter, x, middle, said, token="ink3", right=True)
            return
        token = "over" if what == MISSED and self._model.rows[index.row()].run > 1 else "accent"
        wide = paint.text(painter, x, middle, said, weight=600, token=token, right=True)
        if (index.row(), index.column()) == self.hovered:
            paint.underline(painter, x - wide, middle + tokens.px(tokens.BODY) * 0.62, wide, token, solid=True)


def _box(rect: QRectF) -> QRectF:
    gap, high = GAP, tokens.px(HIGH)
    return QRectF(rect.x() + gap, round(rect.center().y() - high / 2), rect.width() - 2 * gap, high)
