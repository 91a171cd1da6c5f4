"""The left side of the tables: which one, its bands, its items, and what can be done with the whole of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.assessment import Item, Table, bands_of
from app.scales import points_text
from ui import score_words as words
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.editors import Combo
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.page_head import PageHead
from ui.pieces.rows import Cell, Column, Group, Row


class TableDesk(QWidget):
    """Widgets only."""

    table_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.table: Table | None = None
        self._items: dict[int, Item] = {}
        self.which = Combo()
        self.which.setAccessibleName(self.tr("哪张考核表"))
        self.which.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.bring = Button(self.tr("读县里的 Excel"), icon="file-spreadsheet")
        self.head = PageHead("", (), self.bring)
        self.use = Button(self.tr("用这张"))
        self.add = Button(self.tr("加一项"), icon="plus")
        self.rename = Button(self.tr("改名"))
        self.bands = Button(self.tr("改等次"))
        self.shipped = Button(self.tr("加自带的表"))
        self.delete = Button(self.tr("删掉这张"), kind="danger")
        self.about = Label("", "second", "ink2", wrap=True)
        self.grid = ListGrid(
            [
                Column("what", self.tr("考核项"), 210, "two_line",
                       lambda row: Cell(self._items[row].what, self._items[row].demand)),
                Column("points", self.tr("满分"), 64, "text",
                       lambda row: Cell(points_text(self._items[row].points)), right=True),
                Column("measured", self.tr("怎么得分"), 220, "two_line", self._measured),
                Column("criteria", self.tr("评分标准"), 0, "text",
                       lambda row: Cell(self._items[row].criteria.replace("\n", "；"), tone="ink2")),
            ],
            name=self.tr("考核项"), many=False,
        )  # fmt: skip
        self._lay_out()
        self.say_empty(False)
        self.which.activated.connect(lambda place: self.table_chosen.emit(int(self.which.itemData(place))))

    def say_empty(self, has_table: bool) -> None:
        """What the list says where no item is in it."""
        self.grid.set_empty(
            self.tr("这张表还没有考核项，点“加一项”") if has_table
            else self.tr("还没有考核表。先点“加自带的表”，或者“读县里的 Excel”"))

    def show_tables(self, every: list[Table], table: Table) -> None:
        """Show one of them."""
        self.table = table
        self._items = {one.id: one for one in table.items}
        full = points_text(table.full)
        self.head.set_words(self.tr("{0} 项，满分 {1} 分").format(len(table.items), full), [
            self.tr("现在用的就是这张表") if table.in_use else self.tr("这张表没有用，用的是别的一张")])
        self.which.clear()
        for one in every:
            self.which.addItem(self.tr("{0}（在用）").format(one.name) if one.in_use else one.name, one.id)
        self.which.setCurrentIndex(max(0, self.which.findData(table.id)))
        bands = "，".join(f"{one.name} {points_text(one.least)}" for one in bands_of(table))
        self.about.setText(self.tr("等次：{0}").format(bands) if bands else self.tr("还没有定等次"))
        self.use.setVisible(not table.in_use)
        rows: list[Row] = []
        part = None
        for item in table.items:
            if item.part != part:
                part = item.part
                points = sum(one.points for one in table.items if one.part == part)
                rows.append(Group(part or self.tr("没有分部分"), 0, words.points_word(points)))
            rows.append(item.id)
        self.grid.set_rows(rows, ranked=True)
        self.grid.refresh()

    def item(self, item_id: int) -> Item | None:
        """One of its items."""
        return self._items.get(item_id)

    def _measured(self, row: int) -> Cell:
        item = self._items[row]
        if item.measured != "figure":
            return Cell(words.measured_word(item.measured))
        return Cell(words.measure_word(item.measure) if item.measure else self.tr("还没选照哪个数字算"),
                    words.measured_word(item.measured), tone="" if item.measure else "over")  # fmt: skip

    def _lay_out(self) -> None:
        line = QWidget()
        row = Flow(line, across=tokens.BETWEEN, down=6, wide=True, snug=True)
        for widget in (self.which, self.use, self.add, self.rename, self.bands, self.shipped, self.delete):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for piece in (self.head, line, self.about):
            column.addWidget(piece)
        column.addWidget(self.grid, 1)
