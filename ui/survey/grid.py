"""The survey grid: five lines a child, as on the form; Tab right, Enter down, PgDn the next child, F8 no change."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.kinship import spoken_relation
from app.survey import BOARDING, KINDS, MOTHER, ROWS, key_of
from ui import tokens
from ui.pieces import marks, name_cell, paint
from ui.pieces.entry_cells import GROUNDS, EntryDelegate
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, EntryModel
from ui.pieces.row_model import Index
from ui.survey import words

LINES = len(ROWS)
FIRST = 2
"""The first column with answers."""
PLACES = (((2, 1), (3, 1), (4, 1), (5, 1), (6, 1)),) * 3 + (((2, 4), (6, 1)), ((2, 2), (4, 2), (6, 1)))
"""For every line: at which column each of its answers stands, and over how many columns."""
HEIGHT = 44
RELATIONS = tuple(map(spoken_relation, ("祖父", "祖母", "外祖父", "外祖母", "父亲", "母亲", "伯父", "姑母")))
"""Offered for who looks after the child; any other is typed."""


def row_id(child_id: int, line: int) -> int:
    """The id of a line of a child in the grid."""
    return child_id * 10 + line


def key_at(line: int, column: int) -> str:
    """Which answer stands at a place; "" for none."""
    whom, fields = ROWS[line]
    at = {place: field for (place, _wide), field in zip(PLACES[line], fields, strict=True)}
    return key_of(whom, at[column]) if column in at else ""


def column_of(key: str) -> tuple[int, int]:
    """(line, column) of an answer."""
    for line, (whom, fields) in enumerate(ROWS):
        for (column, _wide), field in zip(PLACES[line], fields, strict=True):
            if key_of(whom, field) == key:
                return line, column
    raise KeyError(key)


class SurveyModel(EntryModel):
    """Cells by line and column; what a span covers, the child and the whom are only read."""

    def key(self, index: Index) -> str:
        """Which answer a cell holds; "" for none."""
        return key_at(index.row() % LINES, index.column())

    def title(self, index: Index) -> str:
        key = self.key(index)
        return words.spoken(key) if key else ""

    def is_fixed(self, index: Index) -> bool:
        return not self.key(index)

    def options(self, index: Index) -> tuple[str, ...]:
        field = self.key(index).rpartition(".")[2]
        return {"kind": tuple(KINDS), "boarding": BOARDING, "relation": RELATIONS}.get(field, ())


class SurveyDelegate(EntryDelegate):
    """What is asked stands small in the cell, above the answer; of a corrected one also what stood there before."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, SurveyModel):
            return
        with paint.guarded(painter, "survey cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect, line = QRectF(option.rect), index.row() % LINES
            here = index.row() // LINES == self._view.currentIndex().row() // LINES
            paint.fill(painter, rect.adjusted(0, 0, 1, 0), "accentT" if here else "surface")
            if line == LINES - 1 or index.column() == 0:
                paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "line2")
            if index.column() == 0:
                self._child(painter, rect, str(index.data() or ""), here=here)
            elif index.column() == 1:
                whom = str(index.data() or "")
                paint.text(painter, rect.x() + 6, rect.center().y(), whom, size=tokens.SECOND, token="ink2")
            elif model.key(index):
                self._answer(painter, rect, model, index)

    def _child(self, painter: QPainter, rect: QRectF, told: str, *, here: bool) -> None:
        if here:
            paint.fill(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), "accent")
        name, number, mark, state = [*told.split("\n"), "", "", ""][:4]
        x, y = rect.x() + 14, rect.y() + 10
        letters = name_cell.characters(name)[:1]
        name_cell.draw(painter, x, y, "".join(letters), tokens.CELL_LIST)
        paint.text(painter, x + tokens.CELL_LIST + 10, y + tokens.CELL_LIST / 2, number, size=tokens.HINT, token="ink2")
        y += tokens.CELL_LIST + 8
        room = rect.width() - 20
        paint.text(painter, x, y + 10, name, size=tokens.NAME, weight=600, width=room)
        if mark:
            marks.draw(painter, mark, x, y + 34)
        paint.text(painter, x + 20, y + 34, state, size=tokens.HINT, token="ink2", width=room - 20)

    def _answer(self, painter: QPainter, rect: QRectF, model: SurveyModel, index: Index) -> None:
        here, mark, focused = index == self._view.currentIndex(), model.mark(index), self._view.hasFocus()
        ground, border = GROUNDS[mark.kind if mark is not None else ""]
        border = "accent" if here and border != "over" else border
        inside = rect.adjusted(3, 2, -3, -3)
        paint.box(painter, inside, ground, border, line=2.0 if here and focused else 1.0)
        x, room = inside.x() + 8, inside.width() - 14
        top, size, asked = inside.y() + 10, tokens.HINT, words.caption(model.key(index))
        wide = paint.text(painter, x, top, asked, size=size, token="ink3", width=room) + 8
        if mark is not None and room - wide > 30:
            token = "over" if mark.kind == "wrong" else "soon"
            paint.text(painter, x + wide, top, mark.words, size=size, token=token, width=room - wide)
        paint.text(painter, x, inside.bottom() - 11, str(index.data() or ""), width=room)


class SurveyGrid(EntryGrid):
    """Rows are lines of children; `edited`, `typing` and `moved` come with row ids as `row_id` makes them."""

    unchanged = Signal(int)
    """F8: this child's form came back without red."""
    rest_unchanged = Signal()
    """Shift+F8: so did all that still wait."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        wide = (("child", 124), ("whom", 44), ("a", 112), ("b", 168), ("c", 124), ("d", 128), ("e", 0))
        columns = [EntryColumn(key, "", width) for key, width in wide]
        self._cells = SurveyModel(columns)
        super().__init__(columns, name=name, row_height=HEIGHT, model=self._cells, parent=parent)
        self.use(SurveyDelegate(self))
        self.horizontalHeader().hide()
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.moved.connect(lambda _row, _key: self.viewport().update())

    def show_children(self, told: Mapping[int, str], answers: Mapping[int, Mapping[str, str]]) -> None:
        """Show these children: what the first column tells of them, and their answers by key."""
        rows: dict[int, dict[str, str]] = {}
        for child_id, mine in answers.items():
            for line, (whom, _fields) in enumerate(ROWS):
                row = {"child": told[child_id] if line == 0 else "", "whom": words.whom_word(whom)}
                for column in range(FIRST, len(self._cells.columns)):
                    key = key_at(line, column)
                    if key:
                        row[self._cells.columns[column].key] = mine[key]
                rows[row_id(child_id, line)] = row
        before = self._cells.rowCount()
        self.set_rows(rows)
        if self._cells.rowCount() != before:
            self._span()

    def place(self, child_id: int, key: str) -> tuple[int, str]:
        """(row id, column key) of an answer."""
        line, column = column_of(key)
        return row_id(child_id, line), self._cells.columns[column].key

    def answer_at(self, row: int, column: str) -> tuple[int, str]:
        """(child, key of the answer) of a cell; the key is "" where there is none."""
        names = [one.key for one in self._cells.columns]
        return row // 10, key_at(row % 10, names.index(column))

    def go_to(self, child_id: int, key: str) -> None:
        """Put the cursor into an answer."""
        self.edit_cell(*self.place(child_id, key))

    def current_child(self) -> int:
        """The child whose form is being keyed; 0 for none."""
        return self.here()[0] // 10

    def step(self, by: int) -> None:
        """PgDn, PgUp: the same answer of the next child."""
        here = self.currentIndex()
        line = here.row() + by * LINES
        if 0 <= line < self._cells.rowCount():
            self._land(line, here.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None or event.key() == Qt.Key.Key_F8:
            self.finish_typing()
        if step is not None:
            self.step(step)
        elif event.key() == Qt.Key.Key_F8 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.rest_unchanged.emit()
        elif event.key() == Qt.Key.Key_F8 and self.current_child():
            self.unchanged.emit(self.current_child())
        else:
            super().keyPressEvent(event)

    def repeat_above(self) -> None:
        """Ctrl+D: a mother is as the father above her; everything else as on the form before."""
        here = self.currentIndex()
        if not here.isValid() or self._cells.is_fixed(here):
            return
        up = 1 if ROWS[here.row() % LINES][0] == MOTHER else LINES
        if here.row() >= up:
            above = str(self._cells.index(here.row() - up, here.column()).data() or "")
            self._cells.setData(here, above, Qt.ItemDataRole.EditRole)

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self._cells.rowCount():
            self._land(here.row() + 1, here.column())

    def _land(self, row: int, column: int) -> None:
        """On a cell, or on the one that spans it."""
        column = max(column, FIRST)
        while column > FIRST and not key_at(row % LINES, column):
            column -= 1
        self.setCurrentIndex(self._cells.index(row, column))
        self._show_whole(row)

    def _show_whole(self, row: int) -> None:
        """Scroll so that the whole form of the child is seen, where there is room."""
        top = row - row % LINES
        self.scrollTo(self._cells.index(top + LINES - 1, FIRST))
        self.scrollTo(self._cells.index(top, FIRST))
        self.scrollTo(self._cells.index(row, FIRST))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() // LINES != previous.row() // LINES:
            self._show_whole(current.row())

    def _span(self) -> None:
        self.clearSpans()
        for top in range(0, self._cells.rowCount(), LINES):
            self.setSpan(top, 0, LINES, 1)
            for line, places in enumerate(PLACES):
                for column, wide in places:
                    if wide > 1:
                        self.setSpan(top + line, column, 1, wide)

    def _put_all(self, cells: Mapping[QModelIndex, str]) -> None:
        super()._put_all({index: text for index, text in cells.items() if not self._cells.is_fixed(index)})
