"""Everything that changes many children from the list: edit together, copy, delete, and the menu that offers it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app import duplicates
from ui.children.bulk_edit import DRAFT, BulkEdit
from ui.children.deeds import Deeds
from ui.children.listing import Listing
from ui.children.roster_list import RosterList
from ui.imports.reading import Pasted
from ui.session import Session


class RosterChanges(QObject):
    """Works on what is chosen in the list."""

    goes = Signal(str, object)
    """As `Page.goes`."""

    def __init__(self, session: Session, listing: Listing, deeds: Deeds, shown: RosterList) -> None:
        super().__init__(shown)
        self._session, self._listing, self._deeds, self._list = session, listing, deeds, shown
        bar = shown.head.chosen
        bar.edits.connect(self.edit_chosen)
        bar.copies.connect(self.copy)
        bar.deletes.connect(self.delete_chosen)
        shown.head.more.clicked.connect(self.open_menu)
        shown.head.due.clicked.connect(lambda: self.goes.emit("print", "due"))

    def edit_chosen(self) -> None:
        """Change one fact of all that are chosen; of all that are listed if only one is."""
        if ids := self._ids():
            self.edit(ids)

    def edit(self, ids: list[int]) -> None:
        """Change one fact of these, going on where it was left."""
        words = self._session.drafts.read(DRAFT)
        window = BulkEdit(self._session, self._listing, self._deeds, ids, self._list)
        if words.get("ids") == ids:
            window.put_back(words)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.finished.connect(lambda _result: self._list.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        window.rejected.connect(lambda: self._session.drafts.close(DRAFT))
        window.open()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, and say so."""
        self._list.grid.copy()
        count = len(self._list.grid.selected())
        self._session.said.emit(self.tr("复制了 {0} 行，可以粘贴到 Excel 或 WPS").format(count))

    def paste(self) -> None:
        """Take a table off the clipboard into the import; a single word is looked for."""
        data = QGuiApplication.clipboard().mimeData()
        html, text = data.html(), data.text()
        if "<table" not in html.lower() and not {"\t", "\n"} & set(text.strip()):
            if text.strip():
                self._list.head.search.setText(text.strip())
            else:
                self._session.said.emit(self.tr("剪贴板里没有表格，先在 Excel 或 WPS 里选一块复制"))
            return
        self.goes.emit("import", Pasted(html, text))

    def delete_chosen(self) -> None:
        """Take the chosen children out: they were entered by mistake."""
        chosen = self._list.grid.selected()
        if chosen:
            self._deeds.delete_children(chosen)

    def menu(self) -> QMenu:
        """What the button with the three dots offers."""
        menu = QMenu(self._list)
        ids = self._ids()
        for button in self._list.head.folded():
            self._offer(menu, button.label(), button.click, button.toolTip())
        self._offer(menu, self.tr("一起改这 {0} 人…").format(len(ids)), self.edit_chosen, "F2", able=bool(ids))
        self._offer(menu, self.tr("粘贴表格"), self.paste, "Ctrl+V")
        due = self._listing.due()
        words = self.tr("打印有变化的联系卡，{0} 人").format(due) if due else self.tr("联系卡都没有变化")
        self._offer(menu, words, partial(self.goes.emit, "print", "due"), able=bool(due))
        menu.addSeparator()
        self._offer(menu, self.tr("调查登记"), partial(self.goes.emit, "survey", self._listing.class_name))
        self._offer(menu, self.tr("统计"), partial(self.goes.emit, "statistics", self._session.today))
        self._offer(menu, self.tr("照片对号"), partial(self.goes.emit, "photos", None))
        many = ids if len(ids) > 1 else []
        self._offer(menu, self.tr("填县里的表"), partial(self.goes.emit, "templates", many))
        menu.addSeparator()
        pairs = len(duplicates.pairs(self._session.snapshot))
        alike = self.tr("可能重复，{0} 对").format(pairs) if pairs else self.tr("可能重复")
        self._offer(menu, alike, partial(self.goes.emit, "duplicates", None))
        for words, key in ((self.tr("历史"), "history"), (self.tr("回收站"), "recycle")):
            self._offer(menu, words, partial(self.goes.emit, key, None))
        return menu

    def open_menu(self) -> None:
        """Show it below its button."""
        button, menu = self._list.head.more, self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _offer(self, menu: QMenu, words: str, does: Callable[[], object], keys: str = "", *, able: bool = True) -> None:
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setEnabled(able)
        action.triggered.connect(lambda _on=False: does())

    def _ids(self) -> list[int]:
        chosen = self._list.grid.selected()
        return chosen if len(chosen) > 1 else self._list.grid.rows()
