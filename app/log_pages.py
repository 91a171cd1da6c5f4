"""The log read page by page from the newest down: only as far as somebody scrolls, in a school of ten years too."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from app.care import CareRecord

PAGE = 200
"""Records read at a time."""
Place = tuple[date, int]
Fetch = Callable[[Place | None, int], list[CareRecord]]
"""(below this place or from the top, how many) → that many records at most, newest first."""


class LogPages:
    """What was read so far, newest first, without a gap."""

    def __init__(self, fetch: Fetch, size: int = PAGE) -> None:
        self._fetch, self._size = fetch, size
        self.records: dict[int, CareRecord] = {}
        """By id, in the order of the log."""
        self.at_end = False
        """Whether the oldest record is there."""
        self.start()

    def start(self) -> None:
        """Read the newest page."""
        self._take(self._fetch(None, self._size), self._size)

    def older(self) -> bool:
        """Read the next page; False at the end."""
        if self.at_end:
            return False
        found = self._fetch(self._last(), self._size)
        self.at_end = len(found) < self._size
        self.records |= {record.id: record for record in found}
        return bool(found)

    def again(self) -> None:
        """Read as much once more, after something was written."""
        wanted = max(self._size, len(self.records) + 1)
        self._take(self._fetch(None, wanted), wanted)

    def _take(self, found: list[CareRecord], wanted: int) -> None:
        self.records = {record.id: record for record in found}
        self.at_end = len(found) < wanted

    def _last(self) -> Place | None:
        last = next(reversed(self.records.values()), None)
        return (last.day, last.id) if last is not None else None


def by_day(records: Iterable[CareRecord]) -> list[tuple[date, list[CareRecord]]]:
    """The records of each day together, in their order."""
    return [(day, list(found)) for day, found in groupby(records, key=lambda one: one.day)]
