"""What the cells of the heat map mean, in a line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, tokens
from ui import heat_words as words
from ui.pieces import call_cell, paint

WIDE, HIGH, GAP, AFTER = 20, 16, 6, 16


class Legend(QWidget):
    """A mark and its word, one after the other; a second line where one is too short."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_for(self, rule: str, call: bool, by: str) -> None:
        """For one rule, or all (""), and what the rows are."""
        self._parts = words.legend(rule, call, by)
        self.setAccessibleName("，".join(said for _mark, said in self._parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = sum(self._wide(*part) for part in self._parts)
        return QSize(round(wide), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, tokens.px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return (self._places(width)[-1][1] + 1) * tokens.px(24) if self._parts else tokens.px(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            for (mark, said), (x, line) in zip(self._parts, self._places(self.width()), strict=True):
                middle = tokens.px(24) * (line + 0.5)
                high = tokens.px(HIGH)
                if mark:
                    call_cell.draw(painter, mark, QRectF(x, round(middle - high / 2), tokens.px(WIDE), high))
                paint.text(painter, x + self._before(mark), middle, said, size=tokens.SECOND, token="ink2")

    def _wide(self, mark: str, said: str) -> float:
        return self._before(mark) + fonts.width(said, tokens.SECOND) + AFTER

    @staticmethod
    def _before(mark: str) -> int:
        return tokens.px(WIDE) + GAP if mark else 0

    def _places(self, width: int) -> list[tuple[float, int]]:
        x, line = 0.0, 0
        found: list[tuple[float, int]] = []
        for part in self._parts:
            if x and x + self._wide(*part) - AFTER > width:
                x, line = 0.0, line + 1
            found.append((x, line))
            x += self._wide(*part)
        return found
