"""The figures of a term under their headings: value, share, last term's value, the change in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.figures import GROUPS, Book, Pair
from app.school import Snapshot
from ui import term_words as words
from ui import tokens
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row

VALUE, BEFORE, CHANGE = "value", "before", "change"


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)


def _no_term() -> str:
    return _tr("还没有开始的学期，先在“设置”里写好学期")


class Listing(ListGrid):
    """Row ids count the figures from 1, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._pairs: list[Pair] = []
        self._titles: list[str] = []
        self._groups: dict[str, list[int]] = {}
        self._text = ""
        super().__init__(self._columns(), name=_tr("本学期数字"), row_height=tokens.ROW_ONE, many=False, parent=parent)
        self.set_empty(_no_term())

    def show_book(self, book: Book | None, snapshot: Snapshot) -> None:
        """Show these figures, beside those of the term before if there is one; the cursor stays on its own."""
        kept = self.key_at(self.current())
        self._pairs, self._titles, self._groups = [], [], {}
        for group in GROUPS if book is not None else ():
            assert book is not None
            for pair in book.pairs(group):
                self._pairs.append(pair)
                self._titles.append(words.row_title(pair.now, snapshot, book.on))
                self._groups.setdefault(group, []).append(len(self._pairs))
        last = book.last if book is not None else None
        for column in (BEFORE, CHANGE):
            self.head.show_column(column, last is not None)
        self._show_rows()
        if kept:
            self.go_key(kept)

    def search_for(self, text: str) -> None:
        """List only the figures whose title or heading has these words; "" for all."""
        self._text = text
        self._show_rows()
        if self.rows() and not self.current():
            self.set_current(self.rows()[0])

    def _show_rows(self) -> None:
        shown: list[Row] = []
        for group, rows in self._groups.items():
            heading = words.group_word(group)
            found = [row for row in rows if self._text in heading or self._text in self._titles[row - 1]]
            shown += [Group(heading), *found] if found else []
        self.set_empty(_tr("没有找到“{0}”").format(self._text) if self._text else _no_term())
        self.set_rows(shown, ranked=True)
        self.refresh()

    def pairs(self) -> Sequence[Pair]:
        """All figures, in the order of their row ids."""
        return self._pairs

    def key_at(self, row: int) -> str:
        """The key of the figure in that row; "" for none."""
        return self._pairs[row - 1].now.key if 0 < row <= len(self._pairs) else ""

    def go_key(self, key: str) -> bool:
        """Put the cursor on that figure; False if it is not listed."""
        row = next((n for n, pair in enumerate(self._pairs, 1) if pair.now.key == key), 0)
        there = row in self.rows()
        if there:
            self.set_current(row)
        return there

    def _columns(self) -> list[Column]:
        return [
            Column("title", _tr("项目"), 0, "text", lambda row: Cell(self._titles[row - 1])),
            Column(VALUE, _tr("本学期"), 96, "number", lambda row: self._value(row), right=True),
            Column("share", _tr("占多少，做到多少"), 156, "text", lambda row: self._share(row), right=True),
            Column(BEFORE, _tr("前一学期"), 88, "text", lambda row: self._before(row), right=True),
            Column(CHANGE, _tr("比前一学期"), 140, "text", lambda row: self._change(row)),
        ]

    def _value(self, row: int) -> Cell:
        one = self._pairs[row - 1].now
        return Cell(words.number(one.key, one.value))

    def _share(self, row: int) -> Cell:
        one = self._pairs[row - 1].now
        lacks = words.counts_done(one) and one.of is not None and one.value < one.of
        return Cell(words.share(one), tone="soon" if lacks else "ink2")

    def _before(self, row: int) -> Cell:
        return Cell(words.last_value(self._pairs[row - 1].before), tone="ink2")

    def _change(self, row: int) -> Cell:
        return Cell(words.change(self._pairs[row - 1]), tone="ink2")
