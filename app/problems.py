"""Problems found anywhere in the school until they are closed (REQ 8.2); those of rooms are safety findings."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Problem:
    """Open until `closed_on`."""

    id: int
    round_id: int | None
    """The round of inspection that found it."""
    what: str
    found_on: date
    kind: str = ""
    place: str = ""
    measure: str = ""
    staff_id: int | None = None
    due_on: date | None = None
    closed_on: date | None = None
    closed_by: str = ""
    result: str = ""

    def is_open(self, day: date) -> bool:
        """Whether it was not closed by the end of that day."""
        return self.closed_on is None or self.closed_on > day


class Problems(Protocol):
    """The problems of an open store."""

    def known(self, first: date, last: date) -> list[Problem]:
        """Found up to `last`: all since `first`, and older ones that were open then; oldest first."""
