"""The 田字格: a person's picture is the surname, or the whole name where one child is the subject."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import paint

FILL = 0.72
"""Height of the character by that of its cell."""


def characters(name: str) -> list[str]:
    """What stands in the cells of a whole name; separators take no cell of their own."""
    return [letter for letter in name if letter not in "·•・. \u3000"]


def draw(
    painter: QPainter,
    x: float,
    y: float,
    letters: str,
    size: int = tokens.CELL_LIST,
    *,
    ink: str = "ink",
    line: str = "grid",
    ground: str = "gridT",
    cells: int = 0,
) -> float:
    """Paint a row of cells from the top left (x, y); returns its width in px. More `cells` than letters stay empty."""
    count = max(cells, len(letters), 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if ground:
        painter.fillRect(QRectF(x, y, count * size, size), tokens.colour(ground))
    colour = tokens.colour(line)
    dashed = QPen(colour, 1, Qt.PenStyle.CustomDashLine)
    dashed.setDashPattern([2, 2])
    dashed.setCosmetic(True)
    painter.setPen(dashed)
    middle = round(size / 2)
    painter.drawLine(QLineF(x, y + middle, x + count * size - 1, y + middle))
    for index in range(count):
        left = x + index * size
        painter.drawLine(QLineF(left + middle, y, left + middle, y + size - 1))
    painter.setPen(QPen(colour, 1))
    painter.drawRect(QRectF(x, y, count * size - 1, size - 1))
    for index in range(1, count):
        painter.drawLine(QLineF(x + index * size, y, x + index * size, y + size - 1))
    painter.restore()
    font = fonts.kai(size * FILL)
    painter.setFont(font)
    painter.setPen(tokens.colour(ink))
    for index, letter in enumerate(letters):
        _letter(painter, font, letter, QRectF(x + index * size, y, size, size))
    return float(count * size)


def _letter(painter: QPainter, font: QFont, letter: str, cell: QRectF) -> None:
    metrics = QFontMetricsF(font)
    x = cell.center().x() - metrics.horizontalAdvance(letter) / 2
    painter.drawText(QPointF(x, cell.center().y() + 0.36 * font.pixelSize()), letter)


class NameCell(QWidget):
    """The cells as a widget, `size` px at 100 %: `whole` for the name of the one child a page is about, else one cell.

    Names of more than `most` characters get smaller cells, never fewer characters.
    """

    def __init__(
        self,
        name: str = "",
        size: int = tokens.CELL_HEAD,
        *,
        whole: bool = False,
        most: int = 4,
        tones: tuple[str, str, str] = ("ink", "grid", "gridT"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._whole, self._most, self._tones = tokens.px(size), whole, most, tones
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another name."""
        letters = characters(name)
        self._letters = letters if self._whole else letters[:1]
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = max(1, len(self._letters))
        return QSize(count * self._side(), self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            ink, line, ground = self._tones
            side = self._side()
            top = (self._size - side) // 2
            letters = "".join(self._letters)
            draw(painter, 0, top, letters, side, ink=ink, line=line, ground=ground)

    def _side(self) -> int:
        count = len(self._letters)
        return self._size if count <= self._most else self._size * self._most // count
