"""The children of the list, narrow, beside a dossier: the way to the next one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.children.listing import Listing
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column

WIDTH = 204


class _SwitcherGrid(ListGrid):
    """PgUp and PgDn go to the next child as everywhere in the dossier, not a screen further."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        super().keyPressEvent(event)


class Switcher(QWidget):
    """Follows the filtered list; `chosen` names the child to show."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self._listing = listing
        self.setFixedWidth(tokens.px(WIDTH))
        self.count = Label("", "strong")
        self.back = Button(self.tr("返回名册"), kind="link", keys="Esc")
        self.grid = _SwitcherGrid(
            [Column("who", self.tr("孩子"), 0, "who", self._who), Column("mark", "", 38, "status", self._mark)],
            name=self.tr("换一个孩子"), row_height=46, many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 16, 8, 6)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.setProperty("list", "plain")
        self.grid.current_changed.connect(self._moved)
        self.back.clicked.connect(self.left)
        self._filling = False

    def show_rows(self, ids: Sequence[int], current: int, words: str) -> None:
        """Show these children with one of them current; no signal."""
        self._filling = True
        self.grid.set_rows(ids)
        self.grid.refresh()
        if current in ids:
            self.grid.set_current(current)
        else:
            self.grid.setCurrentIndex(QModelIndex())
        self._filling = False
        self.count.setText(f"{words} {len(ids)}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(tokens.px(WIDTH))

    def _moved(self, child_id: int) -> None:
        if child_id and not self._filling:
            self.chosen.emit(child_id)

    def _who(self, child_id: int) -> Cell:
        row = self._listing.rows.get(child_id)
        return Cell(row.name, row.class_name) if row is not None else Cell()

    def _mark(self, child_id: int) -> Cell:
        row = self._listing.rows.get(child_id)
        if row is None:
            return Cell()
        return Cell(mark="soon" if row.missing or row.to_confirm else "done")

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), "line")
