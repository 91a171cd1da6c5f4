"""Segments: a row of choices of which exactly one holds, each with its count and key."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import paint
from ui.pieces.flow import Flow


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice. `hint` is a key shown behind the label (1, 2, 3)."""

    key: str
    label: str
    count: int | None = None
    hint: str = ""


class SegmentButton(QAbstractButton):
    """One choice of the row, painted; a real checkable button to keyboard and screen reader."""

    def __init__(self, segment: Segment, owner: "Segments") -> None:
        super().__init__(owner)
        self.segment = segment
        self._owner = owner
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_count(segment.count)

    def become(self, segment: Segment) -> None:
        """Stand for another choice."""
        self.segment = segment
        self.show_count(segment.count)

    def show_count(self, count: int | None) -> None:
        """Change the number behind the label."""
        self.count = count
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = fonts.width(self._words(), tokens.BODY, 600) + 24
        if self.segment.hint:
            wide += 6 + fonts.width(self.segment.hint, tokens.HINT)
        return QSize(round(wide), tokens.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            self._owner.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            on = self.isChecked()
            if on:
                paint.box(painter, rect, "accentT", "accent", line=2.0 if self.hasFocus() else 1.5)
                if self.hasFocus():
                    paint.box(painter, rect.adjusted(3, 3, -3, -3), "", "accent", line=1.0, radius=2)
            elif self.underMouse():
                paint.box(painter, rect.adjusted(2, 2, -2, -2), "hov")
            if not on and self.hasFocus():
                paint.box(painter, rect.adjusted(3, 3, -3, -3), "", "accent", line=1.0, radius=2)
            ink = "ink3" if not self.isEnabled() else "accent" if on else "ink"
            words, hint = self._words(), self.segment.hint
            weight = 600 if on else 400
            wide = fonts.width(words, tokens.BODY, weight) + (6 + fonts.width(hint, tokens.HINT) if hint else 0)
            x = rect.center().x() - wide / 2
            x += paint.text(painter, x, rect.center().y(), words, weight=weight, token=ink)
            if hint:
                paint.text(painter, x + 6, rect.center().y(), hint, size=tokens.HINT, token="ink3")

    def _words(self) -> str:
        return self.segment.label if self.count is None else f"{self.segment.label} {self.count}"


class Segments(QWidget):
    """The row, or two where one is too short. Tab reaches the chosen segment, arrows choose the next one."""

    chosen = Signal(str)
    """The key of the segment the person chose."""

    def __init__(
        self, segments: Sequence[Segment], current: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._pool: list[SegmentButton] = []
        self._buttons: dict[str, SegmentButton] = {}
        self._row = Flow(self, across=0, wide=True)
        self.offer(segments, current)

    def offer(self, segments: Sequence[Segment], current: str = "") -> None:
        """Become a row of these choices. Its buttons are used again, so that they keep their place for Tab."""
        for segment in segments[len(self._pool) :]:
            button = SegmentButton(segment, self)
            button.clicked.connect(lambda _checked=False, button=button: self.choose(button.segment.key))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._pool.append(button)
        self._buttons = {segment.key: button for segment, button in zip(segments, self._pool, strict=False)}
        for place, button in enumerate(self._pool):
            if place < len(segments):
                button.become(segments[place])
            button.setHidden(place >= len(segments))
        if segments:
            self.set_current(current or segments[0].key)
        self.updateGeometry()

    def current(self) -> str:
        """The key of the chosen segment."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_current(self, key: str) -> None:
        """Choose without a signal. Raises KeyError."""
        self._buttons[key].setChecked(True)
        for other, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[key])
        self.update()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show new numbers behind the labels."""
        for key, count in counts.items():
            self._buttons[key].show_count(count)
        self.update()

    def button(self, key: str) -> SegmentButton:
        """The button of a segment. Raises KeyError."""
        return self._buttons[key]

    def move_by(self, step: int) -> None:
        """Choose the next or previous segment, round the end."""
        keys = list(self._buttons)
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self.choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "edge" if self.isEnabled() else "line2")
            buttons = list(self._buttons.values())
            for left, right in itertools.pairwise(buttons):
                if not left.isChecked() and not right.isChecked() and left.y() == right.y():
                    top, high = right.y() + right.height() * 0.28, right.height() * 0.44
                    paint.fill(painter, QRectF(right.x(), top, 1, high), "line")

    def choose(self, key: str) -> None:
        """Choose as a person does, with the signal. Raises KeyError."""
        self.set_current(key)
        self.chosen.emit(key)
