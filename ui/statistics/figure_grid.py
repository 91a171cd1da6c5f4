"""The table of the statistics: every number is a door to its children, by pointer and by keys."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.statistics import ALL, Table
from ui import figure_words as words
from ui import fonts, tokens
from ui.pieces import paint
from ui.statistics.figure_heads import FigureColumns, FigureLines
from ui.statistics.figure_model import FigureModel, Index

ROW, NARROWEST = 26, 48


class FigureCells(QStyledItemDelegate):
    """Paints a number; in a dense grid the line under it comes only under the pointer and the focus (look.md §6)."""

    hovered = (-1, -1)
    focused = (-1, -1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FigureModel):
            return
        here, rect = (index.row(), index.column()), QRectF(option.rect)
        line, column = model.line(index.row()), model.column(index.column())
        with paint.guarded(painter, "figure"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lively = here in (self.hovered, self.focused)
            paint.fill(painter, rect.adjusted(0, 0, 1, 1), "hov" if here == self.hovered else "surface")
            starts = index.column() and (column.group == ALL or model.column(index.column() - 1).group != column.group)
            if starts:
                paint.fill(painter, QRectF(rect.x(), rect.y(), 1, rect.height() + 1), "line2")
            ends = index.row() + 1 == model.rowCount() or model.line(index.row() + 1).group != line.group
            paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1, "line2" if ends else "line")
            number = model.number(*here)
            text = str(number) if number else "—"
            weight = 600 if number and (line.part == ALL or line.group == ALL or column.group == ALL) else 400
            token = "ink3" if not number else "accentH" if lively else "accent"
            wide, middle = fonts.width(text, tokens.BODY, weight), rect.center().y()
            x = rect.center().x() - wide / 2
            paint.text(painter, x, middle, text, weight=weight, token=token)
            if number and lively:
                paint.underline(painter, x, middle + tokens.px(tokens.BODY) * 0.62, wide, token, solid=True)
            if here == self.focused:
                paint.box(painter, rect.adjusted(1, 1, -1, -1), "", "accent", line=2.0, radius=3)


class FigureGrid(QTableView):
    """Arrows move from number to number, Enter or a click opens its children, Ctrl+C copies the whole table."""

    opened = Signal(int, int)
    """Line and column of a number that is not nought."""

    def __init__(self, table: Table, name: str) -> None:
        super().__init__()
        self.figures = FigureModel(table)
        self.figures.setParent(self)
        self._cells = FigureCells(self)
        self._lines = FigureLines(self.figures, self)
        self.setModel(self.figures)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(FigureColumns(self.figures, self))
        self.setVerticalHeader(self._lines)
        self.setProperty("list", "true")
        self.setAccessibleName(name)
        self._behave()
        self.show_table(table)

    def _behave(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.clicked.connect(lambda index: self.open_at(index))

    def show_table(self, table: Table) -> None:
        """Show another table; of the same shape, the current cell stays."""
        self.figures.show_table(table)
        self._lines.setDefaultSectionSize(tokens.px(ROW))
        self._lines.measure()
        self._share()
        if not self.currentIndex().isValid() and table.lines:
            self.go(0, 0)

    def go(self, line: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.figures.index(line, column))

    def where(self) -> tuple[int, int]:
        """Line and column of the current cell."""
        index = self.currentIndex()
        return index.row(), index.column()

    def open_at(self, index: QModelIndex) -> None:
        """Open the children of a number that is not nought."""
        if index.isValid() and self.figures.number(index.row(), index.column()):
            self.opened.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_at(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.text().isprintable() and event.text():
            event.ignore()  # no search by letters in a table of numbers
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the whole table on the clipboard, for a spreadsheet."""
        table = self.figures.table
        rows = [["", "", *(words.column_word(head) for head in table.columns)]]
        for head, numbers in zip(table.lines, table.numbers, strict=True):
            rows.append([words.group_word(head.group), words.part_word(head), *map(str, numbers)])
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
                self._hover(event.position())
            elif event.type() == QEvent.Type.Leave:
                self._hover(QPointF(-1, -1))
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._focus()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_lines"):
            self.show_table(self.figures.table)  # the text size may be another

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _hover(self, point: QPointF) -> None:
        index = self.indexAt(point.toPoint())
        here = (index.row(), index.column())
        if here != self._cells.hovered:
            self._cells.hovered = here
            number = index.isValid() and self.figures.number(*here)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _focus(self) -> None:
        self._cells.focused = self.where() if self.hasFocus() else (-1, -1)
        self.viewport().update()

    def _share(self) -> None:
        """Columns share the room there is, and scroll where it is too little."""
        count = self.figures.columnCount()
        room = self.viewport().width()
        if count and room:
            head: QHeaderView = self.horizontalHeader()
            head.setDefaultSectionSize(max(tokens.px(NARROWEST), room // count))
