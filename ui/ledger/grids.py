"""The two lists of the page: the assets, mismatches first, and the standard list, what is missing first."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.equipment import Need
from app.shelf import Line
from ui import tokens
from ui.ledger import words
from ui.ledger.shelf import Books
from ui.pieces.arrangement import Arrangement
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.stock_words import counted

NAME, OWNED, HERE, OUT, ROOM, STATE, LAST = "name", "owned", "here", "out", "room", "state", "last"
LEAST, ENTER = "least", "enter"
NARROW = {NAME: 0, OWNED: 78, OUT: 78, STATE: 150}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


class AssetGrid(ListGrid):
    """Rows are asset ids."""

    def __init__(self, books: Callable[[], Books]) -> None:
        self._books = books
        super().__init__([
            Column(NAME, _tr("物品"), 0, "two_line", self._name),
            Column(OWNED, _tr("账上"), 88, "number", lambda row: self._number(row, "owned"), right=True),
            Column(HERE, _tr("在室"), 82, "number", lambda row: self._number(row, "here"), right=True),
            Column(OUT, _tr("借出"), 82, "number", lambda row: self._number(row, "out"), right=True),
            Column(ROOM, _tr("放在"), 150, "text", self._room),
            Column(STATE, _tr("结果"), 150, "status", self._state),
            Column(LAST, _tr("上次盘点"), 96, "text", self._last),
        ], name=_tr("资产台账"))  # fmt: skip

    def arrange_for(self, *, narrow: bool) -> None:
        """Fewer columns where there is little room."""
        shown = tuple(NARROW) if narrow else (NAME, OWNED, HERE, OUT, ROOM, STATE, LAST)
        self.arrange(Arrangement(shown, {key: wide for key, wide in NARROW.items() if wide} if narrow else {}))

    def _line(self, row: int) -> Line:
        return self._books().by_id[row]

    def _name(self, row: int) -> Cell:
        asset = self._line(row).asset
        return Cell(asset.name, words.detail(asset))

    def _number(self, row: int, what: str) -> Cell:
        line = self._line(row)
        count = int(getattr(line, what))
        return Cell(counted(count, line.asset) if count else "0")

    def _room(self, row: int) -> Cell:
        names = self._books().room_names
        rooms = [names.get(room, "") for room, _count in self._line(row).rooms]
        return Cell(_tr("、").join(rooms), tone="ink2")

    def _state(self, row: int) -> Cell:
        mark, said, second = words.state(self._line(row), self._books().day)
        return Cell(said, second, mark=mark)

    def _last(self, row: int) -> Cell:
        last = self._line(row).last
        return Cell(words.day_word(last.day, self._books().day) if last is not None else "—", tone="ink2")


class NeedGrid(ListGrid):
    """Rows are places in `needs`, from 1."""

    def __init__(self) -> None:
        self.needs: list[Need] = []
        super().__init__([
            Column(NAME, _tr("物品"), 0, "two_line", self._name),
            Column(OWNED, _tr("有"), 88, "number", self._there, right=True),
            Column(LEAST, _tr("最少"), 88, "number", self._least, right=True),
            Column(STATE, _tr("结果"), 150, "status", self._state),
            Column(ENTER, "", 96, "action", lambda _row: Cell(_tr("登记"))),
        ], name=_tr("配备标准"), many=False, row_height=tokens.ROW_TWO)  # fmt: skip

    def show_needs(self, needs: list[Need]) -> None:
        """List these."""
        self.needs = needs
        self.set_rows(range(1, len(needs) + 1))

    def need(self, row: int) -> Need:
        """What stands on a row."""
        return self.needs[row - 1]

    def _name(self, row: int) -> Cell:
        item = self.need(row).item
        return Cell(item.name, words.class_words()[item.class_of_goods])

    def _there(self, row: int) -> Cell:
        need = self.need(row)
        return Cell(_tr("{0} {1}").format(need.there, need.item.unit) if need.there else "0")

    def _least(self, row: int) -> Cell:
        item = self.need(row).item
        return Cell(_tr("{0} {1}").format(item.least, item.unit))

    def _state(self, row: int) -> Cell:
        mark, said, second = words.need_state(self.need(row))
        return Cell(said, second, mark=mark)
