"""A sign-in form becomes one record with those who came (REQ 10.5, 10.14)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.care import LOGGED
from app.edits import Told, log_care
from app.slips.pile import PageRead, sheet_of, source_of
from app.store import StoreError
from app.values import BadValue
from ui.care_words import kind_word
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("meeting", text)


def kind_and_day(page: PageRead) -> tuple[str, date]:
    """What the form is of, and when it was."""
    assert page.slip is not None
    head = sheet_of(page.slip).head
    return str(head.get("kind", "")), date.fromisoformat(str(head.get("day") or page.slip.week.isoformat()))


def meeting_label(page: PageRead, count: int) -> str:
    """记下家长会，18 人."""
    return _tr("记下{0}，{1} 人").format(kind_word(kind_and_day(page)[0]), count)


def book_meeting(session: Session, page: PageRead, came: list[int]) -> bool:
    """Write it down, unless it is already; whether it is in the ledger now."""
    assert page.slip is not None
    slip, (kind, day) = page.slip, kind_and_day(page)
    if kind not in LOGGED or not came:
        return False
    told = Told(kind, day, class_id=slip.class_id, staff_id=slip.staff_id, source=source_of(slip.code, 0, kind))
    try:
        session.apply(meeting_label(page, len(came)), log_care(told, came))
    except (StoreError, BadValue):
        return False
    return True
