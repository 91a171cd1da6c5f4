"""The page 本学期数字: the figures of a term that reports quote, each a key away from the names behind it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.figures import Book, Line, term_book
from app.filters import NAMED
from ui import term_words as words
from ui import tokens
from ui.figures.choices import TermChoice
from ui.figures.listing import Listing
from ui.figures.names import Names
from ui.page import KeyGroup, Page
from ui.paper.term_paper import FIGURES, scope_key
from ui.paper.term_sheet import file_name, term_sheet, wrong_words
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.notice import Strip
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.word.desk import WordDesk
from ui.word.forms import REPORT, Writing
from ui.word.report import writing
from ui.work import Work

WIDTH = 344
"""px of the names at 100 %."""
IN_HEAD = ("children.pupils", "children.left", "children.civil")


class FiguresPage(Page):
    """Counts afresh when it is shown. `arrive`: the key of a figure, (term, ISO day, key), or None."""

    can = frozenset({"search", "export", "print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale, self._in_names = True, False
        self.book: Book | None = None
        self.print = Button(self.tr("打印"), icon="printer")
        self.go = Button(self.tr("导出 Excel"), icon="download")
        self.word = WordDesk(session, work, self, REPORT, lambda: _writing(self, self._refuses()), main=True)
        self.head = PageHead("", (), self.print, self.go, self.word.go)
        self.choice = TermChoice(session.today)
        self.statistics = Button(self.tr("统计表"), kind="link")
        self.search_box = SearchBox(self.tr("找数字"))
        self.wrong = Strip("error", "")
        self.listing = Listing()
        self.names = Names(session)
        self.left = QWidget()
        _lay_out(self)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self._in_names:
            return [("↑↓", self.tr("换一个")), ("Enter", self.tr("打开")), ("Esc", self.tr("返回数字"))]
        return [("↑↓", self.tr("换一个数字")), ("Enter", self.tr("看名单")),
                ("Ctrl+Shift+E", self.tr("写成 Word")), ("Ctrl+E", self.tr("导出 Excel")), ("Ctrl+P", self.tr("打印")),
                ("Ctrl+F", self.tr("找数字")), ("Esc", self.tr("返回"))]  # fmt: skip

    def key_groups(self) -> list[KeyGroup]:
        return _key_groups()

    def search(self) -> None:
        if self._in_names:
            self.back()
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def arrive(self, want: object) -> None:
        key = want if isinstance(want, str) else ""
        if isinstance(want, (tuple, list)) and len(want) == 3:
            code, day, key = str(want[0]), str(want[1]), str(want[2])
            self.choice.offer(self._session.snapshot, self._session.today)
            self.choice.choose(code, date.fromisoformat(day) if day else None)
            self._stale = True
        self._show()
        if key and self._go_to(key):
            self.open_names()
        elif self._in_names:
            self.names.grid.focus_first()
        else:
            self.listing.focus_first()

    def here(self) -> object:
        term = self.choice.term
        key = self.listing.key_at(self.listing.current()) if self._in_names else ""
        return (term.code, self.choice.day.isoformat(), key) if term is not None else None

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def export(self) -> None:
        """The figures and their tables as an Excel book; nothing while they do not add up."""
        if self.book is None or self._refuses():
            return
        snapshot = self._session.snapshot
        sheet = term_sheet(self.book, snapshot)
        save_sheet(self, self._session, self._work, sheet, file_name(snapshot.school.name, self.book), "export_report")

    def print_out(self) -> None:
        """The figures on a sheet of A4."""
        if self.book is not None and not self._refuses():
            self.goes.emit("print", (scope_key(self.book.term, self.book.on), FIGURES))

    def _refuses(self) -> bool:
        """Whether nothing may leave, because something does not add up; says so."""
        wrong = [] if self.book is None else wrong_words(self.book, self._session.snapshot)
        if wrong:
            self._session.failed.emit(self.tr("数字对不上，没有导出：{0}").format("；".join(wrong)))
        return bool(wrong)

    def back(self) -> bool:
        if not self._in_names:
            return False
        self._turn(names=False)
        self.listing.focus_first()
        return True

    def help_text(self) -> str:
        return _help()

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the names take the place of the figures."""
        return QSize(640, 320)

    # inside

    def open_names(self) -> None:
        """The cursor goes into the names of the figure it is on."""
        if self.names.lines():
            self._turn(names=True)
            self.names.grid.focus_first()

    def in_names(self) -> bool:
        """Whether the cursor is among the names."""
        return self._in_names

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.choice.offer(self._session.snapshot, self._session.today)
        self._count()

    def _count(self) -> None:
        term, snapshot = self.choice.term, self._session.snapshot
        self.book = None if term is None else term_book(self._session, term, self.choice.day)
        self.listing.show_book(self.book, snapshot)
        if not self.listing.current() and self.listing.rows():
            self.listing.set_current(self.listing.rows()[0])
        self._say()
        self._list()

    def _say(self) -> None:
        book, snapshot = self.book, self._session.snapshot
        for button in (self.go, self.print, self.word.go, self.word.form):
            button.setEnabled(book is not None)
        if book is None:
            self.head.set_words(self.tr("本学期数字"), [self.tr("还没有开始的学期。")])
            self.wrong.hide()
            return
        self.head.set_words(words.finding(book), _sentence(book))
        wrong = [words.check_word(one, snapshot, book) for one in book.wrong]
        self.wrong.text.setText(self.tr("数字对不上，先不要上报：{0}").format("；".join(wrong)))
        self.wrong.setVisible(bool(wrong))

    def _list(self) -> None:
        row = self.listing.current()
        one = self.listing.pairs()[row - 1].now if self.book is not None and row else None
        title = "" if one is None or self.book is None else self._title(one.key)
        self.names.show_figure(one, title)

    def _title(self, key: str) -> str:
        assert self.book is not None
        one = self.book.figures[key]
        return words.full_title(one, self._session.snapshot, self.book.on)

    def _go(self, line: Line) -> None:
        if line.page:
            self.goes.emit(line.page, line.want)

    def _open_number(self, key: str) -> None:
        if self._go_to(key):
            self.open_names()

    def _go_to(self, key: str) -> bool:
        """Put the cursor on a figure, whatever was searched for; False if it is not among them."""
        if self.search_box.text():
            self.search_box.clear()
        return self.listing.go_key(key)

    def _turn(self, *, names: bool) -> None:
        self._in_names = names
        narrow = tokens.is_narrow(self.window().width())
        self.left.setVisible(not (narrow and names))
        self.names.setVisible(not narrow or names)
        self.names.back.setVisible(names)
        whole = self.width() if narrow else tokens.px(WIDTH)
        self.names.setFixedWidth(max(tokens.px(WIDTH), whole))
        self.keys_changed.emit()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._count)
        self.search_box.serve(self.listing)
        self.search_box.searched.connect(self.listing.search_for)
        self.listing.current_changed.connect(lambda _row: self._list())
        self.listing.opened.connect(lambda _row: self.open_names())
        self.head.clicked.connect(self._open_number)
        self.names.opened.connect(self._go)
        self.names.listed.connect(lambda called, ids: self.goes.emit("roster", (NAMED, called, ids)))
        self.names.left.connect(self.back)
        self.statistics.clicked.connect(lambda: self.goes.emit("statistics", self.choice.day))
        self.go.clicked.connect(self.export)
        self.print.clicked.connect(self.print_out)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(names=self._in_names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FiguresPage", text)


def _writing(page: FiguresPage, refuses: bool) -> Writing | None:
    """What is written as Word; nothing while the figures do not add up."""
    session = page.word.session
    if page.book is None or refuses:
        return None
    return writing(session.store, page.book, session.snapshot, session.today)


def _key_groups() -> list[KeyGroup]:
    return [
        KeyGroup("", (("↑↓", _tr("换一个数字")), ("Enter", _tr("看名单")), ("Ctrl+P", _tr("打印")),
                      ("Ctrl+E", _tr("导出 Excel")), ("Ctrl+Shift+E", _tr("写成 Word")))),
        KeyGroup(_tr("名单"), (("↑↓", _tr("换一个")), ("Enter", _tr("打开")), ("Esc", _tr("返回数字")))),
    ]  # fmt: skip


def _help() -> str:
    return _tr(
        "这里是报告里要写的数字，和别的页面数的是同一些。挑一个数字，右边就是名单，Enter 打开那一个。"
        "该做的事分做了的和没做的。上面换学期、换截止的日子，以前的学期数出来永远一样。"
        "“比前一学期”是和前一学期最后一天比；学期没完，次数不比。Ctrl+E 导出 Excel，带图；Ctrl+P 打印一张。"
        "Ctrl+Shift+E 写成 Word 总结，话和表都写好；“Word 模板”可以存出来用 WPS 改，改好再放进来。"
    )


def _sentence(book: Book) -> list[str | Number]:
    """How many pupils and left-behind, and how many more than last term."""
    pupils, left, civil = (book.figures[key] for key in IN_HEAD)
    than = words.change(book.pair(left.key))
    more = _tr("，比上学期{0}").format(than) if than else ""
    last = _tr("，上学期没有记录") if book.last is None else ""
    return [
        _tr("在校学生"), Number(pupils.key, pupils.value, _tr("在校学生人数")), _tr("人，留守儿童"),
        Number(left.key, left.value, _tr("留守儿童人数")), _tr("人") + more,
        _tr("，民政口径"), Number(civil.key, civil.value, _tr("民政口径人数")), _tr("人") + last,
    ]  # fmt: skip


def _lay_out(page: FiguresPage) -> None:
    column = QVBoxLayout(page.left)
    column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
    column.setSpacing(tokens.BETWEEN)
    column.addWidget(page.head)
    column.addWidget(FlowLine([page.choice, page.search_box, page.statistics, page.word.form]))
    column.addWidget(page.wrong)
    column.addWidget(page.listing, 1)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(page.left, 1)
    row.addWidget(page.names)
