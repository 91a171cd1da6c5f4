"""The one delegate of all lists: each kind of cell is a small painter."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts, icons, tokens
from ui.pieces import call_cell, marks, name_cell, paint
from ui.pieces.row_model import Index, RowModel
from ui.pieces.rows import Cell, Column, Group

PAD = 10
BAR = 4
CALL_SIDE = 16
BOX = 18
"""Side of a check box, px at 100 %."""


class CellDelegate(QStyledItemDelegate):
    """Paints background, rules, selection bar and the cell's kind. The grid says which row is hovered."""

    hovered = -1
    """The line under the pointer."""
    focused = -1
    """The current line, while the list has the focus."""
    flashed: frozenset[int] = frozenset()
    """Rows lit for a moment, because something happened to them."""
    aimed = -1
    """The line on which something that is dragged would be dropped."""
    last = -1
    """The column at the right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowModel):
            return
        row = model.rows[index.row()]
        rect = QRectF(option.rect)
        with paint.guarded(painter, "cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, Group):
                _group(painter, rect, row)
                return
            column = model.columns[index.column()]
            chosen = self._chosen(option)
            lively = chosen or index.row() == self.hovered
            self._ground(painter, rect, index, chosen)
            cell = model.cell(row, index.column())
            painter.setClipRect(rect)
            if column.kind == "action":
                _action(painter, rect, cell, lively)
            elif column.kind == "number":
                _number(painter, rect, cell, column, index.row() == self.hovered)
            elif column.kind == "link":
                _link(painter, rect, cell, column, index.row() == self.hovered)
            else:
                _KINDS[column.kind](painter, rect, cell, column)

    @staticmethod
    def _chosen(option: QStyleOptionViewItem) -> bool:
        return bool(option.state & option.state.State_Selected)

    def _ground(self, painter: QPainter, rect: QRectF, index: Index, chosen: bool) -> None:
        token = "accentT" if chosen else "hov" if index.row() == self.hovered else "surface"
        model = index.model()
        if self.flashed and isinstance(model, RowModel) and model.rows[index.row()] in self.flashed:
            token = "soonT"
        aimed = index.row() == self.aimed
        paint.fill(painter, rect.adjusted(0, 0, 1, 0), "accentT" if aimed else token)
        paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "line")
        if index.row() == self.focused or aimed:
            paint.rule(painter, rect.x(), rect.y(), rect.width() + 1, "accent")
            paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "accent")
            if index.column() == self.last:
                paint.fill(painter, QRectF(rect.right() - 1, rect.y(), 1, rect.height()), "accent")
        if chosen and index.column() == 0:
            paint.fill(painter, QRectF(rect.x(), rect.y(), BAR, rect.height()), "accent")


def _two(painter: QPainter, x: float, rect: QRectF, first: str, second: str, *, size: int = tokens.BODY,
         weight: int = 400, token: str = "ink") -> None:  # fmt: skip
    room = rect.right() - x - 4
    middle = rect.center().y()
    if not second:
        paint.text(painter, x, middle, first, size=size, weight=weight, token=token, width=room)
        return
    step = tokens.px(10)
    paint.text(painter, x, middle - step, first, size=size, weight=weight, token=token, width=room)
    paint.text(painter, x, middle + step, second, size=tokens.HINT, token="ink2", width=room)


def _text(painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
    x = rect.right() - PAD if column.right else rect.x() + PAD
    room = rect.width() - 2 * PAD
    paint.text(painter, x, rect.center().y(), cell.text, token=cell.tone or "ink", width=room, right=column.right)


def _two_line(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    x = rect.x() + PAD
    if cell.icon:
        icons.draw(painter, cell.icon, x, rect.center().y() - icons.side() / 2, cell.tone or "ink2")
        x += icons.side() + 12
    _two(painter, x, rect, cell.text, cell.second, token=cell.tone or "ink")


def _who(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    if not cell.text:
        return
    dense = rect.height() < tokens.px(46)
    size = tokens.px(tokens.CELL_DENSE if dense else tokens.CELL_LIST)
    token = "ink3" if cell.faded else cell.tone or "ink"
    top = round(rect.center().y() - size / 2)
    name_cell.draw(painter, round(rect.x()) + 14, top, "".join(name_cell.characters(cell.text)[:1]), size, ink=token)
    x = rect.x() + 14 + size + 10
    middle, step = rect.center().y(), tokens.px(10) if cell.second and not dense else 0
    _hit(painter, x, middle - step, cell.text, cell.hit, tokens.NAME, 600)
    if not dense:
        _hit(painter, x, middle + step, cell.second, cell.second_hit, tokens.HINT, 400)
    if not dense:
        _two(painter, x, rect, cell.text, cell.second, size=tokens.NAME, weight=600, token=token)
        return
    room = rect.right() - x - 4
    wide = paint.text(painter, x, middle, cell.text, size=tokens.NAME, weight=600, token=token, width=room)
    if room - wide > 24:
        paint.text(painter, x + wide + 8, middle, cell.second, size=tokens.HINT, token="ink2", width=room - wide - 8)


def _hit(painter: QPainter, x: float, middle: float, words: str, span: tuple[int, int], size: int, weight: int) -> None:
    """Mark what a search found: a ground, and a line under it that shows on every ground."""
    start, end = span
    if end > start:
        left, high = fonts.width(words[:start], size, weight), tokens.px(size + 5)
        wide = fonts.width(words[start:end], size, weight)
        paint.box(painter, QRectF(x + left - 1, middle - high / 2, wide + 2, high), "soonT", radius=2)
        paint.rule(painter, x + left, round(middle + high / 2) - 1, wide, "soon")


def _status(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    x = rect.x() + PAD
    if not cell.mark:
        _two(painter, x, rect, cell.text, cell.second, token=cell.tone or "ink2")
        return
    look = marks.KINDS[cell.mark]
    marks.draw(painter, cell.mark, x, rect.center().y())
    _two(painter, x + marks.room(), rect, cell.text, cell.second, weight=look.weight, token=cell.tone or look.token)


def _call(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    x, middle, room = rect.x() + PAD, rect.center().y(), rect.width() - 2 * PAD
    if cell.mark:
        side = tokens.px(CALL_SIDE)
        call_cell.draw(painter, cell.mark, QRectF(round(x), round(middle - side / 2), side, side))
        x, room = x + side + 9, room - side - 9
    paint.text(painter, x, middle, cell.text, token=cell.tone or "ink", width=room)


def _link(painter: QPainter, rect: QRectF, cell: Cell, _column: Column, lively: bool) -> None:
    x, middle, room = rect.x() + PAD, rect.center().y(), rect.width() - 2 * PAD
    token = cell.tone or "accent"
    if cell.mark and cell.text:
        marks.draw(painter, cell.mark, x, middle)
        x, room = x + marks.room(), room - marks.room()
    wide = paint.text(painter, x, middle, cell.text, token=token, width=room)
    if cell.text and lively:
        paint.underline(painter, x, middle + tokens.px(10), wide, token, solid=True)


def _number(painter: QPainter, rect: QRectF, cell: Cell, column: Column, lively: bool) -> None:
    dead = cell.text in ("", "0", "—")
    weight, token = (400, "ink3") if dead else (600, "accent")
    x = rect.right() - PAD if column.right else rect.x() + PAD
    middle = rect.center().y()
    wide = paint.text(painter, x, middle, cell.text, weight=weight, token=token, right=column.right)
    if not dead and lively:
        paint.underline(painter, x - wide if column.right else x, middle + tokens.px(10), wide, solid=True)


def _diff(painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
    if not cell.old and not cell.mark:
        _text(painter, rect, cell, column)
        return
    x, middle = rect.x() + PAD, rect.center().y()
    if cell.old:
        wide = paint.text(painter, x, middle, cell.old, token="ink3", width=rect.width() * 0.42)
        paint.rule(painter, x, round(middle) + 1, wide, "ink3")
        icons.draw(painter, "arrow-right", x + wide + 8, middle - icons.side(14) / 2, "ink3", 14)
        x += wide + 18 + icons.side(14)
    room = rect.right() - x - PAD
    value = QFontMetricsF(fonts.text(weight=600)).elidedText(cell.text, paint.ELIDE, room)
    high = tokens.px(24)
    wide = fonts.width(value, weight=600)
    paint.box(painter, QRectF(x - 5, middle - high / 2, wide + 10, high), "soonT", radius=2)
    paint.text(painter, x, middle, value, weight=600, token="soon")


def _chips(painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
    if not cell.chips:
        _text(painter, rect, cell, column)
        return
    x, middle, high = rect.x() + PAD, rect.center().y(), tokens.px(22)
    for chip in cell.chips:
        wide = fonts.width(chip.text, tokens.HINT) + 12
        if x + wide > rect.right() - 4:
            paint.text(painter, x, middle, "…", token="ink3")
            return
        ground, border = _CHIP[chip.tone]
        paint.box(painter, QRectF(x, middle - high / 2, wide, high), ground, border, radius=3)
        paint.text(painter, x + 6, middle, chip.text, size=tokens.HINT, token=chip.tone)
        x += wide + 6


_CHIP = {
    "over": ("overT", "overL"),
    "soon": ("soonT", "soonL"),
    "accent": ("accentT", "accentL"),
    "done": ("", "line2"),
}


def _check(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    if cell.checked is not None:
        check_box(painter, rect.x() + 14, rect.center().y() - tokens.px(BOX) / 2, cell.checked)


def check_box(painter: QPainter, x: float, y: float, checked: bool, enabled: bool = True, lively: bool = False) -> None:
    """A check box of `BOX` px (at 100 %) with its top left at (x, y)."""
    rect = QRectF(x, y, tokens.px(BOX), tokens.px(BOX))
    if not enabled:
        paint.box(painter, rect, "sunk", "line2", radius=3)
    elif checked:
        paint.box(painter, rect, "accent", "accent", radius=3)
    else:
        paint.box(painter, rect, "surface", "accent" if lively else "edge", line=1.2, radius=3)
    if checked:
        marks.tick(painter, rect.center().x(), rect.center().y(), "onacc" if enabled else "ink3")


def _action(painter: QPainter, rect: QRectF, cell: Cell, lively: bool) -> None:
    if not lively or not cell.text:
        return
    wide, high = fonts.width(cell.text) + 24, tokens.px(30)
    box = QRectF(rect.right() - PAD - wide, rect.center().y() - high / 2, wide, high)
    paint.box(painter, box, "surface", "accent")
    paint.text(painter, box.x() + 12, box.center().y(), cell.text, token="accent")


def _group(painter: QPainter, rect: QRectF, row: Group) -> None:
    paint.fill(painter, rect.adjusted(0, 0, 1, 0), "paper")
    paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "line")
    x, middle = rect.x() + 12, rect.center().y()
    token = "ink"
    if row.mark:
        marks.draw(painter, row.mark, x, middle)
        token = marks.KINDS[row.mark].token
        x += marks.room()
    x += paint.text(painter, x, middle, row.title, weight=600, token=token) + 8
    if row.count:
        x += paint.text(painter, x, middle, str(row.count), weight=600, token="accent") + 12
    paint.text(painter, x, middle, row.hint, size=tokens.HINT, token="ink2", width=rect.right() - x - PAD)


def _drawn(painter: QPainter, rect: QRectF, cell: Cell, _column: Column) -> None:
    if cell.draw is not None:
        cell.draw(painter, rect)


_KINDS: dict[str, Callable[[QPainter, QRectF, Cell, Column], None]] = {
    "text": _text, "two_line": _two_line, "who": _who, "status": _status, "diff": _diff, "chips": _chips,
    "check": _check, "call": _call, "drawn": _drawn,
}  # fmt: skip
