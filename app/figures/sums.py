"""The cross-sums of a term's figures: every breakdown adds up to its total before a number leaves the house."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.figures.model import Figure

LEFT, PUPILS = "children.left", "children.pupils"
_OF_LEFT = ("grade", "class", "away", "carer", "boarding", "work")
_BREAKDOWNS = (
    *((LEFT, group) for group in _OF_LEFT), ("room.opened", "opened"), ("asset.owned", "goods"),
)  # fmt: skip
_MOVES = {"moves.new": 1, "moves.in": 1, "moves.graduated": -1, "moves.out": -1}


class Check(NamedTuple):
    """A total beside what its parts say it is."""

    total: str
    """Key of the figure."""
    group: str
    """The group whose figures are its parts; "moves" for last term's pupils with who came and went since."""
    value: int
    parts: int

    @property
    def agrees(self) -> bool:
        """Whether it adds up."""
        return self.value == self.parts


def checks(figures: Mapping[str, Figure], before: Mapping[str, Figure] | None = None) -> list[Check]:
    """Every cross-sum; with the figures of the last day of the term before also who came and went since."""
    found = [
        Check(total, group, figures[total].value, _sum(one.value for one in figures.values() if one.group == group))
        for total, group in _BREAKDOWNS
    ]
    found += [
        Check(PUPILS, group, figures[PUPILS].value, _sum(one.of for one in figures.values() if one.group == group))
        for group in ("grade", "class")
    ]
    away = figures["children.one_away"].value + figures["children.both_away"].value
    found.append(Check(LEFT, "children", figures[LEFT].value, away))
    if before is not None:
        came = sum(sign * figures[key].value for key, sign in _MOVES.items())
        found.append(Check(PUPILS, "moves", figures[PUPILS].value, before[PUPILS].value + came))
        turned = figures["moves.left_new"].value - figures["moves.left_gone"].value
        found.append(Check(LEFT, "moves", figures[LEFT].value, before[LEFT].value + turned))
    return found


def mismatches(figures: Mapping[str, Figure], before: Mapping[str, Figure] | None = None) -> list[Check]:
    """Those that do not add up; empty when all is well."""
    return [one for one in checks(figures, before) if not one.agrees]


def _sum(numbers: Iterable[int | None]) -> int:
    return sum(number or 0 for number in numbers)
