"""The history: everything that was done, newest first, and the ways back: one action, or all after a point."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.history import ActionLine, Undone
from app.store import ImportRun, Store
from app.term_close import corrected
from app.terms import term_title
from ui import tokens
from ui.backup_words import to_the_minute
from ui.history_detail import HistoryDetail
from ui.history_filter import HistoryFilter
from ui.page import Page
from ui.past_words import kept_list
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.notice import Strip
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.work import Work

AT_ONCE = 200
"""Actions read at a time."""
KEPT_SHOWN = 12
_TAKEN_BACK = ("edit", "import", "delete", "merge")


class HistoryPage(Page):
    """Read afresh whenever it is shown; opened with a child's id it shows that child alone."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.lines: dict[int, ActionLine] = {}
        self.runs: dict[int, ImportRun] = {}
        self.corrected: dict[int, str] = {}
        self.count = Label("", "second")
        self.bin = Button(self.tr("回收站"), icon="trash-2")
        self.filter = HistoryFilter(session)
        self.kept = Strip("caution", action=self.tr("知道了"))
        self.detail = HistoryDetail()
        self.more = Button(self.tr("再看更早的"), kind="link")
        self.grid = ListGrid(
            [
                Column("at", self.tr("什么时候"), 132, "text", self._at),
                Column("what", self.tr("做了什么"), 0, "two_line", self._what),
                Column("user", self.tr("谁"), 110, "text", lambda key: Cell(self.lines[key].action.user)),
                Column("undo", "", 116, "action", lambda key: Cell(self.way(key))),
            ],
            name=self.tr("历史"), many=False,
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def arrive(self, want: object) -> None:
        self.kept.hide()
        self.filter.offer(self.session.store.past.users())
        if isinstance(want, int):
            self.filter.choose(want)
        self.refresh(None)
        self.grid.focus_first()

    def refresh(self, touched: frozenset[int] | None) -> None:
        if not self.work.busy and self.isVisible():
            self._read(max(AT_ONCE, len(self.lines)))

    def way(self, action_id: int) -> str:
        """What can be done about an action: 撤回, 撤回剩下的, 恢复, or ""."""
        line = self.lines[action_id]
        if line.action.kind not in _TAKEN_BACK:
            return ""
        if line.action.undone and not line.left:
            return self.tr("恢复")
        if line.action.undone:
            return self.tr("撤回剩下的")
        return self.tr("撤回整个导入") if action_id in self.runs else self.tr("撤回")

    def act(self, action_id: int) -> None:
        """Take one action back, or do it again; fields edited since keep what they were edited to."""
        line, way = self.lines[action_id], self.way(action_id)
        if not way:
            return
        again = line.action.undone and not line.left
        label = f"{way} {line.action.label}"
        self._run(label, lambda store: store.redo(action_id) if again else store.undo(action_id))

    def go_back_to(self, action_id: int) -> None:
        """Take back everything that was done after this action."""
        if self.lines[action_id].after:
            label = self.tr("撤回“{0}”后面的").format(self.lines[action_id].action.label)
            self._run(label, lambda store: store.undo_after(action_id))

    def _run(self, label: str, job: Callable[[Store], Undone]) -> None:
        self.work.run(lambda store, _progress: job(store), lambda undone: self._done(label, undone), None, label,
                      can_cancel=False)  # fmt: skip

    def _done(self, label: str, undone: Undone) -> None:
        self.session.show_undone(undone)
        self.refresh(None)
        done = self.tr("{0} 处").format(undone.reversed) if undone.reversed else self.tr("一处也没动")
        self.session.said.emit(f"{label}：{done}")
        kept = kept_list(undone.kept, self.session.snapshot)
        self.kept.setVisible(bool(kept))
        if kept:
            more = self.tr("等") if len(kept) > KEPT_SHOWN else ""
            names = "、".join(kept[:KEPT_SHOWN])
            self.kept.say("caution", self.tr("{0} 处后来改过，留着没动：{1}{2}").format(len(kept), names, more))

    # reading

    def _read(self, number: int) -> None:
        past = self.session.store.past
        self.runs = {run.action_id: run for run in self.session.store.imports()}
        found = past.actions(self.filter.query(), limit=number)
        self.lines = {line.action.id: line for line in found}
        self._show(len(found) == number)

    def read_more(self) -> None:
        """The next older actions below those that are shown."""
        before = min(self.lines, default=0)
        found = self.session.store.past.actions(self.filter.query(), before, AT_ONCE)
        self.lines |= {line.action.id: line for line in found}
        self._show(len(found) == AT_ONCE)
        if found:
            self.grid.set_current(found[0].action.id)
        self.grid.setFocus()

    def _show(self, more: bool) -> None:
        store, terms = self.session.store, self.session.snapshot.terms
        self.corrected = corrected(store.term_closes, terms, min(self.lines, default=0))
        self.grid.set_rows(list(self.lines))
        self.grid.refresh()
        if self.grid.current() not in self.lines and self.lines:
            self.grid.set_current(next(iter(self.lines)))
        self.more.setVisible(more)
        shown = len(self.lines)
        self.count.setText(
            (self.tr("最近的 {0} 次改动，新的在上面") if more else self.tr("{0} 次改动，新的在上面")).format(shown)
        )
        self._show_detail()

    def _show_detail(self) -> None:
        key = self.grid.current()
        line = self.lines.get(key)
        rows = self.session.store.past.changes_of(key) if line and self.detail.isVisible() else []
        self.detail.show_line(line, rows, self.session.snapshot, self.way(key) if line else "")

    # cells

    def _at(self, key: int) -> Cell:
        return Cell(to_the_minute(self.lines[key].action.at, datetime.now()))

    def _what(self, key: int) -> Cell:
        line, run = self.lines[key], self.runs.get(key)
        kind = {"undo": self.tr("撤回："), "redo": self.tr("恢复：")}.get(line.action.kind, "")
        where = self.tr("{0} 个孩子，").format(line.children) if line.children > 1 else ""
        second = where + self.tr("{0} 处").format(line.fields)
        if run is not None:
            second = self.tr("{file}：新孩子 {new}，有变动 {changed}").format(
                file=run.file_name, new=run.new, changed=run.changed
            )
        if line.action.undone and line.action.kind in _TAKEN_BACK:
            second += self.tr("，撤回了一部分") if line.left else self.tr("，已撤回")
        if (code := self.corrected.get(key)) is not None:
            second += self.tr("，更正{0}").format(term_title(code))
        return Cell(kind + line.action.label, second, tone="ink3" if line.action.undone or kind else "")

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("↑↓", self.tr("换一行")), ("Enter", self.tr("撤回或恢复这一次")), ("Ctrl+Enter", self.tr("撤回它后面的")),
            ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "每一次改动都在这里，新的在上面，关了程序也在。按 Enter 撤回那一次，再按一次恢复；"
            "Ctrl+Enter 撤回它后面的全部。后来又改过的格子不动，会一处一处告诉你。"
            "上面可以只看一个孩子、一个人、一种改动或者一天。"
        )

    def _connect(self) -> None:
        self.bin.clicked.connect(lambda: self.goes.emit("recycle", None))
        self.grid.opened.connect(self.act)
        self.grid.acted.connect(lambda key, _column: self.act(key))
        self.grid.current_changed.connect(lambda _key: self._show_detail())
        self.detail.back.clicked.connect(lambda: self.act(self.grid.current()))
        self.detail.after.clicked.connect(lambda: self.go_back_to(self.grid.current()))
        self.more.clicked.connect(self.read_more)
        self.filter.chosen.connect(lambda: self._read(AT_ONCE))
        self.kept.button.clicked.connect(self.kept.hide)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.grid, lambda: self.go_back_to(self.grid.current()))

    def _lay_out(self) -> None:
        self.grid.set_empty(self.tr("没有这样的改动。改过的每一处都会记在这里。"))
        self.kept.hide()
        self.detail.hide()
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("历史"), "heading"))
        head.addStretch(1)
        head.addWidget(self.bin)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        left.setSpacing(8)
        left.addLayout(head)
        for widget in (self.count, self.filter, self.kept, self.grid, self.more):
            left.addWidget(widget, 1 if widget is self.grid else 0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.detail)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the panel goes."""
        return QSize(700, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setVisible(self.window().width() >= tokens.NARROW_BELOW)
