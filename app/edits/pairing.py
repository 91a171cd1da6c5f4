"""Pair a child with a mentor, a peer or a volunteer, hand it over, end a pairing; what was stays in the history."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.changes import Change, Insert, New, Update, Value
from app.edits.plans import carry_on
from app.pairing import MENTOR, PEER, ROLES, Helper, Pairing, Priority
from app.periods import holds
from app.school import Snapshot, Staff
from app.values import BadValue, choice, close, iso, still_open


def pair(
    child_id: int, role: str, from_day: date, pairings: Iterable[Pairing], *,
    staff_id: int | None = None, peer_id: int | None = None, helper_name: str = "", focus: str = "", token: str = "",
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
    return [Insert("pairing", row, token)]


def pair_with(
    child_id: int, helper: Helper, from_day: date, pairings: Iterable[Pairing], *, focus: str = "", token: str = ""
) -> list[Change]:
    """The same with a helper as they are known. Raises BadValue."""
    return pair(
        child_id, helper.role, from_day, pairings, staff_id=helper.staff_id, peer_id=helper.peer_id,
        helper_name=helper.name, focus=focus, token=token,
    )  # fmt: skip


def end_pairing(pairing: Pairing, day: date, why: str = "") -> list[Change]:
    """From that day on the helper stands by the child no more."""
    if pairing.until_day is not None and pairing.until_day <= day:
        return []
    ended = close("pairing", pairing.id, pairing, day)
    if isinstance(ended, Update):
        return [Update("pairing", pairing.id, {**ended.values, "why_ended": why.strip()})]
    return [ended]


def correct_pairing(pairing: Pairing, from_day: date, focus: str) -> list[Change]:
    """What the pair is for, and the day it began, as they really are. Raises BadValue."""
    if pairing.until_day is not None and from_day >= pairing.until_day:
        raise BadValue("from_day", "too_late")
    row: dict[str, Value] = {"from_day": iso(from_day), "focus": focus.strip()}
    before: dict[str, Value] = {"from_day": iso(pairing.from_day), "focus": pairing.focus}
    differ = {key: value for key, value in row.items() if before[key] != value}
    return [Update("pairing", pairing.id, differ)] if differ else []


def hand_over(pairing: Pairing, to: Helper, day: date, why: str, known: Snapshot) -> list[Change]:
    """From that day on another helper stands by the child; a help plan in force goes on with them. Raises BadValue."""
    token = f"pairing{pairing.id}"
    begun = pair_with(pairing.child_id, to, day, known.pairings, focus=pairing.focus, token=token)
    carried = [
        change for plan in known.plans if plan.pairing_id == pairing.id and still_open(plan, day)
        for change in carry_on(plan, New(token), day)
    ]  # fmt: skip
    return [*end_pairing(pairing, day, why), *begun, *(carried if begun else [])]


def hand_over_all(
    staff: Staff, day: date, why: str, to: Mapping[int, int | None], known: Snapshot
) -> list[Change]:
    """All children of a mentor go to others on one day. `to` names the new mentor by the child; None or nobody named:
    the child has none from then on. Whatever else they are to a child (volunteer) ends as well. Raises BadValue."""
    changes: list[Change] = []
    for one in known.pairings:
        if one.staff_id != staff.id or not still_open(one, day):
            continue
        new = to.get(one.child_id) if one.role == MENTOR else None
        if new == staff.id:
            raise BadValue("helper", "not_a_choice")
        if new is None:
            changes += end_pairing(one, day, why)
        else:
            changes += hand_over(one, Helper(MENTOR, new), day, why, known)
    return changes


def go_on_leave(staff: Staff, day: date, until: date | None, why: str) -> list[Change]:
    """Somebody is away from work from that day on, up to a day or until further notice. Raises BadValue."""
    if until is not None and until <= day:
        raise BadValue("until_day", "too_early")
    row: dict[str, Value] = {
        "staff_id": staff.id, "from_day": iso(day), "until_day": iso(until), "why": why.strip(),
    }  # fmt: skip
    return [Insert("staff_leave", row)]


def set_priority(child_id: int, day: date, reason: str, priorities: Iterable[Priority]) -> list[Change]:
    """The child is helped first (重点帮扶) from that day on; for one that is already, the reason is corrected. Raises
    BadValue without a reason."""
    if not reason.strip():
        raise BadValue("reason", "empty")
    now = next((one for one in priorities if one.child_id == child_id and still_open(one, day)), None)
    if now is None:
        return [Insert("priority", {"child_id": child_id, "from_day": iso(day), "reason": reason.strip()})]
    return [] if now.reason == reason.strip() else [Update("priority", now.id, {"reason": reason.strip()})]


def clear_priority(child_id: int, day: date, priorities: Iterable[Priority]) -> list[Change]:
    """From that day on the child is helped like the others; when and why it was not stays."""
    theirs = [one for one in priorities if one.child_id == child_id and still_open(one, day)]
    return [close("priority", one.id, one, day) for one in theirs]
