"""The inspection's self-check (REQ 8.1): its points as data, what the office answers, safety inspections held."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from resources import tables

GROUPS = ("opening", "rules", "visits", "papers", "contact", "training", "safety", "rooms", "archive")
"""开学工作, 组织和制度, 家访和五个清楚, 责任书和协议, 家校联系, 监护人培训, 安全, 活动室, 档案."""
DRILL = "drill"
KINDS = ("opening", "fire", "food", "transport", "surroundings", DRILL)
"""Rounds of inspection that the checklist asks for; whatever else the office writes is a kind too."""
YES, NO, NONE = ANSWERS = ("yes", "no", "none")
"""It is so, it is not, the school has nothing of the sort."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist."""

    key: str
    group: str
    """One of GROUPS."""
    what: str
    look: str = ""
    """What an inspector wants to see of it."""
    measures: tuple[str, ...] = ()
    """Keys of `app.measures`, the first that is known counts; none: the office answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the office said of a point in a term; of one that is counted only where its evidence lies."""

    id: int
    term_id: int
    point: str
    answer: str = ""
    """One of ANSWERS, or "" where only evidence was written."""
    evidence: str = ""
    day: date | None = None
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A safety inspection of that day; what it found are problems (`app.problems`)."""

    id: int
    day: date
    kind: str = ""
    staff_id: int | None = None
    people: str = ""
    """Who else took part."""
    note: str = ""


class Inspections(Protocol):
    """The self-check of an open store."""

    def answers(self, term_id: int) -> list[Answer]:
        """What was said in that term."""

    def rounds(self, first: date, last: date) -> list[Round]:
        """Those of these days, oldest first."""


@cache
def points() -> tuple[Point, ...]:
    """The checklist, in its order (resources/data/inspection.csv)."""
    return tuple(
        Point(row["key"], row["group"], row["what"], row["look"], tuple(filter(None, row["measure"].split("|"))))
        for row in tables.rows("inspection.csv")
    )
