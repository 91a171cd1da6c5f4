"""What the school asks of the disk about its rooms: by days, for openings grow by hundreds a term."""

from datetime import date
from typing import Protocol

from app.rooms import Opening, SafetyCheck


class Home(Protocol):
    """The rooms' books of an open store; the rooms themselves are in the snapshot."""

    def openings(self, first: date, last: date) -> list[Opening]:
        """What was written of these days, both included, in order."""

    def came(self, opening_id: int) -> dict[int, int]:
        """The children written down for an opening, each with the id of its row."""

    def checks(self, first: date, last: date) -> list[SafetyCheck]:
        """The safety rounds of these days, with their findings."""

    def open_findings(self) -> list[SafetyCheck]:
        """Rounds with something that is not mended yet, oldest first."""

    def unmended_on(self, day: date) -> list[SafetyCheck]:
        """Rounds up to that day with something that was not mended by then, with all their findings, oldest first."""
