"""The grid of the heat map: arrows walk it, Enter or a click opens what stands behind, letters go to the search."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.heat import CHILDREN
from ui import tokens
from ui.heat.cells import HeatCells
from ui.heat.heads import HeatColumns, HeatLines
from ui.heat.model import RUNS, HeatModel, Index
from ui.heat_board import Board

ROW, NARROWEST, WIDEST = 27, 22, 36
"""px at 100 %: height of a row, least and most width of a week."""
TOTAL, RUN_WIDE = 52, 84


class HeatGrid(QTableView):
    """Rows and columns as the board has them."""

    opened = Signal(int, int)
    """Row and column of a cell or total."""
    moved = Signal(str)
    """What the current cell says."""
    typed = Signal(str)
    """A printable key: it belongs to the search box."""

    def __init__(self, board: Board, name: str) -> None:
        super().__init__()
        self.heat = HeatModel(board)
        self.heat.setParent(self)
        self._shown: tuple[str, str, str] | None = None
        self._cells = HeatCells(self, self.heat)
        self._lines = HeatLines(self.heat, self)
        self.setModel(self.heat)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(HeatColumns(self.heat, self))
        self.setVerticalHeader(self._lines)
        self.setAccessibleName(name)
        self.setProperty("list", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)

    def show_board(self) -> None:
        """Show what was counted or arranged anew. Of the same rule the cursor stays with its row and column where they
        still are; another one begins at its top, in the running week."""
        board, place = self.heat.board, self.verticalScrollBar().value()
        key, column = self._kept()
        shown = (board.rule, board.by, board.term_code)
        if shown != self._shown:
            self._shown, key, column, place = shown, None, -1, 0
        self.heat.show()
        self._measure()
        rows = [row.key for row in self.heat.rows]
        if not rows:
            return
        found = self.heat.map
        line = rows.index(key) if key in rows else 0
        now = found.now if found is not None else None
        across = column if 0 <= column < self.heat.columnCount() else now if now is not None else _last(self.heat)
        self.verticalScrollBar().setValue(place)
        self.go(line, across)

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.heat.index(row, column))
        self.scrollTo(self.currentIndex())

    def go_now(self) -> None:
        """Home: back to the running week."""
        found = self.heat.map
        if found is not None and found.now is not None and self.currentIndex().isValid():
            self.go(self.currentIndex().row(), found.now)

    def go_row(self, key: int | str) -> None:
        """Put the cursor into the row of that key."""
        rows = [row.key for row in self.heat.rows]
        if key in rows:
            self.go(rows.index(key), max(0, self.currentIndex().column()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """↓ in the search box: into the first row."""
        if self.heat.rows:
            self.go(0, max(0, self.currentIndex().column()))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if index.isValid():
                self.opened.emit(index.row(), index.column())
        elif key == Qt.Key.Key_Home and not control:
            self.go_now()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not control and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.opened.emit(index.row(), index.column())

    def copy(self) -> None:
        """Put the whole map on the clipboard, for a spreadsheet."""
        model = self.heat
        heads = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]
        rows = [["", *heads]]
        for row in range(len(model.rows)):
            said = [str(model.index(row, n).data() or "") for n in range(model.columnCount())]
            rows.append([model.name(row), *said])
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint()
        if current.isValid():
            self.moved.emit(self.heat.says(current.row(), current.column()))

    def _kept(self) -> tuple[int | str | None, int]:
        index = self.currentIndex()
        there = index.isValid() and index.row() < len(self.heat.rows)
        key = self.heat.rows[index.row()].key if there else None
        return key, index.column() if there else -1

    def _measure(self) -> None:
        self._lines.setDefaultSectionSize(tokens.px(ROW))
        self._lines.measure()
        found = self.heat.map
        if found is None or not self.heat.columnCount():
            return
        totals = [tokens.px(RUN_WIDE if what == RUNS else TOTAL) for what in self.heat.totals]
        weeks = sum(column.weeks for column in found.columns)
        room = self.viewport().width() - sum(totals)
        each = min(tokens.px(WIDEST), max(tokens.px(NARROWEST), room // weeks))
        for place, column in enumerate(found.columns):
            self.setColumnWidth(place, each * column.weeks)
        for place, wide in enumerate(totals):
            self.setColumnWidth(self.heat.columns + place, wide)

    def _repaint(self) -> None:
        self.viewport().update()
        self._lines.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            point = event.position() if isinstance(event, QMouseEvent) else QPointF(-1, -1)
            index = self.indexAt(point.toPoint())
            here = (index.row(), index.column())
            if here != self._cells.hovered:
                self._cells.hovered = here
                shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
                self.viewport().setCursor(shape)
                self.viewport().update()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._repaint()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_lines"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()


def _last(model: HeatModel) -> int:
    """The last column of the map, where no week runs."""
    return max(0, model.columns - 1) if model.by == CHILDREN else 0
