"""The page 儿童名册: the list with its side panel, the dossier of one child, adding a child, printing and export."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.children.deeds import Deeds
from ui.children.dossier import Dossier
from ui.children.listing import Listing
from ui.children.roster_list import RosterList
from ui.children.side_panel import SidePanel
from ui.page import Page
from ui.paper.export_roster import ExportRoster
from ui.pieces.empty import Empty, Way
from ui.pieces.label import Label
from ui.sentences import why_register
from ui.session import Session
from ui.work import Work


class RosterPage(Page):
    """Asks the window for the pages "import" and "print"; everything else happens here."""

    can = frozenset({"search", "new_child", "print_out", "export", "open_table"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self.deeds = Deeds(session)
        self.listing = Listing(session)
        self.list = RosterList(session, self.listing)
        self.side = SidePanel(session)
        self.dossier = Dossier(session, self.listing, self.deeds)
        self.empty = self._empty()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.in_dossier():
            return [
                ("PgUp PgDn", self.tr("换一个孩子")), ("F2", self.tr("改资料")), ("Ctrl+P", self.tr("打印联系卡")),
                ("Esc", self.tr("返回名册")),
            ]  # fmt: skip
        return [
            ("↑↓", self.tr("换一个")), ("Enter", self.tr("完整档案")), ("空格", self.tr("选上")),
            ("Ctrl+P", self.tr("打印联系卡")),
        ]  # fmt: skip

    def refresh(self, touched: frozenset[int] | None) -> None:
        self.listing.refresh(touched)
        self._show_all()

    def arrive(self, want: object) -> None:
        if isinstance(want, int) and want in self._session.snapshot.children:
            self.open_child(want)
        elif self.in_dossier():
            self.dossier.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        if not self.in_dossier():
            return False
        if not self.dossier.back():
            self.close_child()
        return True

    def leave(self) -> bool:
        return not self.in_dossier() or self.dossier.commit()

    def search(self) -> None:
        self.close_child()
        self.list.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.head.search.selectAll()

    def open_table(self) -> None:
        self.goes.emit("import", None)

    def print_out(self) -> None:
        """Print the cards of the chosen children; of all that are listed when fewer than two are chosen."""
        if self.in_dossier():
            self.goes.emit("print", ([self.dossier.child_id], "child"))
            return
        chosen = self.list.grid.selected()
        self.goes.emit("print", (chosen if len(chosen) > 1 else self.listing.shown(), "child"))

    def open_child(self, child_id: int, what: str | None = None) -> None:
        """Show the dossier; `what` puts the cursor where something is missing ("" = the first field)."""
        words = self.list.segments.button(self.listing.segment).segment.label
        self.dossier.show_child(child_id, self.listing.shown(), words)
        self.stack.setCurrentWidget(self.dossier)
        self.dossier.setFocus(Qt.FocusReason.OtherFocusReason)
        if what is not None:
            self.dossier.fill(what)
        self.keys_changed.emit()

    def close_child(self) -> None:
        """Back to the list, on the child that was open."""
        if self.in_dossier() and self.dossier.commit():
            self.stack.setCurrentWidget(self._roster)
            self.list.grid.set_current(self.dossier.child_id)
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.keys_changed.emit()

    def in_dossier(self) -> bool:
        """Whether a dossier is on screen."""
        return self.stack.currentWidget() is self.dossier

    # inside

    def _show_all(self) -> None:
        if not self.listing.rows:
            self.stack.setCurrentWidget(self._nobody)
            return
        if self.stack.currentWidget() is self._nobody:
            self.stack.setCurrentWidget(self._roster)
        self.list.offer_classes()
        self.list.fill()
        self.list.grid.refresh()
        self._show_side()
        if self.in_dossier():
            self.dossier.refresh()

    def _show_side(self) -> None:
        key = self.list.grid.current()
        row = self.listing.rows.get(key)
        child = self._session.snapshot.children.get(key)
        self.side.show_row(row, child, why_register(row.verdict) if row else "")

    def export(self) -> None:
        """Offer the chosen children first (more than one), else all left-behind, for the roster in Excel."""
        chosen = self.list.grid.selected()
        window = ExportRoster(self._session, self._session.disk, self._work, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show_for(chosen if len(chosen) > 1 else ())
        window.open()

    def _connect(self) -> None:
        self.list.grid.current_changed.connect(lambda _id: self._show_side())
        self.list.head.table.clicked.connect(self.open_table)
        self.list.head.print.clicked.connect(self.print_out)
        self.list.head.export.clicked.connect(self.export)
        self.list.head.add.clicked.connect(self.new_child)
        self.empty.chosen.connect(lambda way: self.open_table() if way == "table" else self.new_child())
        self.list.grid.opened.connect(self.open_child)
        self.list.grid.edit_wanted.connect(lambda key: self.open_child(key, ""))
        self.side.opened.connect(self.open_child)
        self.side.fill.connect(self._fill)
        self.dossier.left.connect(lambda _id: self.close_child())
        self.dossier.printed.connect(lambda _id: self.print_out())
        self.side.confirmed.connect(self.deeds.confirm_child)
        self.side.printed.connect(lambda key: self.goes.emit("print", ([key], "child")))
        QShortcut(QKeySequence("Ctrl+Return"), self.list.grid, self._confirm_current)

    def _fill(self, child_id: int, what: str) -> None:
        row = self.listing.rows[child_id]
        self.open_child(child_id, what or (row.missing[0] if row.missing else ""))

    def _confirm_current(self) -> None:
        if self.list.grid.current():
            self.deeds.confirm_child(self.list.grid.current())

    def _empty(self) -> Empty:
        ways = [
            Way("table", "file-spreadsheet", self.tr("有现成的表格"),
                self.tr("Excel、WPS 表格都行，列名不同也能对上。\n导入前先让你看一遍。"), self.tr("选表格"), "Ctrl+I"),
            Way("add", "user-round-plus", self.tr("一个一个添"),
                self.tr("只要姓名、班级和一个电话就能先存，\n其余以后再补。"), self.tr("添第一个孩子"), "Ctrl+Shift+N"),
        ]  # fmt: skip
        return Empty(
            self.tr("名册"), self.tr("先把孩子的名字放进来"), self.tr("名册有了人，联系卡和花名册随时可以打印。"), ways
        )

    def _lay_out(self) -> None:
        self._roster = QWidget()
        row = QHBoxLayout(self._roster)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.side)
        self._nobody = QWidget()
        column = QVBoxLayout(self._nobody)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("儿童名册"), "heading"))
        column.addWidget(Label(self.tr("还没有孩子"), "body", "ink2"))
        column.addWidget(self.empty, 1)
        for page in (self._roster, self._nobody, self.dossier):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the panel goes."""
        return QSize(640, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(self.window().width() >= tokens.NARROW_BELOW)
