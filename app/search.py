"""Find a child by what one types: initials, pinyin, part of the name, last digits of an ID or phone number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol

from typing_extensions import TypeVar

from app.roster import RosterRow

TAIL = 3
"""From how many digits on a number is searched."""


class Named(Protocol):
    """What can be found: a name as it is written and spelt, and numbers that belong to it."""

    @property
    def name(self) -> str: ...
    @property
    def pinyin(self) -> str: ...
    @property
    def initials(self) -> str: ...
    @property
    def digits(self) -> tuple[str, ...]: ...


N = TypeVar("N", bound=Named, default=RosterRow)


@dataclass(slots=True)
class Hit(Generic[N]):
    """One row found. The span is in the name (to be marked there); (0, 0) if the hit lies in a number."""

    row: N
    rank: int
    """0 initials, 1 pinyin, 2 inside the name, 3 end of a number; lower is nearer."""
    start: int
    end: int
    number: str = ""
    """The number that ends in what was typed."""


def search(listed: Sequence[N], text: str) -> list[Hit[N]]:
    """The rows that fit, nearest first and otherwise in their order; all rows for a blank text."""
    wanted = "".join(text.split())
    if not wanted:
        return [Hit(row, 0, 0, 0) for row in listed]
    if wanted.isascii():
        lower = wanted.lower()
        numeric = lower[:-1].isdigit() and len(lower) >= TAIL and (lower[-1].isdigit() or lower[-1] == "x")
        hits = _by_number(listed, wanted.upper()) if numeric else _by_sound(listed, lower)
    else:
        hits = _by_name(listed, wanted)
    hits.sort(key=lambda hit: (hit.rank, hit.start))
    return hits


def _by_name(listed: Sequence[N], wanted: str) -> list[Hit[N]]:
    hits: list[Hit[N]] = []
    for row in listed:
        at = row.name.find(wanted)
        if at >= 0:
            hits.append(Hit(row, 2, at, at + len(wanted)))
    return hits


def _by_sound(listed: Sequence[N], wanted: str) -> list[Hit[N]]:
    hits: list[Hit[N]] = []
    for row in listed:
        at = row.initials.find(wanted)
        if at == 0:
            hits.append(_spelt(row, 0, 0, len(wanted)))
            continue
        if wanted[0] not in row.initials:
            if wanted in row.name.lower():
                start = row.name.lower().index(wanted)
                hits.append(Hit(row, 2, start, start + len(wanted)))
            continue
        syllables = row.pinyin.split()
        start, end = _syllables(syllables, wanted)
        if end:
            hits.append(_spelt(row, 1, start, end))
        elif at > 0:
            hits.append(_spelt(row, 1, at, at + len(wanted)))
    return hits


def _syllables(syllables: Sequence[str], wanted: str) -> tuple[int, int]:
    """Where the typed letters, spelt out from the start of a syllable, stand: "xiezh" in xie zhi qiang = (0, 2)."""
    for start in range(len(syllables)):
        joined = ""
        for end in range(start, len(syllables)):
            joined += syllables[end]
            if joined.startswith(wanted):
                return start, end + 1
            if not wanted.startswith(joined):
                break
    return 0, 0


def _spelt(row: N, rank: int, start: int, end: int) -> Hit[N]:
    """The hit as a span of the name; without a mark where syllables and characters do not pair up."""
    if row.initials and len(row.initials) == len(row.name):
        return Hit(row, rank, start, end)
    return Hit(row, rank, 0, 0)


def _by_number(listed: Sequence[N], wanted: str) -> list[Hit[N]]:
    hits: list[Hit[N]] = []
    for row in listed:
        for number in row.digits:
            if number.endswith(wanted):
                hits.append(Hit(row, 3, 0, 0, number))
                break
    return hits
