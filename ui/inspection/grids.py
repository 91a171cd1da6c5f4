"""The lists of 迎检自查: the points of the checklist, problems with what rooms still lack, inspections held."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.self_check import OPEN, Checked
from ui import inspection_words as words
from ui import tokens
from ui.care_words import day_short
from ui.inspection import sights
from ui.inspection.sights import UNMENDED
from ui.inspection_book import Book
from ui.inspection_said import lack_word, result_word
from ui.pieces.arrangement import Arrangement
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.safety_words import found_words, since_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


class BookGrid(ListGrid):
    """A list over the book; `narrow` are its columns where there is little room."""

    narrow: tuple[str, ...] = ()

    def __init__(self, book: Book, columns: Sequence[Column], name: str) -> None:
        self.book = book
        self._all = tuple(one.key for one in columns)
        super().__init__(columns, name=name, many=False, row_height=tokens.ROW_TWO)

    def arrange_for(self, *, narrow: bool) -> None:
        """Fewer columns where there is little room."""
        self.arrange(Arrangement(self.narrow if narrow else self._all, {}))

    def fill(self) -> None:
        """List what the book says now."""
        raise NotImplementedError


class CheckGrid(BookGrid):
    """Rows are places in the checklist, from 1; under the heading of each group."""

    narrow = ("what", "state")

    def __init__(self, book: Book) -> None:
        super().__init__(book, [
            Column("what", _tr("自查什么"), 0, "two_line", self._what),
            Column("result", _tr("结果"), 92, "text", self._result),
            Column("state", _tr("还差什么"), 232, "status", self._state),
            Column("way", _tr("去哪里补"), 112, "link", self._way),
        ], _tr("自查"))  # fmt: skip

    def fill(self) -> None:
        places = {one.point.key: place for place, one in enumerate(self.book.state.checked, 1)}
        rows: list[Row] = []
        listed = self.book.points()
        for key, title in words.group_words().items():
            mine = [one for one in listed if one.point.group == key]
            if mine:
                left = sum(one.state in OPEN for one in mine)
                hint = _tr("还差 {0} 项").format(left) if left else _tr("都齐了")
                rows += [Group(title, len(mine), hint), *(places[one.point.key] for one in mine)]
        self.set_rows(rows, ranked=True)
        self.refresh()

    def _of(self, row: int) -> Checked:
        return self.book.state.checked[row - 1]

    def _what(self, row: int) -> Cell:
        one = self._of(row)
        return Cell(one.point.what, one.evidence or one.point.look)

    def _result(self, row: int) -> Cell:
        return Cell(result_word(self._of(row)), tone="ink2")

    def _state(self, row: int) -> Cell:
        one = self._of(row)
        return Cell(lack_word(one) or words.state_word(one.state), mark=words.state_mark(one.state))

    def _way(self, row: int) -> Cell:
        return Cell(sights.link_word(self._of(row)))


class ProblemGrid(BookGrid):
    """Problems, and findings of rooms (`UNMENDED` + id) beneath them."""

    narrow = ("what", "state")

    def __init__(self, book: Book) -> None:
        super().__init__(book, [
            Column("what", _tr("什么问题"), 0, "two_line", self._what),
            Column("kind", _tr("哪一类"), 92, "text", self._kind),
            Column("found", _tr("查出来"), 100, "text", self._found),
            Column("who", _tr("谁负责改"), 88, "text", self._who),
            Column("state", _tr("改好没有"), 176, "status", self._state),
        ], _tr("问题整改"))  # fmt: skip

    def fill(self) -> None:
        last, rows = self.book.state.last, list[Row]()
        every = self.book.problems()
        parts = (
            (_tr("没改好的"), [one.id for one in every if one.is_open(last)]),
            (_tr("活动室里没整改的"), [UNMENDED + one.finding.id for one in self.book.unmended()]),
            (_tr("改好了的"), [one.id for one in every if not one.is_open(last)]),
        )
        for title, ids in parts:
            if ids:
                rows += [Group(title, len(ids)), *ids]
        self.set_rows(rows, ranked=True)
        self.refresh()

    def _what(self, row: int) -> Cell:
        if row > UNMENDED:
            left = self.book.state.unmended[row - UNMENDED]
            return Cell(found_words(left.finding), left.room.name)
        one = self.book.state.problems[row]
        return Cell(words.problem_word(one), one.measure or one.result)

    def _kind(self, row: int) -> Cell:
        said = _tr("活动室") if row > UNMENDED else words.kind_word(self.book.state.problems[row].kind)
        return Cell(said, tone="ink2")

    def _found(self, row: int) -> Cell:
        state = self.book.state
        day = state.unmended[row - UNMENDED].check.day if row > UNMENDED else state.problems[row].found_on
        return Cell(day_short(day, self.book.today), tone="ink2")

    def _who(self, row: int) -> Cell:
        state = self.book.state
        who = state.unmended[row - UNMENDED].room.keeper_id if row > UNMENDED else state.problems[row].staff_id
        return Cell(self.book.staff_name(who) or _tr("没定"), tone="ink2")

    def _state(self, row: int) -> Cell:
        if row > UNMENDED:
            return Cell(since_words(self.book.state.unmended[row - UNMENDED].check, self.book.today), mark="over")
        mark, said, second = words.problem_state(self.book.state.problems[row], self.book.state.last)
        return Cell(said, second, mark=mark)


class RoundGrid(BookGrid):
    """Inspections of the term."""

    narrow = ("day", "kind", "state")

    def __init__(self, book: Book) -> None:
        super().__init__(book, [
            Column("day", _tr("哪天"), 104, "text", self._day),
            Column("kind", _tr("查什么"), 0, "two_line", self._kind),
            Column("who", _tr("谁查的"), 100, "text", self._who),
            Column("state", _tr("查得怎么样"), 176, "status", self._state),
        ], _tr("安全检查"))  # fmt: skip

    def fill(self) -> None:
        self.set_rows([one.id for one in self.book.rounds()], ranked=True)
        self.refresh()

    def _day(self, row: int) -> Cell:
        return Cell(day_short(self.book.state.rounds[row].day, self.book.today))

    def _kind(self, row: int) -> Cell:
        one = self.book.state.rounds[row]
        return Cell(words.round_word(one.kind), one.people or one.note)

    def _who(self, row: int) -> Cell:
        return Cell(self.book.staff_name(self.book.state.rounds[row].staff_id), tone="ink2")

    def _state(self, row: int) -> Cell:
        found = sights.sight(self.book, "rounds", row)
        return Cell(found.mark[1], mark=found.mark[0]) if found is not None else Cell()
