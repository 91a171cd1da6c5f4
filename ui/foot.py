"""The foot of the window: the keys of the page, and the quiet line that says what was just done."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import fonts, icons, tokens
from ui.pieces import paint

STAYS_MS, READS_MS = 4000, 160
"""How long the quiet line stays at least, and for each character of a long one."""
LAST = 5
"""How many lines the tip of the foot still knows."""


class ActionButton(QAbstractButton):
    """An icon that does an action: enabled, named and explained as the action is."""

    def __init__(self, action: QAction, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action, self._icon = action, icon
        self.setFixedSize(tokens.px(26), tokens.px(26))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            lively = self.isEnabled() and (self.underMouse() or self.hasFocus())
            if lively:
                paint.box(painter, QRectF(self.rect()), "accentT", "accent" if self.hasFocus() else "")
            inset = (self.width() - icons.side(16)) / 2
            icons.draw(painter, self._icon, inset, inset, "accent" if self.isEnabled() else "line2", 16)


class KeyFoot(QWidget):
    """Keycaps at the left; at the right the quiet line for four seconds, else where the data lies."""

    def __init__(self, aside: Callable[[], int] = lambda: 0, parent: QWidget | None = None) -> None:
        """`aside` says how wide the panel at the right of the page is, which runs down to the edge of the window."""
        super().__init__(parent)
        self._aside = aside
        self._lines: list[str] = []
        self._keys: list[tuple[str, str]] = []
        self._said = ""
        self._resting = self.tr("所有资料只存在这台电脑里")
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(STAYS_MS)
        self._quiet.timeout.connect(lambda: self.say(""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.undo: ActionButton | None = None

    def offer(self, action: QAction) -> None:
        """Put a small button for undo before the quiet line; it is named as the action is."""
        self.undo = ActionButton(action, "undo-2", self)
        self.place()

    def place(self) -> None:
        """Put things where the page beside leaves room."""
        if self.undo is not None:
            edge = self._edge(self._aside())
            right = edge - self._wide(edge)
            self.undo.move(round(right) - self.undo.width() - 8, (self.height() - self.undo.height()) // 2)
        self.update()

    def _edge(self, aside: int) -> int:
        return self.width() - aside - tokens.GUTTER

    def _wide(self, edge: int) -> float:
        """How wide the quiet line is, which leaves room for the first keys."""
        return min(fonts.width(self._said or self._resting, tokens.HINT), edge * 0.6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """(key, what it does), from left to right; what does not fit is left out."""
        self._keys = list(keys)
        self.setAccessibleDescription("，".join(f"{key} {what}" for key, what in keys))
        self.update()

    def say(self, sentence: str) -> None:
        """Say something quietly for four seconds, longer if it is long; the tip of the foot keeps the last lines."""
        self._said = sentence
        self.setAccessibleName(sentence)
        if sentence:
            self._lines = [*self._lines[1 - LAST :], f"{datetime.now():%H:%M}  {sentence}"]
            self.setToolTip("\n".join(self._lines))
            self._quiet.start(max(STAYS_MS, len(sentence) * READS_MS))
        else:
            self._quiet.stop()
        self.place()
        self.update()

    def said(self) -> str:
        """What the quiet line says now."""
        return self._said

    def sizeHint(self) -> QSize:
        return QSize(400, tokens.px(tokens.FOOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            aside = self._aside()
            paint.fill(painter, QRectF(self.rect()), "paper")
            paint.rule(painter, 0, 0, self.width() - aside)
            if aside:
                beside = QRectF(self.width() - aside, 0, aside, self.height())
                paint.fill(painter, beside, "surface")
                paint.fill(painter, QRectF(beside.x(), 0, 1, self.height()), "line")
            middle = self.height() / 2
            right = self._said or self._resting
            token = "ink" if self._said else "ink3"
            edge = self._edge(aside)
            room = self._wide(edge)
            paint.text(painter, edge, middle, right, size=tokens.HINT, token=token, right=True, width=room + 1)
            x = float(tokens.GUTTER)
            for key, what in self._keys:
                cap = fonts.width(key, tokens.KEYCAP) + 10
                if x + cap + 6 + fonts.width(what, tokens.HINT) > edge - room - tokens.px(26) - 26:
                    break
                paint.box(painter, QRectF(x, middle - tokens.px(9), cap, tokens.px(18)), "surface", "line2", radius=3)
                paint.text(painter, x + 5, middle, key, size=tokens.KEYCAP, token="ink2")
                x += cap + 6
                x += paint.text(painter, x, middle, what, size=tokens.HINT, token="ink2") + 20
