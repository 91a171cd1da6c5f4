"""The work plan of a term, or of the school year that begins with it: text, dated stages, what was looked back on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

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


def of_term(plans: Sequence[WorkPlan], term_id: int, span: str) -> WorkPlan | None:
    """The plan of that span; None if it is not written."""
    return next((one for one in plans if (one.term_id, one.span) == (term_id, span)), None)


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
