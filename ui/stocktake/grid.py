"""The grid that counts are keyed into: what the books say, what was counted, what of it is broken, why it differs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from app.stocktake import Row
from ui import tokens
from ui.pieces import marks, paint
from ui.pieces.arrangement import Arrangement
from ui.pieces.entry_cells import EntryDelegate
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, EntryModel
from ui.pieces.list_header import ListHeader
from ui.pieces.row_model import Index
from ui.stock_words import counted
from ui.stocktake import words

NAME, ROOM, BOOKS, COUNTED, BROKEN, STATE, REASON = "name", "room", "books", "counted", "broken", "state", "reason"


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


class CountModel(EntryModel):
    """A reason is asked of what differs or is broken, what is broken of what is counted; a closed one is only read."""

    rows_by_id: Mapping[int, Row] = {}
    closed = False

    def row(self, index: Index) -> Row | None:
        """What stands on the line of a cell."""
        return self.rows_by_id.get(self.row_id(index.row()))

    def is_fixed(self, index: Index) -> bool:
        key, row = self.columns[index.column()].key, self.row(index)
        if self.closed or row is None or key not in (COUNTED, BROKEN, REASON):
            return True
        if key == BROKEN:
            return not row.counted
        return key == REASON and not (row.difference or row.broken or row.reason)


class CountDelegate(EntryDelegate):
    """Two lines where there are two things to say, and the mark of how a row stands."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CountModel):
            return
        key, row = model.columns[index.column()].key, model.row(index)
        if row is None or key in (ROOM, COUNTED, BROKEN, REASON):
            super().paint(painter, option, index)
            if key == COUNTED and row is not None and not model.is_fixed(index):
                _unit(painter, QRectF(option.rect), row)
            self._focus(painter, QRectF(option.rect), model, index)
            return
        with paint.guarded(painter, "count cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(option.rect)
            here = index.row() == self._view.currentIndex().row()
            paint.fill(painter, rect.adjusted(0, 0, 1, 0), "accentT" if here else "surface")
            paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1)
            if here and index.column() == 0:
                paint.fill(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), "accent")
            painter.setClipRect(rect)
            if key == NAME:
                second = _tr("，").join(part for part in (row.asset.number, row.asset.spec) if part)
                _two(painter, rect, rect.x() + 14, row.asset.name, second, "ink", 600)
            elif key == BOOKS:
                lent = _tr("借出 {0}").format(row.lent) if row.lent else ""
                _two(painter, rect, rect.x() + 10, counted(row.expected, row.asset), lent, "ink", 400)
            else:
                mark, said, second = words.state(row)
                marks.draw(painter, mark, rect.x() + 10, rect.center().y())
                look = marks.KINDS[mark]
                _two(painter, rect, rect.x() + 10 + marks.room(), said, second, look.token, look.weight)
            self._focus(painter, rect, model, index)

    def _focus(self, painter: QPainter, rect: QRectF, model: CountModel, index: Index) -> None:
        """Where nothing can be typed the row shows that the cursor is here."""
        if model.closed and self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            paint.rule(painter, rect.x(), rect.y(), rect.width() + 1, "accent")
            paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "accent")


class CountGrid(EntryGrid):
    """Rows are numbers of `Board.number`."""

    def __init__(self, name: str) -> None:
        columns = [
            EntryColumn(NAME, _tr("物品"), 0, fixed=True), EntryColumn(ROOM, _tr("在哪间"), 106, fixed=True),
            EntryColumn(BOOKS, _tr("账上"), 78, fixed=True), EntryColumn(COUNTED, _tr("点到"), 86),
            EntryColumn(BROKEN, _tr("其中坏的"), 74), EntryColumn(STATE, _tr("结果"), 116, fixed=True),
            EntryColumn(REASON, _tr("为什么"), 152, options=words.reasons()),
        ]  # fmt: skip
        self._cells = CountModel(columns)
        self._one_room = False
        super().__init__(columns, name=name, row_height=tokens.ROW_TWO, model=self._cells)
        self.use(CountDelegate(self))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        assert isinstance(head, ListHeader)
        self.head = head

    def show_rows(
        self, found: Sequence[tuple[int, Row]], texts: Mapping[tuple[int, str], str], rooms: Mapping[int, str], *,
        closed: bool, one_room: bool,
    ) -> None:  # fmt: skip
        """Show these rows; `texts` stand where something was typed that could not be written."""
        self._cells.rows_by_id, self._cells.closed = dict(found), closed
        self._arrange_for(one_room=one_room)
        self.set_rows({
            number: {
                NAME: row.asset.name, ROOM: rooms.get(row.room_id, ""), BOOKS: counted(row.expected, row.asset),
                COUNTED: texts.get((number, COUNTED), "" if row.counted is None else str(row.counted)),
                BROKEN: texts.get((number, BROKEN), str(row.broken) if row.broken else ""),
                STATE: " ".join(part for part in words.state(row)[1:] if part), REASON: row.reason,
            }
            for number, row in found
        })  # fmt: skip

    def _arrange_for(self, *, one_room: bool) -> None:
        if one_room != self._one_room:
            self._one_room = one_room
            keys = [one.key for one in self._cells.columns if not (one_room and one.key == ROOM)]
            self.head.arrange(Arrangement(tuple(keys), {}))

    def show_cell(self, number: int, key: str) -> None:
        """Make a cell current and bring it into sight; the cursor stays where it is."""
        self.setCurrentIndex(self._cells.place(number, key))
        self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(self.viewport().width())


def _two(painter: QPainter, rect: QRectF, x: float, first: str, second: str, token: str, weight: int) -> None:
    room, middle, step = rect.right() - x - 4, rect.center().y(), tokens.px(10) if second else 0
    paint.text(painter, x, middle - step, first, weight=weight, token=token, width=room)
    if second:
        paint.text(painter, x, middle + step, second, size=tokens.HINT, token="ink2", width=room)


def _unit(painter: QPainter, rect: QRectF, row: Row) -> None:
    """The unit at the right of a count, in grey."""
    if row.counted is not None and row.asset.unit:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.text(painter, rect.right() - 12, rect.center().y(), row.asset.unit, size=tokens.HINT, token="ink3",
                   right=True)  # fmt: skip
