"""The history: everything that was done, newest first, and the undo of a whole import on any day."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store import HistoryRow, ImportRun, Undone
from ui import tokens
from ui.backup_words import to_the_minute
from ui.page import Page
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.work import Work

MOST = 20000
"""History rows read; older actions are asked of the child's own history."""


class Line:
    """One action of the list."""

    def __init__(self, first: HistoryRow, run: ImportRun | None) -> None:
        self.id, self.at, self.user, self.label, self.kind, self.undone = (
            first.action_id, first.at, first.user, first.label, first.kind, first.undone,
        )  # fmt: skip
        self.run, self.fields, self.left = run, 0, first.left
        self.children: set[int] = set()

    @property
    def can_undo(self) -> bool:
        """Edits and imports can be taken back, as long as an undo left some of it; an undo is taken back by Ctrl+Y."""
        return self.kind in ("edit", "import", "delete", "merge") and (self.left or not self.undone)


def lines(rows: Sequence[HistoryRow], runs: Sequence[ImportRun]) -> list[Line]:
    """Gather history rows, newest first, into actions."""
    of_action = {run.action_id: run for run in runs}
    found: dict[int, Line] = {}
    for row in rows:
        line = found.setdefault(row.action_id, Line(row, of_action.get(row.action_id)))
        line.fields += 1
        if row.child_id is not None:
            line.children.add(row.child_id)
    return list(found.values())


class HistoryPage(Page):
    """Read afresh whenever it is shown."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.lines: dict[int, Line] = {}
        self.count = Label("", "second")
        self.bin = Button(self.tr("回收站"), icon="trash-2")
        self.bin.clicked.connect(lambda: self.goes.emit("recycle", None))
        self.grid = ListGrid(
            [
                Column("at", self.tr("什么时候"), 120, "text", self._at),
                Column("what", self.tr("做了什么"), 0, "two_line", self._what),
                Column("user", self.tr("谁"), 110, "text", lambda key: Cell(self.lines[key].user)),
                Column("undo", "", 110, "action", self._undo_cell),
            ],
            name=self.tr("历史"),
        )
        self.grid.set_empty(self.tr("还没有改动。改过的每一处都会记在这里。"))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("历史"), "heading"))
        head.addStretch(1)
        head.addWidget(self.bin)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.grid, 1)
        self.grid.acted.connect(self._act)

    def _at(self, key: int) -> Cell:
        return Cell(to_the_minute(self.lines[key].at, datetime.now()))

    def _what(self, key: int) -> Cell:
        line = self.lines[key]
        kind = {"undo": self.tr("撤回："), "redo": self.tr("恢复：")}.get(line.kind, "")
        where = self.tr("{0} 个孩子，").format(len(line.children)) if len(line.children) > 1 else ""
        second = where + self.tr("{0} 处").format(line.fields)
        if line.run is not None:
            second = self.tr("{file}：新孩子 {new}，有变动 {changed}").format(
                file=line.run.file_name, new=line.run.new, changed=line.run.changed
            )
        if line.undone:
            second += self.tr("，撤销了一部分") if line.left else self.tr("，已撤销")
        return Cell(kind + line.label, second, faded=line.kind in ("undo", "redo"))

    def _undo_cell(self, key: int) -> Cell:
        line = self.lines[key]
        if not line.can_undo:
            return Cell()
        if line.undone:
            return Cell(self.tr("撤销剩下的"))
        return Cell(self.tr("撤销整个导入") if line.run is not None else self.tr("撤销"))

    def arrive(self, want: object) -> None:
        self.refresh(None)
        self.grid.focus_first()

    def refresh(self, touched: frozenset[int] | None) -> None:
        if self.work.busy:
            return
        store = self.session.store
        self.lines = {line.id: line for line in lines(store.history(limit=MOST), store.imports())}
        self.grid.set_rows(list(self.lines))
        self.grid.refresh()
        self.count.setText(self.tr("最近的 {0} 次改动，新的在上面").format(len(self.lines)))

    def _act(self, key: int, _column: str) -> None:
        if self.lines[key].can_undo:
            self.undo(key)

    def undo(self, action_id: int) -> None:
        """Take one action back; fields edited since keep what they were edited to."""
        label = self.tr("撤销 {what}").format(what=self.lines[action_id].label)
        self.work.run(lambda store, _progress: store.undo(action_id), self._undone, None, label, can_cancel=False)

    def _undone(self, undone: Undone) -> None:
        self.session.show_undone(undone)
        self.refresh(None)
        said = self.tr("撤回了：{what}，{n} 处").format(what=undone.label, n=undone.reversed)
        if undone.kept:
            said += self.tr("；有 {0} 处后来改过，留着没动").format(len(undone.kept))
        (self.session.noted if undone.kept else self.session.said).emit(said)

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("换一行")), ("Esc", self.tr("返回"))]

    def help_text(self) -> str:
        return self.tr("每一次改动都在这里，新的在上面。点“撤销”收回那一次；后来又改过的格子不动，会告诉你有几处。")
