"""A term's figures beside those of the term before: what page, paper and Excel show of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.figures.model import Figure
from app.figures.sums import Check, mismatches
from app.termdays import Term

_ALWAYS = frozenset({"children", "away", "carer", "boarding", "work", "grade", "class", "follow", "pairs"})
"""Groups in which nobody is a number too."""


class Pair(NamedTuple):
    """A figure beside last term's."""

    now: Figure
    before: Figure | None

    @property
    def change(self) -> int | None:
        """By how many more; None where there is nothing to compare."""
        return None if self.before is None else self.now.value - self.before.value


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

    @property
    def is_over(self) -> bool:
        """Whether the whole term is counted."""
        return self.on == self.term.until_day

    def pair(self, key: str) -> Pair:
        """One figure. Raises KeyError."""
        return Pair(self.figures[key], None if self.before is None else self.before.get(key))

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

