"""Who works at the school on a day, and which classes there are."""

from collections.abc import Iterable
from datetime import date

from app.classes import SchoolClass
from app.classnames import class_order
from app.enrolment import ends_on
from app.school import School, Staff


def present(staff: Iterable[Staff], day: date) -> list[Staff]:
    """Who works at the school on that day."""
    return [one for one in staff if one.left_on is None or day < one.left_on]


def running(classes: Iterable[SchoolClass], school: School, day: date) -> list[SchoolClass]:
    """Classes that exist on that day, lowest grade first."""
    there = [one for one in classes if date(one.entry_year, 9, 1) <= day < ends_on(one, school.system)]
    return sorted(there, key=lambda one: class_order(one.stage, one.entry_year, one.number))
