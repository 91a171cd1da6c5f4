"""Putting a reminder off: it moves the reminder, not the window (rules.md, What is due)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Postponed:
    """The window of a rule that begins on `window_from` is not reminded of before `until_day`."""

    id: int
    rule: str
    """Key of the rule."""
    child_id: int | None
    class_id: int | None
    """Both None: what the school as a whole owes."""
    window_from: date
    until_day: date
    reason: str = ""
