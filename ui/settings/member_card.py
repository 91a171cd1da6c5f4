"""Settings: one member of staff beside the grid: counsellor or not, on leave from when to when."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.changes import Change
from app.days import on_paper
from app.edits import back_at_work, correct_leave, delete_leave, go_on_leave, set_counsellor
from app.mentoring import mentorings
from app.periods import holds
from app.school import Staff, StaffLeave
from app.staffing import on_leave, overlapping
from ui import labels, tokens
from ui.card import Card
from ui.children.card import clear
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.label import Label
from ui.pieces.revealing import reveal
from ui.session import Session
from ui.settings.leave_form import LeaveForm
from ui.unsaved import Unsaved

DRAFT = "member"


def _tr(text: str) -> str:
    return QCoreApplication.translate("MemberCard", text)


class MemberCard(Card):
    """Hidden until somebody is chosen in the grid; each press is saved at once."""

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        super().__init__("")
        self._session, self._write = session, write
        self.staff_id = 0
        self.form: LeaveForm | None = None
        self.name = Label("", "panel")
        self.state = Label("", "second", "soon", wrap=True)
        self.counsellor = CheckBox(self.tr("心理老师，能看保密的记录"))
        self.ask = Button(self.tr("请假"), kind="link")
        self._lines, self._place = QVBoxLayout(), QVBoxLayout()
        self._lines.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name)
        head.addWidget(self.state, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.counsellor)
        row.addWidget(self.ask)
        row.addStretch(1)
        for part in (head, row, self._lines, self._place):
            self.column.addLayout(part)
        self.unsaved = Unsaved(self, session, DRAFT, "settings", self._open_now)
        self.counsellor.clicked.connect(self._set_counsellor)
        self.ask.clicked.connect(lambda: self.open_form(0))
        self.hide()

    def show_staff(self, staff_id: int) -> None:
        """Show another one; 0 for nobody."""
        if staff_id != self.staff_id:
            self.close_form()
        self.staff_id = staff_id
        self.show_file()

    def show_file(self) -> None:
        """Show the one again as the file has it; an open form stays."""
        one = self._one()
        self.setVisible(one is not None)
        if one is None:
            return
        snapshot, today = self._session.snapshot, self._session.today
        self.name.setText(one.name)
        self.state.setText(self._away_words(one.id) if on_leave(snapshot.leaves, one.id, today) else "")
        self.counsellor.setChecked(one.counsellor)
        self.counsellor.setAccessibleName(self.tr("{0}是心理老师，能看保密的记录").format(one.name))
        self.ask.setAccessibleName(self.tr("{0}请假").format(one.name))
        clear(self._lines)
        mine = [leave for leave in snapshot.leaves if leave.staff_id == one.id]
        for leave in sorted(mine, key=lambda leave: leave.from_day, reverse=True):
            self._lines.addLayout(self._line(leave, one, today))

    def open_form(self, leave_id: int) -> None:
        """Ask for a new leave (0) or correct one; the same button again closes it."""
        same = self.form is not None and (self.form.leave.id if self.form.leave else 0) == leave_id
        self.close_form()
        if same:
            return
        leave = next((one for one in self._session.snapshot.leaves if one.id == leave_id), None)
        self.form = LeaveForm(self._session, leave)
        self.form.done.connect(self._save)
        self._place.addWidget(self.form)
        self.form.from_day.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self, self.form.from_day)

    def close_form(self) -> bool:
        """Put the form away; False if none was open."""
        was_open = self.form is not None
        clear(self._place)
        self.form = None
        return was_open

    def put_back(self, words: dict[str, Any]) -> bool:
        """Open the form and put what was typed back into it; its person is shown already."""
        if "leave" in words:
            self.open_form(int(words["leave"]))
        return self.unsaved.put_back(words)

    def _one(self) -> Staff | None:
        return next((one for one in self._session.snapshot.staff if one.id == self.staff_id), None)

    def _open_now(self) -> dict[str, Any]:
        opened = {"leave": self.form.leave.id if self.form.leave else 0} if self.form is not None else {}
        return {"staff": self.staff_id} | opened

    def _away_words(self, staff_id: int) -> str:
        mine = mentorings(self._session.snapshot, self._session.today)
        count = next((len(one.children) for one in mine if one.staff.id == staff_id), 0)
        if not count:
            return self.tr("请假中")
        return self.tr("请假中，名下 {0} 个孩子。谁代管，到“结对帮扶”里交接。").format(count)

    def _line(self, leave: StaffLeave, one: Staff, today: date) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        words = period_words(leave)
        row.addWidget(Label(words, "second", "ink" if holds(leave, today) else "ink2", wrap=True), 1)
        if holds(leave, today) and leave.from_day < today:
            back = Button(self.tr("回来了"), kind="link", height=28, name=self.tr("{0}今天回来上班").format(one.name))
            back.clicked.connect(lambda: self._write(labels.back_at_work(one.name), back_at_work(leave, today)))
            row.addWidget(back)
        change = Button(self.tr("改"), kind="link", height=28, name=self.tr("改请假：{0}").format(words))
        change.clicked.connect(partial(self._open_of, leave.id))
        remove = Button("", kind="link", icon="trash-2", height=28, name=self.tr("删除请假：{0}").format(words))
        remove.clicked.connect(lambda: self._write(labels.delete_leave(one.name), delete_leave(leave)))
        row.addWidget(change)
        row.addWidget(remove)
        return row

    def _open_of(self, leave_id: int, _on: bool = False) -> None:
        self.open_form(leave_id)

    def _set_counsellor(self, yes: bool) -> None:
        one = self._one()
        if one is not None:
            self._write(labels.counsellor(one.name, yes), set_counsellor(one, yes))

    def _save(self, first: date, last: date | None, why: str) -> None:
        one, form = self._one(), self.form
        if one is None or form is None:
            return
        other = overlapping(self._session.snapshot.leaves, one.id, first, last, form.leave.id if form.leave else 0)
        if other is not None:
            form.refuse(self.tr("这些天已经请了假：{0}").format(period_words(other)))
            return
        if form.leave is None:
            written = self._write(labels.leave(one.name), go_on_leave(one, first, last, why))
        else:
            written = self._write(labels.correct_leave(one.name), correct_leave(form.leave, first, last, why))
        if written:
            self.close_form()
            self._session.drafts.drop(DRAFT)
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(self)


def period_words(leave: StaffLeave) -> str:
    """病假，2026年11月10日起，2026年12月1日回来."""
    words = _tr("{0}，{1}起").format(leave.why or _tr("请假"), on_paper(leave.from_day))
    return words if leave.until_day is None else _tr("{0}，{1}回来").format(words, on_paper(leave.until_day))
