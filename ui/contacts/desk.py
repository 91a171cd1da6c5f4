"""The page's parts in their places: head, strip, log, and beside it who waits, one record, or several children."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.contacts.aside import WIDE, Aside
from ui.contacts.company import Company
from ui.contacts.log_list import LogList
from ui.contacts.openings import Openings
from ui.contacts.record_panel import RecordPanel
from ui.contacts.strip import EntryStrip
from ui.contacts.views import Views
from ui.contacts.waiting import Waiting
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox


class Desk(QWidget):
    """In a wide window one panel always stands at the right; in a narrow one it takes the place of the log when it is
    wanted."""

    def __init__(
        self, openings: Openings, strip: EntryStrip, log: LogList, waiting: Waiting, company: Company,
        record: RecordPanel,
    ) -> None:  # fmt: skip
        super().__init__()
        self.strip, self.log, self.waiting, self.company, self.record = strip, log, waiting, company, record
        self.views = Views("contacts")
        self.search = SearchBox(QCoreApplication.translate("contacts", "找孩子、老师或电话"))
        self.head = PageHead("", (), self.views, log.only, self.search)
        self.side = QStackedWidget()
        for panel in (waiting, company, record):
            self.side.addWidget(panel)
        self._wanted: Aside = waiting
        self._narrow: bool | None = None
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 8)
        left.setSpacing(tokens.GAP)
        left.addWidget(self.head)
        left.addWidget(openings)
        left.addWidget(strip)
        self._under = QHBoxLayout()
        self._under.addWidget(log, 1)
        left.addLayout(self._under, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(left, 1)
        self.arrange(False)

    def show_panel(self, panel: Aside | None) -> None:
        """Show a panel; None puts away what was opened: the list of who waits stands there again, where it has room."""
        self._wanted = panel or self.waiting
        self.side.setCurrentWidget(self._wanted)
        self.side.setVisible(not self._narrow or panel is not None)
        self.log.setVisible(not self._narrow or panel is None)
        # Where there is little room, who waits and one record need the strip's; several children need the strip.
        self.strip.setVisible(not self._narrow or panel in (None, self.company))
        self.head.setVisible(not self._narrow or panel is not self.company)

    def panel(self) -> Aside | None:
        """The panel that was opened over the log or beside it; None while only who waits stands there."""
        opened = self._wanted if self._wanted is not self.waiting or self.log.isHidden() else None
        return opened if not self.side.isHidden() else None

    def is_narrow(self) -> bool:
        """Whether there is room for the log alone."""
        return bool(self._narrow)

    def arrange(self, narrow: bool) -> bool:
        """Fit the width of the window; whether that changed anything."""
        if narrow == self._narrow:
            return False
        opened = None if self._narrow is None else self.panel()
        self._narrow = narrow
        for panel in (self.waiting, self.company, self.record):
            panel.set_narrow(narrow)
        self.side.setProperty("aside", not narrow)
        self.side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.side.setMinimumWidth(0 if narrow else tokens.px(WIDE))
        self.side.setMaximumWidth(16_777_215 if narrow else tokens.px(WIDE))
        if narrow:
            self._under.addWidget(self.side, 1)
        else:
            self._row.addWidget(self.side)
        self.show_panel(opened)
        return True
