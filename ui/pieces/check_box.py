"""The check box of the look: a box with a drawn tick."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import paint
from ui.pieces.cells import BOX, check_box


class CheckBox(QCheckBox):
    """A painted QCheckBox; Space and Enter tick it, Ctrl+Enter is the form's."""

    def __init__(self, words: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setChecked(checked)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.text())) + tokens.px(BOX) + 14, tokens.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            middle = self.height() / 2
            lively = self.underMouse() or self.hasFocus()
            side = tokens.px(BOX)
            if self.hasFocus():
                paint.box(painter, QRectF(0, middle - side / 2 - 3, side + 6, side + 6), "", "accent", line=1.5,
                          radius=5)  # fmt: skip
            check_box(painter, 3, middle - side / 2, self.isChecked(), self.isEnabled(), lively)
            paint.text(painter, side + 12, middle, self.text(), token="ink" if self.isEnabled() else "ink3")
