"""The page 迎检自查: the self-check, problems and their closing, safety inspections (REQ 8.1, 8.2)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.history import Undone
from app.inspection import points
from ui import inspection_book as books
from ui import inspection_sheets as sheets
from ui.desk_page import DeskPage
from ui.inspection import errand as errands
from ui.inspection import sights
from ui.inspection.desk import Desk
from ui.inspection.errand import errand_of
from ui.page import KeyGroup
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.work import Work

ROW_KINDS = {"problem": books.PROBLEMS, "round": books.ROUNDS}


class InspectionPage(DeskPage):
    """`arrive`: a list, ("problem" or "round", id), ("point", key), ("term", code), "round:fire" or "problem:"."""

    desk: Desk
    can = frozenset({"search", "print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, Desk(session, work), parent)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        desk = self.desk
        if desk.panel is desk.form:
            return [("Tab", _tr("下一格")), ("Ctrl+Enter", desk.form.go.label()), ("Esc", _tr("返回，没写完的留着"))]
        if desk.panel is desk.record:
            return [("PgUp PgDn", _tr("换一项")), ("F2", _tr("修改")), ("Ctrl+Enter", desk.record.go.label()),
                    ("Esc", _tr("返回"))]  # fmt: skip
        if desk.list.isHidden():
            return [("F4", desk.overview.go.label()), ("Esc", _tr("看名单"))]
        return _list_keys()

    def key_groups(self) -> list[KeyGroup]:
        return [
            KeyGroup("", tuple(_list_keys())),
            KeyGroup(_tr("看一项"), (("PgUp PgDn", _tr("换一项")), ("F2", _tr("修改")), ("Esc", _tr("返回")))),
            KeyGroup(_tr("记检查和问题"), (("Tab", _tr("下一格")), ("Ctrl+Enter", _tr("存下")),
                                       ("Esc", _tr("返回，没写完的留着")))),
        ]  # fmt: skip

    def arrive(self, want: object) -> None:
        if isinstance(want, tuple) and want[:1] == ("term",):
            self.desk.book.term_code, self._stale = str(want[1]), True
        self._show()
        if self._reach(want):
            return
        self._land()

    def here(self) -> object:
        segment, row = self.desk.record.what
        if self.desk.panel is self.desk.record and segment == books.CHECK:
            one = self.desk.book.checked(row)
            return ("point", one.point.key) if one is not None else segment
        for kind, of in ROW_KINDS.items():
            if self.desk.panel is self.desk.record and segment == of and row < sights.UNMENDED:
                return kind, row
        return self.desk.book.segment

    def resume(self) -> bool:
        errand = errand_of(self._session.drafts.opened())
        self._show()
        return errand is not None and self.desk.ask(errand)

    def print_out(self) -> None:
        """The paper of the list on screen; of inspections the one that is open or current."""
        book = self.desk.book
        segment, row = self.desk.current()
        if segment == books.ROUNDS:
            self.goes.emit("print", (f"round:{row}" if row else "blank", "inspection_round"))
        else:
            paper = "problem_ledger" if segment == books.PROBLEMS else "self_check"
            self.goes.emit("print", (book.term_code, paper))

    def export(self) -> None:
        """The list on screen as an Excel book: the self-check, or the ledger of problems with the inspections."""
        book = self.desk.book
        if book.state.term is None:
            return
        sheet, what = sheets.sheet_of(book), sheets.what_of(book.segment)
        save_sheet(self, self._session, self._work, sheet, sheets.file_name(book), what)

    def help_text(self) -> str:
        return _tr(
            "检查的人要看的都在“自查”里。能算的照程序里的记录算，点右边的字去补；程序里没有的自己答“有”“没有”，"
            "写上材料在哪个档案盒。查出的问题记在“问题整改”里，写清谁负责、哪天前改好，过期的“今日”会提醒；"
            "改好了放上整改前后的照片。活动室查出来的也列在一起，在活动室里整改。"
            "一次检查查出好几个问题，一行写一个就行。Ctrl+P 打印，Ctrl+E 导出。"
        )

    # inside

    def _reach(self, want: object) -> bool:
        desk = self.desk
        if isinstance(want, tuple) and len(want) == 2 and want[0] in ROW_KINDS:
            desk.open_record(ROW_KINDS[want[0]], int(want[1]))
        elif isinstance(want, tuple) and want[:1] == ("point",):
            keys = [one.key for one in points()]
            if want[1] not in keys:
                return False
            desk.open_record(books.CHECK, keys.index(want[1]) + 1)
        elif isinstance(want, str) and want in books.SEGMENTS:
            desk.list.choose(want)
            return False
        elif isinstance(want, str) and want.partition(":")[0] in (errands.ROUND, errands.PROBLEM):
            kind, _, of = want.partition(":")
            desk.begin(kind, of)
            return True
        else:
            return False
        desk.filled().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _connect(self) -> None:
        desk = self.desk
        desk.goes.connect(self._go)
        desk.list.print.clicked.connect(self.print_out)
        desk.list.export.clicked.connect(self.export)
        self._session.undone.connect(self._go_to_undone)

    def _go(self, page: str, want: object) -> None:
        if page == "inspection":
            self.arrive(want)
        else:
            self.goes.emit(page, want)

    def _go_to_undone(self, undone: Undone) -> None:
        if self.isVisible() and not self.desk.list.isHidden():
            self.desk.list.shown().flash(undone.records)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, desk, key = Qt.Key, self.desk, event.key()
        editing = desk.panel is desk.form
        if key == keys.Key_F4 and not editing:
            desk.begin(desk.overview.main())
        elif key == keys.Key_F2 and desk.panel is desk.record:
            desk.acts.act(sights.CHANGE)
        else:
            super().keyPressEvent(event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def _list_keys() -> list[tuple[str, str]]:
    return [("↑↓", _tr("换一项")), ("Enter", _tr("看这一项")), ("F2", _tr("修改")), ("F4", _tr("登记")),
            ("Ctrl+P", _tr("打印")), ("Ctrl+E", _tr("导出 Excel"))]  # fmt: skip
