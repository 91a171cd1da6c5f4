"""The line icons, drawn in a token colour and cached."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import FOLDER
from ui import tokens

SIZE = 18
"""px at 100 %; every size here grows with the text."""


def side(size: int = SIZE) -> int:
    """How large an icon is painted, in logical px."""
    return tokens.px(size)


def pixmap(name: str, token: str = "ink2", size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """An icon of resources/icons in a token colour of the running theme. Raises OSError."""
    return _pixmap(name, tokens.colours()[token], side(size), ratio)


def icon(name: str, token: str = "ink2", size: int = SIZE) -> QIcon:
    """The same as a QIcon, for standard widgets."""
    return QIcon(pixmap(name, token, size))


def draw(painter: QPainter, name: str, x: float, y: float, token: str = "ink2", size: int = SIZE) -> None:
    """Paint an icon with its top left corner at (x, y)."""
    ratio = max(2.0, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(x, y), pixmap(name, token, size, ratio))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = _source(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
