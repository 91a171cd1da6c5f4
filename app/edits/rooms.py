"""The home and its rooms: set them up, say when they open, write what was opened, check them, mend what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import pairwise

from app import values
from app.changes import Change, Delete, Insert, New, Update, Value
from app.rooms import KINDS, OTHER, Finding, Hours, Opening, Room, SafetyCheck
from app.values import BadValue, choice, close, iso, still_open

TEXTS = ("place", "rules", "note")
YES_NO = ("classroom", "safe", "sign", "rules_posted")
YES, NO = "yes", "no"
POINTS = range(1, 11)
"""The ten points of a safety check."""
MOST_AREA = 5000.0
MOST_CHILDREN = 5000
Span = tuple[str, str]
"""From and until, HH:MM."""


@dataclass(frozen=True, slots=True)
class OpeningTold:
    """What a person says of an opening, or of why there was none (`closed_why`)."""

    room_id: int
    day: date
    from_time: str = ""
    until_time: str = ""
    staff_id: int | None = None
    how_many: int | None = None
    what: str = ""
    closed_why: str = ""
    note: str = ""


def add_room(name: str, kind: str = OTHER, rooms: Iterable[Room] = (), token: str = "room") -> list[Change]:
    """A new room behind the others; the insert has the token. Raises BadValue for no name or one that is taken."""
    known = list(rooms)
    place = max((one.position for one in known), default=-1) + 1
    row: dict[str, Value] = {"name": _name(name, known), "kind": choice("kind", kind, KINDS), "position": place}
    return [Insert("room", row, token)]


def add_rooms(named: Sequence[tuple[str, str]], rooms: Iterable[Room] = ()) -> list[Change]:
    """Several at once: (name, kind) each; those of a name that is there already are left out (REQ 10.17)."""
    known = list(rooms)
    taken, place = {one.name for one in known}, max((one.position for one in known), default=-1) + 1
    fresh = [(name, kind) for name, kind in named if name not in taken]
    return [
        Insert("room", {"name": name, "kind": choice("kind", kind, KINDS), "position": place + step}, f"room{step}")
        for step, (name, kind) in enumerate(fresh)
    ]


def set_room_field(room: Room, field: str, text: str, rooms: Iterable[Room] = ()) -> list[Change]:
    """One fact of a room, as text: yes, no or "" where it is a question. Raises BadValue."""
    value = _tidied(room, field, text, rooms)
    return [] if value == getattr(room, field) else [Update("room", room.id, {field: value})]


def move_room(room: Room, step: int, rooms: Sequence[Room]) -> list[Change]:
    """Put the room `step` places further among these, which are in their order."""
    order = [one.id for one in rooms if one.id != room.id]
    before = [one.id for one in rooms].index(room.id)
    order.insert(min(max(0, before + step), len(order)), room.id)
    places = {one.id: one.position for one in rooms}
    return [Update("room", key, {"position": place}) for place, key in enumerate(order) if places[key] != place]


def close_room(room: Room, day: date) -> list[Change]:
    """From that day on it is a room of the home no more; what was stays."""
    return [] if room.closed_on == day else [Update("room", room.id, {"closed_on": iso(day)})]


def reopen_room(room: Room) -> list[Change]:
    """It is a room of the home again."""
    return [] if room.closed_on is None else [Update("room", room.id, {"closed_on": None})]


def read_spans(text: str) -> list[Span]:
    """"16:00—17:30", "12:30-13:20，16:00-17:30", "16:00": the times of a day in order. Raises BadValue."""
    found: list[Span] = []
    for part in _parts(text):
        first, _, last = part.partition("-")
        begin, end = values.clock("hours", first), values.clock("hours", last)
        if not begin:
            raise BadValue("hours", "not_a_time")
        if end and end <= begin:
            raise BadValue("hours", "too_early")
        found.append((begin, end))
    found.sort()
    for before, after in pairwise(found):
        if after[0] < (before[1] or before[0]) or after[0] == before[0]:
            raise BadValue("hours", "taken")
    return found


def _parts(text: str) -> list[str]:
    for dash in "—–－~～至到":
        text = text.replace(dash, "-")
    while "--" in text:
        text = text.replace("--", "-")
    text = text.replace(" -", "-").replace("- ", "-")
    for mark in "，、；;":
        text = text.replace(mark, ",")
    return [part for part in text.replace(" ", ",").split(",") if part]


def set_hours(room: Room, weekday: int, spans: Sequence[Span], day: date) -> list[Change]:
    """When the room is open on that weekday (7 = in the holidays) from that day on; none = not at all. What held until
    then stays in the past."""
    now = [one for one in room.hours if one.weekday == weekday and still_open(one, day)]
    kept = [one for one in now if one.from_day <= day and one.until_day is None and _span(one) in spans]
    changes: list[Change] = [close("room_hours", one.id, one, day) for one in now if one not in kept]
    there = {_span(one) for one in kept}
    for span in spans:
        if span not in there:
            row: dict[str, Value] = {"room_id": room.id, "weekday": weekday, "from_time": span[0],
                                     "until_time": span[1], "from_day": iso(day)}  # fmt: skip
            changes.append(Insert("room_hours", row))
    return changes


def log_opening(told: OpeningTold, child_ids: Iterable[int] = (), there: Iterable[Opening] = (),
                token: str = "opening") -> list[Change]:  # fmt: skip
    """A room was open, with whoever came; or why it was not. `there` is what is written of that day. Raises BadValue
    for a time at which it is written already."""
    row = _opening_row(told)
    if any((one.room_id, one.day, one.from_time) == (told.room_id, told.day, row["from_time"]) for one in there):
        raise BadValue("from_time", "taken")
    children = [] if told.closed_why.strip() else list(dict.fromkeys(child_ids))
    return [Insert("opening", row, token), *(
        Insert("opening_child", {"opening_id": New(token), "child_id": child}) for child in children
    )]  # fmt: skip


def told_of_opening(opening: Opening) -> OpeningTold:
    """What is written, to be changed."""
    return OpeningTold(**{each.name: getattr(opening, each.name) for each in fields(OpeningTold)})


def change_opening(
    opening: Opening, told: OpeningTold, child_ids: Iterable[int] | None = None, rows: Mapping[int, int] | None = None,
    there: Iterable[Opening] = (),
) -> list[Change]:  # fmt: skip
    """Make it say this. `child_ids` are all who came (None = as they are), `rows` the id of the row of each who is
    written down. Raises BadValue."""
    before, row = _opening_row(told_of_opening(opening)), _opening_row(told)
    place = (told.room_id, told.day, row["from_time"])
    if any((one.room_id, one.day, one.from_time) == place for one in there if one.id != opening.id):
        raise BadValue("from_time", "taken")
    differ = {key: value for key, value in row.items() if value != before[key]}
    changes: list[Change] = [Update("opening", opening.id, differ)] if differ else []
    if child_ids is None:
        return changes
    wanted = [] if told.closed_why.strip() else list(dict.fromkeys(child_ids))
    known = rows or {}
    changes += [Delete("opening_child", known[child]) for child in opening.children if child not in wanted]
    changes += [
        Insert("opening_child", {"opening_id": opening.id, "child_id": child})
        for child in wanted if child not in opening.children
    ]  # fmt: skip
    return changes


def delete_opening(opening: Opening) -> list[Change]:
    """One written by mistake goes, with who came."""
    return [Delete("opening", opening.id)]


def log_check(
    room_id: int, day: date, staff_id: int | None, found: Mapping[int, tuple[str, str]], note: str = "",
    opening_id: int | None = None, token: str = "safety_check",
) -> list[Change]:  # fmt: skip
    """A round through the ten points; `found` says of a point what is wrong and what is done about it. Raises
    BadValue."""
    row: dict[str, Value] = {"room_id": room_id, "day": iso(day), "staff_id": staff_id, "note": note.strip(),
                             "opening_id": opening_id}  # fmt: skip
    changes: list[Change] = [Insert("safety_check", row, token)]
    for point, (what, measure) in sorted(found.items()):
        if point not in POINTS:
            raise BadValue("point", "not_a_choice")
        if not what.strip():
            raise BadValue("what", "empty")
        changes.append(Insert("safety_finding", {
            "check_id": New(token), "point": point, "what": what.strip(), "measure": measure.strip(),
        }))  # fmt: skip
    return changes


def mend(finding: Finding, check: SafetyCheck, day: date, by: str, measure: str) -> list[Change]:
    """What was found is in order since that day. Raises BadValue for a day before it was found."""
    if day < check.day:
        raise BadValue("mended_on", "too_early")
    row: dict[str, Value] = {"mended_on": iso(day), "mended_by": by.strip(), "measure": measure.strip()}
    before: dict[str, Value] = {"mended_on": iso(finding.mended_on), "mended_by": finding.mended_by,
                                "measure": finding.measure}  # fmt: skip
    differ = {key: value for key, value in row.items() if value != before[key]}
    return [Update("safety_finding", finding.id, differ)] if differ else []


def _opening_row(told: OpeningTold) -> dict[str, Value]:
    if told.how_many is not None and not 0 <= told.how_many <= MOST_CHILDREN:
        raise BadValue("how_many", "not_a_number")
    begin, end = values.clock("from_time", told.from_time), values.clock("until_time", told.until_time)
    if begin and end and end <= begin:
        raise BadValue("until_time", "too_early")
    why = told.closed_why.strip()
    return {
        "room_id": told.room_id, "day": iso(told.day), "from_time": begin, "until_time": end,
        "staff_id": told.staff_id, "how_many": None if why else told.how_many, "what": "" if why else told.what.strip(),
        "closed_why": why, "note": told.note.strip(),
    }  # fmt: skip


def _tidied(room: Room, field: str, text: str, rooms: Iterable[Room]) -> Value:
    text = text.strip()
    if field == "name":
        return _name(text, [one for one in rooms if one.id != room.id])
    if field == "kind":
        return choice(field, text, KINDS)
    if field in TEXTS:
        return text
    if field in YES_NO:
        choice(field, text, ("", YES, NO))
        return None if not text else int(text == YES)
    if field == "keeper_id":
        return int(text) if text else None
    if field == "area_m2":
        return _area(text)
    raise BadValue(field, "unknown_field")


def _area(text: str) -> float | None:
    cleaned = text.replace("．", ".").lower().removesuffix("平方米").removesuffix("㎡").removesuffix("m²").strip()
    if not cleaned:
        return None
    try:
        area = float(cleaned)
    except ValueError:
        raise BadValue("area_m2", "not_a_number") from None
    if not 0 < area <= MOST_AREA:
        raise BadValue("area_m2", "not_a_number")
    return area


def _name(name: str, rooms: Iterable[Room]) -> str:
    name = " ".join(name.split())
    if not name:
        raise BadValue("name", "empty")
    if any(one.name == name for one in rooms):
        raise BadValue("name", "taken")
    return name


def _span(hours: Hours) -> Span:
    return hours.from_time, hours.until_time
