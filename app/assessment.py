"""The assessment (考核): tables of items, what people gave or took, the evidence linked to an item (REQ 10.27, 4.3)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple, Protocol

from app.scales import HALVES, Scale, read_scale
from resources import tables

JUDGED, FIGURE, PAPER = MEASURED = ("judged", "figure", "paper")
"""By the office's judgement, by a live figure, by a paper that must be there."""
SELF, ROUTINE, REVIEW = MARKS = ("self", "routine", "review")
"""What the school gives itself in place of what was counted; what a check in the year adds or takes; the reviewer's."""
BUILT_IN = "built_in"
"""`Table.source` of the example that comes with the program."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a table. `points` in halves."""

    id: int
    table_id: int
    position: int
    part: str
    what: str
    demand: str = ""
    criteria: str = ""
    how: str = ""
    points: int = 0
    measured: str = JUDGED
    measure: str = ""
    """Of a figure its key (`app.measures`); of a paper how many pieces of evidence there must be."""
    scale: str = ""

    @property
    def steps(self) -> Scale:
        """How its points follow. Raises BadScale."""
        return read_scale(self.scale)


@dataclass(frozen=True, slots=True)
class Table:
    """A county's table, or the shipped example; one of them is in use."""

    id: int
    name: str
    source: str = ""
    in_use: bool = False
    bands: str = "[]"
    """JSON: [[name, halves], …]."""
    items: tuple[Item, ...] = ()

    @property
    def full(self) -> int:
        """All its points, in halves."""
        return sum(one.points for one in self.items)


class Band(NamedTuple):
    """From so many halves on a school is 合格, 良好, 优秀."""

    name: str
    least: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Points that a person gave (self, review) or added or took off (routine), in halves."""

    id: int
    item_id: int
    term_id: int
    kind: str
    day: date
    points: int
    reason: str = ""
    giver: str = ""
    """Who checked, where that is nobody of the staff."""
    staff_id: int | None = None


LINKED: dict[str, tuple[str, ...]] = {
    "record": ("record:{0}",), "attachment": ("attachment:{0}",), "pairing": ("part:pairs",),
    "agreement": ("signed:{0}", "part:agreements"), "round": ("inspection:{0}",), "problem": ("problems",),
    "check": ("part:room_checks",), "award": ("part:honours",), "story": ("story:{0}",), "gift": ("gifts:given",),
    "plan": ("work_plan:{0}",), "stocktake": ("part:stocktake",), "room": ("part:rooms", "part:room_pictures"),
}  # fmt: skip
"""The rows that can be linked as evidence, and what a paper of the pack has to prove to show one (`app.proofs`)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that an item is done: a row of one kind of `LINKED`, a paper of the term, or words that say where it
    lies."""

    id: int
    item_id: int
    term_id: int
    words: str = ""
    record_id: int | None = None
    attachment_id: int | None = None
    pairing_id: int | None = None
    agreement_id: int | None = None
    round_id: int | None = None
    """An inspection."""
    problem_id: int | None = None
    check_id: int | None = None
    """A safety check of a room."""
    award_id: int | None = None
    story_id: int | None = None
    gift_id: int | None = None
    plan_id: int | None = None
    """A work plan."""
    stocktake_id: int | None = None
    room_id: int | None = None
    paper: str = ""
    """Key of a part of the pack: a list or book of the term as a whole."""

    @property
    def link(self) -> tuple[str, int] | None:
        """The kind and id of the row that is linked; None for words and papers."""
        return next(((kind, row) for kind in LINKED if (row := getattr(self, f"{kind}_id")) is not None), None)

    @property
    def tokens(self) -> tuple[str, ...]:
        """What a paper of the pack has to prove to show what is linked."""
        if self.paper:
            return (f"part:{self.paper}",)
        found = self.link
        return tuple(token.format(found[1]) for token in LINKED[found[0]]) if found is not None else ()


class Paper(NamedTuple):
    """A file that hangs on an item. It is evidence of the term in which it was added."""

    item_id: int
    attachment_id: int
    added_at: str
    """ISO text."""


class Stage(NamedTuple):
    """A dated stage of a work plan."""

    id: int
    what: str
    until_day: date | None
    state: str


class PlanSeen(NamedTuple):
    """What the assessment asks of a work plan."""

    span: str
    """"term" or "year"."""
    written: bool
    reviewed: bool
    stages: tuple[Stage, ...] = ()


class Assessments(Protocol):
    """The tables of an open store."""

    def tables(self) -> list[Table]:
        """All of them with their items, the one in use first."""

    def marks(self, table_id: int) -> list[Mark]:
        """All marks of the table, of every term, in order of day."""

    def evidence(self, table_id: int, term_id: int) -> list[Evidence]:
        """What is linked in that term, in order."""

    def papers(self, table_id: int) -> list[Paper]:
        """Files that hang on the items themselves, of whatever term."""

    def plans(self, term_id: int) -> list[PlanSeen]:
        """The work plans of the term; that of the year also if it was written in the year's other term."""


def bands_of(table: Table) -> tuple[Band, ...]:
    """From the lowest on; what is damaged is left out."""
    try:
        kept = json.loads(table.bands)
    except ValueError:
        return ()
    pairs = [one for one in kept if isinstance(one, list) and len(one) == 2] if isinstance(kept, list) else []
    found = [Band(str(name), least) for name, least in pairs if isinstance(least, int)]
    return tuple(sorted(found, key=lambda one: one.least))


def write_bands(bands: Sequence[Band]) -> str:
    """As the file keeps them."""
    return json.dumps([list(one) for one in sorted(bands, key=lambda one: one.least)], ensure_ascii=False)


def band_of(bands: Sequence[Band], halves: int) -> str:
    """The name of the best band that is reached; "" for none."""
    return next((one.name for one in reversed(bands) if halves >= one.least), "")


def in_use(every: Sequence[Table]) -> Table | None:
    """The table that the school works with."""
    return next((one for one in every if one.in_use), None)


USUAL_BANDS = (("合格", 60), ("良好", 80), ("优秀", 90))
"""In percent of the full points."""


def usual_bands(full: int) -> tuple[Band, ...]:
    """The bands that counties commonly use, for a table of so many halves."""
    return tuple(Band(name, -(-full * percent // 100)) for name, percent in USUAL_BANDS)


@cache
def shipped() -> Table:
    """The example that comes with the program: the six parts of REQ 10.27, 100 points."""
    items = tuple(
        Item(0, 0, place, row["part"], row["what"], row["demand"], row["criteria"], row["how"],
             int(float(row["points"]) * HALVES), row["measured"], row["measure"], row["scale"])
        for place, row in enumerate(tables.rows("assessment.csv"))
    )  # fmt: skip
    full = sum(one.points for one in items)
    return Table(0, SHIPPED_NAME, BUILT_IN, False, write_bands(usual_bands(full)), items)


SHIPPED_NAME = "关爱工作考核表（六部分，100 分）"
