"""The standard equipment of the home (REQ 10.18): what is there, what is missing, what is below the least.

The regulation names the things and no numbers; the least of each is the program's suggestion, which the school may
change (`read_least`, `write_least`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.shelf import Batch, Line
from resources import tables

MISSING, SHORT, THERE = STATES = ("missing", "short", "there")
"""没有, 不够, 够了."""
SETTING = "equipment.least"
"""Setting of the file: the school's own numbers."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the list."""

    key: str
    class_of_goods: str
    name: str
    unit: str
    least: int
    also: tuple[str, ...] = ()
    """What it is called as well."""


@dataclass(frozen=True, slots=True)
class Need:
    """How the school stands with it."""

    item: Item
    there: int
    """How many can be used: what is past its date does not count."""
    lines: tuple[Line, ...] = ()
    expired: tuple[Batch, ...] = ()
    """What is past its date, the oldest first."""

    @property
    def past(self) -> int:
        """How many are past their date."""
        return sum(one.left for one in self.expired)

    @property
    def state(self) -> str:
        """One of STATES."""
        return MISSING if self.there <= 0 else SHORT if self.there < self.item.least else THERE

    @property
    def lacking(self) -> int:
        """How many are to be got."""
        return max(0, self.item.least - max(0, self.there))


@cache
def standard() -> tuple[Item, ...]:
    """The list as it comes with the program, in its order."""
    return tuple(
        Item(row["key"], row["class"], row["name"], row["unit"], int(row["least"]), tuple(row["also"].split()))
        for row in tables.rows("equipment.csv")
    )


def items(least: Mapping[str, int]) -> list[Item]:
    """The list with the school's own numbers; 0: the school needs none."""
    return [replace(one, least=least.get(one.key, one.least)) for one in standard()]


def needs(
    listed: Iterable[Item], lines: Iterable[Line], expired: Mapping[int, tuple[Batch, ...]]
) -> list[Need]:  # fmt: skip
    """How the school stands with each thing that it needs: by what each asset says it counts for. `expired`: by asset,
    its batches past their date (`app.shelf.past_date`), which fulfil nothing (REQ 10.18 asks for them apart)."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.asset.standard:
            found.setdefault(line.asset.standard, []).append(line)
    return [_need(one, tuple(found.get(one.key, ())), expired) for one in listed if one.least > 0]


def _need(item: Item, lines: tuple[Line, ...], expired: Mapping[int, tuple[Batch, ...]]) -> Need:
    past = tuple(batch for line in lines for batch in expired.get(line.id, ()))
    there = sum(line.owned for line in lines) - sum(batch.left for batch in past)
    return Need(item, there, lines, past)


def guess(name: str) -> Item | None:
    """The thing of the list that a name means, by the whole name or the longest word in it."""
    said = name.strip()
    words = [(word, one) for one in standard() for word in (one.name, *one.also)]
    whole = next((one for word, one in words if word == said), None)
    if whole is not None or not said:
        return whole
    inside = [(len(word), one) for word, one in words if len(word) > 1 and word in said]
    return max(inside, key=lambda two: two[0])[1] if inside else None


def read_least(text: str) -> dict[str, int]:
    """The school's numbers out of the setting; what is damaged is left out."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    known = {one.key for one in standard()}
    return {
        key: value for key, value in kept.items() if key in known and isinstance(value, int) and value >= 0
    } if isinstance(kept, dict) else {}  # fmt: skip


def write_least(least: Mapping[str, int]) -> str:
    """As the setting keeps them: only those that differ from the program's."""
    own = {one.key: one.least for one in standard()}
    return json.dumps({key: value for key, value in sorted(least.items()) if own.get(key) != value})
