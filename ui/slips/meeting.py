"""A sign-in form becomes one record with those who came (REQ 10.5, 10.14)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.care import LOGGED, CareRecord
from app.care_ways import OF_CLASS
from app.changes import Change, Insert
from app.edits import Told, log_care
from app.slips.pile import PageRead, sheet_of, source_of
from app.slips.sheet import BadSheet
from app.values import BadValue
from ui.care_words import kind_word
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("meeting", text)


def kind_of(page: PageRead) -> str:
    """What the form is of."""
    assert page.slip is not None
    try:
        return str(sheet_of(page.slip).head.get("kind", ""))
    except BadSheet:
        return ""


def meeting_label(page: PageRead, count: int) -> str:
    """记下家长会，18 人."""
    return _tr("记下{0}，{1} 人").format(kind_word(kind_of(page)), count)


def book_meeting(session: Session, page: PageRead, came: Sequence[int], day: date) -> bool:
    """Write it down. What a school holds for all its classes is one record, whose forms come in class by class: those
    who came are put to it. Whether it is in the ledger now."""
    assert page.slip is not None
    kind, slip = kind_of(page), page.slip
    if kind not in LOGGED or not came:
        return False
    held = _held(session, kind, day, slip.class_id)
    if held is not None:
        there = {person.child_id for person in held.participants}
        changes: list[Change] = [
            Insert("participant", {"record_id": held.id, "child_id": child}) for child in came if child not in there
        ]
    else:
        class_id = slip.class_id if kind in OF_CLASS else None
        told = Told(kind, day, class_id=class_id, staff_id=slip.staff_id, source=source_of(slip.code, 0, kind))
        try:
            changes = log_care(told, came)
        except BadValue:
            return False
    return not changes or session.attempt(meeting_label(page, len(came)), changes) is not None


def _held(session: Session, kind: str, day: date, class_id: int | None) -> CareRecord | None:
    """The record of that gathering, if another form or somebody has made it already."""
    for record in session.store.ledger.between(day, day):
        if record.kind == kind and (kind not in OF_CLASS or record.class_id == class_id):
            return record
    return None
