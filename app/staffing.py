"""Who works at the school on a day, and which classes there are."""

from collections.abc import Iterable
from datetime import date

from app.classes import SchoolClass
from app.classnames import class_order
from app.enrolment import ends_on
from app.periods import latest
from app.rooms import HOME, Room, rooms_on
from app.school import School, Staff, StaffLeave

GROUP_ROLES = ("组长", "副组长", "组员")
"""Of the leading group (领导小组), by rank; a school may call them otherwise."""


def present(staff: Iterable[Staff], day: date) -> list[Staff]:
    """Who works at the school on that day."""
    return [one for one in staff if one.left_on is None or day < one.left_on]


def running(classes: Iterable[SchoolClass], school: School, day: date) -> list[SchoolClass]:
    """Classes that exist on that day, lowest grade first."""
    there = [one for one in classes if date(one.entry_year, 9, 1) <= day < ends_on(one, school.system)]
    return sorted(there, key=lambda one: class_order(one.stage, one.entry_year, one.number))


def leading_group(staff: Iterable[Staff], day: date) -> list[Staff]:
    """领导小组 on that day: the head first, then the deputies, then the others, each in the order of the staff."""

    def rank(one: Staff) -> int:
        return GROUP_ROLES.index(one.group_role) if one.group_role in GROUP_ROLES else len(GROUP_ROLES)

    return sorted((one for one in present(staff, day) if one.group_role), key=rank)


def keeper_of_home(rooms: Iterable[Room], staff: Iterable[Staff], day: date) -> int | None:
    """Who is in charge of the home (REQ 10.16) and works at the school on that day; None if nobody is named."""
    here = {one.id for one in present(staff, day)}
    homes = [one for one in rooms_on(rooms, day) if one.kind == HOME]
    return next((one.keeper_id for one in homes if one.keeper_id in here), None)


def overlapping(
    leaves: Iterable[StaffLeave], staff_id: int, from_day: date, until_day: date | None, but: int = 0
) -> StaffLeave | None:
    """A leave of that person, another than `but`, that shares days with the period."""
    for one in leaves:
        before_it = until_day is not None and until_day <= one.from_day
        after_it = one.until_day is not None and one.until_day <= from_day
        if one.staff_id == staff_id and one.id != but and not before_it and not after_it:
            return one
    return None


def on_leave(leaves: Iterable[StaffLeave], staff_id: int, day: date) -> StaffLeave | None:
    """The leave on which somebody is that day; None for who is at work."""
    return latest([one for one in leaves if one.staff_id == staff_id], day)
