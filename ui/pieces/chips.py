"""The filters that hold, each as a chip that a click or a key takes away."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import fonts, icons, tokens
from ui.pieces import paint
from ui.pieces.button import Button

_CROSS = 14
_SHORTEST = 76


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that holds."""

    key: str
    text: str


class ChipButton(QAbstractButton):
    """The words and a cross; shorter where there is little room. Del and Backspace work like a click."""

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Say something else."""
        self.chip = chip
        self.setAccessibleName(self.tr("去掉筛选：{0}").format(chip.text))
        self.setToolTip(self.tr("去掉“{0}”").format(chip.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.chip.text, tokens.SECOND)) + _CROSS + 24, tokens.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), tokens.px(_SHORTEST)), tokens.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Delete, keys.Key_Backspace):
            self.click()
        elif event.key() in (keys.Key_Left, keys.Key_Right):
            self.focusNextPrevChild(event.key() == keys.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect, lively = QRectF(self.rect()), self.underMouse() or self.hasFocus()
            paint.box(painter, rect, "accentT", "accent" if lively else "accentL", line=1.5 if self.hasFocus() else 1.0)
            room, middle = rect.width() - _CROSS - 22, rect.center().y()
            words = QFontMetricsF(fonts.text(tokens.SECOND)).elidedText(self.chip.text, paint.ELIDE, room)
            paint.text(painter, 9, middle, words, size=tokens.SECOND, token="accent")
            icons.draw(painter, "x", rect.right() - _CROSS - 6, middle - _CROSS / 2, "accent", _CROSS)


class Chips(QWidget):
    """A line of them; hidden while nothing is filtered."""

    dropped = Signal(str)
    """The filter with this key is to go."""
    cleared = Signal()
    kept = Signal()
    """What holds now is to be kept under a name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, ChipButton] = {}
        self.clear = Button(self.tr("清除"), kind="link", height=26, name=self.tr("清除所有筛选"))
        self.keep = Button(self.tr("存下这个筛选…"), kind="link", height=26)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.BETWEEN)
        self._row.addWidget(self.clear)
        self._row.addWidget(self.keep)
        self._row.addStretch(1)
        self.clear.clicked.connect(self.cleared)
        self.keep.clicked.connect(self.kept)
        self.hide()

    def show_chips(self, chips: Sequence[Chip], *, may_keep: bool) -> None:
        """Show these; a chip that was there keeps the focus, of one that is gone its neighbour takes it."""
        if list(self.buttons) != [chip.key for chip in chips]:
            self._build(chips)
        for chip in chips:
            if self.buttons[chip.key].chip != chip:
                self.buttons[chip.key].show_chip(chip)
        self.keep.setVisible(may_keep)
        self.setVisible(bool(chips))

    def _build(self, chips: Sequence[Chip]) -> None:
        before = list(self.buttons.values())
        focused = [place for place, button in enumerate(before) if button.hasFocus()]
        self.buttons = {}
        for place, chip in enumerate(chips):
            button = ChipButton(chip, self)
            button.clicked.connect(lambda _on=False, key=chip.key: self.dropped.emit(key))
            self._row.insertWidget(place, button)
            button.show()
            self.buttons[chip.key] = button
        order: list[QWidget] = [*self.buttons.values(), self.clear, self.keep]
        for left, right in itertools.pairwise(order):
            QWidget.setTabOrder(left, right)
        if focused and self.buttons:
            order[min(focused[0], len(self.buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        for old in before:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
