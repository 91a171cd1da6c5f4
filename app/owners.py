"""Who looks after a child or class, where nobody is named: the mentor, else the class teacher (rules.md, Owed by)."""

from collections.abc import Callable
from datetime import date

from app.enrolment import class_on, classes_by_id
from app.pairing import mentors_on
from app.periods import latest
from app.school import Snapshot

Owner = Callable[[int | None, int | None], int | None]


def owners(snapshot: Snapshot, today: date) -> Owner:
    """Who looks after (child, class): the mentor, else the class teacher, else nobody in particular."""
    mentors = mentors_on(snapshot.pairings, today)
    classes = classes_by_id(snapshot)

    def owner(child_id: int | None, class_id: int | None) -> int | None:
        if child_id is not None and child_id in mentors:
            return mentors[child_id]
        if child_id is not None and child_id in snapshot.children:
            found = class_on(snapshot.children[child_id], classes, today, snapshot.school.system)
            class_id = found.id if found else class_id
        period = latest(classes[class_id].teachers, today) if class_id in classes else None
        return period.staff_id if period is not None else None

    return owner


