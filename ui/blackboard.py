"""The blackboard of login and set-up: the sign, the school, and that the data stays here."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts
from ui.pieces import paint
from ui.sign import Sign

CELL = 131


class Blackboard(QWidget):
    """Left part of a page before the window opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._school = ""
        self._what = self.tr("留守儿童关爱工作")
        self._foot = self.tr("资料只存在这台电脑，不上网也能用")
        self.sign = Sign(CELL, thread=True, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(300)

    def show_school(self, school: str) -> None:
        """Name of the school under the sign."""
        self._school = school
        self.setAccessibleName(school)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.sign.sizeHint()
        self.sign.setGeometry((self.width() - size.width()) // 2, self._top(), size.width(), size.height())

    def _top(self) -> int:
        return max(28, min(212, round(self.height() * 0.304)) - (40 if self.height() < 560 else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "rail")
            y = self._top() + CELL + 60.0
            centre = QPointF(self.width() / 2, y)
            rows = ((self._school, 22, 600, "railT", 0.0), (self._what, 15, 400, "railM", 32.0))
            for words, size, weight, token, down in rows:
                wide = min(fonts.width(words, size, weight), self.width() - 32.0)
                paint.text(
                    painter, centre.x() - wide / 2, y + down, words, size=size, weight=weight, token=token,
                    width=self.width() - 32,
                )  # fmt: skip
            wide = fonts.width(self._foot, 13)
            paint.text(painter, centre.x() - wide / 2, self.height() - 40, self._foot, size=13, token="railM")
