"""Choose what to print by a small picture of the sheet: a row of real buttons of which exactly one holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.paper.kinds import Kind
from ui.pieces import paint
from ui.pieces.segments import Segment, Segments

SHEET_WIDE, SHEET_HIGH = 30, 42
ACROSS = 3


class KindButton(QAbstractButton):
    """A sheet divided as it will be printed, its name beneath."""

    def __init__(self, kind: Kind, owner: "KindChoice") -> None:
        super().__init__(owner)
        self.kind = kind
        self._owner = owner
        self.setCheckable(True)
        self.due = 0
        self.show_due(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_due(self, due: int) -> None:
        """How many of these have changed since they were printed."""
        self.due = due
        self.setAccessibleName(self.tr("{0}，{1} 人要重打").format(self.kind.title, due) if due else self.kind.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.kind.title, tokens.SECOND, 600)) + 8, SHEET_HIGH + tokens.px(22) + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: ACROSS, Qt.Key.Key_Up: -ACROSS}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._owner.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect, on = QRectF(self.rect()), self.isChecked()
            if on:
                paint.box(painter, rect, "accentT", "accent", line=2.0 if self.hasFocus() else 1.5)
                if self.hasFocus():
                    paint.box(painter, rect.adjusted(3, 3, -3, -3), "", "accent", line=1.0, radius=2)
            elif self.underMouse() or self.hasFocus():
                paint.box(painter, rect, "hov", "accent" if self.hasFocus() else "")
            left = round(rect.center().x() - SHEET_WIDE / 2)
            self._sheet(painter, QRectF(left, 7, SHEET_WIDE, SHEET_HIGH))
            weight, ink = (600, "accent") if on else (400, "ink")
            wide = fonts.width(self.kind.title, tokens.SECOND, weight)
            middle = 6 + SHEET_HIGH + (rect.height() - 6 - SHEET_HIGH) / 2
            paint.text(painter, rect.center().x() - wide / 2, middle, self.kind.title, size=tokens.SECOND,
                       weight=weight, token=ink)
            if self.due:
                self._badge(painter, left + SHEET_WIDE)

    def _badge(self, painter: QPainter, left: float) -> None:
        words = str(self.due)
        wide = max(18.0, fonts.width(words, tokens.HINT, 600) + 8)
        paint.box(painter, QRectF(left - 5, 4, wide, 18), "soonT", "soonL", radius=9)
        across = fonts.width(words, tokens.HINT, 600)
        paint.text(painter, left - 5 + (wide - across) / 2, 13, words, size=tokens.HINT, weight=600, token="soon")

    def _sheet(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(sheet, tokens.colour("surface"))
        painter.setPen(tokens.colour("edge"))
        painter.drawRect(sheet)
        drawn = {"cards": self._cuts, "grid": self._grid, "names": self._names, "pairs": self._pairs}
        drawn[self.kind.drawn](painter, sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _cuts(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(QPen(tokens.colour("edge"), 1, Qt.PenStyle.DashLine))
        wide, high = sheet.width() / self.kind.columns, sheet.height() / self.kind.rows
        for column in range(1, self.kind.columns):
            x = sheet.left() + column * wide
            painter.drawLine(QPointF(x, sheet.top()), QPointF(x, sheet.bottom()))
        for row in range(1, self.kind.rows):
            y = sheet.top() + row * high
            painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y))

    def _grid(self, painter: QPainter, sheet: QRectF) -> None:
        inside = sheet.adjusted(4, 8, -4, -5)
        painter.drawRect(inside)
        for part in range(1, 5):
            y = inside.top() + round(inside.height() * part / 5)
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
        painter.drawLine(QPointF(inside.left() + 6, inside.top()), QPointF(inside.left() + 6, inside.bottom()))

    def _pairs(self, painter: QPainter, sheet: QRectF) -> None:
        for row in range(5):
            y = sheet.top() + 8 + 7 * row
            painter.drawRect(QRectF(sheet.left() + 4, y - 2, 4, 4))
            painter.drawLine(QPointF(sheet.left() + 10, y), QPointF(sheet.left() + 15, y))
            painter.drawLine(QPointF(sheet.left() + 18, y), QPointF(sheet.right() - 4, y))

    def _names(self, painter: QPainter, sheet: QRectF) -> None:
        painter.drawLine(QPointF(sheet.left() + 9, sheet.top() + 5), QPointF(sheet.right() - 9, sheet.top() + 5))
        for row in range(6):
            y = sheet.top() + 11 + 5 * row
            for x in (sheet.left() + 5, sheet.left() + 17):
                painter.drawLine(QPointF(x, y), QPointF(x + 8, y))


class KindChoice(QWidget):
    """One group of kinds at a time; whoever shows it puts `groups` above it. Tab reaches the chosen kind, arrows choose
    another, over the end of the group too. Another group comes with the kind that was chosen in it last."""

    chosen = Signal(str)
    """The key of the kind the person chose."""

    def __init__(
        self, kinds: Sequence[Kind], groups: Mapping[str, str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, KindButton] = {}
        # A widget of its own beside this one: Tab would skip it inside, for this hands its focus on to a kind.
        self.groups = Segments([Segment(key, words) for key, words in groups.items()], name=self.tr("哪一类"))
        self._last: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for kind in kinds:
            button = self._buttons[kind.key] = KindButton(kind, self)
            self._group.addButton(button)
            place = sum(one.kind.group == kind.group for one in self._buttons.values()) - 1
            grid.addWidget(button, place // ACROSS, place % ACROSS)
            button.clicked.connect(lambda _on=False, key=kind.key: self._choose(key))
            self._last.setdefault(kind.group, kind.key)
        for across in range(ACROSS):
            grid.setColumnStretch(across, 1)
        self.groups.chosen.connect(lambda group: self._choose(self._last[group]))
        self.set_current(kinds[0].key)

    def current(self) -> str:
        """The key of the chosen kind."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_current(self, key: str) -> None:
        """Choose without a signal. Raises KeyError."""
        self._buttons[key].setChecked(True)
        group = self._buttons[key].kind.group
        self._last[group] = key
        self.groups.set_current(group)
        for other, button in self._buttons.items():
            button.setVisible(button.kind.group == group)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[key])

    def show_due(self, counts: Mapping[str, int]) -> None:
        """Beside each picture, how many have changed since they were printed."""
        for key, button in self._buttons.items():
            button.show_due(counts.get(key, 0))

    def button(self, key: str) -> KindButton:
        """The button of a kind. Raises KeyError."""
        return self._buttons[key]

    def move_by(self, step: int) -> None:
        """Choose another one; stays at the ends."""
        keys = list(self._buttons)
        place = keys.index(self.current()) + step
        if 0 <= place < len(keys):
            self._choose(keys[place])
            self._buttons[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
