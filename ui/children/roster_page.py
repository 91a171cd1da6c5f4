"""The page 儿童名册: the list with its side panel, the dossier of one child, adding a child, printing and export."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.filters import NAMED
from ui import tokens
from ui.children import half_typed, roster_keys
from ui.children.deeds import Deeds
from ui.children.dossier import Dossier
from ui.children.listing import Listing
from ui.children.roster_desk import RosterDesk
from ui.children.undo_places import UndoPlaces
from ui.page import KeyGroup, Page
from ui.paper.export_roster import ExportRoster
from ui.pieces.empty import Empty, Way
from ui.pieces.label import Label
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
        self.desk = RosterDesk(session, self.listing, self.deeds)
        self.list, self.side, self.add = self.desk.list, self.desk.side, self.desk.add
        self.places = UndoPlaces(session, self.list, lambda: self.dossier if self.in_dossier() else None)
        self.empty = _empty()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @cached_property
    def dossier(self) -> Dossier:
        """Built when a child is opened for the first time: it weighs more than the whole list."""
        made = Dossier(self._session, self._work, self.listing, self.deeds)
        self.stack.addWidget(made)
        made.switcher.grid.typed.connect(self._search_for)
        _listen(self, made)
        return made

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.in_dossier():
            return roster_keys.dossier()
        if self.desk.is_adding():
            return roster_keys.adding()
        return roster_keys.listed() if self.listing.rows else roster_keys.nobody()

    def key_groups(self) -> list[KeyGroup]:
        return roster_keys.groups()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self.listing.refresh(touched)
        self._show_all()

    def arrive(self, want: object) -> None:
        if isinstance(want, int) and want in self._session.snapshot.children:
            self.open_child(want)
        elif self.listing.rows and (_shows_named(self, want) or not self.in_dossier()):
            self.desk.focus()
        else:
            (self.dossier if self.in_dossier() else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        return self.dossier.child_id if self.in_dossier() else None

    def child_shown(self) -> int | None:
        return self.dossier.child_id if self.in_dossier() else self.desk.list.grid.current() or None

    def back(self) -> bool:
        if self.in_dossier():
            if not self.dossier.back():
                self.close_child()
            return True
        if self.desk.is_adding():
            self.desk.close_add()
            return True
        return self.list.grid.stop_picking()

    def leave(self) -> bool:
        self.list.keep()
        if self.desk.is_adding():
            self.add.keep()
        return not self.in_dossier() or self.dossier.commit()

    def resume(self) -> bool:
        return half_typed.resume(self, self._session)

    def new_child(self) -> None:
        """Open the quick entry beside the list."""
        self.close_child()
        if not self.in_dossier():
            self.stack.setCurrentWidget(self.desk)
            self.desk.open_add()

    def search(self) -> None:
        self.close_child()
        self.list.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.head.search.selectAll()

    def _search_for(self, letter: str) -> None:
        """A printable key in the list beside a dossier."""
        self.close_child()
        if not self.in_dossier():
            self.list.head.search.take(letter)

    def open_table(self) -> None:
        self.goes.emit("import", None)

    def print_out(self) -> None:
        """Print the cards of the child on screen, of the chosen ones, or of all that are listed."""
        self.goes.emit("print", _paper(self.dossier) if self.in_dossier() else (self.desk.chosen(), "child"))

    def export(self) -> None:
        """Offer the chosen children first (more than one), else all left-behind, for the roster in Excel."""
        chosen = self.list.grid.selected()
        window = ExportRoster(self._session, self._session.disk, self._work, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show_for(chosen if len(chosen) > 1 else ())
        window.other_form.connect(lambda: self.goes.emit("templates", chosen if len(chosen) > 1 else []))
        window.open()

    def topic(self) -> str:
        return "dossier" if self.in_dossier() else ""

    def help_text(self) -> str:
        return _help()

    # inside

    def open_child(self, child_id: int, what: str | None = None) -> None:
        """Show the dossier; `what` puts the cursor where something is missing ("" = the first field)."""
        self.dossier.show_child(child_id, self.list.grid.rows(), self.list.listed_words())
        self.stack.setCurrentWidget(self.dossier)
        self.dossier.setFocus(Qt.FocusReason.OtherFocusReason)
        if what is not None:
            self.dossier.fill(what)
        self.keys_changed.emit()

    def close_child(self) -> None:
        """Back to the list, on the child that was open; a wrong field keeps the dossier."""
        if self.in_dossier() and self.dossier.commit():
            self.stack.setCurrentWidget(self.desk)
            self.list.grid.set_current(self.dossier.child_id)
            self.desk.focus()
            self._show_all()
            self.keys_changed.emit()

    def in_dossier(self) -> bool:
        """Whether a dossier is on screen."""
        return isinstance(self.stack.currentWidget(), Dossier)

    def _show_all(self) -> None:
        if self.listing.rows or self.desk.is_adding():
            if self.stack.currentWidget() is self._nobody:
                self.stack.setCurrentWidget(self.desk)
            self.desk.show_all()
        elif not self.in_dossier():
            self.stack.setCurrentWidget(self._nobody)
        if self.in_dossier():
            self.dossier.refresh()

    def _connect(self) -> None:
        head = self.list.head
        head.table.clicked.connect(self.open_table)
        head.print.clicked.connect(self.print_out)
        head.export.clicked.connect(self.export)
        head.add.clicked.connect(self.new_child)
        self.list.counts.wanted.connect(self._go_to)
        self.empty.chosen.connect(lambda way: self.open_table() if way == "table" else self.new_child())
        self.desk.changes.goes.connect(self.goes)
        self.desk.opened.connect(self.open_child)
        self.desk.printed.connect(lambda key: self.goes.emit("print", ([key], "child")))
        self.desk.adding_changed.connect(self._show_all)
        self.desk.adding_changed.connect(self.keys_changed)

    def _go_to(self, key: str) -> None:
        if key in ("statistics", "differences"):
            self.goes.emit(key, self._session.today)

    def _lay_out(self) -> None:
        self._nobody = QWidget()
        column = QVBoxLayout(self._nobody)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("儿童名册"), "heading"))
        column.addWidget(Label(self.tr("还没有孩子"), "body", "ink2"))
        column.addWidget(self.empty, 1)
        for page in (self.desk, self._nobody):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the panel goes."""
        if self.stack.currentWidget() is self._nobody:
            return self._nobody.minimumSizeHint()
        return QSize(tokens.px(640), 360)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V: a table copied in Excel, WPS or here goes through the import, also while nobody is listed yet."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.in_dossier():
            self.desk.changes.paste()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.arrange()


def _shows_named(page: RosterPage, want: object) -> bool:
    """Whether exactly those children are wanted who were counted elsewhere, and the list now is of them."""
    if not isinstance(want, (tuple, list)) or len(want) != 3 or want[0] != NAMED:
        return False
    page.close_child()
    if not page.in_dossier():
        page.list.show_named(str(want[1]), want[2])
    return not page.in_dossier()


def _listen(page: RosterPage, made: Dossier) -> None:
    made.left.connect(lambda _id: page.close_child())
    made.history.all_wanted.connect(lambda: page.goes.emit("history", made.child_id))
    made.photos.connect(lambda paths: page.goes.emit("photos", paths))
    made.printed.connect(lambda _id: page.print_out())
    made.timeline.print_wanted.connect(lambda: page.goes.emit("print", made.timeline.paper()))
    made.timeline.award_opened.connect(lambda award_id: page.goes.emit("honours", ("award", award_id)))
    made.timeline.opened.connect(lambda record_id: page.goes.emit("contacts", {"record": record_id}))


def _paper(dossier: Dossier) -> object:
    """The card of the child; with the cursor in the timeline, the record."""
    return dossier.timeline.paper() if dossier.timeline.view.hasFocus() else ([dossier.child_id], "child")


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


def _help() -> str:
    return _tr(
        "名册先列留守儿童，点“全部学生”看所有人。直接打字就能找：姓名、拼音、首字母、电话后几位、家里人的名字、村名都行。"
        "“筛选”里有现成的，也能存自己的；列名上的漏斗像 Excel 一样筛，键盘按 Alt+↓；在列名上点右键选要看哪些列。"
        "下面的人数按两种口径算，点数字看说明。"
        "导入的情况要核对过才算数，Ctrl+Enter 核对一个，“要核对”里可以一起核对。"
        "Enter 打开完整档案，改了哪一格，离开就存下，Ctrl+Z 撤回。"
        "选中几个孩子，F2 一起改，Ctrl+C 复制成表格；在 Excel 里复制一块，到这里按 Ctrl+V 就能导入。"
        "照片拖到名字左边的框里，或者 Ctrl+V 粘贴；一个文件夹的照片拖到名册上，一次放好。"
    )


def _empty() -> Empty:
    ways = [
        Way("table", "file-spreadsheet", _tr("有现成的表格"),
            _tr("Excel、WPS 表格都行，列名不同也能对上。\n导入前先让你看一遍。"), _tr("选表格"), "Ctrl+I"),
        Way("add", "user-round-plus", _tr("一个一个添"),
            _tr("只要姓名、班级和一个电话就能先存，\n其余以后再补。"), _tr("添第一个孩子"), "Ctrl+Shift+N"),
    ]  # fmt: skip
    return Empty(
        _tr("名册"), _tr("先把孩子的名字放进来"), _tr("名册有了人，联系卡和花名册随时可以打印。"), ways
    )
