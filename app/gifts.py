"""What people outside gave and what children wish for: donors, gifts, insurance, wishes (REQ 5.1-5.4).

A gift to many children is a row for each; what was given together is seen as one `Donation`, cover bought together as
one `Policy`. Goods that a donor gave for the home stand in the asset ledger as movements and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol

from app.inventory import Donor, Movement
from app.units import USUAL

EXPIRY_DAYS = 30
"""How many days ahead the end of cover is said."""
PEOPLE = ("company", "charity", "office", "person")
"""企业, 公益组织, 机关单位, 个人: kinds of donor."""
COMING, VALID, SOON, PAST = STATES = ("coming", "valid", "soon", "past")
"""Of cover on a day: not yet begun, in force, ending within 30 days, ended."""


@dataclass(frozen=True, slots=True)
class Gift:
    """Something given to one child, or to the school where there is none."""

    id: int
    activity_id: int | None
    donor_id: int | None
    child_id: int | None
    day: date
    what: str
    count: int = 1
    value_fen: int | None = None
    """Of one piece, in fen."""
    thanked_on: date | None = None
    note: str = ""
    unit: str = USUAL
    """What one piece is called: 把, 本, 套."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The insurance of one child; `from_day` and `until_day` are its first and last day, both included."""

    id: int
    child_id: int
    donor_id: int | None = None
    activity_id: int | None = None
    insurer: str = ""
    number: str = ""
    kind: str = ""
    sum_fen: int | None = None
    from_day: date | None = None
    until_day: date | None = None
    note: str = ""

    def state(self, day: date) -> str:
        """One of STATES; without an end it stays valid."""
        if self.until_day is not None and self.until_day < day:
            return PAST
        if self.from_day is not None and self.from_day > day:
            return COMING
        near = self.until_day is not None and self.until_day <= day + timedelta(days=EXPIRY_DAYS)
        return SOON if near else VALID

    def covers(self, day: date) -> bool:
        """Whether the child is insured by it on that day."""
        return self.state(day) in (VALID, SOON)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a child wishes for, and whether it was met, how and by whom (REQ 5.4)."""

    id: int
    child_id: int
    wish: str
    said_on: date | None = None
    met_on: date | None = None
    how: str = ""
    donor_id: int | None = None
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """An activity as far as gifts go: what it was, and of which record."""

    id: int
    record_id: int
    day: date
    theme: str
    kind: str
    """Of the record."""


@dataclass(frozen=True, slots=True)
class Donation:
    """Gifts that were given together: the same thing by the same donor on the same day."""

    gifts: tuple[Gift, ...]

    @property
    def first(self) -> Gift:
        """Says what all of them say but the child and how many."""
        return self.gifts[0]

    @property
    def id(self) -> int:
        """Of its first row."""
        return self.gifts[0].id

    @property
    def children(self) -> list[int]:
        """Who got some, each once; none for a gift to the school."""
        return list(dict.fromkeys(one.child_id for one in self.gifts if one.child_id is not None))

    @property
    def count(self) -> int:
        """Pieces altogether."""
        return sum(one.count for one in self.gifts)

    @property
    def worth(self) -> int | None:
        """Fen altogether; None where nobody said."""
        return None if self.first.value_fen is None else self.first.value_fen * self.count

    @property
    def thanked_on(self) -> date | None:
        """The day of the last thanks, once all of it is thanked for."""
        days = [one.thanked_on for one in self.gifts]
        return None if None in days else max(day for day in days if day is not None)

    @property
    def is_owed(self) -> bool:
        """Whether somebody is still to be thanked."""
        return self.first.donor_id is not None and self.thanked_on is None


@dataclass(frozen=True, slots=True)
class Policy:
    """Cover that was bought together; the numbers of the papers may differ from child to child."""

    covers: tuple[Cover, ...]

    @property
    def first(self) -> Cover:
        """Says what all of them say but the child and the number."""
        return self.covers[0]

    @property
    def id(self) -> int:
        """Of its first row."""
        return self.covers[0].id

    @property
    def children(self) -> list[int]:
        """Whom it covers, each once."""
        return list(dict.fromkeys(one.child_id for one in self.covers))

    @property
    def numbers(self) -> list[str]:
        """The different numbers, in their order."""
        return list(dict.fromkeys(one.number for one in self.covers if one.number))


def donations(gifts: Iterable[Gift]) -> list[Donation]:
    """What was given together, the newest first."""
    def key(one: Gift) -> tuple[object, ...]:
        return (one.day, one.what, one.donor_id or 0, one.activity_id or 0, one.child_id is None, one.value_fen or 0,
                one.note, one.unit)  # fmt: skip

    ordered = sorted(gifts, key=lambda one: (key(one), one.id))
    found = [Donation(tuple(some)) for _key, some in groupby(ordered, key)]
    return sorted(found, key=lambda one: (one.first.day, one.id), reverse=True)


def policies(covers: Iterable[Cover]) -> list[Policy]:
    """Cover bought together, what ends last first."""
    def key(one: Cover) -> tuple[object, ...]:
        return (one.insurer, one.kind, one.sum_fen or 0, one.from_day or date.min, one.until_day or date.max,
                one.donor_id or 0, one.activity_id or 0, one.note)  # fmt: skip

    ordered = sorted(covers, key=lambda one: (key(one), one.id))
    found = [Policy(tuple(some)) for _key, some in groupby(ordered, key)]
    return sorted(found, key=lambda one: (one.first.until_day or date.max, one.id), reverse=True)


class Gifts(Protocol):
    """Donors and what they gave, on the disk; `db.gifts.FileGifts` is the real one."""

    def donors(self) -> list[Donor]:
        """Everybody who ever gave, by name."""

    def gifts(self) -> list[Gift]:
        """Every gift, the newest day first."""

    def goods(self) -> list[Movement]:
        """What donors gave into the ledger of things, the newest first."""

    def covers(self, since: date = date.min) -> list[Cover]:
        """Every insurance that had not ended before that day."""

    def ending(self, first: date, until: date) -> bool:
        """Whether any cover ends on these days, both included."""

    def wishes(self) -> list[Wish]:
        """Every wish, the newest first."""

    def visits(self) -> list[Visit]:
        """Activities that gifts can belong to, the newest first."""

    def took_part(self, activity_id: int) -> list[int]:
        """The children of an activity."""

    def of_child(self, child_id: int) -> tuple[list[Gift], list[Cover], list[Wish]]:
        """What one child got, how it is insured and what it wishes for, the newest first."""
