"""Settings: the leading group, who is in it and what each answers for, with its printable list of duties."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.settings.group_grid import DRAFT, GroupGrid
from ui.settings.section import Section
from ui.work import Work


class GroupSection(Section):
    """One grid; its paper is on the printing page."""

    key = DRAFT
    icon = "users"
    wide = 980

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.group = GroupGrid(session, self.save)
        self.column.addWidget(self.group)
        self.column.addStretch(1)
        self._shown: object = None
        self.group.print_wanted.connect(lambda: self.goes.emit("print", "leading_group"))
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "领导小组")

    def show_file(self) -> None:
        shown = self.session.snapshot.staff, self.session.today
        if shown != self._shown:
            self._shown = shown
            self.group.show_file()

    def leave(self) -> None:
        self.group.keep()

    def resume(self) -> bool:
        return self.group.resume()
