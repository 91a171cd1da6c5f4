"""Classes: stored as stage, entry year and number; the grade is a function of the day (domain.md §6)."""

from dataclasses import dataclass
from datetime import date

from app.classnames import ClassKey


@dataclass(frozen=True, slots=True)
class ClassTeacher:
    """A period in which a member of staff was class teacher; half-open [from_day, until_day)."""

    id: int
    staff_id: int
    from_day: date
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """One class through all its years. `stage` is "primary" or "junior"."""

    id: int
    stage: str
    entry_year: int
    number: int
    teachers: tuple[ClassTeacher, ...] = ()

    @property
    def key(self) -> ClassKey:
        """What tells it from every other class of the school."""
        return ClassKey(self.stage, self.entry_year, self.number)
