"""What happens on the page 盘点 between a key and the file: cells, codes, the day, what is half typed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from app.stocktake import Place, scanned
from ui.session import Session
from ui.stocktake import board as of
from ui.stocktake.board import Asked, Board
from ui.stocktake.deeds import Deeds
from ui.stocktake.desk import Desk
from ui.stocktake.grid import COUNTED, REASON
from ui.stocktake.loans import who
from ui.stocktake.typed import Typed

DRAFT = "stocktake"


class Counting(QObject):
    """`ask` looks at something else, `show` shows the file as it is now."""

    def __init__(self, session: Session, board: Board, deeds: Deeds, desk: Desk) -> None:
        super().__init__(desk)
        self._session, self.board, self.deeds, self.desk = session, board, deeds, desk
        self.typed = Typed(board, deeds)
        self._connect()

    def come_back(self) -> bool:
        """Show again what was half typed when the program ended; False if there was nothing."""
        if self._session.drafts.opened() != DRAFT:
            return False
        kept = self._session.drafts.read(DRAFT)
        take = kept.get("take", 0)
        if not isinstance(take, int) or self._session.store.inventory.stocktake(take) is None:
            return False
        self.ask(Asked(take, kept.get("room", 0)))
        self.typed.come_back(kept)
        self.desk.scanning.come_back(kept.get("offered", {}))
        self.show()
        at = kept.get("at")
        if at and self.board.row((at[0], at[1])) is not None:
            self.desk.go_to((at[0], at[1]), at[2])
            if kept.get("typing"):
                self.desk.grid.type_on(kept["typing"])
        return True

    def ask(self, asked: Asked) -> None:
        """Look at something else."""
        lent = {asked.segment, self.board.asked.segment} & {of.LENT} and asked.segment != self.board.asked.segment
        if asked.take != self.board.asked.take or asked.room != self.board.asked.room or lent:
            self.desk.scanning.put_away()
        if asked.take != self.board.asked.take:
            self.typed.wrong = {}
            self.desk.begin.day.set_value(self._session.today.isoformat())
            self.desk.unfolded = not asked.take and asked.segment != of.LENT
        self.board.ask(asked)
        self.show()

    def show(self) -> None:
        """Show the file as it is now."""
        asked = self.board.asked
        if asked.take and self.board.state.take is None:
            # Undone, or taken away: nothing is left to look at.
            self.board.ask(Asked(segment=asked.segment))
        self.desk.show_all(self.typed.wrong)

    def _edited(self, number: int, key: str, text: str) -> None:
        before = self._session.version
        self.typed.write(number, key, text)
        if self._session.version == before:
            self.show()
        self._keep()

    def _type(self, _number: int, _key: str, text: str) -> None:
        self.typed.half = text
        self._keep()

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._draft, "stocktake")

    def _draft(self) -> dict[str, Any] | None:
        return self.typed.draft(self.desk.grid.here(), self.desk.scanning.offered) if isValid(self) else None

    def _scanned(self, code: str) -> None:
        self.desk.grid.finish_typing()
        if self.board.asked.segment == of.LENT:
            self._back_by_code(code)
        else:
            self.desk.scanning.take(code)
        self._keep()

    def _back_by_code(self, code: str) -> None:
        """A piece whose label is scanned is back; where several have one the list shows who they are."""
        state, tell = self.board.state, self.desk.scanning.tell
        meant = {one.id: one for one in scanned(code, state.assets.values())}
        loans = [one for of_whom in state.borrowers for one in of_whom.loans if one.movement.asset_id in meant]
        if not meant:
            tell("error", self.tr("没有编号“{0}”的物品。看看标签。").format(code))
        elif not loans:
            tell("caution", self.tr("{0}没有借出去").format(next(iter(meant.values())).name))
        elif len(loans) > 1:
            name = meant[loans[0].movement.asset_id].name
            tell("caution", self.tr("{0}有 {1} 笔借着，选是谁还的，按 Enter").format(name, len(loans)))
            self.desk.loans.set_current(loans[0].movement.id)
            self.desk.loans.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (loan,) = loans
            by = who(loan, self._session.snapshot, state)
            if self.deeds.give_back(loan, 1):
                tell("info", self.tr("{0}还了{1}").format(by, meant[loan.movement.asset_id].name))

    def _counted_at(self, place: Place) -> None:
        """Its row is shown; the cursor stays in the box, where the next code comes from."""
        number = self.board.number(place)
        self.typed.wrong.pop((number, COUNTED), None)
        self.show()
        self.desk.grid.show_cell(number, COUNTED)

    def _set_day(self, _iso: str) -> None:
        day = self.desk.day.day()
        if day is not None:
            self.board.count_on(day)
            self.show()

    def _back(self, loan_id: int) -> None:
        loan = self.desk.loans.loans.get(loan_id)
        if loan is not None:
            self.deeds.give_back(loan)

    def _begun(self, number: int) -> None:
        self.board.count_on(self.desk.begin.day.day() or self._session.today)
        self.ask(Asked(number))
        self.desk.focus_grid()

    def _over(self) -> None:
        """Booked or dropped: the cursor stays on the page."""
        self.typed.wrong = {}
        self.ask(self.board.asked)
        if not self.desk.left.isHidden():
            self.desk.shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: Place) -> None:
        """To what is wrong with a row: its reason, or its count."""
        row = self.board.row(place)
        if row is None:
            return
        if place not in {one.place for one in self.board.shown()}:
            self.ask(replace(self.board.asked, segment=of.ALL, room=0))
        self.desk.go_to(place, REASON if row.difference and row.expected == row.now else COUNTED)

    def accept(self) -> None:
        """What was scanned last and belongs elsewhere was found here."""
        self.desk.scanning.accept()
        self._keep()

    def _connect(self) -> None:
        desk, board = self.desk, self.board
        desk.which.committed.connect(lambda key: self.ask(Asked(int(key or 0))))
        desk.segments.chosen.connect(lambda key: self.ask(replace(board.asked, segment=key)))
        desk.head.clicked.connect(desk.segments.choose)
        desk.room.committed.connect(lambda key: self.ask(replace(board.asked, room=int(key or 0))))
        desk.day.committed.connect(self._set_day)
        desk.scan.scanned.connect(self._scanned)
        desk.scan.downward.connect(desk.focus_grid)
        desk.scanning.counted_at.connect(self._counted_at)
        desk.grid.edited.connect(self._edited)
        desk.grid.typing.connect(self._type)
        desk.grid.submitted.connect(lambda: desk.filled().click())
        desk.loans.opened.connect(self._back)
        desk.loans.acted.connect(lambda row, _key: self._back(row))
        desk.begin.begun.connect(self._begun)
        desk.take.row_wanted.connect(self.go_to)
        desk.take.booked.connect(self._over)
        desk.take.dropped.connect(self._over)
        for panel in (desk.begin, desk.take, desk.call):
            panel.closed.connect(desk.fold)
