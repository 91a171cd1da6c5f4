"""Putting a reminder off: it moves the reminder, not the window (rules.md, What is due)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Duty = tuple[str, tuple[str, int]]
"""Key of a rule and whom it concerns: ("child", id), ("class", id) or ("school", 0)."""


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

    @property
    def duty(self) -> Duty:
        """What is put off."""
        if self.child_id is not None:
            return self.rule, ("child", self.child_id)
        return self.rule, ("school", 0) if self.class_id is None else ("class", self.class_id)


def newest(every: Iterable[Postponed]) -> dict[Duty, Postponed]:
    """What was said last of each duty."""
    found: dict[Duty, Postponed] = {}
    for one in every:
        if one.duty not in found or one.id > found[one.duty].id:
            found[one.duty] = one
    return found
