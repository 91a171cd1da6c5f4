"""Settings: the staff in a grid to type or paste into; who leaves or was entered by mistake goes at a press."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal

from app.changes import Change
from app.staff_cells import SEXES
from app.staff_sheet import StaffSheet
from app.staffing import on_leave
from ui.pieces.button import Button
from ui.pieces.entry_model import EntryColumn
from ui.session import Session
from ui.settings.sheet_card import SheetCard

DRAFT = "staff"


def _tr(text: str) -> str:
    return QCoreApplication.translate("StaffGrid", text)


class StaffGrid(SheetCard):
    """`wants_to_leave` and `wants_to_delete` name the current row's one, `chosen` whom the cursor stands on."""

    wants_to_leave = Signal(int)
    wants_to_delete = Signal(int)
    chosen = Signal(int)
    """A staff id, 0 for the row of nobody yet."""

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        columns = [
            EntryColumn("name", _tr("姓名"), 84), EntryColumn("phone", _tr("电话"), 130),
            EntryColumn("duties", _tr("职务"), 0), EntryColumn("classes", _tr("班主任"), 90),
            EntryColumn("sex", _tr("性别"), 46, SEXES), EntryColumn("village", _tr("住哪个村"), 82),
            EntryColumn("now", _tr("现在"), 62, fixed=True),
        ]  # fmt: skip
        text = _tr("一格一格敲，或者从 Excel 复制整块粘贴，最下面一行接着添。一起记下，Ctrl+Z 一次撤回。")
        super().__init__(session, write, StaffSheet(session.snapshot, session.today), DRAFT, columns, _tr("老师"), text)
        self.leave = Button(self.tr("离校"), kind="link")
        self.delete = Button("", kind="link", icon="trash-2", name=self.tr("录错了，删除"))
        for place, button in enumerate((self.leave, self.delete), 1):
            self.foot.insertWidget(place, button)
        self.leave.clicked.connect(lambda: self.wants_to_leave.emit(self.grid.here()[0]))
        self.delete.clicked.connect(lambda: self.wants_to_delete.emit(self.grid.here()[0]))
        self.grid.moved.connect(lambda row, _column: self.chosen.emit(row if row in self.sheet.staff else 0))

    def label(self, counted: str) -> str:
        return self.tr("修改老师名单：{0}").format(counted)

    def extra(self) -> dict[int, dict[str, str]]:
        leaves, today = self._session.snapshot.leaves, self._session.today
        away = (one for one in self.sheet.staff if on_leave(leaves, one, today) is not None)
        return {one: {"now": self.tr("请假")} for one in away}

    def say_here(self) -> None:
        super().say_here()
        row = self.grid.here()[0]
        here = row in self.sheet.staff
        for button in (self.leave, self.delete):
            button.setVisible(here)
        if here:
            name = self.sheet.old(row, "name")
            self.leave.set_label(self.tr("{0}离校").format(name))
            self.delete.setAccessibleName(self.tr("{0}录错了，删除").format(name))
