"""Changes to the staff and to who is class teacher, as plain lists to apply."""

from collections.abc import Iterable
from datetime import date

from app.changes import Change, Delete, Insert, New, Update
from app.classes import ClassTeacher, SchoolClass
from app.classnames import class_order, graduates_on
from app.school import School, Staff


def add_staff(name: str, phone: str = "", duties: str = "") -> list[Change]:
    """A new member of staff; later changes of the list may name the row New("staff")."""
    return [Insert("staff", {"name": name, "phone": phone, "duties": duties, "left_on": None}, token="staff")]


def set_staff(staff_id: int, field: str, value: str) -> list[Change]:
    """Correct name, phone or duties. Raises ValueError for another field."""
    if field not in ("name", "phone", "duties"):
        raise ValueError(field)
    return [Update("staff", staff_id, {field: value})]


def staff_left(staff_id: int, day: date, classes: Iterable[SchoolClass]) -> list[Change]:
    """Somebody leaves the school on `day`: the name stays, every class loses this teacher that day."""
    changes: list[Change] = [Update("staff", staff_id, {"left_on": day.isoformat()})]
    for one in classes:
        teaching = teacher_on(one, day)
        if teaching is not None and teaching.staff_id == staff_id:
            changes += _end(teaching, day)
    return changes


def teacher_on(school_class: SchoolClass, day: date) -> ClassTeacher | None:
    """The period of the class teacher of that day."""
    for period in school_class.teachers:
        if period.from_day <= day and (period.until_day is None or day < period.until_day):
            return period
    return None


def set_class_teacher(school_class: SchoolClass, staff_id: int | New | None, day: date) -> list[Change]:
    """From `day` on this one (or nobody) is class teacher; the one before ends that day."""
    now = teacher_on(school_class, day)
    if now is not None and now.staff_id == staff_id:
        return []
    changes: list[Change] = [] if now is None else _end(now, day)
    if staff_id is not None:
        values = {"class_id": school_class.id, "staff_id": staff_id, "from_day": day.isoformat(), "until_day": None}
        changes.append(Insert("class_teacher", values))
    return changes


def _end(period: ClassTeacher, day: date) -> list[Change]:
    if period.from_day >= day:
        return [Delete("class_teacher", period.id)]
    return [Update("class_teacher", period.id, {"until_day": day.isoformat()})]


def present(staff: Iterable[Staff], day: date) -> list[Staff]:
    """Who works at the school on that day."""
    return [one for one in staff if one.left_on is None or day < one.left_on]


def running(classes: Iterable[SchoolClass], school: School, day: date) -> list[SchoolClass]:
    """Classes that exist on that day, lowest grade first."""
    there = [
        one for one in classes
        if date(one.entry_year, 9, 1) <= day < graduates_on(one.stage, one.entry_year, school.system)
    ]  # fmt: skip
    return sorted(there, key=lambda one: class_order(one.stage, one.entry_year, one.number))
