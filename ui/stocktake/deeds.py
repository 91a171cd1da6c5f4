"""What a person writes into a stock-take, each under the name that undo and history show."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.changes import Change
from app.edits import stocktake as edits
from app.edits.inventory import give_back
from app.inventory import OpenLoan, Stocktake
from app.stocktake import Place, Row, sums
from app.values import BadValue
from ui.session import Session
from ui.stock_words import counted
from ui.stocktake import words
from ui.stocktake.board import Board, State


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


class Deeds:
    """Every verb answers whether it was written; one that was not has said why. BadValue is for the fields."""

    def __init__(self, session: Session, board: Board) -> None:
        self._session, self._board = session, board

    def begin(self, room_id: int | None, day: date, staff_id: int | None) -> int:
        """The number of the new stock-take; 0 if it was not begun. Raises BadValue."""
        state = self._board.state
        changes = edits.begin(room_id, day, staff_id, state.takes)
        room = state.room_names.get(room_id, "") if room_id is not None else _tr("每一间")
        done = self._session.attempt(_tr("开始盘点{0}").format(room), changes)
        return done.ids["stocktake"] if done is not None else 0

    def count(self, place: Place, number: int | None, *, said: str = "", found: int = 0) -> bool:
        """So many were counted there. `found`: in what room the books have it, where it was found elsewhere. Raises
        BadValue."""
        take, row = self._take(), self.row_at(place)
        day = self._board.day
        expected = self._board.state.stock(day).get(place, 0)
        if found and not row.reason:
            row = replace(row, reason=_tr("账上在{0}").format(self._board.state.room_names.get(found, "")))
        changes = edits.count(take, row, number, day, expected)
        what = _tr("不点") if number is None else _tr("点到 {0}").format(counted(number, row.asset))
        return self._do(_tr("盘点{0}：{1}").format(row.asset.name, what), changes, said)

    def set_broken(self, place: Place, number: int) -> bool:
        """So many of them are broken. Raises BadValue."""
        row = self.row_at(place)
        label = _tr("盘点{0}：坏 {1}").format(row.asset.name, counted(number, row.asset))
        return self._do(label, edits.set_broken(self._take(), row, number))

    def explain(self, place: Place, reason: str) -> bool:
        """Why it differs."""
        row = self.row_at(place)
        return self._do(_tr("盘点{0}：写原因").format(row.asset.name), edits.explain(self._take(), row, reason))

    def take_books(self, place: Place) -> bool:
        """Compare what was counted with the books as they are now."""
        row = self.row_at(place)
        label = _tr("盘点{0}：按现在的账").format(row.asset.name)
        return self._do(label, edits.take_books(self._take(), row))

    def close(self, confirmed_by: int | None, *, zero: bool, scrap: bool) -> bool:
        """Book it all. Raises BadValue, Unsettled."""
        take, today = self._take(), self._session.today
        # What nobody counted is 0 as of today, whatever day stands above the grid.
        state = State(self._session, take.id, today)
        changes = edits.close(
            take, state.rows, self._session.store.inventory.movements, confirmed_by, today,
            missing=words.not_found() if zero else "", scrap=scrap, broke=words.broke(),
        )  # fmt: skip
        found = sums(state.rows)
        room = words.room_word(take, state.room_names)
        return self._do(_tr("盘点{0}记账，{1} 样有差异").format(room, found.differing), changes)

    def drop(self) -> bool:
        """It was begun by mistake."""
        take = self._take()
        room = words.room_word(take, self._board.state.room_names)
        return self._do(_tr("取消{0}的盘点").format(room), edits.drop(take))

    def give_back(self, loan: OpenLoan, count: int = 0) -> bool:
        """So many pieces of a loan, or all that is out, are back today, where it was lent from."""
        one, inventory = loan.movement, self._session.store.inventory
        asset = inventory.asset(one.asset_id)
        if asset is None:
            return False
        count = count or loan.out
        changes = give_back(one, self._session.today, count, inventory.movements(asset.id))
        return self._do(_tr("归还{0}{1}").format(asset.name, counted(count, asset)), changes)

    def row_at(self, place: Place) -> Row:
        """What is counted at a place; of what the books do not have there 0 is expected."""
        found = self._board.row(place)
        there = self._board.state.stock(self._board.day).get(place, 0)
        return found or Row(self._board.state.assets[place[0]], place[1], there, there)

    def _take(self) -> Stocktake:
        take = self._board.state.take
        if take is None:
            raise BadValue("closed_on", "not_here")
        return take

    def _do(self, label: str, changes: Sequence[Change], said: str = "") -> bool:
        return not changes or self._session.attempt(label, changes, said=said) is not None
