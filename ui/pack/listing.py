"""What goes into a pack: first what is missing, with the way there, then each part with its number of files."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui import tokens
from ui.pack.making import Planned
from ui.pack.part import Lack, folders
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row


@dataclass(frozen=True, slots=True)
class Line:
    """One row: something that is missing, or a part with how many files it has and how many things it lacks."""

    title: str
    count: int = 0
    lacks: int = 0
    lack: Lack | None = None
    said_above: bool = False
    """Whether the row above is of the same part: its title is not said again."""


class PackList(ListGrid):
    """`show_plan` after every change; rows are numbered from 1."""

    mend_wanted = Signal(object)
    """Lack: go to where it is mended."""

    def __init__(self) -> None:
        self.lines: dict[int, Line] = {}
        super().__init__(
            [
                Column("what", self.tr("材料"), 160, "text", self._what),
                Column("count", self.tr("份数"), 60, "text", self._count, right=True),
                Column("state", self.tr("还缺什么"), 0, "status", self._state),
                Column("go", "", 84, "action", self._go),
            ],
            name=self.tr("迎检资料"), row_height=tokens.ROW_ONE, many=False,
        )  # fmt: skip
        self.opened.connect(self._mend)
        self.acted.connect(lambda row, _column: self._mend(row))

    def show_plan(self, plan: Sequence[Planned]) -> None:
        """Show these parts."""
        missing = [Line(one.part.title, lack=lack, said_above=bool(number))
                   for one in plan for number, lack in enumerate(one.lacks)]  # fmt: skip
        rows: list[Row] = [Group(self.tr("没齐的"), len(missing), mark="soon")] if missing else []
        self.lines = dict(enumerate(missing, 1))
        rows += list(self.lines)
        for key, title in folders().items():
            inside = [one for one in plan if one.part.folder == key]
            if inside:
                rows.append(Group(title, sum(len(one.drafts) for one in inside)))
            for one in inside:
                number = len(self.lines) + 1
                self.lines[number] = Line(one.part.title, len(one.drafts), len(one.lacks))
                rows.append(number)
        self.set_rows(rows, ranked=True)
        self.refresh()

    def lack_count(self) -> int:
        """How many things are missing."""
        return sum(line.lack is not None for line in self.lines.values())

    def _what(self, row: int) -> Cell:
        line = self.lines[row]
        return Cell("" if line.said_above else line.title, tone="" if line.count or line.lack else "ink3")

    def _count(self, row: int) -> Cell:
        return Cell(str(self.lines[row].count or ""))

    def _state(self, row: int) -> Cell:
        line = self.lines[row]
        if line.lack is not None:
            return Cell(line.lack.words, mark="soon")
        if line.lacks:
            return Cell(self.tr("没齐，看上面"), mark="soon")
        return Cell(self.tr("齐了"), mark="done") if line.count else Cell(self.tr("本学期没有"), mark="wait")

    def _go(self, row: int) -> Cell:
        return Cell(self.tr("去补") if self.lines[row].lack is not None else "")

    def _mend(self, row: int) -> None:
        lack = self.lines[row].lack
        if lack is not None:
            self.mend_wanted.emit(lack)
