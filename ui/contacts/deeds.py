"""What the log writes: each deed under a name that undo and the history show, never with what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app import edits
from app.care import CareRecord, NoteOpened
from app.changes import Change
from app.edits import BadValue, Told
from app.store import Done
from ui.care_words import kind_word
from ui.contacts.people import People
from ui.session import READ, Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class CareDeeds:
    """Each answers what was done, or None after `session.failed` has said why not."""

    def __init__(self, session: Session, people: People) -> None:
        self._session, self._people = session, people

    def log(self, told: Told, remarks: Mapping[int, str]) -> Done | None:
        """One record with these children and what is said of each alone."""
        label = _tr("记下{0}的{1}").format(self.whose(list(remarks), told.class_id), kind_word(told.kind))
        try:
            changes = edits.log_care(told, remarks, remarks=remarks)
        except BadValue:
            self._session.failed.emit(_tr("有一格写得不对，看看分钟、钟点和跟进的日子。"))
            return None
        return self._write(label, changes)

    def change(self, record: CareRecord, told: Told, remarks: Mapping[int, str] | None = None) -> Done | None:
        """Another word on what was written; nothing is written where it says the same."""
        # What the form does not ask stays as it was.
        kept = replace(told, from_time=record.from_time, class_id=record.class_id, source=record.source,
                       pairing_id=record.pairing_id, place=told.place or record.place)  # fmt: skip
        changes = edits.change_care(record, kept, remarks)
        return self._write(_tr("修改{0}").format(self.called(record)), changes) if changes else None

    def delete(self, record: CareRecord) -> Done | None:
        """Into the recycle bin."""
        label = _tr("删除{0}").format(self.called(record))
        return self._write(label, edits.delete_care(record), "delete")

    def follow_up_done(self, record: CareRecord) -> Done | None:
        """It was come back to."""
        label = _tr("跟进好了：{0}").format(self.called(record))
        return self._write(label, edits.follow_up_done(record, self._session.today))

    def open_note(self, record: CareRecord, reason: str, at: datetime) -> Done | None:
        """Note who reads a confidential record that is not theirs, and why."""
        user = self._session.store.user
        label = _tr("看了{0}，原因记下了").format(self.called(record))
        done = self._write(label, edits.open_note(record, user, at.isoformat(timespec="minutes"), reason), READ)
        if done is not None:
            self._session.store.log("open_note", f"record={record.id}")
        return done

    def openings_seen(self, opened: Sequence[NoteOpened]) -> None:
        """The counsellor was shown who read the notes."""
        self._write(_tr("知道了谁看过保密记录"), edits.openings_seen(opened), READ)

    def called(self, record: CareRecord) -> str:
        """周雨桐的谈心."""
        whose = self.whose([one.child_id for one in record.participants], record.class_id)
        return _tr("{0}的{1}").format(whose, kind_word(record.kind))

    def whose(self, children: Sequence[int], class_id: int | None = None) -> str:
        """周雨桐, 周雨桐等 12 人, 三（1）班, 全校."""
        if class_id is not None and len(children) != 1:
            return self._people.class_name(class_id)
        if not children:
            return _tr("全校")
        first = self._people.named(children[0]).name
        return first if len(children) == 1 else _tr("{0}等 {1} 人").format(first, len(children))

    def _write(self, label: str, changes: Sequence[Change], kind: str = "edit") -> Done | None:
        return self._session.attempt(label, changes, kind) if changes else None
