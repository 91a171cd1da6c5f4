"""The page 考核表: several tables are kept and one is in use; every item can be changed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.assessment import Table, shipped
from app.changes import Change
from app.edits import assessment as edits
from app.store import Done
from ui import tokens
from ui.page import Page
from ui.report.item_editor import ItemEditor
from ui.report.table_desk import TableDesk
from ui.report.table_forms import TableForms
from ui.session import Session
from ui.work import Work


class TablesPage(Page):
    """`arrive`: the id of an item, or None."""

    def __init__(self, session: Session, _work: Work) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self.every: list[Table] = []
        self.table_id = 0
        self.left = QWidget()
        self.desk, self.editor = TableDesk(), ItemEditor(session)
        left = QVBoxLayout(self.left)
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        left.addWidget(self.desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.editor)
        self.editor.hide()
        self.forms = TableForms(self, session, self.table, lambda: self.every, self.open_item)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if not self.editor.isHidden():
            return [("Tab", self.tr("下一格")), ("PgUp PgDn", self.tr("换一项")), ("Esc", self.tr("返回"))]
        return [("↑↓", self.tr("换一项")), ("Enter", self.tr("改这一项")), ("Alt+↑↓", self.tr("往上往下移")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        self._show()
        if isinstance(want, int) and self.desk.item(want) is not None:
            self.open_item(want)
        else:
            self.desk.grid.focus_first()

    def here(self) -> object:
        return self.editor.item.id if self.editor.item is not None and not self.editor.isHidden() else None

    def back(self) -> bool:
        if self.editor.isHidden():
            return False
        self._open_editor(False)
        self.desk.grid.focus_first()
        return True

    def leave(self) -> bool:
        self._session.drafts.flush()
        return True

    def resume(self) -> bool:
        self._show()
        return self.forms.resume(self._session.drafts.opened(), self.desk.add)

    def help_text(self) -> str:
        return self.tr(
            "考核表可以有几张，用哪一张点“用这张”，原来的还在。县里发了新表，点“读县里的 Excel”。"
            "回车改一项：满分是多少，照哪个数字算，怎么给分。分几档就写 90% 7，80% 5.5，最高一档要正好是满分。"
            "没有数字可照的，选“学校自己打分”；要有材料的，选“有材料才得分”，写要几份。"
        )

    def topic(self) -> str:
        return "report"

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # the tables

    def table(self) -> Table | None:
        """The one on screen."""
        return next((one for one in self.every if one.id == self.table_id), self.every[0] if self.every else None)

    def open_item(self, item_id: int) -> None:
        """Show one to be changed."""
        item = self.desk.item(item_id)
        if item is not None:
            self.desk.grid.set_current(item_id)
            self.editor.show_item(item)
            self._open_editor(True)
            self.editor.begin()

    def add_shipped(self) -> None:
        """The example of the program once more, beside what there is; in use only if nothing else is."""
        table = shipped()
        name = edits.copy_name(table.name, self.every)
        fresh = Table(0, name, table.source, False, table.bands, table.items)
        done = self._write(self.tr("加{0}").format(name), edits.add_table(fresh, self.every, use=not self.every))
        if done is not None:
            self.choose(done.ids["table"])

    def choose(self, table_id: int) -> None:
        """Show that table."""
        self.table_id, self._stale = table_id, True
        self._open_editor(False)
        self._show()

    def move_item(self, item_id: int, step: int) -> None:
        """So many places further."""
        table, item = self.table(), self.desk.item(item_id)
        if table is not None and item is not None:
            self._write(self.tr("移动考核项{0}").format(item.what), edits.move_item(item, step, table.items))

    # inside

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.every = self._session.store.assessment.tables()
        table = self.table()
        if table is None:
            table = Table(0, self.tr("还没有考核表"))
        self.table_id = table.id
        self.desk.say_empty(bool(self.every))
        self.desk.show_tables(self.every, table)
        for button in (self.desk.add, self.desk.rename, self.desk.bands, self.desk.delete, self.desk.which):
            button.setEnabled(bool(table.id))
        item = self.desk.item(self.editor.item.id) if self.editor.item is not None else None
        if item is None:
            self._open_editor(False)
        elif not self.editor.isHidden():
            self.editor.show_item(item)

    def _open_editor(self, opened: bool) -> None:
        wide = not tokens.is_narrow(self.window().width())
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        self.editor.setSizePolicy(across, QSizePolicy.Policy.Expanding)
        self.editor.setVisible(opened)
        self.left.setVisible(wide or not opened)
        self.keys_changed.emit()

    def _use(self) -> None:
        table = self.table()
        if table is not None:
            self._write(self.tr("用{0}").format(table.name), edits.use_table(table, self.every))

    def _delete_table(self) -> None:
        table = self.table()
        if table is not None:
            self._write(self.tr("删掉{0}").format(table.name), edits.delete_table(table, self.every), "delete")

    def _delete_item(self) -> None:
        item = self.editor.item
        if item is not None:
            self._write(self.tr("删掉考核项{0}").format(item.what), edits.delete_item(item), "delete")

    def _write(self, label: str, changes: list[Change], kind: str = "edit") -> Done | None:
        return self._session.attempt(label, changes, kind) if changes else None

    def _connect(self) -> None:
        desk, editor = self.desk, self.editor
        desk.table_chosen.connect(self.choose)
        desk.grid.opened.connect(self.open_item)
        desk.grid.edit_wanted.connect(self.open_item)
        desk.grid.current_changed.connect(self._follow)
        desk.bring.clicked.connect(lambda: self.goes.emit("score-import", None))
        desk.use.clicked.connect(self._use)
        desk.add.clicked.connect(lambda: self.forms.ask_add(desk.add, desk.item(desk.grid.current())))
        desk.rename.clicked.connect(lambda: self.forms.ask_name(desk.rename))
        desk.bands.clicked.connect(lambda: self.forms.ask_bands(desk.bands))
        desk.shipped.clicked.connect(self.add_shipped)
        desk.delete.clicked.connect(self._delete_table)
        editor.closed.connect(self.back)
        editor.moved.connect(lambda step: self.move_item(self.desk.grid.current(), step))
        editor.delete_wanted.connect(self._delete_item)

    def _follow(self, item_id: int) -> None:
        item = self.desk.item(item_id)
        if item is not None and not self.editor.isHidden():
            self.editor.show_item(item)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._open_editor(not self.editor.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, alt = Qt.Key, event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (keys.Key_PageUp, keys.Key_PageDown) and not self.editor.isHidden():
            self.desk.grid.go(-1 if event.key() == keys.Key_PageUp else 1)
        elif alt and event.key() in (keys.Key_Up, keys.Key_Down):
            self.move_item(self.desk.grid.current(), -1 if event.key() == keys.Key_Up else 1)
        else:
            super().keyPressEvent(event)

