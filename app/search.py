"""Find a child by what one types: initials, pinyin, part of the name, digits of a number, a relative, the village."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol

from typing_extensions import TypeVar

from app.addresses import village
from app.children import Child
from app.kinship import spoken_relation
from app.roster import RosterRow
from app.sounds import sound_of

TAIL = 3
"""From how many digits on a number is searched by its end."""
MIDDLE = 4
"""From how many digits on a number is found by any part of it, if none ends so: while one types it from the front."""
INITIALS, PINYIN, INSIDE, ENDS, HOLDS, RELATIVE, VILLAGE = range(7)
"""Ranks, nearest first."""


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
    """One row found. The span is in the name (to be marked there); (0, 0) if the hit lies beside it."""

    row: N
    rank: int
    start: int
    end: int
    beside: str = ""
    """What was found beside the name: a number, a relative's name, the village."""
    whose: str = ""
    """Of a relative's name, the relation as it is spoken. For whose a number is, ask `whose_number`."""
    span: tuple[int, int] = (0, 0)
    """Where in `beside`."""

    @property
    def is_number(self) -> bool:
        """Whether `beside` is an ID, register or phone number."""
        return self.rank in (ENDS, HOLDS)


def search(
    listed: Sequence[N], text: str, beside: Callable[[N, str], "Hit[N] | None"] = lambda _row, _wanted: None
) -> list[Hit[N]]:
    """The rows that fit, nearest first and otherwise in their order; all rows for a blank text. `beside` looks for
    Chinese words where the name does not have them."""
    wanted = "".join(text.split()).replace("ü", "v")
    if not wanted:
        return [Hit(row, INITIALS, 0, 0) for row in listed]
    if not wanted.isascii():
        hits = _by_name(listed, wanted, beside)
    elif len(wanted) >= TAIL and wanted[:-1].isdigit() and (wanted[-1].isdigit() or wanted[-1] in "xX"):
        hits = _by_number(listed, wanted.upper())
    else:
        hits = _by_sound(listed, wanted.lower())
    hits.sort(key=lambda hit: (hit.rank, hit.start))
    return hits


def _by_name(
    listed: Sequence[N], wanted: str, beside: Callable[[N, str], Hit[N] | None]
) -> list[Hit[N]]:
    hits: list[Hit[N]] = []
    for row in listed:
        at = row.name.find(wanted)
        hit = Hit(row, INSIDE, at, at + len(wanted)) if at >= 0 else beside(row, wanted)
        if hit is not None:
            hits.append(hit)
    return hits


def kin_or_village(row: RosterRow, wanted: str) -> Hit[RosterRow] | None:
    """A pupil whose relative or village fits, for the `beside` of `search`."""
    for kin in row.child.kin:
        at = kin.name.find(wanted)
        if at >= 0:
            return Hit(row, RELATIVE, 0, 0, kin.name, spoken_relation(kin.relation), (at, at + len(wanted)))
    if len(wanted) < 2 or wanted not in row.child.address:
        return None
    name = village(row.child.address)
    at = name.find(wanted)
    return Hit(row, VILLAGE, 0, 0, name, "", (at, at + len(wanted))) if at >= 0 else None


def _by_sound(listed: Sequence[N], wanted: str) -> list[Hit[N]]:
    hits: list[Hit[N]] = []
    first = wanted[0]
    for row in listed:
        initials = row.initials
        if initials.startswith(wanted):
            hits.append(_spelt(row, INITIALS, 0, len(wanted)))
        elif first not in initials:
            at = row.name.lower().find(wanted)
            if at >= 0:
                hits.append(Hit(row, INSIDE, at, at + len(wanted)))
        else:
            start, end = _syllables(row.pinyin, wanted)
            if not end:
                start = initials.find(wanted)
                end = start + len(wanted)
            if start >= 0:
                hits.append(_spelt(row, PINYIN, start, end))
    return hits


def _syllables(pinyin: str, wanted: str) -> tuple[int, int]:
    """Where the typed letters, spelt out from the start of a syllable, stand: "xiezh" in xie zhi qiang = (0, 2)."""
    if wanted not in pinyin.replace(" ", ""):
        return 0, 0
    syllables = pinyin.split()
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
    count, name = len(row.initials), row.name
    if count == len(name):
        return Hit(row, rank, start, end)
    spoken = [place for place, char in enumerate(name) if char.isalpha() and sound_of(char)]
    if len(spoken) != count:
        return Hit(row, rank, 0, 0)
    return Hit(row, rank, spoken[start], spoken[end - 1] + 1)


def _by_number(listed: Sequence[N], wanted: str) -> list[Hit[N]]:
    ends: list[Hit[N]] = []
    holds: list[Hit[N]] = []
    for row in listed:
        for number in row.digits:
            if wanted in number:
                at = number.rfind(wanted)
                is_end = at + len(wanted) == len(number)
                hit = Hit(row, ENDS if is_end else HOLDS, 0, 0, number, "", (at, at + len(wanted)))
                (ends if is_end else holds).append(hit)
                if is_end:
                    break
    if ends or len(wanted) < MIDDLE:
        return ends
    return list({id(hit.row): hit for hit in reversed(holds)}.values())[::-1]


def whose_number(child: Child, number: str) -> str:
    """The relation, as it is spoken, of the relative with this phone number; "" if it is the child's own number."""
    owners = (kin.relation for kin in child.kin if any(phone.number == number for phone in kin.phones))
    return spoken_relation(next(owners, ""))
