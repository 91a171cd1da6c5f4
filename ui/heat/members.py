"""Who stands behind a number of the heat map: child, rule, window and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards import class_name_on
from app.care_rules import CHILD, CLASS
from app.tally import Entry
from ui import heat_words as words
from ui import tokens
from ui.heat_board import Board
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.sentences import rule_word
from ui.session import Session


class Members(QWidget):
    """`opened` carries the child of a line that is about one."""

    opened = Signal(int)
    logs = Signal(object)
    """An `Entry` that shall be caught up on."""
    left = Signal()

    def __init__(self, session: Session, board: Board) -> None:
        super().__init__()
        self._session, self._board = session, board
        self._entries: list[Entry] = []
        self.heading = Label("", "heading", wrap=True)
        self.back = Button(self.tr("返回一览"), keys="Esc")
        self.grid = ListGrid(
            [
                Column("who", self.tr("孩子"), 0, "who", self._who, sort=lambda row: self._spelt(row)),
                Column("rule", self.tr("做什么"), 150, "text", lambda row: Cell(rule_word(self._at(row).key)),
                       sort=lambda row: self._at(row).key),
                Column("window", self.tr("哪一次"), 190, "two_line", self._window,
                       sort=lambda row: self._at(row).owed.deadline),
                Column("state", self.tr("怎么样"), 150, "status", self._state, sort=lambda row: self._rank(row)),
                Column("mentor", self.tr("那时的代理家长"), 130, "text", self._mentor),
            ],
            name=self.tr("名单"), many=True,
        )  # fmt: skip
        self.grid.set_empty(self.tr("没有"))
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self._open)
        self.grid.edit_wanted.connect(lambda row: self.logs.emit(self._at(row)))
        self.back.clicked.connect(self.left)

    def show_entries(self, entries: Sequence[Entry], what: str) -> None:
        """List these, those that were not done first."""
        self._entries = sorted(entries, key=lambda one: (one.done, not one.missed, one.owed.deadline))
        self.heading.setText(self.tr("{0}：{1} 件").format(what, len(self._entries)))
        self.grid.set_rows(list(range(1, len(self._entries) + 1)))
        self.grid.refresh()
        self.grid.focus_first()

    def entries(self) -> list[Entry]:
        """What is listed, in order."""
        return [self._at(row) for row in self.grid.rows()]

    def _at(self, row: int) -> Entry:
        return self._entries[row - 1]

    def _open(self, row: int) -> None:
        if self._at(row).subject[0] == CHILD:
            self.opened.emit(self._at(row).subject[1])

    def _who(self, row: int) -> Cell:
        one, snapshot = self._at(row), self._session.snapshot
        of = next((each for each in snapshot.classes if each.id == one.class_id), None)
        class_name = class_name_on(of, snapshot, one.owed.deadline) if of is not None else ""
        if one.subject[0] == CHILD:
            return Cell(snapshot.children[one.subject[1]].name, class_name)
        return Cell(class_name if one.subject[0] == CLASS else self.tr("全校"))

    def _spelt(self, row: int) -> str:
        one = self._at(row)
        child = self._session.snapshot.children.get(one.subject[1]) if one.subject[0] == CHILD else None
        return child.pinyin if child is not None else ""

    def _window(self, row: int) -> Cell:
        one = self._at(row).owed
        return Cell(words.window_word(one.window.from_day, one.window.until_day),
                    self.tr("最晚{0}月{1}日").format(one.deadline.month, one.deadline.day))  # fmt: skip

    def _state(self, row: int) -> Cell:
        one = self._at(row)
        began = one.owed.window.from_day <= self._board.today
        said = words.entry_state(one.done, one.missed, began)
        times = 0 if one.done else self._board.tried([one])
        mark = "done" if one.done else "over" if one.missed else "wait"
        return Cell(said, words.tried_word(times) if times else "", mark=mark)

    def _rank(self, row: int) -> int:
        one = self._at(row)
        return 2 if one.done else 0 if one.missed else 1

    def _mentor(self, row: int) -> Cell:
        mentor = self._at(row).mentor_id
        name = next((one.name for one in self._session.snapshot.staff if one.id == mentor), "")
        return Cell(name or "—", tone="" if name else "ink3")
