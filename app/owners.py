"""Who looks after a child or class, where nobody is named: the mentor, else the class teacher (rules.md, Owed by)."""

from collections.abc import Callable
from datetime import date

from app.enrolment import class_on, classes_by_id
from app.pairing import mentors_on
from app.periods import latest
from app.school import Snapshot

Owner = Callable[[int | None, int | None], int | None]
"""(child, class) → staff id."""
ClassOf = Callable[[int], int | None]
"""Child → class."""


def classes_of(snapshot: Snapshot, today: date) -> ClassOf:
    """The class a child is in that day; None for who is no pupil."""
    classes, system = classes_by_id(snapshot), snapshot.school.system

    def of_class(child_id: int) -> int | None:
        child = snapshot.children.get(child_id)
        found = class_on(child, classes, today, system) if child is not None else None
        return found.id if found is not None else None

    return of_class


def owners(snapshot: Snapshot, today: date) -> Owner:
    """Who looks after them: the child's mentor, else the class teacher, else nobody in particular."""
    mentors = mentors_on(snapshot.pairings, today)
    classes, of_class = classes_by_id(snapshot), classes_of(snapshot, today)

    def owner(child_id: int | None, class_id: int | None) -> int | None:
        if child_id is not None:
            if child_id in mentors:
                return mentors[child_id]
            class_id = of_class(child_id) or class_id
        period = latest(classes[class_id].teachers, today) if class_id in classes else None
        return period.staff_id if period is not None else None

    return owner
