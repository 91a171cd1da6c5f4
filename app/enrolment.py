"""Who is a pupil on a day and in which class: by enrolment periods, with graduation by itself (domain.md §6)."""

from collections.abc import Mapping
from datetime import date

from app.children import Child, Enrolment
from app.classes import SchoolClass
from app.classnames import class_name, graduates_on
from app.periods import holds
from app.school import Snapshot


def ends_on(school_class: SchoolClass, system: str) -> date:
    """The day the class has left the school: 1 September after its last grade."""
    return graduates_on(school_class.stage, school_class.entry_year, system)


def name_on(school_class: SchoolClass, day: date, system: str = "六三") -> str:
    """三（1）班 on that day."""
    return class_name(school_class.stage, school_class.entry_year, school_class.number, day, system)


def classes_by_id(snapshot: Snapshot) -> dict[int, SchoolClass]:
    """The school's classes by row id."""
    return {school_class.id: school_class for school_class in snapshot.classes}


def enrolment_on(
    child: Child, classes: Mapping[int, SchoolClass], day: date, system: str = "六三"
) -> Enrolment | None:
    """The enrolment under which the child is a pupil that day, or None (not yet here, left, or graduated)."""
    found: Enrolment | None = None
    for enrolment in child.enrolments:
        if holds(enrolment, day) and (found is None or enrolment.from_day >= found.from_day):
            found = enrolment
    if found is None:
        return None
    school_class = classes.get(found.class_id)
    return found if school_class is not None and day < ends_on(school_class, system) else None


def class_on(
    child: Child, classes: Mapping[int, SchoolClass], day: date, system: str = "六三"
) -> SchoolClass | None:
    """The class the child is in that day, or None."""
    enrolment = enrolment_on(child, classes, day, system)
    return None if enrolment is None else classes[enrolment.class_id]


def pupils_on(snapshot: Snapshot, day: date) -> list[tuple[Child, SchoolClass]]:
    """Every pupil of that day with the class, in no particular order."""
    system = snapshot.school.system
    running = {one.id: one for one in snapshot.classes if day < ends_on(one, system)}
    found = []
    for child in snapshot.children.values():
        # The same as class_on in one loop: after ten years most children have left.
        last: Enrolment | None = None
        for one in child.enrolments:
            start, end = one.from_day, one.until_day
            if start <= day and (end is None or day < end) and (last is None or start >= last.from_day):
                last = one
        if last is not None and last.class_id in running:
            found.append((child, running[last.class_id]))
    return found


def last_enrolment(child: Child) -> Enrolment | None:
    """The enrolment that began last, for a child who may have left."""
    return max(child.enrolments, key=lambda enrolment: enrolment.from_day, default=None)
