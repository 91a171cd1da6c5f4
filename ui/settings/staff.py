"""Settings: the staff in one grid, and beneath it the class teacher of every class."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.edits import BadValue, delete_staff, staff_left
from ui import labels
from ui.session import Session
from ui.settings.class_card import ClassCard
from ui.settings.section import Section
from ui.settings.staff_grid import StaffGrid
from ui.work import Work


class StaffSection(Section):
    """The grid is written by its button or Ctrl+Enter; who leaves or is deleted at once."""

    key = "staff"
    icon = "users"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.staff = StaffGrid(session, self.save)
        self.classes = ClassCard(self)
        self.column.addWidget(self.staff)
        self.column.addWidget(self.classes)
        self.column.addStretch(1)
        self._shown: object = None
        self.staff.wants_to_leave.connect(self._leave)
        self.staff.wants_to_delete.connect(self._delete)
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "老师和班主任")

    def show_file(self) -> None:
        snapshot, today = self.session.snapshot, self.session.today
        used = frozenset(period.class_id for child in snapshot.children.values() for period in child.enrolments)
        shown = (snapshot.staff, snapshot.classes, used, snapshot.school.system, today)
        if shown == self._shown:
            return
        self._shown = shown
        self.staff.show_file()
        self.classes.show_classes(used)

    def leave(self) -> None:
        self.staff.keep()

    def resume(self) -> bool:
        return self.staff.resume()

    def _leave(self, staff_id: int) -> None:
        one = self.staff.sheet.staff[staff_id]
        known = self.session.snapshot
        changes = staff_left(one, self.session.today, known.classes, known.pairings)
        self.save(labels.staff_left(one.name), changes)

    def _delete(self, staff_id: int) -> None:
        one, known = self.staff.sheet.staff[staff_id], self.session.snapshot
        try:
            changes = delete_staff(one, known, self.session.store.ledger.names_staff(one.id))
        except BadValue:
            words = self.tr("{who}名下有记录，不能删除。人走了请点“离校”。")
            self.session.failed.emit(words.format(who=one.name))
            return
        self.delete(labels.delete_staff(one.name), changes)
