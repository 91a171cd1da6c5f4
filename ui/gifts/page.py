"""The page 捐赠与心愿: donors, gifts and thanks, insurance, wishes (REQ 5.1-5.4)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.history import Undone
from ui.desk_page import DeskPage
from ui.gift_letter import DRAFT
from ui.gifts import book as books
from ui.gifts import records, sheets
from ui.gifts.desk import Desk
from ui.gifts.errand import GIVE, KINDS, Errand, errand_of
from ui.page import KeyGroup
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.work import Work


class GiftsPage(DeskPage):
    """`arrive`: the key of a list, (kind, id) of a thing, a kind of errand, or (GIVE, id of an activity)."""

    desk: Desk
    can = frozenset({"search", "print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, Desk(session), parent)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        desk = self.desk
        if desk.panel is desk.form:
            return [("Tab", _tr("下一格")), ("Ctrl+Enter", desk.form.go.label()), ("Esc", _tr("返回，没写完的留着"))]
        if desk.panel is desk.letter:
            return [("Ctrl+P", _tr("打印感谢信")), ("F8", _tr("谢过了")), ("Esc", _tr("返回，改的字留着"))]
        if desk.panel is desk.record:
            acts = desk.record.sight.acts if desk.record.sight is not None else ()
            return [("PgUp PgDn", _tr("换一条")), *((keys, said) for _key, said, keys in acts if keys),
                    ("Ctrl+Enter", desk.record.go.label()), ("Esc", _tr("返回"))]  # fmt: skip
        return _list_keys(thanks=desk.book.segment in (books.GIVEN, books.DONORS))

    def key_groups(self) -> list[KeyGroup]:
        return [
            KeyGroup("", tuple(_list_keys())),
            KeyGroup(_tr("一条记录"), (("PgUp PgDn", _tr("换一条")), ("F2", _tr("修改")), ("Esc", _tr("返回")))),
            KeyGroup(_tr("登记"), (("Tab", _tr("下一格")), ("Ctrl+Enter", _tr("存下")),
                                 ("Esc", _tr("返回，没写完的留着")))),
            KeyGroup(_tr("感谢信"), (("Ctrl+P", _tr("打印感谢信")), ("F8", _tr("谢过了")))),
        ]  # fmt: skip

    def arrive(self, want: object) -> None:
        self._show()
        desk = self.desk
        if isinstance(want, tuple) and want[:1] == (GIVE,):
            desk.ask(Errand(GIVE, more=int(want[1])))
            return
        if isinstance(want, tuple) and len(want) == 2 and want[0] in records.KINDS:
            desk.open_record(str(want[0]), int(want[1]))
            desk.record.go.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if isinstance(want, str) and want in books.SEGMENTS:
            desk.list.choose(want)
        elif isinstance(want, str) and want in KINDS:
            desk.ask(Errand(want))
            return
        self._land()

    def here(self) -> object:
        if self.desk.panel is self.desk.record:
            return self.desk.record.what
        return self.desk.book.segment

    def resume(self) -> bool:
        opened = self._session.drafts.opened()
        self._show()
        if opened.startswith(DRAFT):
            self.desk.write_letter(opened.removeprefix(DRAFT))
            return self.desk.panel is self.desk.letter
        errand = errand_of(opened)
        return errand is not None and self.desk.ask(errand)

    def print_out(self) -> None:
        """The paper of what is on screen: a letter, who got something, the wishes, else the letters still owed."""
        desk = self.desk
        kind, number = desk.current()
        if desk.panel is desk.letter:
            desk.letter.go.click()
        elif desk.book.segment == books.WISHES:
            self.goes.emit("print", ("wall", "wishes"))
        elif kind == records.POLICY or (desk.panel is desk.record and records.RECEIPT in desk.record.buttons):
            desk.acts.act(records.RECEIPT)
        elif kind == records.DONOR and desk.panel is desk.record:
            self.goes.emit("print", (f"donor:{number}", "thanks"))
        else:
            self.goes.emit("print", ("owed", "thanks"))

    def export(self) -> None:
        """The list on screen as an Excel book."""
        book = self.desk.book
        sheet, name = sheets.sheet_of(self._session, book), sheets.file_name(self._session, book.segment)
        save_sheet(self, self._session, self._work, sheet, name, sheets.what_of(book.segment))

    def help_text(self) -> str:
        return _tr(
            "外面的人给了什么、给了谁，都记在这里。一次给很多孩子的，在班级名单里勾上就行；捐来入库的物品在“台账”里登记，"
            "写上谁捐的，这里也看得到。谢过了按 F8，没谢的排在最前面；感谢信印之前可以改，学校也可以有自己的样式。"
            "保险到期前 30 天，“今日”会提醒。心愿墙上没有孩子的名字，办公室用的心愿单上有。"
        )

    # inside

    def begin(self) -> None:
        """F4: write down what the list is of."""
        self.desk.ask(Errand(self.desk.overview.main()))

    def _connect(self) -> None:
        desk = self.desk
        desk.goes.connect(self.goes)
        desk.list.print.clicked.connect(self.print_out)
        desk.list.export.clicked.connect(self.export)
        self._session.undone.connect(self._go_to_undone)

    def _go_to_undone(self, undone: Undone) -> None:
        if self.isVisible() and not self.desk.list.isHidden():
            self.desk.list.shown().flash(undone.records)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, desk, key = Qt.Key, self.desk, event.key()
        editing = desk.panel is desk.form
        if key == keys.Key_F4 and not editing:
            self.begin()
        elif key == keys.Key_F7 and not editing and desk.panel is not desk.letter:
            desk.acts.letter()
        elif key == keys.Key_F8 and not editing:
            desk.acts.thank()
        elif key == keys.Key_F2 and desk.panel is desk.record:
            desk.acts.act(records.CHANGE)
        else:
            super().keyPressEvent(event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def _list_keys(*, thanks: bool = True) -> list[tuple[str, str]]:
    letters = [("F7", _tr("感谢信")), ("F8", _tr("谢过了"))] if thanks else []
    return [("↑↓", _tr("换一条")), ("Enter", _tr("看这一条")), ("F4", _tr("登记")), *letters, ("Ctrl+P", _tr("打印"))]
