"""The page 今日, which opens first: what is to do, and the panel in which it is done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.page import KeyGroup, Page
from ui.session import Session
from ui.today import page_words
from ui.today.day import day_of
from ui.today.desk import TodayDesk
from ui.work import Work


class TodayPage(Page):
    """Asks the window for "roster" (a dossier), "import", "print" and "settings"; the rest happens here."""

    can = frozenset({"search", "print_out", "open_table", "new_child"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.day = day_of(session)
        self.desk = TodayDesk(session, self.day)
        self.list, self.panel = self.desk.list, self.desk.panel
        self.empty = page_words.empty()
        self.stack = QStackedWidget()
        for page in (self.desk, self.empty):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()
        self._fill()

    def keys(self) -> list[tuple[str, str]]:
        return page_words.keys() if self._session.snapshot.children else page_words.nobody()

    def key_groups(self) -> list[KeyGroup]:
        return page_words.groups()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._fill()

    def arrive(self, want: object) -> None:
        """`want` is the id of a child whose items are looked for, the key of an item, or None."""
        self._fill()
        if isinstance(want, tuple) and self.day.row_of(want) in self.list.grid.rows():
            self.list.grid.set_current(self.day.row_of(want))
        if isinstance(want, int) and want in self._session.snapshot.children:
            self.list.search.setText(self._session.snapshot.children[want].name)
        if self.stack.currentWidget() is self.empty:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.to_list()

    def here(self) -> object:
        return self.panel.items[0].key if self.panel.items else None

    def back(self) -> bool:
        return self.stack.currentWidget() is self.desk and self.desk.back()

    def leave(self) -> bool:
        self.desk.keep()
        return True

    def resume(self) -> bool:
        return self.desk.resume()

    def search(self) -> None:
        self.desk.to_list()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def new_child(self) -> None:
        self.goes.emit("roster", None)

    def open_table(self) -> None:
        self.goes.emit("import", None)

    def print_out(self) -> None:
        """Print the list of today."""
        self.goes.emit("print", "today")

    def help_text(self) -> str:
        return page_words.help_text()

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(tokens.px(640), 360)

    def _fill(self) -> None:
        nobody = not self._session.snapshot.children
        self.stack.setCurrentWidget(self.empty if nobody else self.desk)
        if not nobody:
            self.desk.fill()

    def _open_child(self, child_id: int) -> None:
        if child_id:
            self.goes.emit("roster", child_id)

    def _connect(self) -> None:
        self.desk.opened.connect(self._open_child)
        self.desk.looked_up.connect(lambda record: self.goes.emit("contacts", {"record": record}))
        self.desk.room_wanted.connect(lambda found: self.goes.emit("rooms", {"finding": found}))
        self.desk.awards_wanted.connect(lambda: self.goes.emit("honours", ("new", "award")))
        self.desk.goes.connect(self.goes)
        self.desk.chosen.connect(self.keys_changed)
        self.list.print.clicked.connect(self.print_out)
        self.list.slips.clicked.connect(lambda: self.goes.emit("print", "slips"))
        self.list.term_wanted.connect(lambda: self.goes.emit("settings", "terms"))
        self.empty.chosen.connect(lambda way: self.goes.emit("import" if way == "table" else "roster", None))
