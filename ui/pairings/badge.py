"""What the rail and Ctrl+K say of the page of pairings: how many have no mentor, and every helper by name."""

from datetime import date
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.enrolment import pupils_on
from app.names import initials, pinyin_of
from app.pairing import MENTOR
from app.school import Snapshot
from app.staffing import present
from app.suggest import is_left_behind, ongoing
from ui.page import Badge, Place
from ui.session import Session

_seen: WeakKeyDictionary[Session, tuple[Snapshot, date, int]] = WeakKeyDictionary()
_known: WeakKeyDictionary[Session, dict[int, tuple[Child, date, bool]]] = WeakKeyDictionary()


def badge(session: Session) -> Badge:
    """How many left-behind pupils have no mentor. After a save only children that changed are looked at again."""
    snapshot, day = session.snapshot, session.today
    last = _seen.get(session)
    if last is not None and last[0] is snapshot and last[1] == day:
        return last[2], False
    known = _known.setdefault(session, {})
    paired = {one.child_id for one in ongoing(snapshot.pairings, day, MENTOR)}
    count = 0
    for child, _school_class in pupils_on(snapshot, day):
        if child.id in paired:
            continue
        before = known.get(child.id)
        if before is None or before[0] is not child or before[1] != day:
            before = known[child.id] = (child, day, is_left_behind(child, day))
        count += before[2]
    _seen[session] = (snapshot, day, count)
    return count, False


def places(session: Session) -> list[Place]:
    """Everybody of the staff, to see whom they stand by."""
    here = QCoreApplication.translate("pairings", "结对帮扶")
    found = []
    for one in present(session.snapshot.staff, session.today):
        spelt = pinyin_of(one.name)
        numbers = (one.phone,) if one.phone else ()
        found.append(Place("pairings", one.id, one.name, spelt, initials(spelt), numbers, one.duties or here))
    return found
