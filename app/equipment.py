"""The standard equipment of the home (REQ 10.18): what is there, what is missing, what is below the least.

The regulation names the things and no numbers; the least of each is the program's suggestion, which the school may
change (`read_least`, `write_least`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.shelf import Line
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
    lines: tuple[Line, ...] = ()

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


def needs(listed: Iterable[Item], lines: Iterable[Line]) -> list[Need]:
    """How the school stands with each thing that it needs: by what each asset says it counts for."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.asset.standard:
            found.setdefault(line.asset.standard, []).append(line)
    return [
        Need(one, sum(line.owned for line in found.get(one.key, ())), tuple(found.get(one.key, ())))
        for one in listed if one.least > 0
    ]  # fmt: skip


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
