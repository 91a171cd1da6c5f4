"""The box a scanner types into, and the line that says what its last code was: one more of something, or what not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.inventory import Asset
from app.stocktake import ELSEWHERE, SEVERAL, UNKNOWN, read_code
from ui.pieces.notice import Strip
from ui.pieces.search_box import SearchBox
from ui.session import Session
from ui.stock_words import counted
from ui.stocktake import words
from ui.stocktake.board import Board
from ui.stocktake.deeds import Deeds


class ScanBox(SearchBox):
    """A code and Enter; the box is empty again and keeps the cursor for the next one."""

    scanned = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        self.finish_composition()
        code = self.text().strip()
        self.setText("")  # not clear(): Ctrl+Z is for what was counted, not for the code
        if code:
            self.scanned.emit(code)


class Scanning(Strip):
    """`take` a code: what is counted here is one more at once; what is not is offered until somebody decides."""

    counted_at = Signal(object)
    """Place: one more was written there."""

    def __init__(self, session: Session, board: Board, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__("info", "", action="-", parent=parent)
        self._session, self._board, self._deeds = session, board, deeds
        self.offered: dict[int, int] = {}
        """What was scanned that does not belong here: asset → how often; the newest last."""
        self.button.clicked.connect(self.accept)
        self.put_away()

    def take(self, code: str) -> None:
        """Understand a code."""
        board = self._board
        if board.state.take is None or board.state.take.closed_on is not None:
            self.tell("caution", self.tr("先开始一次盘点"))
            return
        room = board.room_counted()
        meant = read_code(code, board.state.assets.values(), board.state.rows, room)
        if meant.kind == UNKNOWN or meant.asset is None:
            self.tell("error", self.tr("没有编号“{0}”的物品。看看标签，或者先在“台账”里登记。").format(code))
        elif meant.kind == SEVERAL:
            self.tell("caution", self.tr("{0}有几间室都有，先在上面选正在点的那一间").format(meant.asset.name))
        elif meant.kind == ELSEWHERE:
            self._offer(meant.asset, room)
        elif meant.row is not None:
            number = (meant.row.counted or 0) + 1
            said = words.scanned_words(meant.row, number)
            if self._deeds.count(meant.row.place, number, said=said):
                self.tell("info", said)
                self.counted_at.emit(meant.row.place)

    def accept(self) -> None:
        """What was scanned last and belongs elsewhere was found here."""
        room = self._board.room_counted()
        if self.button.isHidden() or not self.offered or room is None:
            return
        asset_id, number = list(self.offered.items())[-1]
        asset = self._board.state.assets.get(asset_id)
        self.offered.pop(asset_id)
        place = asset_id, room
        if asset is not None and self._deeds.count(place, number, found=self._where(asset_id)):
            self.tell("info", self.tr("{0}记在这里了，{1}").format(asset.name, counted(number, asset)))
            self.counted_at.emit(place)

    def put_away(self) -> None:
        """Nothing was scanned."""
        self.offered.clear()
        self.say("info", "")
        self.hide()

    def come_back(self, offered: Mapping[str, int]) -> None:
        """Offer again what nobody had decided on."""
        for key, number in offered.items():
            asset = self._board.state.assets.get(int(key)) if key.isdecimal() else None
            if asset is not None:
                self.offered[asset.id] = number - 1
                self._offer(asset, self._board.room_counted())

    def _offer(self, asset: Asset, room: int | None) -> None:
        if room is None:
            self.tell("caution", self.tr("{0}不在要点的里面，先在上面选正在点的那一间").format(asset.name))
            return
        self.offered[asset.id] = number = self.offered.pop(asset.id, 0) + 1
        names = self._board.state.room_names
        there = self._where(asset.id)
        where = self.tr("账上在{0}").format(names.get(there, "")) if there else self.tr("账上哪间都没有")
        said = self.tr("{0} {1}：{2}，在这里扫到 {3}").format(
            asset.name, asset.number, where, counted(number, asset))  # fmt: skip
        self.tell("caution", said, self.tr("记在这里"))

    def _where(self, asset_id: int) -> int:
        """The room in which the books have most of it; 0 for none."""
        stock = self._board.state.stock(self._board.day)
        held = [(count, room) for (asset, room), count in stock.items() if asset == asset_id and count > 0]
        return max(held, default=(0, 0))[1]

    def tell(self, kind: str, said: str, action: str = "") -> None:
        """Say what a code was; `action` is what F8 does."""
        self.say(kind, said)
        self.button.setVisible(bool(action))
        if action:
            self.button.keys = "F8"
            self.button.set_label(action)
        self.show()
