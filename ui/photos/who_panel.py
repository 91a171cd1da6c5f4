"""Beside the list of files: the photo of the current one, and the chooser of whose it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.photo_plan import PhotoLine
from app.roster import RosterRow
from app.search import search
from ui import tokens
from ui.photos import frame
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.pieces.search_box import SearchBox

WIDE, WIDE_NARROW = 300, 232
LEAST_HIGH, MOST_HIGH = 56, 210
MOST = 30
"""Children that a search offers."""


class PhotoView(QWidget):
    """A photo as the card will show it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST_HIGH)
        self.setMaximumHeight(tokens.px(MOST_HIGH))

    def show_picture(self, picture: QImage | None) -> None:
        """Show a photo; None for a file that is none."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(0, 0, round(self.height() * frame.WIDE / frame.HIGH), self.height())
            rect.moveLeft(round((self.width() - rect.width()) / 2))
            if self._picture is None:
                paint.box(painter, rect, "sunk", "line2", radius=0)
                return
            frame.draw(painter, self._picture, rect)
            paint.box(painter, rect, "", "line2", radius=0)


class WhoPanel(QWidget):
    """`chosen` names the child a person picked, 0 to leave the file aside."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pupils: dict[int, RosterRow] = {}
        self._near: list[int] = []
        self.view = PhotoView()
        self.who = Label(self.tr("这张是谁"), "strong")
        self.search = SearchBox(self.tr("找孩子"), keys="")
        self.grid = ListGrid(
            [Column("who", self.tr("孩子"), 0, "who", self._cell)],
            name=self.tr("这张是谁"), row_height=46, many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.grid.setMinimumHeight(tokens.px(48))
        self.grid.setProperty("list", "plain")
        self.grid.set_empty(self.tr("打名字或拼音来找"))
        self.aside = Button(self.tr("先放下"), kind="link", height=26)
        self.search.serve(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GAP, 0, tokens.GUTTER, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.view, 3)
        asks = QHBoxLayout()
        asks.addWidget(self.who, 1)
        asks.addWidget(self.aside)
        column.addLayout(asks)
        column.addWidget(self.search)
        column.addWidget(self.grid, 2)
        self.setFixedWidth(tokens.px(WIDE))
        self.search.searched.connect(self._seek)
        self.grid.opened.connect(self.chosen)
        self.grid.ticked.connect(self.chosen)
        self.grid.clicked.connect(lambda _index: self.chosen.emit(self.grid.current()))
        self.aside.clicked.connect(lambda: self.chosen.emit(0))

    def set_pupils(self, rows: Sequence[RosterRow]) -> None:
        """The children who may be chosen."""
        self._pupils = {row.child_id: row for row in rows}

    def show_line(self, line: PhotoLine | None, picture: QImage | None) -> None:
        """Show a file and the children it may be of."""
        self.view.show_picture(picture)
        self.view.setAccessibleName(line.name if line else "")
        asks = line is not None and not line.reason
        for widget in (self.who, self.search, self.grid, self.aside):
            widget.setVisible(asks)
        if line is None:
            return
        ids = dict.fromkeys((line.child_id, *line.match.candidates))
        self._near = [key for key in ids if key in self._pupils]
        self.aside.setEnabled(bool(line.decided or line.chosen))
        self.search.clear()
        self._seek("")

    def _seek(self, text: str) -> None:
        hits = [hit.row.child_id for hit in search(list(self._pupils.values()), text)][:MOST] if text else self._near
        self.grid.set_rows(hits)
        self.grid.refresh()

    def _cell(self, child_id: int) -> Cell:
        row = self._pupils[child_id]
        return Cell(row.name, f"{row.class_name} {row.sex}")
