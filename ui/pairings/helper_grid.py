"""The list of helpers: load, children by name, how they stand. Children are chosen, opened and carried from here."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from app.board import Charge, HelperRow
from app.sounds import name_order
from app.standing import STATES
from ui import tokens
from ui.pairings import painting, words
from ui.pairings.painting import Name
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column

if TYPE_CHECKING:
    from ui.pairings.dragging import Dragging

WIDTHS, NARROW = (196, 164, 118), (150, 64, 114)
"""px of who, load and month; the names take the rest."""
NARROW_BELOW = 640


class HelperGrid(ListGrid):
    """←→ go through the children of the current helper, Enter opens the child, or the helper if none is chosen."""

    child_wanted = Signal(int)
    dragging: "Dragging | None" = None

    def __init__(self, line: Callable[[HelperRow], str], name: str) -> None:
        self._helpers: Mapping[int, HelperRow] = {}
        self._line, self._limit = line, 0
        self._hovered = self._chosen = self._pressed = 0
        super().__init__(
            [
                Column("who", self.tr("老师（代理家长）"), WIDTHS[0], "who", self._who,
                       lambda row: name_order(self._row(row).name)),
                Column("load", self.tr("带几个"), WIDTHS[1], "drawn", self._load,
                       lambda row: len(self._row(row).charges)),
                Column("children", self.tr("带的孩子"), 0, "drawn", self._children),
                Column("month", self.tr("本月"), WIDTHS[2], "status", self._month, self._urgency),
            ],
            name=name, row_height=56, many=False,
        )  # fmt: skip
        self.setMouseTracking(True)
        self.current_changed.connect(lambda _row: self.choose(0))

    def show_helpers(self, rows: Sequence[HelperRow], limit: int, role: str) -> None:
        """Show these helpers, all in one role; `limit` 0 is none."""
        self._helpers, self._limit = {one.id: one for one in rows}, limit
        self.retitle(words.titles(role))
        self.set_rows([one.id for one in rows])
        self.refresh()

    def chosen(self) -> int:
        """The child chosen in the current row, 0 for none."""
        return self._chosen

    def choose(self, child_id: int) -> None:
        """Put the cursor on a child of the current row; 0: on the row itself."""
        self._chosen = child_id
        row = self._helpers.get(self.current())
        charge = next((one for one in row.charges if one.child.id == child_id), None) if row else None
        self.setAccessibleDescription(words.charge_words(charge) if charge is not None else "")
        self.viewport().update()

    def row_at(self, at: QPoint) -> int:
        """The row under a global place; 0 for none."""
        point = self.viewport().mapFromGlobal(at)
        return self._under(point)[0] if self.viewport().rect().contains(point) else 0

    def aim(self, row: int) -> None:
        """Light the row that something carried would be dropped on; 0 for none."""
        line = self._model.place(row)
        if line != self._cells.aimed:
            self._cells.aimed = line
            self.viewport().update()

    def name_rect(self, row: int, child_id: int) -> QRectF:
        """Where a child's name stands in the viewport; empty if it does not."""
        return next((name.rect for name in self._names(row) if name.charge.child.id == child_id), QRectF())

    # cells

    def _row(self, row: int) -> HelperRow:
        return self._helpers[row]

    def _who(self, row: int) -> Cell:
        one = self._row(row)
        return Cell(one.name, self._line(one), faded=one.away)

    def _load(self, row: int) -> Cell:
        one = self._row(row)
        word = words.room_word(one, self._limit) if self._limit else ""
        count = len(one.charges)
        spoken = f"{count}/{self._limit} {word}".strip() if self._limit else str(count)
        return Cell(spoken, draw=lambda painter, rect: painting.load(painter, rect, count, self._limit, word))

    def _children(self, row: int) -> Cell:
        charges = self._row(row).charges
        return Cell(
            "、".join(map(words.charge_words, charges)),
            draw=lambda painter, rect: painting.draw_names(
                painter, charges, rect, self._hovered if self._hovered_row() == row else 0,
                self._chosen if self.current() == row and self.hasFocus() else 0,
            ),
        )  # fmt: skip

    def _month(self, row: int) -> Cell:
        mark, said = words.how_it_stands(self._row(row))
        return Cell(said, mark=mark)

    def _urgency(self, row: int) -> tuple[int, int]:
        one = self._row(row)
        return -STATES.index(one.state) if one.state in STATES else 1, -one.count

    # names

    def _names(self, row: int) -> list[Name]:
        line = self._model.place(row)
        if line < 0:
            return []
        place = [column.key for column in self._model.columns].index("children")
        rect = QRectF(self.visualRect(self._model.index(line, place)))
        return painting.places(self._row(row).charges, rect)[0]

    def _name_under(self, point: QPoint) -> tuple[int, Charge | None]:
        row = self._under(point)[0]
        if not row:
            return 0, None
        return row, next((name.charge for name in self._names(row) if name.rect.contains(point)), None)

    def _hovered_row(self) -> int:
        line = self._cells.hovered
        row = self._model.rows[line] if 0 <= line < len(self._model.rows) else 0
        return row if isinstance(row, int) else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, charge = self._name_under(event.position().toPoint())
        if charge is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = charge.child.id
        if self.dragging is not None:
            self.dragging.press(charge.child.id, charge.child.name, row, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            if self.dragging is not None:
                self.dragging.move(event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)
        _row, charge = self._name_under(event.position().toPoint())
        hovered = charge.child.id if charge is not None else 0
        if hovered != self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().setToolTip(words.charge_words(charge) if charge is not None else "")
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, 0
        at = event.position().toPoint()
        if pressed:
            carried = self.dragging is not None and self.dragging.release(event.globalPosition().toPoint())
            row, charge = self._name_under(at)
            if not carried and charge is not None and charge.child.id == pressed:
                self.set_current(row)
                self.child_wanted.emit(pressed)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and (row := self._under(at)[0]):
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen and not event.modifiers():
            self.child_wanted.emit(self._chosen)
            return
        super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        row = self._helpers.get(self.current())
        ids = [charge.child.id for charge in row.charges] if row else []
        place = ids.index(self._chosen) + step if self._chosen in ids else (0 if step > 0 else -1)
        if ids:
            self.choose(ids[place] if 0 <= place < len(ids) else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = WIDTHS if self.viewport().width() >= tokens.px(NARROW_BELOW) else NARROW
        self.head.set_widths(dict(zip(("who", "load", "month"), wide, strict=True)))
        super().resizeEvent(event)
