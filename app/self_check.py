"""The self-check as it stands: every point counted as all other pages count it, or answered by the office (REQ 8.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.assessment import FIGURE, Table, in_use
from app.inspection import NO, NONE, YES, Answer, Point, points
from app.measures import UNKNOWN, Facts, Measured, measure, split
from app.scales import STEPS
from app.scoring import scale_of
from app.windows import FORTNIGHT, MONTH, WEEK

FINE, MOSTLY, PART, AHEAD, LACKS, ASKS, APART = STATES = (
    "fine", "mostly", "part", "ahead", "lacks", "asks", "apart",
)  # fmt: skip
"""All there · so much of what comes again and again that the score is full · some of it · planned for a day · nothing
of it · nobody has answered · the school has nothing such."""
ENOUGH = 90
"""Percent of what is owed week by week or month by month that an inspector takes as done, where the table in use says
nothing else: a week that was missed cannot be made good any more."""
AGAIN = (WEEK, FORTNIGHT, MONTH)
OPEN = (LACKS, PART, ASKS)
"""States in which something is still to do."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A point as it stands."""

    point: Point
    key: str
    """The measure that counted it; "" where the office answers."""
    found: Measured | None
    answer: Answer | None
    enough: int = 100
    """Percent from which on it is mostly done."""

    @property
    def state(self) -> str:
        """One of STATES."""
        found = self.found
        if found is None:
            said = self.answer.answer if self.answer is not None else ""
            return {YES: FINE, NO: LACKS, NONE: APART}.get(said, ASKS)
        if found.known and found.done >= found.owed:
            return FINE
        if found.known and 100 * found.done >= self.enough * found.owed:
            return MOSTLY
        if found.known and found.ahead is not None:
            return AHEAD
        return PART if found.known and found.done else LACKS

    @property
    def is_open(self) -> bool:
        """Whether something is still to do."""
        return self.state in OPEN

    @property
    def evidence(self) -> str:
        """Where the office says that its papers lie."""
        return self.answer.evidence if self.answer is not None else ""


def check(facts: Facts, answers: Iterable[Answer]) -> list[Checked]:
    """Every point of the term as of the day of the facts."""
    said = {one.point: one for one in answers}
    table = in_use(facts.store.assessment.tables())
    found = []
    for point in points():
        key, counted = _counted(facts, point.measures)
        found.append(Checked(point, key, counted, said.get(point.key), enough(facts, key, table)))
    return found


def enough(facts: Facts, key: str, table: Table | None) -> int:
    """The percent from which on a measure is mostly done: of a rule with several windows in a term that of the full
    points in the table in use, if it gives them by steps, else ENOUGH; all of any other, which can be made good."""
    name, rule = split(key)
    versions = facts.duties.rules.get(rule, ()) if name == "rule" else ()
    if not any(one.span in AGAIN for one in versions):
        return 100
    items = table.items if table is not None else ()
    scales = (scale_of(one) for one in items if one.measured == FIGURE and one.measure == key)
    return next((one.steps[0][0] for one in scales if one.kind == STEPS and one.steps), ENOUGH)


def _counted(facts: Facts, keys: Sequence[str]) -> tuple[str, Measured | None]:
    for key in keys:
        counted = measure(facts, key)
        if counted.known:
            return key, counted
    return (keys[0], UNKNOWN) if keys else ("", None)
