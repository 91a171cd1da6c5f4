"""The cells of the batch grid: names with their weeks, how it went, what counts by itself in grey, the handwriting."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from app.batch_cells import MINUTES, NOTE, WAY, WHOM
from ui import fonts, tokens
from ui.batch import words
from ui.pieces import call_cell, marks, name_cell, paint
from ui.pieces.entry_cells import GROUNDS, EntryDelegate, name
from ui.pieces.entry_model import EntryModel
from ui.pieces.phrase_line import PhraseLine
from ui.pieces.row_model import Index

WHO, PAST, KIND, STATE = "who", "past", "kind", "state"
PICTURE = 64
"""px at 100 % that the handwriting of a row has at most."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a row shows beside what is typed into it."""

    name: str
    about: str
    marks: tuple[str, ...]
    mark: str
    """Of the row's state, one of `ui.pieces.marks`; "" = none."""
    kind: str = ""
    way: str = ""
    """The key of how it went, for its mark."""
    ghosts: Mapping[str, str] = field(default_factory=dict)
    """What counts in the empty cells."""
    open: bool = True
    closed: frozenset[str] = frozenset()
    """Cells that are not asked for: with whom a talk was is the child itself."""
    offered: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    picture: QImage | None = None


NOTHING = Look("", "", (), "", open=False)
"""Of a row that is just being taken away."""


class BatchModel(EntryModel):
    """Rows that are stored already are only read."""

    looks: Mapping[int, Look] = {}

    def first_answer(self) -> int:
        """The column from which on somebody types."""
        return next(place for place, one in enumerate(self.columns) if one.key == WAY)

    def look(self, index: Index) -> Look:
        """What the row of a cell shows."""
        return self.looks.get(self.row_id(index.row()), NOTHING)

    def is_fixed(self, index: Index) -> bool:
        column, look = self.columns[index.column()], self.look(index)
        return column.fixed or not look.open or column.key in look.closed

    def options(self, index: Index) -> tuple[str, ...]:
        look = self.look(index)
        found = {WAY: look.ways, WHOM: look.offered}
        return found.get(self.columns[index.column()].key, ())


class BatchDelegate(EntryDelegate):
    """Names with their weeks, the mark of how it went, what counts by itself in grey, and the handwriting."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, BatchModel):
            return
        with paint.guarded(painter, "batch cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole, look = QRectF(option.rect), model.look(index)
            row = index.row() == self._view.currentIndex().row()
            paint.fill(painter, whole.adjusted(0, 0, 1, 0), "accentT" if row else "surface")
            paint.rule(painter, whole.x(), whole.bottom() - 1, whole.width() + 1)
            if row and index.column() == 0:
                paint.fill(painter, QRectF(whole.x(), whole.y(), 4, whole.height()), "accent")
            rect = QRectF(whole.x(), whole.y(), whole.width(), tokens.px(tokens.ROW_ONE))
            painter.setClipRect(whole)
            self._cell(painter, rect, model, index, bool(option.state & option.state.State_Selected))
            if look.picture is not None:
                self._handwriting(painter, whole, look.picture, index)

    def _cell(self, painter: QPainter, rect: QRectF, model: BatchModel, index: Index, chosen: bool) -> None:
        key, look, text = model.columns[index.column()].key, model.look(index), str(index.data() or "")
        middle, here = rect.center().y(), index.row() == self._view.currentIndex().row()
        if key == WHO:
            _who(painter, rect, look)
        elif key == PAST:
            call_cell.row(painter, look.marks, rect.x() + 10, middle)
        elif key == KIND:
            paint.text(painter, rect.x() + 10, middle, text, token="ink2", width=rect.width() - 12)
        elif key == STATE:
            begun = here and look.open and look.mark in ("", "wait")
            _state(painter, rect, "today" if begun else look.mark, words.being_filled() if begun else text)
        elif key not in look.closed:
            if look.open:
                self._box(painter, rect, model, index, chosen)
            self._answer(painter, rect, look, key, text, ghosts=here or bool(look.way))

    def _box(self, painter: QPainter, rect: QRectF, model: EntryModel, index: Index, chosen: bool) -> None:
        here, mark = index == self._view.currentIndex(), model.mark(index)
        ground, border = GROUNDS[mark.kind if mark is not None else ""]
        if (here or chosen) and not (mark is not None and mark.kind == "wrong"):
            border = "accent"
        line = 2.0 if here and self._view.hasFocus() else 1.0
        paint.box(painter, rect.adjusted(4, 6, -4, -7), ground, border, line=line)

    @staticmethod
    def _answer(painter: QPainter, rect: QRectF, look: Look, key: str, text: str, *, ghosts: bool) -> None:
        token = "ink" if look.open else "ink2"
        if not text and ghosts:
            text, token = look.ghosts.get(key, ""), "ink3"
        x, room, middle = rect.x() + 12, rect.width() - 22, rect.center().y()
        if key == MINUTES:
            paint.text(painter, rect.right() - 12, middle, text, token=token, width=room, right=True)
            return
        mark = words.way_mark(look.kind, look.way) if key == WAY else ""
        if mark and text:
            side = tokens.px(call_cell.SIDE)
            call_cell.draw(painter, mark, QRectF(round(x), round(middle - side / 2), side, side))
            x, room = x + side + 8, room - side - 8
            token = "over" if look.way == "missed" else token
        paint.text(painter, x, middle, text, token=token, width=room)

    def _handwriting(self, painter: QPainter, cell: QRectF, picture: QImage, index: Index) -> None:
        """The part of the picture that lies in this cell: it runs beneath the cells from 方式 to the end of the row."""
        model = index.model()
        if not isinstance(model, BatchModel) or index.column() < model.first_answer():
            return
        area = _picture_area(self._view, index.row(), model.first_answer(), picture)
        paint.fill(painter, area.adjusted(-1, -1, 1, 1), "line2")
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, picture)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        if not isinstance(model, BatchModel) or model.columns[index.column()].key != NOTE:
            return super().createEditor(parent, option, index)
        line = PhraseLine(parent)
        line.phrases = model.look(index).phrases
        line.textEdited.connect(self.typing)
        line.setProperty("cell", "true")
        name(line, index)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key for the list of phrases is not one for the grid."""
        if not isinstance(watched, PhraseLine) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        return event.type() == QEvent.Type.KeyPress and (watched.takes(event) or super().eventFilter(watched, event))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        rect.setHeight(tokens.px(tokens.ROW_ONE))
        option.rect = rect
        super().updateEditorGeometry(editor, option, index)


def picture_height(view: QTableView, left: int, picture: QImage) -> float:
    """How high the handwriting of a row is; `left` is the column from which on it stands."""
    room = view.viewport().width() - view.columnViewportPosition(left) - 18
    return min(float(tokens.px(PICTURE)), picture.height() * room / max(1, picture.width()))


def _picture_area(view: QTableView, line: int, left: int, picture: QImage) -> QRectF:
    x = view.columnViewportPosition(left) + 6
    high = picture_height(view, left, picture)
    wide = min(view.viewport().width() - x - 12, picture.width() * high / max(1, picture.height()))
    return QRectF(x, view.rowViewportPosition(line) + tokens.px(tokens.ROW_ONE) - 1, wide, high)


def _who(painter: QPainter, rect: QRectF, look: Look) -> None:
    size, middle = tokens.px(tokens.CELL_DENSE), rect.center().y()
    token = "ink" if look.open else "ink2"
    name_cell.draw(painter, round(rect.x()) + 14, round(middle - size / 2),
                   "".join(name_cell.characters(look.name)[:1]), size, ink=token)  # fmt: skip
    x = rect.x() + 14 + size + 8
    room = rect.right() - x - 4
    wide = paint.text(painter, x, middle, look.name, size=tokens.NAME, weight=600, token=token, width=room)
    if room - wide - 8 >= fonts.width(look.about, tokens.HINT):
        paint.text(painter, x + wide + 8, middle, look.about, size=tokens.HINT, token="ink2", width=room - wide - 8)


def _state(painter: QPainter, rect: QRectF, mark: str, text: str) -> None:
    x, middle = rect.x() + 10, rect.center().y()
    token, weight = "ink2", 400
    if mark:
        marks.draw(painter, mark, x, middle)
        x += marks.room()
        token, weight = marks.KINDS[mark].token, marks.KINDS[mark].weight
    if rect.right() - x > marks.room():
        paint.text(painter, x, middle, text, size=tokens.SECOND, weight=weight, token=token, width=rect.right() - x)
