"""The list half of 迎检自查: what was found, of which term, which of the three lists, what of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.self_check import ASKS, FINE, LACKS, MOSTLY, PART
from ui import inspection_book as books
from ui import tokens
from ui.inspection.grids import BookGrid, CheckGrid, ProblemGrid, RoundGrid
from ui.inspection_book import Book
from ui.pieces.button import Button
from ui.pieces.editors import Combo
from ui.pieces.flow_line import FlowLine
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments

FEW = 760
"""px at 100 %: a list that is narrower shows fewer columns."""


class ListPane(QWidget):
    """What is listed is decided by the book; this shows it and lets the person choose."""

    listed = Signal()
    """Another list is shown, or something else in it."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._narrow: bool | None = None
        self.term = Combo()
        self.term.setAccessibleName(self.tr("哪个学期"))
        self.term.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchBox(self.tr("找一项、一个问题"))
        self.export = Button(self.tr("导出"), icon="file-spreadsheet", name=self.tr("导出 Excel"))
        self.print = Button(self.tr("打印"), icon="printer", name=self.tr("打印这张表"))
        self.more = Button("", name=self.tr("要办的事"))
        self.head = PageHead(self.tr("迎检自查"), (), self.term, self.print, self.export, self.more)
        self.segments = Segments([
            Segment(books.CHECK, self.tr("自查")), Segment(books.PROBLEMS, self.tr("问题整改")),
            Segment(books.ROUNDS, self.tr("安全检查")),
        ], name=self.tr("看什么"))  # fmt: skip
        every, left = Segment(books.EVERY, self.tr("全部")), Segment(books.LEFT, self.tr("还差的"))
        self.only = {
            books.CHECK: Segments([every, left, Segment(books.UNSAID, self.tr("没答的"))], name=self.tr("看哪些")),
            books.PROBLEMS: Segments([every, Segment(books.LEFT, self.tr("没改好的"))], name=self.tr("看哪些问题")),
        }  # fmt: skip
        self.grids: dict[str, BookGrid] = {
            books.CHECK: CheckGrid(book), books.PROBLEMS: ProblemGrid(book), books.ROUNDS: RoundGrid(book),
        }  # fmt: skip
        self.stack = QStackedWidget()
        for grid in self.grids.values():
            self.stack.addWidget(grid)
            self.search.serve(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 2, tokens.GUTTER, 8)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.segments, *self.only.values(), self.search]))
        column.addWidget(self.stack, 1)
        self.segments.chosen.connect(self.choose)
        for segment, choice in self.only.items():
            choice.chosen.connect(lambda key, segment=segment: self.show_only(segment, key))
        self.search.searched.connect(self._find)
        self.head.clicked.connect(self._number)
        self.term.activated.connect(lambda place: self.choose_term(str(self.term.itemData(place))))

    def shown(self) -> BookGrid:
        """The list on screen."""
        return self.grids[self._book.segment]

    def choose(self, segment: str) -> None:
        """Show another list, from its first row."""
        self._book.segment = segment
        self.segments.set_current(segment)
        self._list_anew()

    def show_only(self, segment: str, only: str) -> None:
        """Show one list, and of it only these (`ui.inspection_book.FILTERS`)."""
        self._book.only[segment] = only
        self.only[segment].set_current(only)
        self.choose(segment)

    def choose_term(self, code: str) -> None:
        """Show another term."""
        self._book.term_code = code
        self._list_anew()

    def fill(self) -> None:
        """Show the book again; current row and place stay."""
        state, segment = self._book.state, self._book.segment
        self._offer_terms()
        self.segments.set_counts({
            books.CHECK: len(state.left), books.PROBLEMS: len(state.waiting) + len(state.unmended),
            books.ROUNDS: len(state.rounds),
        })  # fmt: skip
        for key, choice in self.only.items():
            choice.setVisible(key == segment)
        grid = self.shown()
        grid.fill()
        self.stack.setCurrentWidget(grid)
        if grid.rows() and not grid.current():
            grid.set_current(grid.rows()[0])
        self._say_why_empty(grid)
        self.head.set_words(*self._words())

    def focus_list(self) -> None:
        """The cursor into the list."""
        self.shown().setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _find(self, text: str) -> None:
        self._book.text = text
        self._list_anew()

    def _list_anew(self) -> None:
        self.fill()
        grid = self.shown()
        if grid.rows():
            grid.set_current(grid.rows()[0])
        self.listed.emit()

    def _number(self, key: str) -> None:
        if key in books.FILTERS:
            self.show_only(books.CHECK, key)
        else:
            self.choose(key)

    def _words(self) -> tuple[str, list[str | Number]]:
        state = self._book.state
        if self._book.segment == books.PROBLEMS:
            return self._problem_words()
        if self._book.segment == books.ROUNDS:
            return self._round_words()
        count, left = len(state.checked), len(state.left)
        heading = (self.tr("自查 {0} 项，还差 {1} 项").format(count, left) if left
                   else self.tr("自查 {0} 项，都齐了").format(count))  # fmt: skip
        of = {key: sum(one.state == key for one in state.checked) for key in (FINE, MOSTLY, PART, LACKS, ASKS)}
        mostly: list[str | Number] = [
            self.tr("项，基本做到"), Number(books.EVERY, of[MOSTLY], self.tr("基本做到 {0} 项").format(of[MOSTLY])),
        ] if of[MOSTLY] else []  # fmt: skip
        return heading, [
            self.tr("齐了"), Number(books.EVERY, of[FINE], self.tr("齐了 {0} 项").format(of[FINE])),
            *mostly, self.tr("项，差一些和没有的"),
            Number(books.LEFT, of[PART] + of[LACKS], self.tr("差 {0} 项").format(of[PART] + of[LACKS])),
            self.tr("项，没答的"), Number(books.UNSAID, of[ASKS], self.tr("没答 {0} 项").format(of[ASKS])),
            self.tr("项"),
        ]  # fmt: skip

    def _problem_words(self) -> tuple[str, list[str | Number]]:
        state = self._book.state
        late = sum(one.is_late(state.last) for one in state.waiting)
        if late:
            heading = self.tr("{0} 个问题过期没改好").format(late)
        elif state.waiting:
            heading = self.tr("{0} 个问题没改好").format(len(state.waiting))
        else:
            heading = self.tr("查出的问题都改好了") if state.problems else self.tr("还没有查出问题")
        done, rooms = len(state.closed), len(state.unmended)
        return heading, [
            self.tr("没改好"),
            Number(books.PROBLEMS, len(state.waiting), self.tr("没改好 {0} 个").format(len(state.waiting))),
            self.tr("个，改好了"), Number(books.PROBLEMS, done, self.tr("改好了 {0} 个").format(done)),
            self.tr("个，活动室里"), Number(books.PROBLEMS, rooms, self.tr("活动室里 {0} 处").format(rooms)),
            self.tr("处没整改"),
        ]  # fmt: skip

    def _round_words(self) -> tuple[str, list[str | Number]]:
        state = self._book.state
        missing = state.not_held
        heading = (self.tr("这学期还有 {0} 样没查").format(len(missing)) if missing
                   else self.tr("该查的都查过了"))  # fmt: skip
        count = len(state.rounds)
        said = self.tr("查了 {0} 次").format(count)
        return heading, [self.tr("查了"), Number(books.ROUNDS, count, said), self.tr("次")]

    def _say_why_empty(self, grid: BookGrid) -> None:
        text = self._book.text
        said = {
            books.CHECK: self.tr("这里一项也没有"), books.PROBLEMS: self.tr("没有问题，查出来了按 F4 记"),
            books.ROUNDS: self.tr("这学期还没有查过，按 F4 记"),
        }[self._book.segment]  # fmt: skip
        grid.set_empty("" if grid.rows() else self.tr("没有找到“{0}”").format(text) if text else said)

    def _offer_terms(self) -> None:
        options = self._book.board.terms()
        if [(self.term.itemData(n), self.term.itemText(n)) for n in range(self.term.count())] != options:
            self.term.clear()
            for code, title in options:
                self.term.addItem(title, code)
        self.term.setCurrentIndex(max(0, self.term.findData(self._book.term_code)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        few = tokens.is_narrow(self.window().width())
        for button, label in ((self.print, self.tr("打印")), (self.export, self.tr("导出"))):
            button.set_label("" if few else label)
        narrow = event.size().width() < tokens.px(FEW)
        if narrow != self._narrow:
            self._narrow = narrow
            for grid in self.grids.values():
                grid.arrange_for(narrow=narrow)
