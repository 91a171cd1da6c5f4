"""A term's figures beside those of the term before: what page, paper and Excel show of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.figures.model import Figure
from app.figures.scene import Scene
from app.figures.sums import Check, mismatches
from app.termdays import Term

_ALWAYS = frozenset({"children", "away", "carer", "boarding", "work", "grade", "class", "follow", "pairs"})
"""Groups in which nobody is a number too."""
_STANDING = frozenset({"children", "grade", "class", "away", "carer", "boarding", "work", "rule", "goods"})
_STANDING_TOO = frozenset({
    "pairs.mentored", "pairs.peer", "pairs.volunteer", "pairs.mentors", "follow.open", "gift.insured", "room.rooms",
    "safety.open", "problem.open", "asset.kinds", "asset.owned", "asset.value", "asset.lent",
})  # fmt: skip
"""What stands on a day, and how much of what was due is done; all else grows through the term."""


class Pair(NamedTuple):
    """A figure beside last term's."""

    now: Figure
    before: Figure | None
    alike: bool = True
    """False: this term's number still grows, and last term's is that of a whole term."""

    @property
    def change(self) -> int | None:
        """By how many more; None where there is nothing that could be compared."""
        return None if self.before is None or not self.alike else self.now.value - self.before.value


@dataclass(frozen=True, slots=True)
class Book:
    """All figures of a term as of a day in it."""

    term: Term
    on: date
    figures: Mapping[str, Figure]
    last: Term | None
    """The term before; None where the school's records begin later."""
    before: Mapping[str, Figure] | None
    """Its figures on its last day."""
    scene: Scene | None = field(default=None, repr=False, compare=False)
    """What they were counted from."""

    @property
    def is_over(self) -> bool:
        """Whether the whole term is counted."""
        return self.on == self.term.until_day

    def pair(self, key: str) -> Pair:
        """One figure. Raises KeyError."""
        one = self.figures[key]
        alike = self.is_over or one.group in _STANDING or key in _STANDING_TOO
        return Pair(one, None if self.before is None else self.before.get(key), alike)

    def pairs(self, group: str) -> list[Pair]:
        """The figures of a group in order, without what there was neither now nor then."""
        found = (self.pair(key) for key, one in self.figures.items() if one.group == group)
        return [one for one in found if group in _ALWAYS or _is_something(one.now) or _is_something(one.before)]

    @property
    def wrong(self) -> list[Check]:
        """The cross-sums that do not hold."""
        return mismatches(self.figures, self.before)

    @property
    def rules(self) -> tuple[int, int]:
        """(done, owed) of all windows that were due by the day."""
        of_rules = [one for one in self.figures.values() if one.group == "rule"]
        return sum(one.value for one in of_rules), sum(one.of or 0 for one in of_rules)


def _is_something(one: Figure | None) -> bool:
    return one is not None and bool(one.value or one.of)

