"""The table of a term: arrows move from day to day, Shift and the pointer take several, one key turns them."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.school_calendar import DayShown, WeekShown
from app.schooldays import OFF, WORK
from ui import fonts, icons, tokens
from ui.calendar import words
from ui.calendar.model import NOTES, Index, TermModel
from ui.pieces import paint

ROW, HEAD, WEEK, DAY = 24, 28, 34, 40
"""px at 100 %: height of a week and of the head, width of the week's number and of a day."""
ONE = timedelta(days=1)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class DayCells(QStyledItemDelegate):
    """Paints a day: hatched when off, 班 when made up, a house for a festival, a corner for what the office entered."""

    def __init__(self, view: "TermTable", today: date) -> None:
        super().__init__(view)
        self._view, self._today = view, today

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = index.model(), QRectF(option.rect)
        if not isinstance(model, TermModel):
            return
        with paint.guarded(painter, "day"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if index.column() == NOTES:
                _note(painter, rect, words.notes(model.weeks[index.row()]))
                return
            one = model.at(index.row(), index.column())
            self._ground(painter, rect, one, one.day in model.chosen)
            if one.inside:
                self._number(painter, rect, one)
            if self._view.hasFocus() and self._view.currentIndex() == index:
                paint.box(painter, rect.adjusted(1, 1, 0, 0), "", "ink", line=2.0, radius=0)

    def _ground(self, painter: QPainter, rect: QRectF, one: DayShown, chosen: bool) -> None:
        area = rect.adjusted(0, 0, 1, 1)
        bare = "sunk" if not one.inside else "surface" if one.is_school else "paper"
        paint.fill(painter, area, "accentT" if chosen else bare)
        if one.inside and one.kind == OFF and not one.is_school:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(rect, QBrush(tokens.colour("line2"), Qt.BrushStyle.BDiagPattern))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.rule(painter, rect.x(), rect.bottom(), rect.width() + 1)
        if one.third > 1:
            paint.fill(painter, QRectF(rect.x(), rect.y(), 2, rect.height() + 1), "ink2")
        if chosen:
            paint.rule(painter, rect.x(), rect.y(), rect.width() + 1, "accent")
            paint.rule(painter, rect.x(), rect.bottom(), rect.width() + 1, "accent")
        if one.inside and one.own is not None:
            size = tokens.px(6)
            for step in range(size):
                paint.fill(painter, QRectF(rect.right() - size + step + 1, rect.y() + step, size - step, 1), "ink2")

    def _number(self, painter: QPainter, rect: QRectF, one: DayShown) -> None:
        x, middle = rect.x() + 5, rect.center().y()
        first = one.day.day == 1
        text = words.first_of_month(one.day) if first else str(one.day.day)
        if one.day == self._today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("ink"))
            wide = fonts.width(text, tokens.SECOND, 600) + 8
            painter.drawRoundedRect(QRectF(x - 3, middle - tokens.px(9), wide, tokens.px(18)), 9, 9)
            paint.text(painter, x + 1, middle, text, size=tokens.SECOND, weight=600, token="surface")
            return
        token = "ink" if one.is_school else "ink3"
        x += paint.text(painter, x, middle, text, size=tokens.SECOND, weight=600 if first else 400, token=token) + 2
        if one.is_school and one.kind == WORK and one.is_weekend:
            paint.text(painter, x, middle, words.work_mark(), size=tokens.KEYCAP, weight=600, token="ink2")
        elif one.festival and rect.right() - x >= icons.side(12):
            icons.draw(painter, "house", x, middle - icons.side(12) / 2, "ink2", 12)


def _note(painter: QPainter, rect: QRectF, said: str) -> None:
    paint.fill(painter, rect.adjusted(0, 0, 1, 1), "surface")
    paint.rule(painter, rect.x(), rect.bottom(), rect.width() + 1)
    paint.text(painter, rect.x() + 8, rect.center().y(), said, size=tokens.HINT, token="ink2", width=rect.width() - 10)


class _Heads(QHeaderView):
    """一 … 日 above, the numbers of the weeks at the left."""

    def __init__(self, way: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(way, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        said = self.model().headerData(section, self.orientation()) if self.model() else None
        area = QRectF(rect)
        with paint.guarded(painter, "calendar head"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 1), "surface")
            paint.rule(painter, area.x(), area.bottom(), area.width() + 1, "line2" if _is_top(self) else "line")
            x = area.x() + (8 if section == NOTES and _is_top(self) else 5)
            paint.text(painter, x, area.center().y(), said or "", size=tokens.HINT, token="ink2")


def _is_top(head: QHeaderView) -> bool:
    return head.orientation() == Qt.Orientation.Horizontal


class TermTable(QTableView):
    """One term. `picked` says which days are selected, `turned` that one key shall turn them, `cleared` that they shall
    be as in the public calendar, `naming` that they shall get a name."""

    picked = Signal(object)
    """list[date], at least one, in order."""
    turned = Signal()
    cleared = Signal()
    naming = Signal()

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self.weeks = TermModel()
        self.weeks.setParent(self)
        self._anchor: date | None = None
        self.setModel(self.weeks)
        self.setItemDelegate(DayCells(self, today))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setAccessibleName(name)
        self.setProperty("list", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)

    def show_weeks(self, weeks: Sequence[WeekShown]) -> None:
        """Show the term anew; the current day stays."""
        self.weeks.show_weeks(weeks)
        self._measure()

    def day(self) -> date | None:
        """The current day."""
        index = self.currentIndex()
        return self.weeks.at(index.row(), index.column()).day if index.isValid() and index.column() < NOTES else None

    def days(self) -> list[date]:
        """The selected days inside the term, in order."""
        return sorted(self.weeks.chosen)

    def go(self, day: date) -> None:
        """Make a day the current and only one; without effect for one that is not in the table."""
        row, column = self.weeks.place(day)
        if row >= 0:
            self._anchor = day
            self.setCurrentIndex(self.weeks.index(row, column))
            self._pick()

    def clear(self) -> None:
        """Nothing is selected here any more."""
        self._anchor = None
        self.weeks.choose(())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Day by day through the weeks, week by week through the column."""
        moves, day = QAbstractItemView.CursorAction, self.day()
        if day is None or not self.weeks.weeks:
            return self.weeks.index(0, 0)
        first, last = self.weeks.at(0, 0).day, self.weeks.at(len(self.weeks.weeks) - 1, 6).day
        step = {
            moves.MoveLeft: -1, moves.MoveRight: 1, moves.MoveUp: -7, moves.MoveDown: 7, moves.MovePageUp: -28,
            moves.MovePageDown: 28, moves.MovePrevious: -1, moves.MoveNext: 1,
        }.get(action)  # fmt: skip
        wanted = day + ONE * step if step is not None else first if action == moves.MoveHome else last
        if abs(step or 0) == 7 and not first <= wanted <= last:
            wanted = day
        return self.weeks.index(*self.weeks.place(min(max(wanted, first), last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.turned.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.naming.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
            self._moved(bool(event.modifiers() & SHIFT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._moved(bool(event.modifiers() & SHIFT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and index.isValid() and index.column() < NOTES:
            self.setCurrentIndex(index)
            self._moved(True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() < NOTES:
            self.turned.emit()

    def _moved(self, further: bool) -> None:
        day = self.day()
        if day is not None:
            self._anchor = self._anchor if further and self._anchor is not None else day
            self._pick()

    def _pick(self) -> None:
        day = self.day()
        if day is None or self._anchor is None:
            return
        first, last = min(day, self._anchor), max(day, self._anchor)
        span = [first + ONE * step for step in range((last - first).days + 1)]
        inside = [one for one in span if self.weeks.at(*self.weeks.place(one)).inside]
        if inside != self.days():
            self.weeks.choose(inside)
        self.picked.emit(inside)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(tokens.px(ROW))
        self.verticalHeader().setFixedWidth(tokens.px(WEEK))
        self.horizontalHeader().setFixedHeight(tokens.px(HEAD))
        for column in range(NOTES):
            self.setColumnWidth(column, tokens.px(DAY))
        room = self.viewport().width() - NOTES * tokens.px(DAY)
        self.setColumnWidth(NOTES, max(0, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "weeks"):
            self._measure()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return done
