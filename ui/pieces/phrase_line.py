"""A line that offers what was written before: ↓ goes into the list, Enter takes what is chosen there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.sounds import is_heard
from ui import fonts, tokens
from ui.pieces import paint
from ui.pieces.editors import LineEdit

MOST = 6
LINE = 28
WIDEST = 420


class PhraseLine(LineEdit):
    """Give it `phrases`, the most used first. What somebody types is never changed unless a phrase was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrases: Sequence[str] = ()
        self._list: PhraseList | None = None
        self.textEdited.connect(lambda text: self._offer(text) if text.strip() else self.close_list())

    def offered(self) -> list[str]:
        """What the list shows now."""
        return list(self._list.lines) if self._list is not None and self._list.isVisible() else []

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list: the keys that move in it, and those that take or close it."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not self.offered():
                self._offer(self.text())
            return self._list is not None and self._list.step(1 if key == Qt.Key.Key_Down else -1)
        if not self.offered() or self._list is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self._list.chosen >= 0:
            self.take(self._list.lines[self._list.chosen])
            return key != Qt.Key.Key_Tab
        return False

    def take(self, phrase: str) -> None:
        """Write the phrase in place of what was typed."""
        self.setText(phrase)
        self.setModified(True)
        self.textEdited.emit(phrase)
        self.close_list()

    def close_list(self) -> None:
        """Put the list away."""
        if self._list is not None:
            self._list.hide()

    def keeps_escape(self) -> bool:
        return bool(self.offered()) or super().keeps_escape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.takes(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def _offer(self, text: str) -> None:
        wanted = text.strip().lower()
        found = [one for one in self.phrases if one != text.strip() and is_heard(one, wanted)]
        if not found:
            self.close_list()
            return
        if self._list is None:
            self._list = PhraseList(self.window())
            self._list.picked.connect(self.take)
            self.destroyed.connect(self._list.deleteLater)
        self._list.show_lines(found[:MOST], self)


class PhraseList(QWidget):
    """The phrases under the line, over whatever lies there; it never takes the focus."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[str] = []
        self.chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    def show_lines(self, lines: Sequence[str], under: QWidget) -> None:
        """Show these beneath the widget, or above it where there is no room below."""
        self.lines, self.chosen = list(lines), -1
        self._speak()
        widest = max(fonts.width(line) for line in lines) + 28
        size = QSize(max(under.width(), min(tokens.px(WIDEST), round(widest))), tokens.px(LINE) * len(lines) + 8)
        window = self.parentWidget()
        at = under.mapTo(window, QPoint(0, under.height() + 1)) if window is not None else QPoint()
        if window is not None and at.y() + size.height() > window.height():
            at = under.mapTo(window, QPoint(0, -size.height() - 1))
        if window is not None:
            at.setX(max(0, min(at.x(), window.width() - size.width())))
        self.setGeometry(at.x(), at.y(), size.width(), size.height())
        self.show()
        self.raise_()
        self.update()

    def step(self, by: int) -> bool:
        """Choose the next line or the one before; from the first upwards none. False if there is nothing."""
        if not self.isVisible():
            return False
        self.chosen = max(-1, min(len(self.lines) - 1, self.chosen + by))
        self._speak()
        self.update()
        return True

    def _speak(self) -> None:
        chosen = self.lines[self.chosen] if self.chosen >= 0 else ""
        self.setAccessibleName(chosen or self.tr("写过的 {0} 句").format(len(self.lines)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.chosen = self._at(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event)) >= 0:
            self.picked.emit(self.lines[place])

    def _at(self, event: QMouseEvent) -> int:
        place = int(event.position().y() - 4) // tokens.px(LINE)
        return place if 0 <= place < len(self.lines) else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.box(painter, QRectF(self.rect()), "surface", "accent", radius=2)
            for place, line in enumerate(self.lines):
                area = QRectF(2, 4 + place * tokens.px(LINE), self.width() - 4, tokens.px(LINE))
                if place == self.chosen:
                    paint.fill(painter, area, "accentT")
                    paint.fill(painter, QRectF(area.x(), area.y(), 3, area.height()), "accent")
                paint.text(painter, area.x() + 10, area.center().y(), line, width=area.width() - 16)
