"""What goes into a pack: first what is missing, with the way there, then each part with its number of files."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui import tokens
from ui.pack.making import Planned
from ui.pack.part import Lack, folders, tr
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


def _ways() -> dict[str, str]:
    """What the link to a page is called, by its key."""
    return {
        "roster": tr("去名册"), "pairings": tr("去结对"), "heat": tr("看每周一览"), "activities": tr("去补活动"),
        "rooms": tr("去活动室"), "stocktake": tr("去盘点"), "inspection": tr("去迎检自查"), "plan": tr("去写计划"),
        "settings": tr("去设置"), "report": tr("去选考核表"),
    }  # fmt: skip


class PackList(ListGrid):
    """`show_plan` after every change; rows are numbered from 1."""

    mend_wanted = Signal(object)
    """Lack: go to where it is mended."""

    def __init__(self) -> None:
        self.lines: dict[int, Line] = {}
        super().__init__(
            [
                Column("what", self.tr("材料"), 160, "text", self._what),
                Column("state", self.tr("还缺什么"), 0, "status", self._state),
                Column("go", self.tr("去哪里补"), 108, "link", self._go),
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

    def _state(self, row: int) -> Cell:
        line = self.lines[row]
        if line.lack is not None:
            return Cell(line.lack.words, mark="soon")
        many = self.tr("{0} 份").format(line.count) if line.count else self.tr("还没有")
        if line.lacks:
            return Cell(self.tr("{0}，没齐，看上面").format(many), mark="soon")
        if not line.count:
            return Cell(self.tr("本学期没有"), mark="wait")
        return Cell(self.tr("{0}，齐了").format(many), mark="done")

    def _go(self, row: int) -> Cell:
        lack = self.lines[row].lack
        return Cell(_ways().get(lack.page, self.tr("去补")) if lack is not None else "")

    def _mend(self, row: int) -> None:
        lack = self.lines[row].lack
        if lack is not None:
            self.mend_wanted.emit(lack)
