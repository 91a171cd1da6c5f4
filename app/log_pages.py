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
    """What was read so far, newest first, without a gap. A day is shown once all of it was read, so that what is
    counted of a day is right."""

    def __init__(self, fetch: Fetch, size: int = PAGE) -> None:
        self._fetch, self._size = fetch, size
        self.records: dict[int, CareRecord] = {}
        """By id, in the order of the log."""
        self.at_end = False
        """Whether the oldest record is there."""
        self._read(size)

    def days(self) -> list[tuple[date, list[CareRecord]]]:
        """The days that were read whole, newest first."""
        found = by_day(self.records.values())
        return found if self.at_end else found[:-1]

    def older(self) -> bool:
        """Read at least one more day; False at the end."""
        if self.at_end:
            return False
        self._read(len(self.records) + self._size)
        return True

    def again(self) -> None:
        """Read as much once more, after something was written."""
        wanted = len(self.records) + 1
        self.records, self.at_end = {}, False
        self._read(max(self._size, wanted))

    def _read(self, wanted: int) -> None:
        """Read on until so many are there, and one whole day more than before."""
        before = len(self.days())
        while not self.at_end and (len(self.records) < wanted or len(self.days()) <= before):
            last = next(reversed(self.records.values()), None)
            limit = max(self._size, wanted - len(self.records))
            found = self._fetch((last.day, last.id) if last is not None else None, limit)
            self.at_end = len(found) < limit
            self.records |= {record.id: record for record in found}


def by_day(records: Iterable[CareRecord]) -> list[tuple[date, list[CareRecord]]]:
    """The records of each day together, in their order."""
    return [(day, list(found)) for day, found in groupby(records, key=lambda one: one.day)]
