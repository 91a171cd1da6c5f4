"""The close of a term: what it froze, what was corrected afterwards, what the new school year makes of the classes.

A closed term can still be put right; whatever is changed of it later is listed as a correction (ux.md, Closed periods).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from app.classes import SchoolClass
from app.enrolment import ends_on, name_on, pupils_on
from app.school import Snapshot
from app.staffing import running
from app.termdays import Term
from app.terms import assumed_term, split_code

Numbers = Mapping[str, tuple[int, int | None]]
"""Figures of a term (`app.figures`) by key: value and what it is out of."""
SOON = timedelta(days=30)
"""So long before its last day a term can be closed: counties close early, and nobody closes by mistake in mid-term."""


@dataclass(frozen=True, slots=True)
class TermClose:
    """One closed term. `seq` is the newest row of the history then."""

    id: int
    term_id: int
    at: str
    by: str
    seq: int
    figures: str = "{}"
    """JSON: the figures of the term as they were, by key: [value, of]."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One action that changed something of a closed term afterwards."""

    action_id: int
    at: datetime
    user: str
    label: str
    fields: int
    """Changed fields and rows that belong to the term."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that is no longer what it was when the term was closed."""

    key: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class Promotion:
    """What becomes of a class with the new school year; `then` is "" for one that leaves the school."""

    class_id: int
    now: str
    then: str
    pupils: int


class TermCloses(Protocol):
    """The closed terms of an open store."""

    def every(self) -> list[TermClose]:
        """All of them."""

    def corrections(
        self, close: TermClose, first: date, last: date, since: int = 0, after: int = 0
    ) -> list[Correction]:
        """What was changed of the term of these days after the close, newest first; what was taken back since is left
        out. `since`: id of the oldest action to look at; `after`: number of the last row of the history that is not
        looked at."""


def next_code(code: str) -> str:
    """2026-2 after 2026-1. Raises BadTerm."""
    year, half = split_code(code)
    return f"{year}-2" if half == 1 else f"{year + 1}-1"


def next_term(snapshot: Snapshot, term: Term) -> Term:
    """The term after that one; as the program assumes it (id 0) where nobody entered it."""
    code = next_code(term.code)
    return next((one for one in snapshot.terms if one.code == code), None) or assumed_term(*split_code(code))


def may_close(term: Term, today: date) -> bool:
    """Whether it is far enough gone."""
    return today >= term.until_day - SOON


def promotions(snapshot: Snapshot, term: Term) -> list[Promotion]:
    """Class by class what the new school year makes of it; none between the halves of a year. Grades are worked out
    from the year of entry, so nothing has to be written for it."""
    if not term.code.endswith("-2"):
        return []
    system, last, first = snapshot.school.system, term.until_day, next_term(snapshot, term).from_day
    counts: dict[int, int] = {}
    for _child, of in pupils_on(snapshot, last):
        counts[of.id] = counts.get(of.id, 0) + 1

    def then(one: SchoolClass) -> str:
        return "" if ends_on(one, system) <= first else name_on(one, first, system)

    there = [one for one in running(snapshot.classes, snapshot.school, last) if one.id in counts]
    return [Promotion(one.id, name_on(one, last, system), then(one), counts[one.id]) for one in there]


def frozen(figures: Numbers) -> str:
    """The figures as they are kept."""
    return json.dumps(figures, ensure_ascii=False)


def moved(close: TermClose, figures: Numbers) -> list[Moved]:
    """Which figures are others than then, in the order of the figures."""
    kept = json.loads(close.figures)
    return [
        Moved(key, kept[key][0], value) for key, (value, _of) in figures.items()
        if key in kept and kept[key][0] != value
    ]  # fmt: skip


def corrected(closes: TermCloses, terms: Sequence[Term], since: int = 0, after: int = 0) -> dict[int, str]:
    """The actions from that id on, or after that row of the history, that corrected a closed term, with the code of the
    term (of several the newest)."""
    by_id = {one.id: one for one in terms}
    return {
        found.action_id: term.code
        for close in closes.every() if (term := by_id.get(close.term_id)) is not None
        for found in closes.corrections(close, term.from_day, term.until_day, since, after)
    }  # fmt: skip
