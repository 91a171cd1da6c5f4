"""A term and the days on which the school is not as the public calendar says."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """A school term, both days included. `code` is 2026-1 (first term of 2026—2027) or 2026-2."""

    id: int
    code: str
    from_day: date
    until_day: date
    checked: bool = False
    """False while the dates are the program's guess (未核对)."""
    second_from: date | None = None
    third_from: date | None = None
    """Where 期中 and 期末 begin, if the school has set it; else by the number of weeks (`app.windows`)."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day on which the school is not as the public calendar says: "off" (holiday, snow) or "work" (made up)."""

    id: int
    day: date
    kind: str
    name: str = ""
