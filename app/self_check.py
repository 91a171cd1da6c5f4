"""The self-check as it stands: every point counted as all other pages count it, or answered by the office (REQ 8.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.inspection import NO, NONE, YES, Answer, Point, points
from app.measures import UNKNOWN, Facts, Measured, measure

FINE, PART, AHEAD, LACKS, ASKS, APART = STATES = ("fine", "part", "ahead", "lacks", "asks", "apart")
"""All there · some of it · planned for a day · nothing of it · nobody has answered · the school has nothing such."""
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

    @property
    def state(self) -> str:
        """One of STATES."""
        found = self.found
        if found is None:
            said = self.answer.answer if self.answer is not None else ""
            return {YES: FINE, NO: LACKS, NONE: APART}.get(said, ASKS)
        if found.known and found.done >= found.owed:
            return FINE
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
    found = []
    for point in points():
        key, counted = _counted(facts, point.measures)
        found.append(Checked(point, key, counted, said.get(point.key)))
    return found


def _counted(facts: Facts, keys: Sequence[str]) -> tuple[str, Measured | None]:
    for key in keys:
        counted = measure(facts, key)
        if counted.known:
            return key, counted
    return (keys[0], UNKNOWN) if keys else ("", None)
