"""Settings: the staff in one grid, and beneath it the class teacher of every class."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.edits import BadValue, delete_staff, staff_left
from app.pairing import MENTOR
from app.suggest import ongoing
from ui import labels
from ui.session import Session
from ui.settings.class_card import ClassCard
from ui.settings.left_card import LeftCard
from ui.settings.member_card import DRAFT as MEMBER
from ui.settings.member_card import MemberCard
from ui.settings.section import Section
from ui.settings.staff_grid import StaffGrid
from ui.work import Work


class StaffSection(Section):
    """The grid is written by its button or Ctrl+Enter; who leaves or is deleted at once."""

    key = "staff"
    icon = "users"
    wide = 980
    kept = (MEMBER,)

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.staff = StaffGrid(session, self.save)
        self.classes = ClassCard(self)
        self.member = MemberCard(session, self.save)
        self.left = LeftCard(session, self.save)
        for card in (self.staff, self.member, self.classes, self.left):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._shown: object = None
        self.staff.wants_to_leave.connect(self._leave)
        self.staff.wants_to_delete.connect(self._delete)
        self.staff.chosen.connect(self.member.show_staff)
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "老师和班主任")

    def show_file(self) -> None:
        snapshot, today = self.session.snapshot, self.session.today
        used = frozenset(period.class_id for child in snapshot.children.values() for period in child.enrolments)
        shown = (snapshot.staff, snapshot.leaves, snapshot.pairings, snapshot.classes, used, snapshot.school.system,
                 today)  # fmt: skip
        if shown == self._shown:
            return
        self._shown = shown
        self.staff.show_file()
        self.member.show_file()
        self.left.show_file()
        self.classes.show_classes(used)

    def leave(self) -> None:
        self.staff.keep()

    def back(self) -> bool:
        return self.member.close_form()

    def resume(self) -> bool:
        if self.session.drafts.opened() != MEMBER:
            return self.staff.resume()
        words = self.session.drafts.read(MEMBER)
        if words.get("staff") not in self.staff.sheet.staff:
            self.session.drafts.drop(MEMBER)
            return False
        self.staff.grid.setCurrentIndex(self.staff.grid.model().index(self._line(words["staff"]), 0))
        return self.member.put_back(words)

    def _line(self, staff_id: int) -> int:
        return list(self.staff.sheet.rows()).index(staff_id)

    def _leave(self, staff_id: int) -> None:
        one = self.staff.sheet.staff[staff_id]
        known = self.session.snapshot
        if any(pair.staff_id == staff_id for pair in ongoing(known.pairings, self.session.today, MENTOR)):
            # Their children go to others in the same step, once somebody has looked at it.
            self.goes.emit("pairings", ("handover", staff_id, "left"))
            return
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
