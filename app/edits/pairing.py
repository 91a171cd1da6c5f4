"""Pair a child with a mentor, a peer or a volunteer, and end a pairing; what was stays in the history."""

from collections.abc import Iterable
from datetime import date

from app.changes import Change, Insert, Update, Value
from app.pairing import MENTOR, PEER, ROLES, Pairing
from app.periods import holds
from app.values import BadValue, choice, close, iso


def pair(
    child_id: int, role: str, from_day: date, pairings: Iterable[Pairing], *,
    staff_id: int | None = None, peer_id: int | None = None, helper_name: str = "", focus: str = "",
) -> list[Change]:  # fmt: skip
    """The helper stands by the child from that day on. A child may have several helpers (多帮一); the same one twice
    changes nothing. Raises BadValue."""
    choice("role", role, ROLES)
    helper = helper_name.strip()
    if (staff_id is not None) + (peer_id is not None) + bool(helper) != 1:
        raise BadValue("helper", "empty")
    if peer_id == child_id or (role == PEER) != (peer_id is not None) or (role == MENTOR and staff_id is None):
        raise BadValue("helper", "not_a_choice")
    same = [
        one for one in pairings
        if (one.child_id, one.role, one.staff_id, one.peer_id, one.helper_name)
        == (child_id, role, staff_id, peer_id, helper)
    ]  # fmt: skip
    if any(holds(one, from_day) for one in same):
        return []
    later = min((one.from_day for one in same if one.from_day > from_day), default=None)
    row: dict[str, Value] = {
        "child_id": child_id, "role": role, "from_day": iso(from_day), "until_day": iso(later),
        "staff_id": staff_id, "peer_id": peer_id, "helper_name": helper, "focus": focus.strip(),
    }  # fmt: skip
    return [Insert("pairing", row)]


def end_pairing(pairing: Pairing, day: date, why: str = "") -> list[Change]:
    """From that day on the helper stands by the child no more."""
    if pairing.until_day is not None and pairing.until_day <= day:
        return []
    ended = close("pairing", pairing.id, pairing, day)
    if isinstance(ended, Update):
        return [Update("pairing", pairing.id, {**ended.values, "why_ended": why.strip()})]
    return [ended]
