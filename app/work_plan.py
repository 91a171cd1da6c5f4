"""The work plan of a term, or of the school year that begins with it: text, dated stages, what was looked back on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from app.termdays import Term
from app.terms import split_code

OF_TERM, OF_YEAR = SPANS = ("term", "year")
OPEN, DOING, DONE, DROPPED = STATES = ("open", "doing", "done", "dropped")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlanStage:
    """A dated stage; `id` 0 is one that is not stored yet."""

    id: int
    plan_id: int
    what: str
    from_day: date | None = None
    until_day: date | None = None
    state: str = OPEN
    result: str = ""
    staff_id: int | None = None

    def is_late(self, day: date) -> bool:
        """Whether its time was over before that day and it is neither done nor dropped."""
        return self.state in (OPEN, DOING) and self.until_day is not None and self.until_day < day


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """One plan; there is at most one of a span in a term."""

    id: int
    term_id: int
    span: str
    title: str = ""
    text: str = ""
    midterm: str = ""
    """What was seen in the middle of the term."""
    review: str = ""
    """What was seen at its end."""
    stages: tuple[PlanStage, ...] = ()


class WorkPlans(Protocol):
    """The plans of an open store."""

    def plans(self) -> list[WorkPlan]:
        """All of them with their stages in order."""

    def planned_on(self, plan_id: int) -> date | None:
        """The day on which what is planned was last changed, by the history; what came of it is not planned. None where
        the history does not know."""


@dataclass(frozen=True, slots=True)
class Part:
    """Stages that stand together: a plan's own (`term` None), or, beneath those of the year, a term's."""

    term: Term | None
    stages: tuple[PlanStage, ...]


def plan_of(plans: Sequence[WorkPlan], terms: Sequence[Term], term: Term, span: str) -> WorkPlan | None:
    """The plan of that span, None if it is not written. That of the year is one for both its terms, whichever it was
    written in; should both have one, the term's own comes first."""
    same = [term.id, *(one.id for one in terms if span == OF_YEAR and _year(one) == _year(term) and one.id)]
    found = {one.term_id: one for one in plans if one.span == span}
    return next((found[key] for key in same if key in found), None)


def parts_of(plan: WorkPlan, plans: Sequence[WorkPlan], terms: Sequence[Term]) -> list[Part]:
    """Its stages; beneath those of a year the stages of both terms' plans, so that the year is seen whole."""
    own = [Part(None, plan.stages)] if plan.stages else []
    year = next((_year(one) for one in terms if one.id == plan.term_id), None)
    if plan.span != OF_YEAR or year is None:
        return own
    found = ((one, plan_of(plans, terms, one, OF_TERM)) for one in terms if one.id and _year(one) == year)
    return [*own, *(Part(one, each.stages) for one, each in found if each is not None and each.stages)]


def _year(term: Term) -> int:
    return split_code(term.code)[0]


def begun_from(old: WorkPlan, first: date, new_first: date) -> WorkPlan:
    """Last time's plan as a start: the same text and stages, all open, as many whole weeks later as the terms begin
    apart, so that a stage keeps its day of the week."""
    later = WEEK * round((new_first - first) / WEEK)
    stages = tuple(
        replace(one, id=0, state=OPEN, result="", from_day=one.from_day and one.from_day + later,
                until_day=one.until_day and one.until_day + later)
        for one in old.stages if one.state != DROPPED
    )  # fmt: skip
    return replace(old, id=0, midterm="", review="", stages=stages)
