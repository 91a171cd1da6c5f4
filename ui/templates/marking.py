"""What goes where: the form with its marks, beside it the list to choose from; every change is saved at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.edits.templates import mark_template
from app.school import Template
from app.templates.form import Form, FormCell, Grid
from app.templates.guess import guess_grid, open_blanks
from app.templates.guess_list import shape_at
from app.templates.marks import LIST, Mark, Marks, Shape, from_json
from app.templates.memory import label_at
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.session import Session
from ui.templates.form_view import FormView
from ui.templates.mark_panel import MarkPanel, first_open
from ui.templates.shape_bar import ShapeBar
from ui.templates.words import marked_word


class Marking(QWidget):
    """Opened with `open`; `finished` leads back to the list."""

    finished = Signal()

    def __init__(self, session: Session, sample: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._template: Template | None = None
        self._form = Form("xlsx", ())
        self._marks = Marks()
        self._number = 0
        self.head = PageHead("")
        self.return_ = Button(self.tr("返回"), keys="Esc")
        self.bar = ShapeBar()
        self.view = FormView(self.tr("县里的表"))
        self.panel = MarkPanel(sample)
        self._lay_out()
        self._connect()

    def open(self, template: Template, form: Form) -> None:
        """Show this form, from its first sheet with marks."""
        self._template, self._form = template, form
        self._marks = from_json(template.marks)
        marked = [mark.grid for mark in self._marks.filled()]
        self._number = marked[0] if marked else 0
        self.bar.offer(form, self._number)
        self._show()
        start = next(iter(self._unknown()), None) or next(iter(self._own()), None)
        self.view.go(start.row if start else 0, start.col if start else 0)
        self.view.setFocus()

    @property
    def template(self) -> Template | None:
        """The form that is open."""
        return self._template

    def refresh(self) -> None:
        """Show what the file says now, after a save or an undo; a form that is gone closes the view."""
        if self._template is None:
            return
        number = self._template.id
        template = next((one for one in self._session.snapshot.templates if one.id == number), None)
        if template is None:
            self._template = None
            self.finished.emit()
            return
        self._template = template
        self._marks = from_json(template.marks)
        self._show()

    def next_open(self) -> None:
        """Go to the next place that was not understood."""
        cell = self.view.cell()
        mark = first_open(self._unknown(), cell.row if cell else -1, cell.col if cell else -1)
        if mark is not None:
            self.view.go(mark.row, mark.col)
            self.view.setFocus()

    def in_list(self) -> bool:
        """Whether the cursor is in the list to choose from and not in the form."""
        return self.panel.chooser.search.hasFocus() or self.panel.chooser.grid.hasFocus()

    # what is chosen

    def mark(self, slot: int, fact: str) -> None:
        """Fill this fact in at that place of the cell looked at."""
        cell = self.view.cell()
        if cell is None:
            return
        old = self._marks.at(self._number, cell.row, cell.col, slot)
        if old is None or old.fact != fact:
            place = (self._number, cell.row, cell.col, slot)
            mark = Mark(*place, fact, label=label_at(self._marks, self._unknown(), place))
            self._apply(marked_word(self._form, self._marks, mark), self._marks.with_mark(mark))
        self.view.setFocus()

    def set_kind(self, kind: str) -> None:
        """Fill the sheet as a list or a copy for each child; what can be read from the form is marked anew."""
        if kind == self._shape().kind:
            return
        cell = self.view.cell()
        shape = shape_at(self._grid(), cell.row if cell is not None else 0) if kind == LIST else Shape()
        words = self.tr("一个孩子一行") if kind == LIST else self.tr("一个孩子一张")
        self._reshape(words, shape)

    def set_first(self, row: int) -> None:
        """Let the first child stand in that row."""
        shape = self._shape()
        if shape.kind == LIST and row != shape.first:
            self._reshape(self.tr("从第 {0} 行填起").format(row + 1), shape_at(self._grid(), row))

    def set_sheet(self, number: int) -> None:
        """Look at another sheet."""
        self._number = number
        self._show()
        self.view.go(0, 0)

    def _reshape(self, words: str, shape: Shape) -> None:
        grid, day = self._grid(), self._session.today
        marks = guess_grid(grid, self._number, shape, day)
        kept = [mark for mark in self._own() if mark.why == "hand" and self._outside(mark, shape)]
        places = {mark.place for mark in kept}
        marks = [*kept, *(mark for mark in marks if mark.place not in places)]
        self._apply(words, self._marks.with_shape(self._number, shape, marks))

    def _outside(self, mark: Mark, shape: Shape) -> bool:
        return shape.kind != LIST or not shape.first < mark.row < shape.first + shape.rows

    def _apply(self, words: str, marks: Marks) -> None:
        assert self._template is not None
        changes = mark_template(self._template, marks)
        if changes:
            self._session.apply(self.tr("“{0}”：{1}").format(self._template.name, words), changes)

    # what is shown

    def _grid(self) -> Grid:
        return self._form.grids[self._number]

    def _shape(self) -> Shape:
        return self._marks.shape(self._number)

    def _own(self) -> list[Mark]:
        return [mark for mark in self._marks.filled() if mark.grid == self._number]

    def _unknown(self) -> list[Mark]:
        return open_blanks(self._grid(), self._number, self._marks, self._session.today)

    def _show(self) -> None:
        assert self._template is not None
        unknown = self._unknown()
        self._say(len(self._own()), len(unknown))
        self.bar.show_shape(self._shape(), len(self._grid().heights))
        self.view.show_grid(self._grid(), self._number, self._marks, unknown, lettered=self._form.kind == "xlsx")
        if (cell := self.view.cell()) is not None:
            self._look(cell)

    def _say(self, filled: int, unknown: int) -> None:
        assert self._template is not None
        parts: list[str | Number] = [self.tr("认出 {0} 处，绿的会填上。").format(filled)]
        if unknown:
            parts += [Number("open", unknown, self.tr("处没认出，去下一处")), self.tr("处没认出，点它在右边选。")]
        else:
            parts[0] = f"{parts[0]}{self.tr('哪里不对，点那一格，在右边改。')}"
        self.head.set_words(self._template.name, parts)

    def _look(self, cell: FormCell) -> None:
        self.panel.show_cell(self._form, cell, self._marks, self._number)

    def _connect(self) -> None:
        self.head.clicked.connect(lambda _key: self.next_open())
        self.return_.clicked.connect(self.finished)
        self.bar.kind_chosen.connect(self.set_kind)
        self.bar.sheet_chosen.connect(self.set_sheet)
        self.bar.first_chosen.connect(self.set_first)
        self.view.moved.connect(self._look)
        self.view.wanted.connect(self.panel.choose)
        self.view.cleared.connect(self.panel.clear)
        self.panel.chosen.connect(self.mark)
        self.panel.done.connect(self.finished)

    def _lay_out(self) -> None:
        self.head.add_action(self.return_)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.PADDING_TOP)
        left.setSpacing(tokens.BETWEEN)
        left.addWidget(self.head)
        left.addWidget(self.bar)
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.fit()


