"""Settings: the leading group (领导小组): everybody in a grid, who has a part in the group and what they answer for."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal

from app.changes import Change
from app.staff_cells import GROUP
from app.staff_sheet import StaffSheet
from app.staffing import GROUP_ROLES
from ui.pieces.button import Button
from ui.pieces.entry_model import EntryColumn
from ui.session import Session
from ui.settings.sheet_card import SheetCard

DRAFT = "group"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroupGrid", text)


class GroupGrid(SheetCard):
    """`print_wanted` asks for the printable list of duties."""

    print_wanted = Signal()

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        columns = [
            EntryColumn("name", _tr("姓名"), 132, fixed=True),
            EntryColumn("group_role", _tr("组内职务"), 132, GROUP_ROLES),
            EntryColumn("group_duty", _tr("分管的事"), 0),
        ]
        sheet = StaffSheet(session.snapshot, session.today, GROUP, grows=False)
        text = _tr("组内职务空着的就不在小组里。也可以从 Excel 复制姓名、组内职务、分管的事三列粘贴，按姓名对上。")
        super().__init__(session, write, sheet, DRAFT, columns, _tr("领导小组"), text)
        self.grid.set_empty(_tr("还没有老师。先在左边的“老师和班主任”里录好，这里就一人一行，写组内职务和分管的事。"))
        self.print = Button(self.tr("打印名单及职责"), icon="printer")
        self.foot.insertWidget(1, self.print)
        self.print.clicked.connect(self.print_wanted)

    def label(self, counted: str) -> str:
        return self.tr("修改领导小组：{0}").format(counted)
