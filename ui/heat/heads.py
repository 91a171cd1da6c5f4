"""The heads of the heat map: months over week numbers, and the names that stay in sight when the weeks scroll."""

from datetime import timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from app.heat import Column
from ui import fonts, tokens
from ui import heat_words as words
from ui.heat.model import HeatModel
from ui.pieces import paint

MONTH, WEEK = 24, 26
"""px at 100 %: heights of the months and of the weeks under them."""
PAD = 8
THURSDAY = timedelta(days=3)
MOST_NAME = 132


class HeatColumns(QHeaderView):
    """9月 over 1 2 3 4 5; the running week in green."""

    def __init__(self, model: HeatModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._heat = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.px(MONTH + WEEK))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= self._heat.columnCount():
            return
        area, upper = QRectF(rect), tokens.px(MONTH)
        with paint.guarded(painter, "heat columns"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            found = self._heat.map
            if found is None:
                return
            now = section == found.now
            paint.fill(painter, area.adjusted(0, 0, 1, 1), "surface")
            lower = QRectF(area.x(), area.y() + upper, area.width(), area.height() - upper)
            if now:
                paint.fill(painter, lower.adjusted(0, 0, 1, 1), "accentT")
            if section >= self._heat.columns:
                head = words.total_heads(self._heat.by, self._heat.rule)[section - self._heat.columns]
                middle = lower.center().y()
                paint.text(painter, area.right() - 8, middle, head, size=tokens.HINT, token="ink2", right=True)
                return
            column = found.columns[section]
            self._months(painter, area, column, section)
            number = column.first_week
            said = str(number) if column.weeks == 1 else f"{number}—{column.last_week}"
            wide = fonts.width(said, tokens.HINT, 600 if now else 400)
            paint.text(painter, area.center().x() - wide / 2, lower.center().y(), said, size=tokens.HINT,
                       weight=600 if now else 400, token="accent" if now else "ink2")  # fmt: skip

    def _months(self, painter: QPainter, area: QRectF, column: Column, section: int) -> None:
        """Over each week the line of its month, over a month's first its name."""
        wide, upper = area.width() / column.weeks, tokens.px(MONTH)
        for step in range(column.weeks):
            month, first, last = self._month(column.first_week + step)
            x = area.x() + wide * step
            left, right = (3 if first else 0), (3 if last else 0)
            paint.rule(painter, x + left, area.y() + upper - 1, wide - left - right + (0 if last else 1), "line2")
            # A name that is wider than its week goes on in the next one, which would paint over it.
            second = not step and column.first_week > 1 and not first and self._month(column.first_week - 1)[1]
            if first or (second and column.weeks == 1):
                paint.text(painter, (x if first else x - wide) + 3, area.y() + upper / 2, words.month_word(month),
                           size=tokens.HINT, weight=600)  # fmt: skip

    def _month(self, week: int) -> tuple[int, bool, bool]:
        """The month that has most of a week, and whether the week is the first and the last of it."""
        found = self._heat.map
        assert found is not None
        monday = found.first_monday + timedelta(days=7 * (week - 1))
        of = (monday + THURSDAY).month
        first = week == 1 or (monday + THURSDAY - timedelta(days=7)).month != of
        return of, first, (monday + THURSDAY + timedelta(days=7)).month != of


class HeatLines(QHeaderView):
    """罗子轩 三（1）班: frozen at the left, as the weeks scroll beneath."""

    def __init__(self, model: HeatModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._heat, self._grid, self._name = model, parent, 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def measure(self) -> None:
        """Be as wide as the names need."""
        named = [self._heat.named[row.key] for row in self._heat.rows]
        names = max((fonts.width(one.name, tokens.BODY, 600) for one in named), default=0)
        seconds = max((fonts.width(one.second, tokens.HINT) for one in named), default=0)
        self._name = min(round(names), tokens.px(MOST_NAME)) + PAD
        self.setFixedWidth(max(tokens.px(96), self._name + (round(seconds) + PAD if seconds else 0) + 2 * PAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._heat.rows):
            return
        area = QRectF(rect)
        with paint.guarded(painter, "heat lines"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 1), "surface")
            row = self._heat.rows[section]
            named, middle = self._heat.named[row.key], area.center().y()
            bold = 600 if row.run > 1 else 400
            room = self._name if named.second else area.width() - 2 * PAD
            paint.text(painter, area.x() + PAD, middle, named.name, weight=bold, width=room)
            paint.text(painter, area.x() + PAD + self._name, middle, named.second, size=tokens.HINT, token="ink2")
            if self._grid.hasFocus() and self._grid.currentIndex().row() == section:
                paint.rule(painter, area.x(), area.y(), area.width() + 1, "accent")
                paint.rule(painter, area.x(), area.bottom(), area.width() + 1, "accent")
                paint.fill(painter, QRectF(area.x(), area.y(), 1, area.height()), "accent")
