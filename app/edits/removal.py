"""Take out what was entered by mistake, with everything under it: as if it had never been there, past counts included.

Who leaves the school is no mistake: see `transfer_out` and `staff_left`. Undo brings everything back.
"""

from collections.abc import Iterable, Mapping

from app.changes import Change, Delete
from app.children import Child
from app.classes import SchoolClass
from app.edits.family import remove_kin
from app.school import Staff, Template
from app.values import BadValue


def delete_child(child: Child, not_same: Mapping[tuple[int, int], int]) -> list[Change]:
    """A child entered by mistake goes, with family, periods, claims and prints. `not_same`: as in the snapshot."""
    changes: list[Change] = [change for kin in child.kin for change in remove_kin(child, kin)]
    parts = (("enrolment", child.enrolments), ("claim", child.claims), ("override", child.overrides),
             ("card_print", child.cards))  # fmt: skip
    changes += [Delete(table, row.id) for table, rows in parts for row in rows]
    changes += [Delete("not_same", row_id) for pair, row_id in not_same.items() if child.id in pair]
    return [*changes, Delete("child", child.id)]


def delete_children(children: Iterable[Child], not_same: Mapping[tuple[int, int], int]) -> list[Change]:
    """Several at once."""
    changes = [change for child in children for change in delete_child(child, not_same)]
    # A pair of two of them is named by both.
    return list(dict.fromkeys(changes))


def delete_staff(staff: Staff, classes: Iterable[SchoolClass]) -> list[Change]:
    """A member of staff entered by mistake goes, and was never class teacher of anything."""
    teaching = [one for school_class in classes for one in school_class.teachers if one.staff_id == staff.id]
    return [*(Delete("class_teacher", one.id) for one in teaching), Delete("staff", staff.id)]


def delete_class(school_class: SchoolClass, children: Iterable[Child]) -> list[Change]:
    """A class that never had a pupil goes. Raises BadValue for one that has or had some."""
    if any(one.class_id == school_class.id for child in children for one in child.enrolments):
        raise BadValue("class", "has_pupils")
    return [*(Delete("class_teacher", one.id) for one in school_class.teachers), Delete("class", school_class.id)]


def delete_template(template: Template) -> list[Change]:
    """A county's form goes; its file stays in the store, so that undo finds it."""
    return [Delete("template", template.id)]
