"""The week as a strip of days: what was missed, is to do, was done; a click shows it in the list."""

import itertools
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.today import DayCount
from app.today_groups import DID, MISSED, TO_DO
from ui import fonts, tokens
from ui.pieces import marks, paint
from ui.today.words import weekday

HIGH, SIDES = 58, 13
DAYS = 7
GAP = 14
"""px between two counts of a day."""
WORDS, MARKS, FEW = range(3)
"""How much a day says: marks with their words; marks alone; where seven days have little room, closer together and of
what was done only today's."""
CLOSE = 6
"""px at the sides of a day that says little."""


class DayCell(QAbstractButton):
    """One day of the strip; a real checkable button to keyboard and screen reader."""

    def __init__(self, owner: "WeekStrip") -> None:
        super().__init__(owner)
        self._owner = owner
        self.count = DayCount(date.min, False)
        self._today = date.min
        self._spots: list[tuple[QRectF, str]] = []
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._over = ""
        self.says = WORDS

    def show_day(self, count: DayCount, today: date) -> None:
        """Show another day, or other numbers."""
        self.count, self._today = count, today
        told = "，".join(f"{word} {number}" for _part, _mark, word, number in self.parts(WORDS))
        self.setAccessibleName(f"{self._title()}，{told or self.tr('没有')}")
        self.setToolTip(self.accessibleName())
        self.update()

    def parts(self, says: int) -> list[tuple[str, str, str, int]]:
        """(part, mark, word, number) of what the day has and, saying so much, shows."""
        one = self.count
        ahead = "today" if one.day == self._today else "wait"
        every = (
            (MISSED, "over", self.tr("没做"), one.missed), (TO_DO, ahead, self.tr("待办"), one.to_do),
            (DID, "done", self.tr("已做"), one.done),
        )  # fmt: skip
        quiet = says == FEW and one.day != self._today
        return [part for part in every if part[3] and not (quiet and part[0] == DID)]

    def _title(self) -> str:
        mine = self.tr("今天") if self.count.day == self._today else "" if self.count.is_school_day else self.tr("休息")
        return f"{weekday(self.count.day)} {self.count.day.day} {mine}".strip()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(120), tokens.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.needs(FEW), tokens.px(HIGH))

    def needs(self, says: int) -> int:
        """How wide the day must be to say so much."""
        counts = -float(GAP)
        for _part, _mark, word, number in self.parts(says):
            counts += GAP + marks.room() + (fonts.width(word, tokens.BODY) + 5 if says == WORDS else 0)
            counts += fonts.width(str(number), tokens.NAME, 600)
        title = fonts.width(self._title(), tokens.SECOND, 600)
        return round(max(counts, title) + 2 * (CLOSE if says == FEW else SIDES))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect, on = QRectF(self.rect()), self.isChecked()
            if on:
                paint.box(painter, rect, "accentT", "accent", line=2.0 if self.hasFocus() else 1.5)
            elif self.underMouse():
                paint.box(painter, rect.adjusted(2, 2, -2, -2), "hov")
            if self.hasFocus():
                paint.box(painter, rect.adjusted(4, 4, -4, -4), "", "accent", line=1.0, radius=2)
            top, low = rect.height() * 0.33, rect.height() * 0.71
            ink = "accent" if on else "ink2" if self.count.is_school_day else "ink3"
            sides = CLOSE if self.says == FEW else SIDES
            room = rect.width() - 2 * sides + 6
            paint.text(painter, sides, top, self._title(), size=tokens.SECOND, weight=600 if on else 400, token=ink,
                       width=room)  # fmt: skip
            self._paint_parts(painter, float(sides), low)

    def _paint_parts(self, painter: QPainter, x: float, middle: float) -> None:
        self._spots = []
        for part, mark, word, number in self.parts(self.says):
            left = x
            marks.draw(painter, mark, x, middle)
            x += marks.room()
            if self.says == WORDS:
                look = marks.KINDS[mark]
                x += paint.text(painter, x, middle, word, token=look.token if mark == "over" else "ink2") + 5
            wide = paint.text(painter, x, middle, str(number), size=tokens.NAME, weight=600, token="accent")
            paint.underline(painter, x, middle + tokens.px(10), wide, solid=self._over == part)
            x += wide
            self._spots.append((QRectF(left, middle - tokens.px(13), x - left, tokens.px(26)), part))
            x += GAP
        if not self._spots and self.count.done:
            marks.draw(painter, "done", x, middle)
        elif not self._spots:
            paint.text(painter, x, middle, "—", token="ink3")

    def part_at(self, x: float, y: float) -> str:
        """The count under the pointer, "" for none."""
        return next((part for rect, part in self._spots if rect.contains(QPointF(x, y))), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.part_at(event.position().x(), event.position().y())
        if over != self._over:
            self._over = over
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().x(), event.position().y())
        self._owner.part_hit = part if self.rect().contains(event.position().toPoint()) else ""
        super().mouseReleaseEvent(event)
        self._owner.part_hit = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._owner.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class WeekStrip(QWidget):
    """The days side by side, one of them chosen."""

    chosen = Signal(object, str)
    """(date, one of MISSED, TO_DO, DID or "" for all of the day)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part_hit = ""
        self.setAccessibleName(self.tr("这一周"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        # None is chosen while the list shows what is due later.
        self._group.setExclusive(False)
        self.cells = [DayCell(self) for _day in range(DAYS)]
        for cell in self.cells:
            self._group.addButton(cell)
            cell.clicked.connect(lambda _on=False, cell=cell: self._choose(cell))

    def show_days(self, days: Sequence[DayCount], today: date, current: date) -> None:
        """Show these days; `current` is the one whose items are listed."""
        for place, cell in enumerate(self.cells):
            cell.setHidden(place >= len(days))
            if place < len(days):
                cell.show_day(days[place], today)
        self.mark(current)
        self._share()
        self.updateGeometry()
        self.update()

    def _share(self) -> None:
        """Each day gets what it has to say, and its part of what is left; where there is too little room, all say
        less."""
        shown = self.shown()
        says = next((most for most in (WORDS, MARKS) if self._needs(most) <= self.width()), FEW)
        needs = [cell.needs(says) for cell in shown]
        spare, left = max(0, self.width() - sum(needs)) / max(1, len(shown)), 0.0
        for cell, need in zip(shown, needs, strict=True):
            cell.says = says
            cell.setGeometry(round(left), 0, round(left + need + spare) - round(left), tokens.px(HIGH))
            left += need + spare
            cell.update()

    def sizeHint(self) -> QSize:
        return QSize(self._needs(WORDS), tokens.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needs(FEW), tokens.px(HIGH))

    def _needs(self, says: int) -> int:
        return sum(cell.needs(says) for cell in self.shown())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def mark(self, day: date) -> None:
        """Show which day is listed."""
        shown = self.shown()
        first = next((cell for cell in shown if cell.count.day == day), shown[0] if shown else None)
        for cell in shown:
            cell.setChecked(cell.count.day == day)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is first else Qt.FocusPolicy.ClickFocus)

    def shown(self) -> list[DayCell]:
        """The cells that stand for a day now."""
        return [cell for cell in self.cells if not cell.isHidden()]

    def cell(self, day: date) -> DayCell:
        """The cell of a day. Raises StopIteration."""
        return next(cell for cell in self.shown() if cell.count.day == day)

    def move_by(self, step: int) -> None:
        """Choose the day beside, round the end."""
        shown = self.shown()
        place = next((n for n, cell in enumerate(shown) if cell.isChecked()), 0)
        cell = shown[(place + step) % len(shown)]
        self._choose(cell)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, cell: DayCell) -> None:
        part = self.part_hit
        self.mark(cell.count.day)
        self.chosen.emit(cell.count.day, part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "line", radius=tokens.PANEL_RADIUS)
            for left, right in itertools.pairwise(self.shown()):
                if not left.isChecked() and not right.isChecked():
                    paint.fill(painter, QRectF(right.x(), self.height() * 0.2, 1, self.height() * 0.6), "line")
