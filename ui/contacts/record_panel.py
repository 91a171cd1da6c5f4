"""Beside the log: one record in full, changed field by field, closed, tried again or deleted.

A confidential one stays covered until it is opened by somebody who may read it, or who gives a reason.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.activities import KINDS as GATHERINGS
from app.attachments import RECORD
from app.care import LOGGED, NOT_REACHED, CareRecord
from app.confidential import reads, veiled
from app.edits import told_of
from app.honours import AWARD_RECORD
from ui import tokens
from ui.attachments.strip import AttachmentStrip
from ui.contacts.aside import Aside
from ui.contacts.company import REMARK, RemarkGrid
from ui.contacts.deeds import CareDeeds
from ui.contacts.log_words import day_title, staff_words, told_words
from ui.contacts.people import People
from ui.contacts.record_form import RecordForm
from ui.pieces.button import Button
from ui.pieces.fields import LineField
from ui.pieces.label import Label
from ui.pieces.scrolling import scrolling
from ui.session import Session
from ui.unsaved import Unsaved
from ui.work import Work


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


DRAFT = "contacts.record"
"""The draft of a field in work."""


class RecordPanel(Aside):
    """`closed`: put away; `again`: try this record once more."""

    closed = Signal()
    again = Signal(int)
    goes = Signal(str, object)
    """The page that has more of the record is wanted."""

    def __init__(
        self, session: Session, work: Work, people: People, deeds: CareDeeds, now: Callable[[], datetime]
    ) -> None:
        super().__init__(_tr("一条记录"))
        self._session, self._people, self._deeds, self._now = session, people, deeds, now
        self.record: CareRecord | None = None
        self._unlocked = 0
        """The confidential record that may be read now."""
        self._showing = False
        self.heading = Label("", "panel", wrap=True)
        self.about = Label("", "second", "ink2", wrap=True)
        self.close_button = Button(_tr("收起"), kind="link", keys="Esc")
        self.cover = Label("", "second", "soon", wrap=True)
        self.reason = LineField(_tr("为什么要看"))
        self.open = Button(_tr("写好原因，看一眼"))
        self.opened = Label("", "second", "ink2", wrap=True)
        self.text = Label("", "body", wrap=True)
        self.form = RecordForm(session)
        self.grid = RemarkGrid(people)
        self.attachments = AttachmentStrip(session, work)
        self.retry = Button(_tr("再试一次"), icon="phone")
        self.done = Button(_tr("跟进好了"))
        self.more = Button(_tr("方案、比赛、总结"), icon="users")
        self.awards = Button(_tr("奖项和奖状"), icon="check")
        self.delete = Button(_tr("删除这条"), kind="danger", keys="Delete")
        self._lay_out()
        self.unsaved = Unsaved(self.form, session, DRAFT, "contacts", self._which)
        self._connect()

    def _which(self) -> dict[str, int]:
        return {"record": self.record.id if self.record is not None else 0}

    def show_record(self, record_id: int) -> bool:
        """Show one; False if it is gone."""
        record = self._session.store.ledger.record(record_id)
        if record is None:
            self.close()
            return False
        if self.record is None or self.record.id != record_id:
            self._unlocked = 0
            self.reason.set_value("")
            self.reason.revert()
        mine = reads(record, self._session.snapshot, self._session.store.user) or self._unlocked == record_id
        self.record = record if mine else veiled(record)
        self._show(covered=not mine)
        return True

    def refresh(self) -> None:
        """Something was written."""
        if self.record is not None and self.isVisible():
            self.show_record(self.record.id)

    def begin(self) -> None:
        """The cursor where something can be written."""
        first = self.form.summary if not self.form.isHidden() else self.reason if not self.reason.isHidden() else None
        (first or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def cover_again(self) -> None:
        """The page is left, or the window locked: what was opened with a reason is covered again."""
        if self._unlocked and self.record is not None:
            self._unlocked = 0
            self.show_record(self.record.id)

    def put_away(self) -> None:
        """Forget what was open: a confidential record is covered again."""
        self.record, self._unlocked = None, 0
        self.form.clear()
        self.attachments.show_for(RECORD, 0)

    def commit(self) -> bool:
        """Save the field in work; False if it is wrong."""
        return all(field.commit() for field in self.form.fields.values() if field.isVisible())

    # inside

    def _show(self, *, covered: bool) -> None:
        record = self.record
        assert record is not None
        children = [one.child_id for one in record.participants]
        self.heading.setText(self._deeds.called(record))
        day = day_title(record.day, self._session.today)
        parts = [day, record.from_time, staff_words(record, self._session.snapshot)]
        self.about.setText(_tr("，").join(part for part in parts if part))
        for piece in (self.cover, self.reason, self.open):
            piece.setVisible(covered)
        self.cover.setText(_tr("这条保密，写它的人和心理老师能看。别人要看，写明原因，会记下来给他们看。"))
        self._show_opened(record)
        own = record.kind in LOGGED
        self.form.setVisible(not covered and own)
        self.text.setVisible(not covered and not own)
        self.text.setText(told_words(record))
        self.grid.setVisible(not covered and len(children) > 1)
        self.retry.setVisible(record.outcome == NOT_REACHED and own)
        self.done.setVisible(record.follow_up is not None and record.followed_up is None)
        self.awards.setVisible(record.kind == AWARD_RECORD)
        self.more.setVisible(record.kind in GATHERINGS and not covered and not record.confidential)
        self.delete.setVisible(own and not covered)
        self._showing = True
        if covered:
            # What is hidden holds no words either: `record` has none.
            self.form.clear()
        self.form.set_subject(children[0] if len(children) == 1 else None, record.kind)
        self.form.fill(told_of(record))
        self.grid.show_remarks({one.child_id: one.remark for one in record.participants})
        self._showing = False
        # What is confidential shows no pictures either.
        self.attachments.show_for(RECORD, 0 if covered else record.id, self._deeds.called(record), children)

    def _show_opened(self, record: CareRecord) -> None:
        found = self._session.store.ledger.opened(record.id) if record.confidential else []
        lines = [_tr("{0} {1}看过：{2}").format(one.at[:16].replace("T", " "), one.user, one.reason) for one in found]
        self.opened.setText("\n".join(lines))
        self.opened.setVisible(bool(lines))

    def _open(self) -> None:
        record = self.record
        if record is None:
            return
        if not self.reason.value():
            self.reason.set_error(_tr("先写原因，例如 家长来问"))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._deeds.open_note(record, self.reason.value(), self._now()) is not None:
            self._unlocked = record.id
            self.show_record(record.id)
            self.form.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        record = self.record
        if record is None or self._showing or self.form.isHidden():
            return
        told = self.form.told()
        if told is not None:
            self._deeds.change(record, told)

    def _remark(self, child_id: int, column: str, text: str) -> None:
        if self.record is not None and column == REMARK:
            remarks = {one.child_id: one.remark for one in self.record.participants}
            self._deeds.change(self.record, told_of(self.record), remarks | {child_id: text})

    def _act(self, deed: Callable[[CareRecord], object]) -> None:
        if self.record is not None:
            deed(self.record)

    def _remove(self) -> None:
        record = self.record
        if record is not None and self._deeds.delete(record) is not None:
            self.closed.emit()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.open.clicked.connect(self._open)
        self.reason.editor.returnPressed.connect(self._open)
        for field in self.form.fields.values():
            field.committed.connect(lambda _value: self._save())
        self.form.secret.clicked.connect(lambda _on: self._save())
        self.grid.edited.connect(self._remark)
        self.retry.clicked.connect(lambda: self._act(lambda record: self.again.emit(record.id)))
        self.awards.clicked.connect(lambda: self._act(lambda one: self.goes.emit("honours", ("record", one.id))))
        self.more.clicked.connect(lambda: self._act(lambda one: self.goes.emit("activities", one.id)))
        self.done.clicked.connect(lambda: self._act(self._deeds.follow_up_done))
        self.delete.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.about)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        for button in (self.retry, self.done, self.more, self.awards, self.delete):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        covered = (self.cover, self.reason, self.open)
        for piece in (self.retry, self.done, self.more, self.awards, *covered, self.text, self.form, self.attachments,
                      self.grid, self.opened):  # fmt: skip
            body.addWidget(piece)
        body.addStretch(1)
        body.addSpacing(tokens.PADDING)
        body.addWidget(self.delete)
        self.grid.setMinimumHeight(tokens.px(160))
        inside.setProperty("ground", "none")
        self.column.addWidget(scrolling(inside), 1)
