"""Problems found anywhere in the school until they are closed (REQ 8.2); those of rooms are safety findings."""

from collections.abc import Iterable
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

    def is_late(self, day: date) -> bool:
        """Whether it should have been closed before that day."""
        return self.is_open(day) and self.due_on is not None and self.due_on < day


class Problems(Protocol):
    """The problems of an open store."""

    def known(self, first: date, last: date) -> list[Problem]:
        """Found up to `last`: all since `first`, and older ones that were open then; oldest first."""


def of_term(known: Iterable[Problem], first: date, last: date) -> tuple[list[Problem], list[Problem]]:
    """(found from the first day on, all that are open on the last) of what is known of these days."""
    every = list(known)
    return [one for one in every if one.found_on >= first], [one for one in every if one.is_open(last)]
