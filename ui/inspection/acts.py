"""What the buttons beside the lists of 迎检自查 do with the thing that is open."""

from typing import TYPE_CHECKING

from app.inspection import ANSWERS
from app.self_check import ASKS
from ui.inspection import errand as errands
from ui.inspection import sights
from ui.inspection.errand import Errand
from ui.inspection_book import CHECK, PROBLEMS, ROUNDS

if TYPE_CHECKING:
    from ui.inspection.desk import Desk

_CHANGES = {CHECK: errands.ANSWER, PROBLEMS: errands.REPROBLEM, ROUNDS: errands.REROUND}


class Acts:
    """`act` takes a key of `ui.inspection.sights`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def act(self, key: str) -> None:
        """Do it with what is open."""
        desk = self._desk
        segment, row = desk.current()
        if key in ANSWERS and segment == CHECK:
            self._say(row, key)
        elif key == sights.WAY:
            self.way(segment, row)
        elif key == sights.CHANGE:
            self.change(segment, row)
        elif key == sights.CLOSE:
            desk.ask(Errand(errands.CLOSE, row))
        elif key == sights.REOPEN:
            desk.deeds.reopen(desk.book.state.problems[row])
        elif key == sights.PRINT:
            desk.goes.emit("print", (f"round:{row}", "inspection_round"))
        elif key == sights.ROOM:
            desk.goes.emit("rooms", {"finding": row - sights.UNMENDED})
        elif key == sights.ROUND_OF:
            desk.open_record(ROUNDS, desk.book.state.problems[row].round_id or 0)
        elif key == sights.FOUND:
            desk.ask(Errand(errands.PROBLEM, row))
        elif key == sights.DELETE:
            self._delete(segment, row)

    def way(self, segment: str, row: int) -> None:
        """Go where what a point lacks is made good; where there is no such place, to the point itself."""
        one = self._desk.book.checked(row) if segment == CHECK else None
        way = sights.way_of(one) if one is not None else None
        if way is not None:
            self._desk.goes.emit(way.page, way.want)
        elif one is not None:
            self._desk.open_record(segment, row)

    def change(self, segment: str, row: int) -> None:
        """F2."""
        if segment == PROBLEMS and row > sights.UNMENDED:
            self.act(sights.ROOM)
        elif row:
            self._desk.ask(Errand(_CHANGES[segment], row))

    def _say(self, place: int, answer: str) -> None:
        """One key; the next point that nobody has answered follows."""
        desk = self._desk
        if not desk.deeds.say(place, answer):
            return
        rows = desk.list.shown().rows()
        rest = rows[rows.index(place) + 1 :] if place in rows else rows
        following = next((row for row in rest if desk.book.state.checked[row - 1].state == ASKS), 0)
        if following:
            desk.open_record(CHECK, following)

    def _delete(self, segment: str, row: int) -> None:
        desk, state = self._desk, self._desk.book.state
        found = state.problems.get(row) if segment == PROBLEMS else state.rounds.get(row)
        if found is not None and desk.deeds.delete(found):
            desk.close_panel()
