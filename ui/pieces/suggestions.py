"""Lines offered under a field while somebody types: arrows move, Enter or a click takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts, tokens
from ui.pieces import name_cell, paint
from ui.pieces.editors import LineEdit, is_escape

TALL, LOW = 42, 32
"""px of a line with a face, and of one without."""
EDGE = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One line. With a `face` its first character stands in a 田字格 before two lines of words."""

    key: object
    text: str
    second: str = ""
    face: str = ""

    def spoken(self) -> str:
        """The line in words."""
        return f"{self.text} {self.second}".strip()


class Suggestions(QWidget):
    """Lies over the window, under its field, which keeps the cursor; goes when the field is left."""

    picked = Signal(object)
    """The key of the line that was taken."""

    def __init__(self, edit: LineEdit, name: str, *, width: int = 0) -> None:
        """`width` in px at 100 %, 0 = as wide as the field."""
        super().__init__(edit)
        self._edit, self._wide = edit, width
        self._offers: list[Offer] = []
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        edit.installEventFilter(self)

    def offers(self) -> list[Offer]:
        """The lines on screen."""
        return list(self._offers) if self.isVisible() else []

    def offer(self, offers: Sequence[Offer], at: int = -1) -> None:
        """Show these lines, the one at `at` current; none puts the list away."""
        self._offers = list(offers)
        self._at = at if at < len(self._offers) else -1
        if not self._offers or not self._edit.isVisible():
            self.shut()
            return
        self._place()
        self._tell()

    def current(self) -> Offer | None:
        """The current line."""
        return self._offers[self._at] if self.isVisible() and self._at >= 0 else None

    def shut(self) -> None:
        """Put the list away."""
        self.hide()
        self._edit.setAccessibleDescription("")

    def step(self, by: int) -> None:
        """Move on or back; above the first line there is none."""
        self._at = max(-1, min(self._at + by, len(self._offers) - 1))
        self._tell()

    def take(self) -> bool:
        """Take the current line; False if there is none."""
        chosen = self.current()
        if chosen is None:
            return False
        self.shut()
        self.picked.emit(chosen.key)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.shut()
        elif self.isVisible() and is_escape(event):
            event.accept()
            return True
        elif self.isVisible() and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        keys = Qt.Key
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: 5, keys.Key_PageUp: -5}
        if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step(steps[keys(event.key())])
            return True
        if event.key() == keys.Key_Escape:
            self.shut()
            return True
        return event.key() in (keys.Key_Return, keys.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        ) and self.take()  # fmt: skip

    def _tell(self) -> None:
        chosen = self.current()
        self._edit.setAccessibleDescription(chosen.spoken() if chosen else "")
        self.update()

    def _place(self) -> None:
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        wide = max(self._edit.width(), tokens.px(self._wide))
        high = sum(self._high(one) for one in self._offers) + 2 * EDGE
        at = self._edit.mapTo(window, QPoint(0, self._edit.height() + 2))
        x = max(0, min(at.x(), window.width() - wide))
        y = at.y() if at.y() + high <= window.height() else max(0, at.y() - high - self._edit.height() - 4)
        self.setGeometry(x, y, min(wide, window.width()), min(high, window.height() - y))
        self.show()
        self.raise_()

    @staticmethod
    def _high(offer: Offer) -> int:
        return tokens.px(TALL if offer.face else LOW)

    def _under(self, point: QPoint) -> int:
        top = EDGE
        for place, one in enumerate(self._offers):
            if top <= point.y() < top + self._high(one):
                return place
            top += self._high(one)
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = self._under(event.position().toPoint())
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = self._under(event.position().toPoint())
        self.take()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "accent", line=1.5)
            top = float(EDGE)
            for place, one in enumerate(self._offers):
                line = QRectF(EDGE, top, self.width() - 2 * EDGE, self._high(one))
                top += line.height()
                if place == self._at:
                    paint.fill(painter, line, "accentT")
                self._draw(painter, line, one)

    @staticmethod
    def _draw(painter: QPainter, line: QRectF, one: Offer) -> None:
        x, middle, room = line.x() + 8, line.center().y(), line.width() - 16
        if not one.face:
            wide = fonts.width(one.second, tokens.HINT) + 10 if one.second else 0
            paint.text(painter, x, middle, one.text, width=room - wide)
            paint.text(painter, line.right() - 8, middle, one.second, size=tokens.HINT, token="ink3", right=True)
            return
        size, step = tokens.px(tokens.CELL_DENSE), tokens.px(9)
        name_cell.draw(painter, round(x), round(middle - size / 2), one.face, size)
        x, room = x + size + 8, room - size - 8
        paint.text(painter, x, middle - step, one.text, weight=600, width=room)
        paint.text(painter, x, middle + step, one.second, size=tokens.HINT, token="ink2", width=room)
