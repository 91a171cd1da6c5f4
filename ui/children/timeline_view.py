"""The timeline on its spine: a list of records as high as their words need, moved through by keys."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.care import REACHED, CareRecord
from app.terms import term_title
from app.timeline import Line, TermMark
from ui import fonts, icons, tokens
from ui.children import timeline_words as words
from ui.children.timeline_model import Entry, TimelineModel
from ui.pieces import marks, paint
from ui.pieces.row_model import Index

DATE, SPINE, TEXT = 16, 108, 132
"""px at 100 % from the left: the day, the middle of the spine, the words."""
NARROW_DATE, NARROW_SPINE, NARROW_TEXT = 10, 90, 110
NARROW_BELOW = 360
CIRCLE, ICON, TITLE, LINE, PAD, TERM = 26, 14, 24, 20, 9, 34
MOST_LINES = 4


class TimelineDelegate(QStyledItemDelegate):
    """Day, circle on the spine, title and what was said beneath, as many lines as it needs up to four."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._view.height_of(index.row()))

    def _lines(self, said: str) -> list[str]:
        return broken(said, self._view.room(), tokens.scale()) if said else []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = self._view.lines, QRectF(option.rect)
        with paint.guarded(painter, "timeline"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            entry, line = model.entry(index.row()), model.line(index.row())
            paint.fill(painter, rect.adjusted(0, 0, 1, 0), "surface")
            if entry is None and isinstance(line, TermMark):
                self._term(painter, rect, line)
                return
            assert entry is not None
            chosen = bool(option.state & option.state.State_Selected)
            if chosen:
                self._ground(painter, rect)
            self._spine(painter, rect, index.row())
            self._circle(painter, rect, entry)
            self._words(painter, rect, entry)

    def _term(self, painter: QPainter, rect: QRectF, line: TermMark) -> None:
        paint.fill(painter, rect.adjusted(0, 0, 1, 0), "paper")
        x = rect.x() + self._view.place("date")
        x += paint.text(painter, x, rect.center().y(), term_title(line.code), size=tokens.SECOND, weight=600) + 10
        paint.text(painter, x, rect.center().y(), str(line.count), size=tokens.SECOND, weight=600, token="accent")

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        paint.fill(painter, rect.adjusted(0, 0, 1, 0), "accentT" if self._view.hasFocus() else "hov")
        if self._view.hasFocus():
            paint.fill(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), "accent")

    def _spine(self, painter: QPainter, rect: QRectF, row: int) -> None:
        model, x = self._view.lines, rect.x() + self._view.place("spine")
        middle = rect.y() + tokens.px(PAD + TITLE / 2)
        above = row > 0 and model.entry(row - 1) is not None
        below = row + 1 < model.rowCount() and model.entry(row + 1) is not None
        painter.setPen(QPen(tokens.colour("grid"), 2))
        if above:
            painter.drawLine(QLineF(x, rect.y(), x, middle))
        if below:
            painter.drawLine(QLineF(x, middle, x, rect.bottom() + 1))

    def _circle(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        missed = entry.record.outcome != REACHED
        centre = QPointF(rect.x() + self._view.place("spine"), rect.y() + tokens.px(PAD + TITLE / 2))
        painter.setPen(QPen(tokens.colour("over" if missed else "grid"), 1.6))
        painter.setBrush(tokens.colour("overT" if missed else "surface"))
        half = tokens.px(CIRCLE) / 2
        painter.drawEllipse(centre, half, half)
        side = icons.side(ICON)
        token = "over" if missed else "ink2"
        icons.draw(painter, entry.icon, centre.x() - side / 2, centre.y() - side / 2, token, ICON)

    def _words(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        view, missed = self._view, entry.record.outcome != REACHED
        middle = rect.y() + tokens.px(PAD + TITLE / 2)
        x, right = rect.x() + view.place("text"), rect.right() - tokens.px(14)
        paint.text(painter, rect.x() + view.place("date"), middle, entry.day, size=tokens.SECOND, token="ink2",
                   width=view.place("spine") - view.place("date") - tokens.px(CIRCLE / 2 + 2))
        staff = fonts.width(entry.staff, tokens.HINT)
        paint.text(painter, right, middle, entry.staff, size=tokens.HINT, token="ink2", right=True)
        room = right - staff - x - 10
        token = "over" if missed else "ink"
        wide = paint.text(painter, x, middle, entry.title, weight=600, token=token, width=room)
        if room - wide > 20:
            paint.text(painter, x + wide + 10, middle, entry.detail, width=room - wide - 10)
        y = rect.y() + tokens.px(PAD + TITLE + LINE / 2)
        for line in self._lines(entry.said):
            paint.text(painter, x, y, line, size=tokens.SECOND, token="ink2", width=view.room() + 2)
            y += tokens.px(LINE)
        if entry.follow_up:
            marks.draw(painter, entry.mark, x - 2, y)
            look = marks.KINDS[entry.mark]
            paint.text(painter, x + marks.room() - 2, y, entry.follow_up, size=tokens.SECOND, token=look.token,
                       weight=look.weight, width=view.room() - marks.room())


class TimelineView(QListView):
    """`opened` with the id of a record; PgUp and PgDn are given away, they go to the next child."""

    opened = Signal(int)
    printed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TimelineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(TimelineDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("list", "plain")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(tokens.px(40))
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self._empty = ""
        self._heights: list[int] = []
        self._heights_for: tuple[int, float, int] | None = None

    def show_lines(
        self, lines: Sequence[Line], worded: Callable[[CareRecord], Entry], child_id: int, empty: str
    ) -> None:
        """Show these; what was current stays so if it is still there, and so does the place."""
        here, place = self.current(), self.verticalScrollBar().value()
        self._empty, self._heights, self._heights_for = empty, [], None
        self.lines.show(lines, worded, child_id)
        if here:
            self.go_to(here)
            self.verticalScrollBar().setValue(place)

    def current(self) -> int:
        """The id of the record with the cursor; 0 for none."""
        index = self.currentIndex()
        line = self.lines.line(index.row()) if index.isValid() else None
        return line.id if isinstance(line, CareRecord) else 0

    def go_to(self, record_id: int) -> None:
        """Put the cursor on a record, if it is listed."""
        for row in range(self.lines.rowCount()):
            line = self.lines.line(row)
            if isinstance(line, CareRecord) and line.id == record_id:
                self.setCurrentIndex(self.lines.index(row))
                return

    def height_of(self, row: int) -> int:
        """The height of one line; the view's width is not asked for again for each of thousands."""
        return self._heights[row] if row < len(self._heights) else self.heights()[row]

    def heights(self) -> list[int]:
        """Of every line; without the words of those that are not seen yet."""
        wanted = (self.room(), tokens.scale(), self.lines.rowCount())
        if self._heights_for != wanted:
            self._heights_for = wanted
            room, scale, child_id = self.room(), tokens.scale(), self.lines.child_id
            term, by_rows = tokens.px(TERM), [tokens.px(TITLE + LINE * max(1, rows) + 2 * PAD) for rows in range(7)]
            self._heights = []
            for line in self.lines.all():
                if isinstance(line, TermMark):
                    self._heights.append(term)
                    continue
                said = words.said(line, child_id)
                rows = len(broken(said, room, scale)) if said else 0
                self._heights.append(by_rows[rows + (line.follow_up is not None)])
        return self._heights

    def place(self, what: str) -> int:
        """Where day, spine and words stand, from the left."""
        narrow = self.viewport().width() < tokens.px(NARROW_BELOW)
        wide = {"date": DATE, "spine": SPINE, "text": TEXT}
        tight = {"date": NARROW_DATE, "spine": NARROW_SPINE, "text": NARROW_TEXT}
        return tokens.px((tight if narrow else wide)[what])

    def room(self) -> int:
        """How wide a line of what was said may be."""
        return max(60, self.viewport().width() - self.place("text") - tokens.px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(self.currentIndex().data()))
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        line = self.lines.line(row) if row >= 0 else None
        if isinstance(line, CareRecord):
            self.opened.emit(line.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.lines.rowCount():
            # Before Qt makes the first line current without selecting it.
            first = 0 if self.lines.entry(0) is not None else 1
            self.setCurrentIndex(self.lines.index(first))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heights()
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.lines.rowCount():
            with paint.painting(self.viewport()) as painter:
                if self.hasFocus():
                    paint.box(painter, QRectF(self.viewport().rect()), "", "accent", line=1.5)
                paint.text(painter, self.place("date"), 28, self._empty, size=tokens.SECOND, token="ink2",
                           width=self.viewport().width() - 2 * self.place("date"))


@lru_cache(maxsize=4096)
def _width(character: str, _scale: float) -> float:
    return fonts.width(character, tokens.SECOND)


@lru_cache(maxsize=8192)
def broken(text: str, room: int, scale: float) -> list[str]:
    """The text in lines of so many px, the last of at most four ending in an ellipsis where there is more."""
    lines, line, used = [], "", 0.0
    for character in text.replace("\n", " "):
        wide = _width(character, scale)
        if line and used + wide > room and character not in "，。；、！？）”":
            lines.append(line)
            line, used = "", 0.0
            if len(lines) == MOST_LINES:
                lines[-1] = lines[-1][:-1] + "…"
                return lines
        line += character
        used += wide
    return [*lines, line]
