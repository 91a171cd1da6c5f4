"""Which pupils a search can find at all, so that only those are looked at closely: thousands of rows in one glance."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from app.roster import RosterRow


class _Lines:
    """Texts of rows, joined so that one scan finds every row that holds some letters."""

    def __init__(self, parts: Iterable[str]) -> None:
        listed = list(parts)
        self._text = "\n".join(listed)
        self._starts = [0, *accumulate(len(part) + 1 for part in listed)]

    def holding(self, wanted: str) -> list[int]:
        """The places of the rows that hold this, in order."""
        found = []
        at = self._text.find(wanted)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            found.append(place)
            at = self._text.find(wanted, self._starts[place + 1])
        return found


class SearchIndex:
    """Made for one list of rows; each of its texts when it is first needed."""

    def __init__(self, rows: Sequence[RosterRow]) -> None:
        self._rows = rows
        self._sounds: _Lines | None = None
        self._numbers: _Lines | None = None
        self._names: _Lines | None = None

    def narrowed(self, text: str) -> list[RosterRow]:
        """The rows among which `app.search.search` finds what it finds among all, in the same order."""
        wanted = "".join(text.split()).replace("ü", "v")
        if not wanted:
            return list(self._rows)
        lines = self._lines(wanted)
        return [self._rows[place] for place in lines.holding(wanted.lower())]

    def prepare(self) -> None:
        """Make the text that most searches need, before somebody waits for it."""
        self._lines("a")

    def _lines(self, wanted: str) -> _Lines:
        if not wanted.isascii():
            if self._names is None:
                self._names = _Lines(map(_written, self._rows))
            return self._names
        if wanted[0].isdigit():
            if self._numbers is None:
                self._numbers = _Lines(map(_numbered, self._rows))
            return self._numbers
        if self._sounds is None:
            self._sounds = _Lines(map(_spelt, self._rows))
        return self._sounds


def _spelt(row: RosterRow) -> str:
    return f"{row.initials} {row.pinyin.replace(' ', '')} {row.name.lower()}"


def _numbered(row: RosterRow) -> str:
    return f"{' '.join(row.digits).lower()} {row.name.lower()}"


def _written(row: RosterRow) -> str:
    return " ".join((row.name, *(kin.name for kin in row.child.kin), row.child.address)).lower()
