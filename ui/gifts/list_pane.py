"""The list half of 捐赠与心愿: what was found, which of the five lists, and a box to search it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.gifts import book as books
from ui.gifts.book import Book
from ui.gifts.grids import BareGrid, BookGrid, CoverGrid, DonorGrid, GivenGrid, WishGrid
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session

FEW = 760
"""px at 100 %: a list that is narrower shows fewer columns."""


class ListPane(QWidget):
    """What is listed is decided by the book; this shows it and lets the person choose."""

    listed = Signal()
    """Another list is shown, or something else in it."""

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__()
        self._session, self._book = session, book
        self._narrow: bool | None = None
        self.search = SearchBox(self.tr("找捐赠人、东西、孩子"))
        self.export = Button(self.tr("导出"), icon="file-spreadsheet")
        self.print = Button(self.tr("打印"), icon="printer")
        self.more = Button("", name=self.tr("要办的事"))
        self.head = PageHead(self.tr("捐赠与心愿"), (), self.search, self.print, self.export, self.more)
        self.segments = Segments([
            Segment(books.GIVEN, self.tr("捐赠")), Segment(books.DONORS, self.tr("捐赠人")),
            Segment(books.COVER, self.tr("保险")), Segment(books.BARE, self.tr("没保险的")),
            Segment(books.WISHES, self.tr("心愿")),
        ], name=self.tr("看什么"))  # fmt: skip
        self.given, self.donors = GivenGrid(session, book), DonorGrid(session, book)
        self.cover, self.bare = CoverGrid(session, book), BareGrid(session, book)
        self.wishes = WishGrid(session, book)
        self.grids: dict[str, BookGrid] = {
            books.GIVEN: self.given, books.DONORS: self.donors, books.COVER: self.cover, books.BARE: self.bare,
            books.WISHES: self.wishes,
        }  # fmt: skip
        self.stack = QStackedWidget()
        for grid in self.grids.values():
            self.stack.addWidget(grid)
            self.search.serve(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 2, tokens.GUTTER, 8)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.segments]))
        column.addWidget(self.stack, 1)
        self.segments.chosen.connect(self.choose)
        self.search.searched.connect(self._find)
        self.head.clicked.connect(self.choose)

    def shown(self) -> BookGrid:
        """The list on screen."""
        return self.grids[self._book.segment]

    def choose(self, segment: str) -> None:
        """Show another list, from its first row."""
        self._book.segment = segment
        self.segments.set_current(segment)
        self._list_anew()

    def fill(self) -> None:
        """Show the book again; current row and place stay."""
        counts = self._book.counts()
        self.segments.set_counts(counts)
        grid = self.shown()
        grid.fill()
        self.stack.setCurrentWidget(grid)
        if grid.rows() and not grid.current():
            grid.set_current(grid.rows()[0])
        self._say_why_empty(grid)
        self._say(counts)

    def focus_list(self) -> None:
        """The cursor into the list."""
        self.shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, text: str) -> None:
        self._book.text = text
        self._list_anew()

    def _list_anew(self) -> None:
        self.fill()
        grid = self.shown()
        if grid.rows():
            grid.set_current(grid.rows()[0])
        self.listed.emit()

    def _say(self, counts: dict[str, int]) -> None:
        """The finding of the list on screen first; where it has none, that of another."""
        state = self._book.state
        ending, wishes = sum(len(one.children) for one in state.endings), counts[books.WISHES]
        found = {
            books.GIVEN: self.tr("{0} 位捐赠人还没谢").format(len(state.owed)) if state.owed else "",
            books.COVER: self.tr("{0} 个孩子的保险该续了").format(ending) if ending else "",
            books.WISHES: self.tr("{0} 个心愿还没实现").format(wishes) if wishes else "",
        }
        here = {books.DONORS: books.GIVEN, books.BARE: books.COVER}.get(self._book.segment, self._book.segment)
        heading = found[here] or next((one for one in found.values() if one), self.tr("捐赠与心愿"))
        self.head.set_words(heading, [
            self.tr("捐赠人"), Number(books.DONORS, counts[books.DONORS], self.tr("捐赠人")),
            self.tr("位，没有保险的孩子"),
            Number(books.BARE, counts[books.BARE], self.tr("没有保险的孩子")), self.tr("个，没实现的心愿"),
            Number(books.WISHES, counts[books.WISHES], self.tr("没实现的心愿")), self.tr("个"),
        ])  # fmt: skip

    def _say_why_empty(self, grid: BookGrid) -> None:
        bare = self.tr("在校的孩子都有保险") if self._book.state.here else self.tr("名册里还没有孩子")
        said = {
            books.GIVEN: self.tr("还没有捐赠，按 F4 登记"), books.DONORS: self.tr("还没有捐赠人，登记捐赠时写上就有了"),
            books.COVER: self.tr("还没有登记保险，按 F4 登记"), books.BARE: bare,
            books.WISHES: self.tr("还没有记下心愿，按 F4 记"),
        }[self._book.segment]  # fmt: skip
        text = self._book.text
        grid.set_empty("" if grid.rows() else self.tr("没有找到“{0}”").format(text) if text else said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < tokens.px(FEW)
        if narrow != self._narrow:
            self._narrow = narrow
            for grid in self.grids.values():
                grid.arrange_for(narrow=narrow)
            for button in (self.print, self.export):
                button.setVisible(not narrow)
