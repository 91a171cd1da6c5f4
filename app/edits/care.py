"""Record what was done for children, once, with whom it was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app import values
from app.care import LOGGED, MOODS, NOT_REACHED, REACHED
from app.changes import Change, Insert, New, Value
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


def log_care(told: Told, child_ids: Iterable[int], token: str = "record") -> list[Change]:
    """One record with these children; its insert has the token. Raises BadValue."""
    choice("kind", told.kind, LOGGED)
    choice("outcome", told.outcome, (REACHED, NOT_REACHED))
    if told.minutes is not None and told.minutes < 0:
        raise BadValue("minutes", "not_a_number")
    if told.follow_up is not None and told.follow_up < told.day:
        raise BadValue("follow_up", "too_early")
    choice("mood", told.mood, ("", *MOODS))
    row: dict[str, Value] = {
        "kind": told.kind, "day": iso(told.day), "outcome": told.outcome,
        "from_time": values.clock("from_time", told.from_time), "minutes": told.minutes,
        "staff_id": told.staff_id, "class_id": told.class_id, "place": told.place.strip(),
        "medium": told.medium.strip(), "relation": told.relation, "summary": told.summary.strip(),
        "follow_up": iso(told.follow_up), "confidential": int(told.confidential),
        "mood": told.mood, "follow_up_note": told.follow_up_note.strip(), "source": told.source,
        "pairing_id": told.pairing_id,
    }  # fmt: skip
    people = [
        Insert("participant", {"record_id": New(token), "child_id": child_id})
        for child_id in dict.fromkeys(child_ids)
    ]
    return [Insert("care_record", row, token), *people]
