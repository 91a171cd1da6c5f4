"""Record what was done for children, once; change it, take it out, come back to it, open what is confidential."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from app import values
from app.care import KINDS, LOGGED, MOODS, NOT_REACHED, REACHED, WORK_MEETING, CareRecord, NoteOpened
from app.changes import Change, Delete, Insert, New, Update, Value
from app.values import BadValue, choice, iso


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a contact; all but kind, day and outcome may be left out."""

    kind: str
    day: date
    outcome: str = REACHED
    from_time: str = ""
    minutes: int | None = None
    staff_id: int | None = None
    class_id: int | None = None
    place: str = ""
    medium: str = ""
    relation: str = ""
    summary: str = ""
    follow_up: date | None = None
    confidential: bool = False
    mood: str = ""
    """One of `app.care.MOODS`, "" = not said."""
    follow_up_note: str = ""
    source: str = ""
    """The box of a slip that it comes from: "slip:CODE:ROW:KIND"."""
    pairing_id: int | None = None


def log_care(
    told: Told, child_ids: Iterable[int], token: str = "record", *, remarks: Mapping[int, str] | None = None,
) -> list[Change]:  # fmt: skip
    """One record with these children, each with its own remark; its insert has the token. Raises BadValue."""
    choice("kind", told.kind, (*LOGGED, WORK_MEETING))
    return [Insert("care_record", _row(told), token), *(
        _join(New(token), child_id, (remarks or {}).get(child_id, "")) for child_id in dict.fromkeys(child_ids)
    )]  # fmt: skip


def told_of(record: CareRecord) -> Told:
    """What a record says, to be changed."""
    return Told(**{each.name: getattr(record, each.name) for each in fields(Told)})


def change_care(
    record: CareRecord, told: Told, remarks: Mapping[int, str] | None = None
) -> list[Change]:
    """Make the record say this. `remarks` names all who take part, with what is said of each alone; without it they
    stay as they are. No change for what it says already. Raises BadValue."""
    choice("kind", told.kind, KINDS)
    before = _row(told_of(record))
    row = {name: value for name, value in _row(told).items() if value != before[name]}
    changes: list[Change] = [Update("care_record", record.id, row)] if row else []
    if remarks is None:
        return changes
    there = {one.child_id: one for one in record.participants}
    changes += [Delete("participant", one.id) for child_id, one in there.items() if child_id not in remarks]
    for child_id, remark in remarks.items():
        if child_id not in there:
            changes.append(_join(record.id, child_id, remark))
        elif there[child_id].remark != remark.strip():
            changes.append(Update("participant", there[child_id].id, {"remark": remark.strip()}))
    return changes


def delete_care(record: CareRecord) -> list[Change]:
    """A record entered by mistake goes, with who took part (and on the disk who opened it)."""
    return [*(Delete("participant", one.id) for one in record.participants), Delete("care_record", record.id)]


def follow_up_done(record: CareRecord, day: date) -> list[Change]:
    """What was to be come back to is done: it leaves the list."""
    return [] if record.followed_up is not None else [Update("care_record", record.id, {"followed_up": iso(day)})]


def follow_up_again(record: CareRecord, day: date, note: str | None = None) -> list[Change]:
    """Come back to it on another day; one that was closed is open again. Raises BadValue."""
    if day < record.day:
        raise BadValue("follow_up", "too_early")
    row: dict[str, Value] = {"follow_up": iso(day), "followed_up": None}
    if note is not None:
        row["follow_up_note"] = note.strip()
    return [Update("care_record", record.id, row)]


def open_note(record: CareRecord, user: str, at: str, reason: str) -> list[Change]:
    """Break the glass of a confidential record: who, when and why stays with it. Raises BadValue without a reason."""
    if not reason.strip():
        raise BadValue("reason", "empty")
    row: dict[str, Value] = {"record_id": record.id, "at": at, "user": user, "reason": reason.strip()}
    return [Insert("note_opened", row)]


def openings_seen(opened: Iterable[NoteOpened]) -> list[Change]:
    """The counsellor was shown who opened the notes."""
    return [Update("note_opened", one.id, {"seen": 1}) for one in opened if not one.seen]


def _row(told: Told) -> dict[str, Value]:
    choice("outcome", told.outcome, (REACHED, NOT_REACHED))
    choice("mood", told.mood, ("", *MOODS))
    if told.minutes is not None and told.minutes < 0:
        raise BadValue("minutes", "not_a_number")
    if told.follow_up is not None and told.follow_up < told.day:
        raise BadValue("follow_up", "too_early")
    return {
        "kind": told.kind, "day": iso(told.day), "outcome": told.outcome,
        "from_time": values.clock("from_time", told.from_time), "minutes": told.minutes,
        "staff_id": told.staff_id, "class_id": told.class_id, "place": told.place.strip(),
        "medium": told.medium.strip(), "relation": told.relation, "summary": told.summary.strip(),
        "follow_up": iso(told.follow_up), "confidential": int(told.confidential),
        "mood": told.mood, "follow_up_note": told.follow_up_note.strip(), "source": told.source,
        "pairing_id": told.pairing_id,
    }  # fmt: skip


def _join(record: int | New, child_id: int, remark: str) -> Change:
    return Insert("participant", {"record_id": record, "child_id": child_id, "remark": remark.strip()})
