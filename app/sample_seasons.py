"""When a text of the sample school fits: after the mid-term tests, in the cold, at harvest, for the little."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

ALWAYS = ""
AUTUMN_ONLY = frozenset({"moon", "rice", "oil", "sports", "newyear", "autumn"})
"""Of the first term of a year."""
LITTLE = 2
"""Up to this grade somebody is little."""


class Season(NamedTuple):
    """What a day is like at school."""

    flags: frozenset[str]

    def fits(self, when: str) -> bool:
        """Whether a text for one of these occasions, joined by a space, may be written that day."""
        return not when or any(one in self.flags for one in when.split())


def season(first: date, day: date) -> Season:
    """`first` is the first day of the term."""
    return _season((day - first).days // 7, day.month, first.month >= 8)


@lru_cache(maxsize=512)
def _season(week: int, month: int, autumn: bool) -> Season:
    flags = {
        "start": week <= 2, "later": week >= 3, "before": 6 <= week <= 8, "after": 10 <= week <= 14, "end": week >= 16,
        "cold": month in (11, 12, 1, 2), "hot": month in (5, 6, 7, 9), "moon": week in (2, 3), "rice": month in (9, 10),
        "oil": month in (10, 11), "sports": 7 <= week <= 10, "newyear": month in (12, 1), "autumn": True,
        "spring": month in (3, 4, 5), "june": month in (5, 6), "holiday": week >= 13,
    }  # fmt: skip
    return Season(frozenset(
        key for key, holds in flags.items() if holds and (autumn or key not in AUTUMN_ONLY) and not
        (autumn and key in ("spring", "june"))
    ))  # fmt: skip


class Line(NamedTuple):
    """A text with the mood it shows, when and for whom it fits, and what hangs on it."""

    mood: str
    when: str
    who: str
    """"little", "big" or ""."""
    text: str
    said: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


def lines(table: str) -> tuple[Line, ...]:
    """The lines of a table of texts: `mood|when|who|text|said/said|done/done`."""
    return tuple(map(_line, table.strip().splitlines()))


def _line(row: str) -> Line:
    mood, when, who, text, *more = (part.strip() for part in row.split("|"))
    said, done = (*more, "", "")[:2]
    return Line(mood, when, who, text, tuple(filter(None, said.split("/"))), tuple(filter(None, done.split("/"))))


class Texts:
    """A table of texts and, for each kind of day and each age, those that fit."""

    def __init__(self, table: str) -> None:
        self.all = lines(table)
        self._fit: dict[tuple[frozenset[str], bool], Sequence[Line]] = {}

    def fitting(self, season: Season, grade: int) -> Sequence[Line]:
        """Those for that day and grade."""
        key = season.flags, grade <= LITTLE
        if key not in self._fit:
            self._fit[key] = tuple(self._for(season, "little" if key[1] else "big"))
        return self._fit[key]

    def _for(self, season: Season, who: str) -> Iterable[Line]:
        return (one for one in self.all if season.fits(one.when) and one.who in ("", who))
