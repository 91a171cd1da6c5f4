"""Put a reminder off to a later day: the window stays, and what is missed in it stays missed (rules.md)."""

from datetime import date

from app.care import CareRecord
from app.changes import Change, Insert
from app.edits.care import follow_up_again
from app.standing import Standing
from app.values import BadValue, iso


def postpone(standing: Standing, until_day: date, reason: str, today: date) -> list[Change]:
    """Nobody is reminded of this duty before that day. Raises BadValue."""
    kind, number = standing.subject
    return [Insert("postponed", {
        "rule": standing.rule.key, "child_id": number if kind == "child" else None,
        "class_id": number if kind == "class" else None, "window_from": iso(standing.owed.window.from_day),
        "until_day": iso(_later(until_day, today)), "reason": _why(reason),
    })]  # fmt: skip


def postpone_follow_up(record: CareRecord, until_day: date, today: date) -> list[Change]:
    """Come back to it on that day instead. Raises BadValue."""
    if until_day == record.follow_up:
        return []
    return follow_up_again(record, _later(until_day, today))


def _later(day: date, today: date) -> date:
    if day <= today:
        raise BadValue("until_day", "too_early")
    return day


def _why(reason: str) -> str:
    cleaned = reason.strip()
    if not cleaned:
        raise BadValue("reason", "empty")
    return cleaned
