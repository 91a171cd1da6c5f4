"""The list half of 台账: what was found, what is looked at and of which day, the things or the standard list."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.equipment import MISSING
from ui import tokens
from ui.ledger import shelf, words
from ui.ledger.grids import AssetGrid, NeedGrid
from ui.ledger.shelf import Shelf
from ui.ledger.ways import Ways
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.flow_line import FlowLine
from ui.pieces.list_grid import ListGrid
from ui.pieces.notice import Strip
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session

FEW, LEAST = 760, 700
"""px at 100 %: a list that is narrower shows fewer columns; and its head icons in place of words."""


class ListPane(QWidget):
    """What is listed is decided by `shelf`; this shows it and lets the person choose."""

    listed = Signal()
    """Something else is listed now."""

    def __init__(self, session: Session, known: Shelf) -> None:
        super().__init__()
        self._session, self._shelf = session, known
        self.search = SearchBox(self.tr("找物品、编号、书名"))
        self.ways = Ways()
        self.more = Button("", name=self.tr("要办的事"))
        self.head = PageHead(self.tr("台账"), (), self.search, self.ways, self.more)
        self.segments = Segments([
            Segment(shelf.ALL, self.tr("全部")), Segment(shelf.WRONG, self.tr("要查")),
            Segment(shelf.OUT, self.tr("借出")), Segment(shelf.BOOKS, self.tr("图书")),
            Segment(shelf.MEDICINE, self.tr("药品")), Segment(shelf.STANDARD, self.tr("还缺")),
        ], name=self.tr("看哪些物品"))  # fmt: skip
        self.room = ComboField("", [])
        self.room.name_it(self.tr("哪一间"))
        self.day = DateField("", today=lambda: session.today, needed=True)
        self.day.name_it(self.tr("看哪天的账"))
        self.print = Button("", icon="printer", name=self.tr("打印台账、物品卡、标签"))
        self.export = Button("", icon="download", name=self.tr("导出 Excel"))
        self.past = Strip("caution", "", icon="history", action=self.tr("回到今天"))
        self.grid, self.standard = AssetGrid(lambda: known.books), NeedGrid()
        self.stack = QStackedWidget()
        for grid in (self.grid, self.standard):
            self.stack.addWidget(grid)
            self.search.serve(grid)
        self._lay_out()
        self.segments.chosen.connect(lambda key: self.choose(segment=key))
        self.room.committed.connect(lambda key: self.choose(room=int(key or 0)))
        self.day.committed.connect(lambda _iso: self.look_at(self.day.day()))
        self.past.button.clicked.connect(lambda: self.look_at(None))
        self.search.searched.connect(lambda text: self.choose(text=text))
        self.head.clicked.connect(lambda key: self.choose(segment=key))

    def choose(self, **changed: str | int) -> None:
        """List something else."""
        self._shelf.ask(**changed)
        self.segments.set_current(self._shelf.wish.segment)
        self._list_anew()

    def look_at(self, day: date | None) -> None:
        """The ledger of another day; None: back to today's."""
        self._shelf.look_at(day)
        self._list_anew()

    def shown(self) -> ListGrid:
        """The list on screen."""
        return self.standard if self._shelf.wish.segment == shelf.STANDARD else self.grid

    def fill(self) -> None:
        """Show the shelf again; current row and place stay."""
        known, books = self._shelf, self._shelf.books
        self.segments.set_counts(known.counts())
        rooms = [("", self.tr("每一间")), *((str(one.id), one.name) for one in books.rooms)]
        self.room.set_options(rooms)
        self.room.set_value(str(known.wish.room or ""))
        self.day.set_value(known.day.isoformat())
        self.past.setVisible(not known.is_today())
        day = words.day_word(known.day, self._session.today)
        self.past.say("caution", self.tr("这是 {0}那天的账，要写一笔先回到今天").format(day))
        self.grid.set_rows([one.id for one in known.rows()], ranked=True)
        self.grid.refresh()
        self.standard.show_needs(known.needs())
        grid = self.shown()
        self.stack.setCurrentWidget(grid)
        if grid.rows() and not grid.current():
            grid.set_current(grid.rows()[0])
        self._say_why_empty()
        self._say()

    def _list_anew(self) -> None:
        """Another list is read from its first row."""
        self.fill()
        grid = self.shown()
        if grid.rows():
            grid.set_current(grid.rows()[0])
        self.listed.emit()

    def _say(self) -> None:
        books, counts = self._shelf.books, self._shelf.counts()
        wrong = [one for one in books.lines if one.state in ("below", "differs")]
        missing = sum(one.state == MISSING for one in books.needs)
        if wrong:
            heading = self.tr("{0} 样东西账对不上").format(len(wrong))
        elif books.late:
            heading = self.tr("{0} 笔借出过了日子没还").format(len(books.late))
        elif books.expiring:
            heading = self.tr("{0} 批药快过期了").format(len(books.expiring))
        else:
            heading = self.tr("台账")
        self.head.set_words(heading, [
            self.tr("物品"), Number(shelf.ALL, len(books.lines), self.tr("全部物品")), self.tr("样，借出"),
            Number(shelf.OUT, counts[shelf.OUT], self.tr("借出的")), self.tr("样，标准里没有的"),
            Number(shelf.STANDARD, missing, self.tr("配备标准")), self.tr("样"),
        ])  # fmt: skip

    def _say_why_empty(self) -> None:
        wish = self._shelf.wish
        begin = self.tr("没有的按 Ctrl+Enter 一样一样登记") if self._session.snapshot.rooms else self.tr(
            "没有的先到“活动室”里建好房间，再来登记")  # fmt: skip
        said = {
            shelf.ALL: self.tr("这一间还没有东西，按 Ctrl+Enter 登记新物品") if wish.room
            else self.tr("台账还空着。原来有表格的按 Ctrl+I 导入，{0}").format(begin),
            shelf.WRONG: self.tr("都对得上，没有要查的"), shelf.OUT: self.tr("没有借出去的。要借，选中一样按 F8"),
            shelf.BOOKS: self.tr("还没有登记图书，按 Ctrl+Enter 登记，类别选“图书”"),
            shelf.MEDICINE: self.tr("还没有登记药品，按 Ctrl+Enter 登记，类别选“医药”"), shelf.STANDARD: "",
        }[wish.segment]  # fmt: skip
        for grid in (self.grid, self.standard):
            grid.set_empty("" if grid.rows() else self.tr("没有找到“{0}”").format(wish.text) if wish.text else said)

    def _lay_out(self) -> None:
        self.room.setFixedWidth(tokens.px(138))
        self.day.setFixedWidth(tokens.px(156))
        papers = QWidget()
        row = QHBoxLayout(papers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.print)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 2, tokens.GUTTER, 8)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.segments, self.room, self.day, papers]))
        column.addWidget(self.past)
        column.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ways.show_words(words=event.size().width() >= tokens.px(LEAST))
        narrow = event.size().width() < tokens.px(FEW)
        if narrow != getattr(self, "_narrow", None):
            self._narrow = narrow
            self.grid.arrange_for(narrow=narrow)

    def focus_list(self) -> None:
        """The cursor into the list."""
        self.shown().setFocus(Qt.FocusReason.OtherFocusReason)
