"""Children come, change class, leave and come back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app import names
from app.changes import Change, Delete, Insert, New, Update, Value
from app.children import Child, Enrolment
from app.edits.family import NewKin, kin_rows
from app.edits.pairing import end_pairing
from app.edits.pupil import clean_child_field
from app.pairing import Pairing
from app.periods import latest
from app.values import BadValue, close, iso


def add_child(
    facts: Mapping[str, str], class_id: int, day: date, *, by: str = "", family: Sequence[NewKin] = (),
    entered_how: str = "",
) -> list[Change]:
    """A new child in a class from that day on, with as much of the family as is known; the insert has the token
    "child". Raises BadValue."""
    if not facts.get("name", "").strip():
        raise BadValue("name", "empty")
    row: dict[str, Value] = {field: clean_child_field(field, text) for field, text in facts.items() if text.strip()}
    row["pinyin"] = names.pinyin_of(str(row["name"]))
    changes: list[Change] = [Insert("child", row, "child")]
    changes.append(_enrolment(New("child"), class_id, day, entered_how))
    for position, new in enumerate(family):
        changes += kin_rows(New("child"), new, position, day, by)
    return changes


def transfer_out(
    child: Child, day: date, where: str = "", how: str = "转出", pairings: Iterable[Pairing] = ()
) -> list[Change]:
    """The child leaves: from that day on it is in no count, nobody's and nobody's helper, and its file stays. One that
    came that very day was here for no day, and its empty period tells when, how and where it left. Raises BadValue."""
    now = _now(child, day)
    later: list[Change] = [Delete("enrolment", one.id) for one in child.enrolments if one.from_day > day]
    leaving: dict[str, Value] = {"until_day": iso(day), "left_how": how, "left_where": where.strip()}
    theirs = [one for one in pairings if child.id in (one.child_id, one.peer_id)]
    ended = [change for one in theirs for change in end_pairing(one, day, how)]
    return [*later, Update("enrolment", now.id, leaving), *ended]


def come_back(child: Child, class_id: int, day: date, how: str = "转入") -> list[Change]:
    """A child who left is a pupil again from that day on. Raises BadValue while it is still one."""
    if any(one.until_day is None or one.until_day > day for one in child.enrolments):
        raise BadValue("day", "still_here")
    return [_enrolment(child.id, class_id, day, how)]


def change_class(child: Child, class_id: int, day: date, how: str = "调班") -> list[Change]:
    """The child goes to another class from that day on; `how`: see `app.classnames.how_moved`. Raises BadValue."""
    now = _now(child, day)
    if now.class_id == class_id:
        return []
    if now.from_day == day:
        return [Update("enrolment", now.id, {"class_id": class_id})]
    ended = close("enrolment", now.id, now, day)
    if isinstance(ended, Update):
        ended = Update("enrolment", now.id, {**ended.values, "left_how": how})
    until: dict[str, Value] = {"until_day": iso(now.until_day), "left_how": now.left_how, "left_where": now.left_where}
    moved = _enrolment(child.id, class_id, day, how)
    return [ended, Insert("enrolment", {**moved.values, **until})]


def _now(child: Child, day: date) -> Enrolment:
    now = latest(child.enrolments, day)
    if now is None:
        raise BadValue("day", "not_here")
    return now


def _enrolment(child_id: int | New, class_id: int, day: date, how: str) -> Insert:
    return Insert("enrolment", {"child_id": child_id, "class_id": class_id, "from_day": iso(day), "entered_how": how})
