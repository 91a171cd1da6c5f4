"""The heads of the statistics: groups over columns and beside lines, as the form has them, painted."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from app.statistics import ALL
from ui import figure_words as words
from ui import fonts, tokens
from ui.pieces import paint
from ui.statistics.figure_model import FigureModel

UPPER, LOWER, NUMBER = 22, 34, 16
"""Heights in px of the group's name, of a column's own on two lines, and of its number."""
PAD = 8


class FigureColumns(QHeaderView):
    """谁外出 over 父母都外出, 只父亲外出 …, each with the number that the cross-sums call it by."""

    def __init__(self, model: FigureModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._figures = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.px(UPPER + LOWER + NUMBER))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= self._figures.columnCount():
            return
        area = QRectF(rect)
        with paint.guarded(painter, "figure columns"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 0), "surface")
            painter.setClipRect(rect)
            head = self._figures.column(section)
            first, last = self._group(section)
            top = 0.0
            if last > first:
                top = tokens.px(UPPER)
                left = self.sectionViewportPosition(first)
                wide = self.sectionViewportPosition(last) + self.sectionSize(last) - left
                _centred(painter, QRectF(left, 0, wide, top), [words.group_word(head.group)], 600)
                paint.rule(painter, area.x(), top - 1, area.width() + 1, "line")
            own = QRectF(area.x(), top, area.width(), area.height() - top - tokens.px(NUMBER))
            _centred(painter, own, words.column_lines(head), 400)
            number = QRectF(area.x(), own.bottom(), area.width(), tokens.px(NUMBER))
            _centred(painter, number, [str(section + 1)], 400, size=tokens.KEYCAP, token="ink3")
            if section == first and section:
                paint.fill(painter, QRectF(area.x(), 0, 1, area.height()), "line2")
            paint.rule(painter, area.x(), area.bottom() - 1, area.width() + 1, "line2")

    def _group(self, section: int) -> tuple[int, int]:
        """First and last column under the same name; the totals at the left stand alone."""
        of = self._figures.column(section).group
        if of == ALL:
            return section, section
        same = [n for n in range(self._figures.columnCount()) if self._figures.column(n).group == of]
        return same[0], same[-1]


class FigureLines(QHeaderView):
    """一年级 beside 小计, 男, 女."""

    def __init__(self, model: FigureModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._figures = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def measure(self) -> None:
        """Be as wide as the words of the table need."""
        heads = self._figures.table.lines
        self._first = max(fonts.width(words.group_word(head.group), tokens.SECOND, 600) for head in heads) + 2 * PAD
        second = max(fonts.width(words.part_word(head), tokens.SECOND) for head in heads) + 2 * PAD
        self.setFixedWidth(round(self._first + second))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= self._figures.rowCount():
            return
        area = QRectF(rect)
        with paint.guarded(painter, "figure lines"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 0, 1), "surface")
            painter.setClipRect(rect)
            head = self._figures.line(section)
            same = [n for n in range(self._figures.rowCount()) if self._figures.line(n).group == head.group]
            top = self.sectionViewportPosition(same[0])
            high = self.sectionViewportPosition(same[-1]) + self.sectionSize(same[-1]) - top
            both = len(same) == 1
            box = QRectF(area.x(), top, area.width() if both else self._first, high)
            _centred(painter, box, [words.group_word(head.group)], 600, size=tokens.SECOND)
            if not both:
                own = QRectF(area.x() + self._first, area.y(), area.width() - self._first, area.height())
                _centred(painter, own, [words.part_word(head)], 600 if head.part == ALL else 400, size=tokens.SECOND)
            ends = section == same[-1]
            x = area.x() if ends else area.x() + self._first
            paint.rule(painter, x, area.bottom() - 1, area.right() - x + 1, "line2" if ends else "line")
            paint.fill(painter, QRectF(area.right() - 1, area.y(), 1, area.height() + 1), "line2")


def _centred(
    painter: QPainter, area: QRectF, lines: list[str], weight: int, *, size: int = tokens.HINT, token: str = "ink2"
) -> None:
    step = tokens.px(15)
    middle = area.center().y() - step * (len(lines) - 1) / 2
    for line in lines:
        wide = fonts.width(line, size, weight)
        paint.text(painter, area.center().x() - wide / 2, middle, line, size=size, weight=weight, token=token)
        middle += step
