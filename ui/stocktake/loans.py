"""What is still out, class by class: Enter says that a loan is back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.inventory import OpenLoan
from app.school import Snapshot
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.stock_words import borrower, counted, day_word
from ui.stocktake import words
from ui.stocktake.board import State

WHO, THING, SINCE, DUE, BACK = "who", "thing", "since", "due", "back"


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


def who(loan: OpenLoan, snapshot: Snapshot, state: State) -> str:
    """The name of a child or of somebody; 全班."""
    if loan.movement.class_id is not None:
        return _tr("全班")
    return borrower(loan.movement, snapshot, state.classes)


class LoanGrid(ListGrid):
    """Rows are ids of the loans; `opened` and `acted` mean that it is back."""

    def __init__(self, state: Callable[[], State], snapshot: Callable[[], Snapshot]) -> None:
        self._state, self._snapshot = state, snapshot
        self.loans: dict[int, OpenLoan] = {}
        super().__init__([
            Column(WHO, _tr("谁借着"), 150, "text", self._who), Column(THING, _tr("物品"), 0, "two_line", self._thing),
            Column(SINCE, _tr("哪天借的"), 110, "text", self._since),
            Column(DUE, _tr("说好哪天还"), 150, "status", self._due),
            Column(BACK, "", 84, "action", lambda _row: Cell(_tr("还了"))),
        ], name=_tr("借出没还的"), many=False)  # fmt: skip

    def show_loans(self) -> None:
        """Show what is out now."""
        state, listed = self._state(), list[Row]()
        self.loans = {one.movement.id: one for one in state.loans}
        for of in state.borrowers:
            listed.append(Group(words.borrowers_word(of, state.classes), len(of.loans)))
            listed += [one.movement.id for one in of.loans]
        self.set_rows(listed)
        self.refresh()

    def _who(self, row: int) -> Cell:
        return Cell(who(self.loans[row], self._snapshot(), self._state()))

    def _thing(self, row: int) -> Cell:
        loan, state = self.loans[row], self._state()
        asset = state.assets[loan.movement.asset_id]
        room = state.room_names.get(loan.movement.room_id, "")
        return Cell(f"{asset.name} {counted(loan.out, asset)}", _tr("{0}，{1}").format(asset.number, room))

    def _since(self, row: int) -> Cell:
        return Cell(day_word(self.loans[row].movement.day, self._state().today), tone="ink2")

    def _due(self, row: int) -> Cell:
        loan, today = self.loans[row], self._state().today
        due = loan.movement.due_day
        if due is None:
            return Cell(_tr("没说"))
        said = day_word(due, today)
        if loan.is_late(today):
            return Cell(said, _tr("过了 {0} 天").format((today - due).days), mark="over")
        return Cell(said)
