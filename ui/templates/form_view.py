"""The form drawn as it is, to walk through by arrows and pointer: Enter or a letter goes on to choosing a fact."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.templates.form import FormCell, Grid
from app.templates.marks import Mark, Marks
from ui import fonts, tokens
from ui.templates.form_model import FormModel
from ui.templates.form_paint import FormDelegate

_PX_PER_MM = 3.78
_WIDEST = 1.5
"""How much a narrow form is drawn larger than it is."""
_LEAST_WIDTH, _LEAST_HEIGHT, _NUMBERS = 46, 26, 34


class FormView(QTableView):
    """`moved` says which cell is looked at now."""

    moved = Signal(object)
    """FormCell."""
    wanted = Signal(str)
    """Enter ("") or a letter: choose a fact for the cell."""
    cleared = Signal()
    """Delete: nothing is filled in here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form_model = FormModel(self)
        self._delegate = FormDelegate(self)
        self.setModel(self.form_model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("list", "true")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setMinimumSectionSize(1)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setFont(fonts.text(tokens.HINT))
            head.setHighlightSections(False)
            head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().setFixedWidth(tokens.px(_NUMBERS))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_grid(self, grid: Grid, number: int, marks: Marks, unknown: list[Mark], *, lettered: bool) -> None:
        """Show a grid with its marks; the place stays if it is the grid shown before."""
        if self.form_model.show(grid, number, marks, unknown, lettered=lettered):
            self.horizontalHeader().setVisible(lettered)
            self._spans()
            self.fit()
        self.viewport().update()

    def cell(self) -> FormCell | None:
        """The cell looked at."""
        index = self.currentIndex()
        return self.form_model.cell(index) if index.isValid() else None

    def go(self, row: int, col: int) -> None:
        """Look at the cell that covers this place."""
        cell = self.form_model.grid.at(row, col)
        index = self.form_model.index(cell.row, cell.col)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def fit(self) -> None:
        """Draw the form as wide as there is room, never smaller than it can be read."""
        grid = self.form_model.grid
        total = sum(grid.widths) or 1.0
        room = self.viewport().width() - 4
        factor = min(_PX_PER_MM * _WIDEST, max(_PX_PER_MM, room / total)) * tokens.scale()
        for col, width in enumerate(grid.widths):
            self.setColumnHidden(col, width <= 0)
            self.setColumnWidth(col, max(tokens.px(_LEAST_WIDTH), round(width * factor)))
        for row, height in enumerate(grid.heights):
            self.setRowHidden(row, height <= 0)
            self.setRowHeight(row, max(tokens.px(_LEAST_HEIGHT), round(height * _PX_PER_MM * tokens.scale())))

    def _spans(self) -> None:
        self.clearSpans()
        for cell in self.form_model.grid.cells:
            over = self.form_model.runs_over(cell)
            if cell.rows > 1 or cell.cols > 1 or over:
                self.setSpan(cell.row, cell.col, cell.rows, cell.cols + over)

    def _changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        cell = self.form_model.cell(current) if current.isValid() else None
        self._delegate.current = (cell.row, cell.col) if cell is not None else (-1, -1)
        self.viewport().update()
        if cell is not None:
            self.moved.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_F2) and plain:
            self.wanted.emit("")
        elif event.key() in (keys.Key_Delete, keys.Key_Backspace) and plain:
            self.cleared.emit()
        elif plain and event.text().isprintable() and event.text().strip():
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.wanted.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._delegate.focused = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
