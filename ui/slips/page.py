"""The page 任务单: which teachers' slips are back this week, scans of them read, each page gone through in the grid."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from app.batch import Wanted
from app.slips.pile import SIGN_IN, SURVEY, WEEK, PageRead, who_came
from app.store import Cancelled, Progress, Store
from ui.session import Session
from ui.slips import words
from ui.slips.board import Board
from ui.slips.frame import SlipsFrame
from ui.slips.lines import WAITING, SlipLines
from ui.slips.meeting import book_meeting
from ui.slips.reading import read_files
from ui.work import Work


class SlipsPage(SlipsFrame):
    """`arrive` takes paths of files and folders to read, or None."""

    can = frozenset({"print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        self._session, self._work = session, work
        self._paths: list[str] = []
        super().__init__(SlipLines(), lambda: session.today, parent)
        self.board = Board(session, self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.forward)
        self.drops.dropped.connect(self.start)
        self.grid.current_changed.connect(lambda _key: self.board.show_current())
        self.grid.opened.connect(self.open_line)
        self.grid.way_wanted.connect(self.print_out)
        self.week.committed.connect(self.board.choose_week)
        self.print.clicked.connect(self.print_out)
        self.panel.files.clicked.connect(self.ask_files)
        self.panel.key.clicked.connect(lambda: self.open_line(self.grid.current()))
        self.panel.go.clicked.connect(self.forward)
        self.panel.sign_in.changed.connect(self.board.name_button)

    # what the window asks

    def arrive(self, want: object) -> None:
        if isinstance(want, (tuple, list)) and want:
            self.start([str(path) for path in want])
        self.board.show()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        """The files whose pages wait: they are read again rather than kept open over the lock."""
        return self._paths if self.board.pages else None

    def refresh(self, touched: frozenset[int] | None) -> None:
        self.board.show()

    def print_out(self) -> None:
        self.goes.emit("print", "slips")

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("打开来核对")), ("Ctrl+Enter", self.tr("逐张核对")), ("Ctrl+P", self.tr("打印任务单")),
            ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "任务单四个角有小方块，程序靠它认出是哪一张。把扫描的 PDF、照片或整个文件夹拖到窗口里，"
            "勾会自己填进“批量登记”，手写的字剪下来放在那一行下面。看不准的格子标出来，由人来定；没核对的什么也不记，"
            "同一张读两次只记一次。没读出来的照右边写的再拍一张。"
            "这一周谁的交回来了、谁的还没有，都列在这里，按 Enter 可以自己照着纸敲。"
        )

    def back(self) -> bool:
        """Esc: put the pages away that were read and not gone through; then the page is left."""
        if not self.board.pages or self._work.busy:
            return False
        self.board.pages, self._paths = [], []
        self.board.show()
        return True

    # reading

    def ask_files(self) -> None:
        """Let the person choose files."""
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("选扫描件或照片"), "", words.kinds())
        if paths:
            self.start(paths)

    def start(self, paths: Sequence[str]) -> None:
        """Read them in the background."""
        if self._work.busy:
            self._session.failed.emit(self.tr("现在有别的事在做，等它做完再拖一次。"))
            return
        disk, chosen = self._session.disk, list(paths)

        def job(store: Store, progress: Progress) -> list[PageRead]:
            return read_files(disk, store.ledger, chosen, progress)

        label = self.tr("读扫描件：{0}").format(PurePath(chosen[0]).name)
        self._work.run(job, lambda pages: self._have(pages, chosen), self._not_read, label)

    def _have(self, pages: Sequence[PageRead], paths: Sequence[str]) -> None:
        if not pages:
            self._session.failed.emit(self.tr("这里没有图，也没有 PDF。"))
            return
        self._paths = list(dict.fromkeys([*self._paths, *paths])) if self.board.pages else list(paths)
        self.board.take(pages)
        self.board.show()
        self.grid.scrollToTop()
        self.grid.set_current(self.lines.first())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.failed.emit(words.sentence(error))

    # going through

    def forward(self) -> None:
        """Ctrl+Enter: book who came, or go through the weekly slips one by one; where nothing waits, read files."""
        entry = self.board.current()
        page = entry.page if entry is not None and entry.state == WAITING else None
        kind = page.slip.kind if page is not None and page.slip is not None else ""
        if page is not None and kind in (SIGN_IN, SURVEY):
            self._go_on(page)
        elif self.board.weekly():
            self._go_through(None)
        else:
            self.ask_files()

    def open_line(self, line: int) -> None:
        """Enter: this page in the grid; of one that is missing or booked the rows of the teacher."""
        entry = self.lines.entry(line)
        if entry is None:
            return
        if entry.opened is not None:
            self.goes.emit("batch", entry.opened)
        elif entry.page is not None and entry.state == WAITING:
            if entry.is_weekly:
                self._go_through(entry.page)
            else:
                self._go_on(entry.page)
        elif entry.printed is not None and entry.printed.slip.kind == WEEK:
            slip = entry.printed.slip
            self.goes.emit("batch", Wanted(staff_id=slip.staff_id, week=slip.week))
        elif entry.printed is not None and entry.printed.slip.kind == SURVEY:
            self.goes.emit("survey", (entry.printed.slip.class_id, []))

    def _go_through(self, first: PageRead | None) -> None:
        pile = self.board.pile(first)
        if pile is not None:
            self.goes.emit("batch", pile)

    def _go_on(self, page: PageRead) -> None:
        """A form of a class: its survey is keyed elsewhere, who came is written down here."""
        assert page.slip is not None
        if page.slip.kind == SURVEY:
            self.board.put_away(page)
            self.goes.emit("survey", (page.slip.class_id, who_came(page)[0]))
            return
        sign_in = self.panel.sign_in
        if not sign_in.day.commit() or (day := sign_in.day.day()) is None:
            sign_in.day.setFocus()
        elif book_meeting(self._session, page, sign_in.who_came(), day):
            self.board.put_away(page)
            self.board.show()
