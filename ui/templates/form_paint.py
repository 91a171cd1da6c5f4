"""Draws the cells of a form: its own text quiet, facts as green chips, what was not understood dashed."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts, tokens
from ui.pieces import paint
from ui.templates.form_model import FormModel, Piece

SIZE = tokens.HINT
_PAD = 4
_CHIP = 5
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Part:
    """A piece, or as much of it as goes on one line."""

    text: str
    kind: str
    width: float


class FormDelegate(QStyledItemDelegate):
    """The one painter of the form."""

    current: tuple[int, int] = (-1, -1)
    """Top left corner of the cell in work."""
    focused = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FormModel):
            return
        cell = model.cell(index)
        rect = QRectF(option.rect)
        with paint.guarded(painter, "form"):
            waits = model.waits(cell)
            paint.fill(painter, rect, "hov" if waits else "surface")
            if cell.framed:
                _frame(painter, rect, model.edges(cell))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(rect)
            pieces = [] if waits and cell.blank else model.pieces(cell)
            _pieces(painter, rect, pieces, cell.align, 600 if cell.bold else 400)
            if (cell.row, cell.col) == self.current:
                painter.setClipping(False)
                width = 2.0 if self.focused else 1.5
                painter.setPen(QPen(tokens.colour("accent"), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _frame(painter: QPainter, rect: QRectF, edges: tuple[bool, bool]) -> None:
    """Lines at the right and below; those at the left and above are the neighbours', where there are any."""
    left, top = edges
    paint.fill(painter, QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), "edge")
    paint.fill(painter, QRectF(rect.right() - 1, rect.y(), 1, rect.height()), "edge")
    if left:
        paint.fill(painter, QRectF(rect.x(), rect.y(), 1, rect.height()), "edge")
    if top:
        paint.fill(painter, QRectF(rect.x(), rect.y(), rect.width(), 1), "edge")


def _pieces(painter: QPainter, rect: QRectF, pieces: list[Piece], align: str, weight: int) -> None:
    """Lines of text and chips in the middle of the cell; what does not fit is cut at its end."""
    room = rect.width() - 2 * _PAD
    lines = _lines(pieces, room, weight)
    step = tokens.px(19)
    most = max(1, int(rect.height() // step))
    lines = lines[:most]
    middle = rect.center().y() - (len(lines) - 1) * step / 2
    for line in lines:
        wide = sum(part.width for part in line)
        centred = align == "center" or (not align and len(line) == 1 and line[0].kind != "")
        x = rect.x() + _PAD
        if centred:
            x = max(x, rect.center().x() - wide / 2)
        elif align == "right":
            x = max(x, rect.right() - _PAD - wide)
        for part in line:
            left = rect.right() - _PAD - x
            if part.kind:
                _chip(painter, x, middle, part, min(part.width, left))
            else:
                paint.text(painter, x, middle, part.text, size=SIZE, weight=weight, token="ink2", width=left)
            x += part.width
        middle += step


def _chip(painter: QPainter, x: float, middle: float, part: _Part, width: float) -> None:
    box = QRectF(x, middle - tokens.px(9), width, tokens.px(18))
    if part.kind == "open":
        pen = QPen(tokens.colour("soon"), 1.2)
        pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.setBrush(tokens.colour("soonT"))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    else:
        paint.box(painter, box, "accentT", "accentL", radius=3)
    token = "soon" if part.kind == "open" else "accent"
    paint.text(painter, x + _CHIP, middle, part.text, size=SIZE, weight=600, token=token, width=width - 2 * _CHIP)


def _lines(pieces: list[Piece], room: float, weight: int) -> list[list[_Part]]:
    lines: list[list[_Part]] = [[]]
    used = 0.0
    for piece in pieces:
        if piece.kind:
            wide = fonts.width(piece.text, SIZE, 600) + 2 * _CHIP
            if used and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(_Part(piece.text, piece.kind, wide))
            used += wide
            continue
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
                used = 0.0
            used = _flow(lines, text, used, room, weight)
    return [line for line in lines if line]


def _flow(lines: list[list[_Part]], text: str, used: float, room: float, weight: int) -> float:
    """Set a text after what stands on the last line, broken where it must be. Returns how full the line is then."""
    while text:
        fits = len(text)
        if used + fonts.width(text, SIZE, weight) > room:
            shorter = range(len(text) - 1, 0, -1)
            fits = next((n for n in shorter if used + fonts.width(text[:n], SIZE, weight) <= room), 0)
        if not fits and used:
            lines.append([])
            used = 0.0
            continue
        fits = max(1, fits)
        wide = fonts.width(text[:fits], SIZE, weight)
        lines[-1].append(_Part(text[:fits], "", wide))
        used += wide
        text = text[fits:]
        if text:
            lines.append([])
            used = 0.0
    return used
