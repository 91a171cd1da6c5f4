"""Above the form: a line or a sheet for each child, in which row the first child stands, which sheet is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.templates.form import Form
from app.templates.marks import LIST, SINGLE, Shape
from ui import tokens
from ui.pieces.editors import Combo
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments


class ShapeBar(QWidget):
    """Choices only."""

    kind_chosen = Signal(str)
    first_chosen = Signal(int)
    sheet_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Segments(
            [Segment(LIST, self.tr("一个孩子一行")), Segment(SINGLE, self.tr("一个孩子一张"))], LIST,
            name=self.tr("怎么填"),
        )  # fmt: skip
        self.first_word = Label(self.tr("从第几行填起"), "second")
        self.first = Combo()
        self.first.setAccessibleName(self.first_word.text())
        self.sheet = Combo()
        self.sheet.setAccessibleName(self.tr("哪一张表"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        for widget in (self.kind, self.first_word, self.first):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.sheet)
        self.kind.chosen.connect(self.kind_chosen)
        self.first.activated.connect(self.first_chosen)
        self.sheet.activated.connect(self.sheet_chosen)

    def offer(self, form: Form, number: int) -> None:
        """Show the sheets of another form."""
        self.sheet.clear()
        self.sheet.addItems([grid.name for grid in form.grids])
        self.sheet.setCurrentIndex(number)
        self.sheet.setVisible(len(form.grids) > 1)

    def show_shape(self, shape: Shape, rows: int) -> None:
        """Show how a grid of so many rows is filled."""
        self.kind.set_current(shape.kind)
        for widget in (self.first_word, self.first):
            widget.setVisible(shape.kind == LIST)
        if self.first.count() != rows + 1:
            self.first.clear()
            self.first.addItems([str(row + 1) for row in range(rows + 1)])
        self.first.setCurrentIndex(min(shape.first, rows))
