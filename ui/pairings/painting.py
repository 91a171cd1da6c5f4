"""How helpers and children are painted in the lists of this page: load squares, names to click, the thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.board import Charge
from ui import fonts, icons, tokens
from ui.pieces import marks, name_cell, paint

PAD, BETWEEN = 10, 14
SQUARE, MOST_SQUARES = 15, 8
MARK = 18
"""px at 100 % that a mark takes before a name."""


def load(painter: QPainter, rect: QRectF, count: int, limit: int, word: str) -> None:
    """Squares for the children a helper has and could have, then 4/5 and a word. Without a limit only the number."""
    x, middle = rect.x() + PAD, rect.center().y()
    side, gap = tokens.px(SQUARE), tokens.px(2)
    squares = max(limit, 0)
    wide = squares * (side + gap)
    if limit and squares <= MOST_SQUARES and wide + tokens.px(56) <= rect.width():
        for place in range(squares):
            box = QRectF(round(x) + place * (side + gap), round(middle - side / 2), side, side)
            if place < count:
                paint.fill(painter, box, "grid")
            else:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(tokens.colour("line2"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
                painter.restore()
        x += wide + 8
    x += paint.text(painter, x, middle, str(count), weight=600, token="accent" if count else "ink3")
    if limit:
        x += paint.text(painter, x + 1, middle, f"/{limit}", size=tokens.SECOND, token="ink2") + 1
    if word:
        paint.text(painter, x + 8, middle, word, size=tokens.HINT, token="ink2")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a row, and where it stands."""

    charge: Charge
    rect: QRectF


def places(charges: Sequence[Charge], rect: QRectF) -> tuple[list[Name], int]:
    """Where the names stand, on two lines if one is too short, and how many found no room."""
    high, room = tokens.px(24), rect.right() - 4
    widths = [_wide(charge) for charge in charges]
    total = sum(widths) + tokens.px(BETWEEN) * max(0, len(widths) - 1)
    lines = 1 if rect.x() + PAD + total <= room else 2
    if lines == 2 and rect.height() < 2 * high:
        lines = 1
    found: list[Name] = []
    x, line = rect.x() + PAD, 0
    rest = fonts.width("+99", tokens.HINT, 600) + 6
    for place, (charge, wide) in enumerate(zip(charges, widths, strict=True)):
        last = line == lines - 1
        limit = room - (rest if last and place < len(widths) - 1 else 0)
        if x > rect.x() + PAD and x + wide > limit:
            if last:
                return found, len(charges) - len(found)
            x, line = rect.x() + PAD, line + 1
        top = rect.center().y() - high * lines / 2 + line * high
        found.append(Name(charge, QRectF(x, top, min(wide, max(20.0, limit - x)), high)))
        x += wide + tokens.px(BETWEEN)
    return found, 0


def draw_names(painter: QPainter, charges: Sequence[Charge], rect: QRectF, hovered: int, focused: int) -> None:
    """The names of a helper's children; the one under the pointer and the one with the cursor are lit."""
    found, more = places(charges, rect)
    for name in found:
        child_id = name.charge.child.id
        _draw_name(painter, name, lively=child_id == hovered, focused=child_id == focused)
    if more and found:
        last = found[-1].rect
        paint.text(painter, last.right() + 6, last.center().y(), f"+{more}", size=tokens.HINT, weight=600, token="ink2")


def _marks(charge: Charge) -> int:
    return int(charge.priority) + int(bool(charge.overdue or charge.quiet))


def _wide(charge: Charge) -> float:
    return _marks(charge) * tokens.px(MARK) + fonts.width(charge.child.name)


def _draw_name(painter: QPainter, name: Name, *, lively: bool, focused: bool) -> None:
    charge, rect = name.charge, name.rect
    x, middle = rect.x(), rect.center().y()
    if focused:
        paint.box(painter, rect.adjusted(-4, 1, 4, -1), "accentT", "accent", line=1.5, radius=3)
    if charge.priority:
        icons.draw(painter, "flag", x, middle - icons.side(14) / 2, "accent", 14)
        x += tokens.px(MARK)
    if charge.overdue or charge.quiet:
        marks.draw(painter, "over" if charge.overdue else "soon", x, middle)
        x += tokens.px(MARK)
    token = "accentH" if lively or focused else "ink"
    wide = paint.text(painter, x, middle, charge.child.name, token=token, width=rect.right() - x + 1)
    paint.underline(painter, x, middle + tokens.px(9), wide, token, solid=lively)


def thread(painter: QPainter, start: QPointF, end: QPointF, *, paired: bool) -> None:
    """The thread between two cells: it sags; dashed while it is only proposed."""
    path = QPainterPath(start)
    sag = tokens.px(18)
    path.cubicTo(QPointF(start.x() + (end.x() - start.x()) / 3, start.y() + sag),
                 QPointF(start.x() + 2 * (end.x() - start.x()) / 3, end.y() + sag), end)  # fmt: skip
    pen = QPen(tokens.colour("accent"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if not paired:
        pen.setDashPattern([3.2, 3.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


@dataclass(frozen=True, slots=True)
class Knot:
    """A row with a child, a helper and a button."""

    child: str
    child_line: str
    helper: str
    line: str
    button: str = ""
    priority: bool = False

    def button_rect(self, rect: QRectF) -> QRectF:
        """Where the button stands."""
        if not self.button:
            return QRectF()
        wide, high = fonts.width(self.button) + tokens.px(28), tokens.px(30)
        top = rect.y() + tokens.px(12) if _is_wide(rect) else rect.bottom() - high - tokens.px(6)
        return QRectF(rect.right() - wide - 8, top, wide, high)

    def draw(self, painter: QPainter, rect: QRectF, lively: bool) -> None:
        """Paint all of it."""
        cell, middle = tokens.px(tokens.CELL_LIST), rect.y() + tokens.px(27)
        top = round(middle - cell / 2)
        box = self.button_rect(rect)
        x = rect.x() + PAD
        end = x + self._person(painter, x, top, cell, self.child, self.child_line)
        x += cell + 8
        right = box.x() - 8 if self.button and _is_wide(rect) else rect.right() - 6
        if self.helper:
            self._helper(painter, rect.x() + PAD, end + 6, right, top, cell)
        room = (right if _is_wide(rect) or not self.button else box.x() - 8) - x
        if not _is_wide(rect) and self.button:
            x = rect.x() + PAD
            room = box.x() - 8 - x
        paint.text(painter, x, rect.bottom() - tokens.px(17), self.line, size=tokens.HINT, token="ink2", width=room)
        if self.button:
            paint.box(painter, box, "accentT" if lively else "surface", "accent")
            wide = fonts.width(self.button)
            paint.text(painter, box.center().x() - wide / 2, box.center().y(), self.button, token="accent")

    def _person(self, painter: QPainter, x: float, top: int, cell: int, name: str, line: str) -> float:
        """The cell, the name and what stands under it; returns how wide that is."""
        name_cell.draw(painter, round(x), top, "".join(name_cell.characters(name)[:1]), cell)
        left, middle, step = x + cell + 8, top + cell / 2, tokens.px(10) if line else 0
        if self.priority:
            icons.draw(painter, "flag", left, middle - step - icons.side(14) / 2, "accent", 14)
        shift = tokens.px(MARK) if self.priority else 0
        most = tokens.px(82)
        wide = paint.text(
            painter, left + shift, middle - step, name, size=tokens.NAME, weight=600, width=most - shift
        ) + shift  # fmt: skip
        under = 0.0
        if line:
            under = paint.text(painter, left, middle + step, line, size=tokens.HINT, token="ink2", width=most)
        return cell + 8 + max(wide, under)

    def _helper(self, painter: QPainter, x: float, start: float, right: float, top: int, cell: int) -> None:
        """Helpers stand beneath each other, where the names of the children leave room."""
        wide = fonts.width(self.helper, tokens.NAME, 600)
        left = max(start + tokens.px(22), min(x + tokens.px(166), right - wide - cell - 8))
        middle = top + cell / 2
        thread(painter, QPointF(start, middle), QPointF(left - 4, middle), paired=False)
        name_cell.draw(painter, round(left), top, "".join(name_cell.characters(self.helper)[:1]), cell)
        paint.text(painter, left + cell + 8, middle, self.helper, size=tokens.NAME, weight=600,
                   width=max(1.0, right - left - cell - 8))  # fmt: skip


def _is_wide(rect: QRectF) -> bool:
    """Whether a row has room for its button beside the helper."""
    return rect.width() >= tokens.px(310)
