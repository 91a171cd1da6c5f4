"""The page 可能重复: children who may have been entered twice, side by side; made one, or told apart for good."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import edits
from app.changes import Change, Insert
from app.children import Child
from app.duplicates import Pair, pairs
from app.merging import KEPT, OTHER
from ui import labels, tokens
from ui.children import pair_words as words
from ui.children.pair_grid import PairGrid
from ui.children.pair_lines import PairLines
from ui.page import Page
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.work import Work

LIST, LIST_NARROW = 300, 220
LONG = 12
"""Characters that every column has room for."""


class DuplicatesPage(Page):
    """Read afresh whenever it is shown; the pair in work stays as long as it is one."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.pairs: dict[int, Pair] = {}
        self.lines = PairLines(session)
        self._seen: set[tuple[int, int]] = set()
        self.heading, self.count = Label("", "heading"), Label("", "second", "ink2", wrap=True)
        self.list = ListGrid(
            [Column("who", self.tr("可能是同一个"), 0, "two_line", self._who)], name=self.tr("可能重复的"), many=False
        )
        self.grid = PairGrid(self.lines.columns((self.tr("先录的"), self.tr("后录的"))), name=self.tr("两份资料对照"))
        self.kept = Label("", "second", "ink2", wrap=True)
        self.first = Button("", kind="link", height=26)
        self.second = Button("", kind="link", height=26)
        self.apart = Button(self.tr("不是同一人"))
        self.merge = Button(self.tr("合并成一个"), kind="primary", keys="Ctrl+Enter", height=40)
        self._lay_out()
        self._connect()

    def arrive(self, want: object) -> None:
        self._seen.clear()
        self.refresh(None)
        self.list.focus_first()

    def refresh(self, touched: frozenset[int] | None) -> None:
        if not self.isVisible():
            return
        before = self.pair()
        self.pairs = dict(enumerate(pairs(self.session.snapshot), 1))
        self.list.set_rows(list(self.pairs))
        self.list.refresh()
        at = next((key for key, pair in self.pairs.items() if before and pair.key == before.key), 1)
        if self.pairs:
            self.list.set_current(at)
        count = len(self.pairs)
        self.heading.setText(self.tr("{0} 对孩子可能录了两遍").format(count) if count else self.tr("没有录重的孩子"))
        self.count.setText(
            self.tr("姓名、身份证号、生日、家里人一样或只差一点的，都列在这里。合并错了按 Ctrl+Z，一处不差地退回来。")
        )
        self._show_pair()

    def pair(self) -> Pair | None:
        """The pair that is shown."""
        return self.pairs.get(self.list.current())

    def both(self) -> tuple[Child, Child] | None:
        """Both records of the pair, the one entered first before the other."""
        pair = self.pair()
        known = self.session.snapshot.children
        if pair is None or pair.first not in known or pair.second not in known:
            return None
        return known[pair.first], known[pair.second]

    def _show_pair(self) -> None:
        both = self.both()
        for widget in (self.grid, self.kept, self.first, self.second, self.apart, self.merge):
            widget.setVisible(both is not None)
        if both is None:
            return
        one, other = both
        self.grid.set_rows(self.lines.show(one, other))
        self.grid.refresh()
        self.grid.set_current(1)
        for button, title, child in ((self.first, self.tr("先录的"), one), (self.second, self.tr("后录的"), other)):
            # The class and birth stand in the list beside; here they would not fit a small window.
            button.set_label(self.tr("{0}：看档案").format(title))
            button.setAccessibleName(f"{title}：{words.who(self.session, child)}")
        self._explain()
        if self.lines.shows_whole_id() and self.isVisible() and (one.id, other.id) not in self._seen:
            self._seen.add((one.id, other.id))
            self.session.store.log("show_id_number", f"child={one.id},{other.id}")

    def _explain(self) -> None:
        """Long values of the current line in full; else what becomes of the rest."""
        whole = self.lines.whole(self.grid.current())
        if max(map(len, whole)) > LONG:
            self.kept.setText(self.tr("先录的：{0}\n后录的：{1}").format(*whole))
            return
        self.kept.setText(self.tr("电话、在校和在外的日期、谁带过、打印和关爱记录都合在一起，一个不丢，也不重叠。"))

    def _who(self, key: int) -> Cell:
        pair = self.pairs[key]
        name = words.pair_name(self.session.snapshot, pair.first, pair.second)
        return Cell(name, words.reason_words(pair.reasons))

    def toggle(self, line_id: int, side: str = "") -> None:
        """Take the other record's value."""
        if self.lines.toggle(line_id, side):
            self.grid.refresh(frozenset({line_id}))

    def make_one(self) -> None:
        """Merge the pair as it is ticked."""
        both = self.both()
        if both is None:
            return
        one, other = both
        snapshot = self.session.snapshot
        ledger = self.session.store.ledger
        changes = edits.merge_children(
            one, other, self.lines.sides, self.session.today, snapshot, ledger.of_child(other.id, whole=True),
            (ledger.mentions(one.id), ledger.mentions(other.id)),
        )  # fmt: skip
        label = labels.merge_children(words.pair_name(snapshot, one.id, other.id))
        self._write(label, changes, "merge", self.tr("{0}，Ctrl+Z 撤回").format(label))

    def tell_apart(self) -> None:
        """Remember that these are two children."""
        both = self.both()
        if both is None:
            return
        one, other = both
        label = labels.not_same(words.pair_name(self.session.snapshot, one.id, other.id))
        row = {"child_id": one.id, "other_id": other.id}
        self._write(label, [Insert("not_same", row)], "edit", self.tr("记下了，以后不再列出来，Ctrl+Z 撤回"))

    def _write(self, label: str, changes: Sequence[Change], kind: str, said: str) -> None:
        at = self.list.current()
        if self.session.attempt(label, changes, kind, said=said) is None:
            return
        self.list.set_current(min(at, len(self.pairs)))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("↑↓", self.tr("换一对")), ("Tab", self.tr("到对照表")), (self.tr("空格"), self.tr("换成另一份的")),
            ("Ctrl+Enter", self.tr("合并成一个")), ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "同一个孩子录了两遍，就在这里合成一个。左边选一对，右边看两份哪里不一样，打勾的留下，空格换成另一份的。"
            "合并是一步，Ctrl+Z 一次退回。真是两个孩子，点“不是同一人”，以后不再列出来。"
        )

    def _connect(self) -> None:
        self.list.current_changed.connect(lambda _key: self._show_pair())
        self.list.opened.connect(lambda _key: self.grid.focus_first())
        self.grid.current_changed.connect(lambda _key: self._explain())
        self.grid.ticked.connect(self.toggle)
        self.grid.opened.connect(self.toggle)
        self.grid.pointed.connect(lambda key, column: self.toggle(key, column) if column in (KEPT, OTHER) else None)
        self.first.clicked.connect(lambda: self._open(0))
        self.second.clicked.connect(lambda: self._open(1))
        self.apart.clicked.connect(self.tell_apart)
        self.merge.clicked.connect(self.make_one)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.make_one)

    def _open(self, which: int) -> None:
        both = self.both()
        if both is not None:
            self.goes.emit("roster", both[which].id)

    def _lay_out(self) -> None:
        self.list.set_empty(self.tr("没有可能重复的孩子"))
        links = QHBoxLayout()
        links.setSpacing(tokens.GUTTER)
        links.addWidget(self.first)
        links.addWidget(self.second)
        links.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.apart)
        foot.addWidget(self.merge)
        right = QVBoxLayout()
        right.setSpacing(tokens.BETWEEN)
        right.addLayout(links)
        right.addWidget(self.grid, 1)
        right.addLayout(foot)
        body = QHBoxLayout()
        body.setSpacing(tokens.PADDING)
        body.addWidget(self.list)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.count)
        column.addLayout(body, 1)
        self.list.setFixedWidth(tokens.px(LIST))

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(700, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < tokens.NARROW_BELOW
        self.list.setFixedWidth(tokens.px(LIST_NARROW if narrow else LIST))
