"""The page 台账: the things of the home, what comes in, goes out and is lent, what the standard list still asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.inventory import IN, LOAN
from ui.desk_page import DeskPage
from ui.ledger import shelf
from ui.ledger.desk import Desk
from ui.ledger.errand import LEAST, NEW, Errand, errand_of
from ui.ledger.printing import asked_paper
from ui.page import KeyGroup
from ui.paper.asset_sheets import asset_sheets, file_name, ledger_of
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.work import Work


class LedgerPage(DeskPage):
    """`arrive`: the id of an asset, or the key of a segment."""

    desk: Desk
    can = frozenset({"search", "print_out", "export", "open_table"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, Desk(session, work), parent)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        desk = self.desk
        if desk.panel is desk.form:
            return [("Tab", self.tr("下一格")), ("Enter", desk.form.go.label()), ("Esc", self.tr("返回"))]
        if desk.panel is desk.asset:
            return [("PgUp PgDn", self.tr("换一样")), ("F7", self.tr("入库")), ("Ctrl+P", self.tr("打印物品卡")),
                    ("Ctrl+Enter", desk.asset.go.label()),
                    ("Esc", self.tr("返回"))]  # fmt: skip
        if desk.list.isHidden():
            return [("Tab", self.tr("下一件")), ("Ctrl+Enter", self.tr("登记新物品")), ("Esc", self.tr("看物品"))]
        if desk.list.shown() is desk.list.standard:
            return [("↑↓", self.tr("换一样")), ("Enter", self.tr("登记或入库")), ("F2", self.tr("改最少要几个")),
                    ("Ctrl+Enter", self.tr("登记新物品"))]  # fmt: skip
        writes = [("F7", self.tr("入库")), ("F8", self.tr("借出"))] if desk.shelf.is_today() else []
        new = [("Ctrl+Enter", self.tr("登记新物品"))] if desk.shelf.is_today() else []
        return [("↑↓", self.tr("换一样")), ("Enter", self.tr("看这一样")), *writes, ("Ctrl+P", self.tr("打印")),
                ("Ctrl+E", self.tr("导出")), *new]  # fmt: skip

    def key_groups(self) -> list[KeyGroup]:
        tr = self.tr
        return [
            KeyGroup("", (("↑↓", tr("换一样")), ("Enter", tr("看这一样")), ("F7", tr("入库")), ("F8", tr("借出")),
                          ("Ctrl+P", tr("打印台账、物品卡、标签")), ("Ctrl+E", tr("导出 Excel")),
                          ("Ctrl+Enter", tr("登记新物品")), ("F2", tr("改最少要几个")))),
            KeyGroup(tr("一样物品"), (("PgUp PgDn", tr("换一样")), ("F7", tr("入库")), ("F8", tr("借出")),
                                    ("Esc", tr("返回")))),
            KeyGroup(tr("写一笔"), (("Tab", tr("下一格")), ("Enter", tr("写下")), ("Esc", tr("返回")))),
        ]  # fmt: skip

    def arrive(self, want: object) -> None:
        self._show()
        if isinstance(want, int):
            self.desk.open_asset(want)
            self.desk.asset.go.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if isinstance(want, str) and want in shelf.SEGMENTS:
            self.desk.list.choose(segment=want)
        self._land()

    def here(self) -> object:
        if self.desk.panel is self.desk.asset:
            return self.desk.asset.asset_id
        return self.desk.shelf.wish.segment

    def resume(self) -> bool:
        errand = errand_of(self._session.drafts.opened())
        self._show()
        return errand is not None and self.desk.ask(errand)

    def print_out(self) -> None:
        self.goes.emit("print", asked_paper(self.desk))

    def export(self) -> None:
        """The whole ledger of the day that is looked at, as an Excel book."""
        session = self._session
        ledger = ledger_of(session.store, session.snapshot, self.desk.shelf.day)
        save_sheet(self, session, self._work, asset_sheets(ledger), file_name(ledger), "export_ledger")

    def open_table(self) -> None:
        self.goes.emit("ledger-import", None)

    def help_text(self) -> str:
        return self.tr(
            "账上有几个，只由一笔一笔的入库、借出、归还、调拨、领用、报废加出来，写下的不改，写错了 Ctrl+Z 撤回。"
            "入库要两个人验收，捐的写上谁捐的。对不上的、过了日子没还的排在最前面。"
            "上面换个日子，看的就是那天的账。“还缺”照配备标准列出没有和不够的，F2 改最少要几个。"
            "药写上有效期，到期前 30 天会提醒。扫码枪就是键盘：在找物品的格子里扫编号，回车就打开。"
            "Ctrl+P 印台账、物品卡和标签，按住 Ctrl 点几样就只印那几样。Ctrl+E 把总账、分室账、分类账导出成一个表。"
        )

    # inside

    def begin_new(self, row: int = 0) -> None:
        """Enter a new thing; that of a row of the standard list, where one is given."""
        desk = self.desk
        if not desk.overview.go.isEnabled():
            return
        if not row:
            desk.ask(Errand(NEW))
            return
        need = desk.list.standard.need(row)
        if need.lines:
            desk.open_asset(need.lines[0].id)
            desk.ask(Errand(IN, need.lines[0].id), {"count": str(need.lacking or 1)})
            return
        item = need.item
        desk.ask(Errand(NEW), {
            "name": item.name, "class_of_goods": item.class_of_goods, "unit": item.unit, "standard": item.key,
            "count": str(item.least),
        })  # fmt: skip

    def change_least(self, row: int) -> None:
        """The school's own number of a thing of the standard list."""
        self.desk.ask(Errand(LEAST, item=self.desk.list.standard.need(row).item.key))

    def _connect(self) -> None:
        desk = self.desk
        desk.overview.new_wanted.connect(self.begin_new)
        desk.overview.standard_wanted.connect(lambda: desk.list.choose(segment=shelf.STANDARD))
        desk.list.ways.goes.connect(self.goes)
        desk.asset.form_wanted.connect(lambda scope: self.goes.emit("print", (scope, "scrap_form")))
        desk.list.print.clicked.connect(self.print_out)
        desk.list.export.clicked.connect(self.export)
        desk.list.standard.opened.connect(self.begin_new)
        desk.list.standard.acted.connect(
            lambda row, key: self.change_least(row) if key == "least" else self.begin_new(row)
        )
        desk.list.standard.edit_wanted.connect(self.change_least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_F7, keys.Key_F8):
            self.desk.ask_kind(IN if event.key() == keys.Key_F7 else LOAN)
        else:
            super().keyPressEvent(event)
