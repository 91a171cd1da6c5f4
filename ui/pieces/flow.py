"""A layout that sets its widgets in lines like words, as many to a line as its width holds."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui import tokens


class Flow(QLayout):
    """Left to right, then the next line; the height follows the width. `wide`: it would rather stand on one line.
    `snug`: what could fill a line by wrapping is no wider than it would like to be, and all stand on one upper edge."""

    def __init__(
        self, parent: QWidget | None = None, *, across: int = tokens.BETWEEN, down: int = 0, wide: bool = False,
        snug: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._across, self._down, self._wide, self._snug = across, down, wide, snug
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        least = self.minimumSize()
        whole = sum(item.sizeHint().width() + self._across for item in self._shown())
        return QSize(whole, least.height()) if self._wide else least

    def minimumSize(self) -> QSize:
        """As narrow as the widest widget."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y = rect.x(), rect.y()
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._shown():
            wanted = item.sizeHint()
            if item.hasHeightForWidth() and not (self._snug and wanted.width() <= rect.width()):
                wanted = QSize(rect.width(), item.heightForWidth(rect.width()))
            if line and x + wanted.width() > rect.right() + 1:
                x, y, line = rect.x(), self._end(line, move) + self._down, []
            line.append((item, QRect(QPoint(x, y), wanted)))
            x += wanted.width() + self._across
        return (self._end(line, move) if line else y) - rect.y()

    def _end(self, line: list[tuple[QLayoutItem, QRect]], move: bool) -> int:
        """Where a line of widgets ends; each stands in its middle."""
        high = max(place.height() for _item, place in line)
        for item, place in line if move else []:
            item.setGeometry(place if self._snug else place.translated(0, (high - place.height()) // 2))
        return line[0][1].y() + high
