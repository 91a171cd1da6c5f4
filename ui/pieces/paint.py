"""Painting without surprises: a guarded painter, and text set on hand-drawn baselines."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPainter, QPen

from ui import fonts, tokens

_log = logging.getLogger(__name__)
ELIDE = Qt.TextElideMode.ElideRight


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on a widget that is always ended: an exception while painting is logged, for Qt would crash on it."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    except Exception:
        _log.exception("painting %s", type(device).__name__)
    finally:
        painter.end()


@contextmanager
def guarded(painter: QPainter, what: str) -> Iterator[None]:
    """The same for a delegate, whose painter belongs to the view: its state is put back."""
    painter.save()
    try:
        yield
    except Exception:
        _log.exception("painting %s", what)
    finally:
        painter.restore()


def text(
    painter: QPainter, x: float, middle: float, value: str, *, size: float = tokens.BODY, weight: int = 400,
    token: str = "ink", width: float = 0.0, right: bool = False,
) -> float:  # fmt: skip
    """Set one line with its optical middle at `middle`, elided to `width` (0 = never). Returns how wide it became.

    With `right` the line ends at x. Noto's own line height (1.45) makes rows too tall, so the baseline is set by hand.
    """
    font = fonts.text(size, weight)
    metrics = QFontMetricsF(font)
    if width > 0:
        value = metrics.elidedText(value, Qt.TextElideMode.ElideRight, width)
    advance = metrics.horizontalAdvance(value)
    painter.setFont(font)
    painter.setPen(tokens.colour(token))
    painter.drawText(QPointF(x - advance if right else x, middle + 0.36 * font.pixelSize()), value)
    return advance


def nothing(painter: QPainter, area: QRectF, said: str, *, framed: bool) -> None:
    """What an empty list says in its middle, on as many lines as it needs; `framed` shows that it has the focus."""
    if framed:
        box(painter, area, "", "accent", line=1.5)
    painter.setFont(fonts.text(tokens.BODY))
    painter.setPen(tokens.colour("ink2"))
    inside = area.adjusted(14, min(34.0, area.height() / 4), -14, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, said)


def fill(painter: QPainter, rect: QRectF, token: str) -> None:
    """Fill an opaque rectangle without antialiasing, so that neighbours leave no seam at 125 and 150 %."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect, tokens.colour(token))
    painter.restore()


def box(
    painter: QPainter, rect: QRectF, ground: str = "", border: str = "", *, line: float = 1.0, radius: float = 4.0
) -> None:
    """A rounded box whose border lies inside `rect`."""
    half = line / 2 if border else 0.0
    painter.setPen(QPen(tokens.colour(border), line) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(tokens.colour(ground) if ground else QColor(0, 0, 0, 0))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def rule(painter: QPainter, x: float, y: float, length: float, token: str = "line") -> None:
    """A crisp horizontal hairline."""
    fill(painter, QRectF(x, y, length, 1), token)


def underline(painter: QPainter, x: float, y: float, length: float, token: str = "accent", solid: bool = False) -> None:
    """The line under something clickable: dotted, solid under the pointer."""
    pen = QPen(tokens.colour(token), 1.2)
    if not solid:
        pen.setDashPattern([1.8, 1.6])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + length, y))
