"""Second step: which column of the file is read as what, with samples, and from which day it holds."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.imports.headers import ColumnGuess, Mapping
from app.sheets import TableFile
from ui import tokens
from ui.imports import words
from ui.imports.matter import Matter
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.editors import Combo
from ui.pieces.label import Label
from ui.pieces.scrolling import scrolling

_HEADERS = 30
"""Rows from the top that may be pointed at as the header."""
NO_HEADER = -2
"""Pointed at in place of a row: the sheet has none."""


class ColumnsStep(QWidget):
    """A line for each column: its letter and title, samples, what it is read as and why."""

    remapped = Signal(object)
    """The Mapping after a change by hand."""
    header_moved = Signal(int, int)
    """(sheet, 0-based row) a person says the header stands in; NO_HEADER for none, -1 for another sheet."""
    as_of_changed = Signal(object)
    """The date from which the file holds."""
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, matter: Matter[Any, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matter = matter
        self._mapping: Mapping | None = None
        self.sheet = Combo()
        self.sheet.setAccessibleName(self.tr("哪一张表"))
        self.header = Combo()
        self.header.setAccessibleName(self.tr("列名在第几行"))
        self.as_of = DateField(matter.words.day)
        self.as_of.name_it(matter.words.day)
        self.combos: dict[int, Combo] = {}
        self.missing = Label("", "strong", "over", wrap=True)
        self.grid = QGridLayout()
        self.back = Button(self.tr("上一步"))
        self.forward = Button(self.tr("看一遍"), kind="primary", keys="Ctrl+Enter", height=40)
        self._lay_out()
        self.sheet.activated.connect(lambda index: self.header_moved.emit(self.sheet.itemData(index), -1))
        self.header.activated.connect(
            lambda line: self.header_moved.emit(self._sheet(), self.header.itemData(line))
        )
        self.as_of.committed.connect(self._as_of)
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(tokens.BETWEEN)
        for words_, widget in ((self.tr("哪一张表"), self.sheet), (self.tr("列名在"), self.header)):
            top.addWidget(Label(words_, "second"))
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.as_of)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        inside.setLayout(self.grid)
        self.grid.setContentsMargins(16, 8, 16, 16)
        self.grid.setHorizontalSpacing(20)
        self.grid.setVerticalSpacing(4)
        scroll = scrolling(inside)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 10)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def show_mapping(self, table: TableFile, mapping: Mapping, as_of: date) -> None:
        """Show how the file would be read."""
        self._mapping = mapping
        self.sheet.clear()
        for index, sheet in enumerate(table.sheets):
            self.sheet.addItem(sheet.name or self.tr("第 {0} 张").format(index + 1), index)
        self.sheet.setCurrentIndex(mapping.sheet)
        self.header.clear()
        rows = max(1, min(_HEADERS, len(table.sheets[mapping.sheet].rows)))
        for row in range(rows):
            self.header.addItem(self.tr("第 {0} 行").format(row + 1), row)
        if self._matter.headerless:
            self.header.addItem(self.tr("没有列名"), NO_HEADER)
        self.header.setCurrentIndex(self.header.findData(mapping.header_row if mapping.header_rows else NO_HEADER))
        self.as_of.set_value(as_of.isoformat())
        self._fill(mapping)
        self._say_missing(mapping)

    def _sheet(self) -> int:
        return int(self.sheet.currentData() or 0)

    def _fill(self, mapping: Mapping) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.combos.clear()
        heads = (self.tr("列"), self.tr("表格里的列名"), self.tr("里面是"), self.tr("当作"), self.tr("为什么"))
        for at, head in enumerate(heads):
            self.grid.addWidget(Label(head, "hint"), 0, at)
        shown = [column for column in mapping.columns if column.header or column.samples]
        for line, column in enumerate(shown, 1):
            self._line(line, column)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 2)
        self.grid.setRowStretch(len(shown) + 1, 1)

    def _line(self, line: int, column: ColumnGuess) -> None:
        combo = Combo()
        combo.setAccessibleName(
            self.tr("{0} 列（{1}）当作").format(column.letter, column.header or self.tr("没有列名"))
        )
        for key, words_ in self._matter.fields(column.field):
            combo.addItem(words_, key)
        combo.setCurrentIndex(max(0, combo.findData(column.field)))
        combo.setMinimumWidth(tokens.px(160))
        combo.activated.connect(self._chooser(column.index, combo))
        self.combos[column.index] = combo
        samples = "、".join(column.samples)
        header = Label(column.header or self.tr("（没有列名）"), "strong" if column.header else "second", wrap=True)
        cells = (Label(column.letter, "second"), header, Label(samples[:46], "second", wrap=True), combo,
                 Label(words.ground_word(column.why), "hint"))  # fmt: skip
        for at, widget in enumerate(cells):
            self.grid.addWidget(widget, line, at)

    def _chooser(self, index: int, combo: Combo) -> Callable[[int], None]:
        def choose(_at: int) -> None:
            if self._mapping is not None:
                self.remapped.emit(self._mapping.with_field(index, str(combo.currentData())))

        return choose

    def _as_of(self, text: str) -> None:
        if len(text) == 10:
            self.as_of_changed.emit(date.fromisoformat(text))

    def _say_missing(self, mapping: Mapping) -> None:
        wrong = self._matter.lacks(mapping)
        self.missing.setText(wrong)
        self.forward.setEnabled(not wrong)
