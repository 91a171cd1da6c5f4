"""The opening log of a room: weekdays down, weeks across, in each cell how many came."""

from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.opening_log import AHEAD, CLOSED, HOLIDAY, MISSING, NOTHING, OPEN, TODAY, RoomDay, RoomLog
from ui import fonts, tokens
from ui import room_words as words
from ui.pieces import paint

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, NAME, NARROWEST, WIDEST = 29, 28, 52, 34, 60
"""px at 100 %: height of a day and of the head, width of the weekdays, least and most width of a week."""
ONE = timedelta(days=1)
LOOKS = {OPEN: ("accentT", "", "ink", 500), MISSING: ("overT", "over", "over", 600), CLOSED: ("sunk", "", "ink3", 400),
         TODAY: ("surface", "accent", "accent", 600)}  # fmt: skip
"""Ground, border, ink and weight of the states that have words."""


class LogModel(QAbstractTableModel):
    """Shows one `RoomLog`."""

    def __init__(self) -> None:
        super().__init__()
        self.log: RoomLog | None = None
        self.mondays: list[date] = []
        self.weekdays: list[int] = []

    def show_log(self, log: RoomLog | None) -> None:
        """Take another log over."""
        self.beginResetModel()
        self.log = log
        self.mondays = log.stretch.mondays() if log is not None else []
        self.weekdays = log.weekdays if log is not None else []
        self.endResetModel()

    def at(self, row: int, column: int) -> RoomDay | None:
        """The day in a cell; None outside of the stretch."""
        if self.log is None or not (0 <= row < len(self.weekdays) and 0 <= column < len(self.mondays)):
            return None
        day = self.mondays[column] + ONE * self.weekdays[row]
        return self.log.on(day) if self.log.stretch.first <= day <= self.log.stretch.last else None

    def place(self, day: date) -> tuple[int, int]:
        """Row and column of a day; (-1, -1) where it is not shown."""
        monday = day - ONE * day.weekday()
        if day.weekday() not in self.weekdays or monday not in self.mondays:
            return -1, -1
        return self.weekdays.index(day.weekday()), self.mondays.index(monday)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.weekdays)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.mondays)

    def says(self, index: Index) -> str:
        """A cell in words."""
        one = self.at(index.row(), index.column())
        if one is None or self.log is None:
            return ""
        return words.spoken_day(one, index.column() + 1, self.log.room.name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        one = self.at(index.row(), index.column()) if index.isValid() else None
        if one is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.says(index)
        return words.cell_word(one) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return words.weekday_word(self.weekdays[section]) if section < len(self.weekdays) else None
        return str(section + 1) if section < len(self.mondays) else None


class LogCells(QStyledItemDelegate):
    """Paints a day, and the cursor."""

    def __init__(self, view: QTableView, model: LogModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._model.at(index.row(), index.column())
        rect = QRectF(option.rect)
        with paint.guarded(painter, "opening log"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, rect.adjusted(0, 0, 1, 1), "surface")
            box = rect.adjusted(1.5, 2.5, -1.5, -2.5)
            if one is not None:
                self._day(painter, box, one)
            if self._view.currentIndex() == index:
                token = "ink" if self._view.hasFocus() else "edge"
                paint.box(painter, box.adjusted(-1, -1, 1, 1), "", token, line=2.0 if self._view.hasFocus() else 1.0,
                          radius=1)  # fmt: skip

    def _day(self, painter: QPainter, box: QRectF, one: RoomDay) -> None:
        if one.state == HOLIDAY:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(box, QBrush(tokens.colour("line2"), Qt.BrushStyle.BDiagPattern))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        elif one.state == AHEAD:
            pen = QPen(tokens.colour("line2"), 1, Qt.PenStyle.DashLine)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.toRect().adjusted(0, 0, -1, -1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        elif one.state != NOTHING:
            ground, border, ink, weight = LOOKS[one.state]
            paint.box(painter, box, ground, border, line=2.0 if one.state == TODAY else 1.0, radius=0)
            said = words.cell_word(one)
            wide = fonts.width(said, tokens.HINT, weight)
            paint.text(painter, box.center().x() - wide / 2, box.center().y(), said, size=tokens.HINT, weight=weight,
                       token=ink)  # fmt: skip


class _Heads(QHeaderView):
    """Numbers of the weeks above, the running one in green; weekdays at the left, frozen."""

    def __init__(self, way: Qt.Orientation, model: LogModel, parent: QTableView) -> None:
        super().__init__(way, parent)
        self._log = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        said = self._log.headerData(section, self.orientation()) or ""
        area = QRectF(rect)
        with paint.guarded(painter, "opening log head"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.fill(painter, area.adjusted(0, 0, 1, 1), "surface")
            if self.orientation() == Qt.Orientation.Vertical:
                paint.text(painter, area.x(), area.center().y(), said, size=tokens.SECOND, token="ink2")
                return
            now = self._is_now(section)
            weight = 600 if now else 400
            wide = fonts.width(said, tokens.HINT, weight)
            paint.text(painter, area.center().x() - wide / 2, area.center().y(), said, size=tokens.HINT, weight=weight,
                       token="accent" if now else "ink2")  # fmt: skip

    def _is_now(self, section: int) -> bool:
        log, mondays = self._log.log, self._log.mondays
        return log is not None and section < len(mondays) and 0 <= (log.today - mondays[section]).days < 7


class LogGrid(QTableView):
    """Arrows walk it; `picked` tells the day with the cursor, `opened` Enter or a double click on it."""

    picked = Signal(object)
    moved = Signal()
    """The cursor is on another day, whoever put it there."""
    opened = Signal(object)
    editing = Signal()
    """F2: the room itself shall be changed."""
    stepped = Signal(int)
    """PgUp, PgDn: the stretch before or after."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.days = LogModel()
        self.days.setParent(self)
        self.setModel(self.days)
        self.setItemDelegate(LogCells(self, self.days))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self.days, self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self.days, self))
        self.setAccessibleName(name)
        self.setProperty("list", "plain")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)

    def show_log(self, log: RoomLog | None, day: date) -> None:
        """Show a log with the cursor on that day, or the nearest there is."""
        self.days.show_log(log)
        self._measure()
        if log is None:
            return
        row, column = self.days.place(min(max(day, log.stretch.first), log.stretch.last))
        if row < 0:
            monday = day - ONE * day.weekday()
            column = self.days.mondays.index(monday) if monday in self.days.mondays else len(self.days.mondays) - 1
            row = next((n for n, one in enumerate(self.days.weekdays) if one >= day.weekday()),
                       len(self.days.weekdays) - 1)  # fmt: skip
        self.setCurrentIndex(self.days.index(row, column))
        self.scrollTo(self.currentIndex())

    def day(self) -> date | None:
        """The day with the cursor."""
        index = self.currentIndex()
        one = self.days.at(index.row(), index.column()) if index.isValid() else None
        return one.day if one is not None else None

    def go(self, day: date) -> None:
        """Put the cursor on a day, if it is shown."""
        row, column = self.days.place(day)
        if row >= 0:
            self.setCurrentIndex(self.days.index(row, column))
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F2:
            self.editing.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day())
        elif key == Qt.Key.Key_Home and self.days.log is not None:
            self.go(self.days.log.today)
            self._tell()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepped.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_End):
                self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._tell()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit(self.day())

    def _tell(self) -> None:
        if (day := self.day()) is not None:
            self.picked.emit(day)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(tokens.px(ROW))
        self.verticalHeader().setFixedWidth(tokens.px(NAME))
        self.horizontalHeader().setFixedHeight(tokens.px(HEAD))
        weeks = max(1, len(self.days.mondays))
        room = self.width() - tokens.px(NAME) - 2 * self.frameWidth()
        each = min(tokens.px(WIDEST), max(tokens.px(NARROWEST), room // weeks))
        for column in range(len(self.days.mondays)):
            self.setColumnWidth(column, each)
        bar = self.horizontalScrollBar().sizeHint().height() if each * weeks > room else 0
        high = tokens.px(HEAD) + tokens.px(ROW) * len(self.days.weekdays) + bar + 2 * self.frameWidth()
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "days"):
            self._measure()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return done
