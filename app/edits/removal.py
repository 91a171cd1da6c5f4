"""Take out what was entered by mistake, with everything under it: as if it had never been there, past counts included.

Who leaves the school is no mistake: see `transfer_out` and `staff_left`. Undo brings everything back.
"""

from collections.abc import Callable, Iterable

from app.care import CareRecord, Mention
from app.changes import Change, Delete, Update
from app.children import Child
from app.classes import SchoolClass
from app.edits.family import remove_kin
from app.school import Snapshot, Staff, Template
from app.values import BadValue


def delete_child(
    child: Child, known: Snapshot, records: Iterable[CareRecord] = (), mentions: Iterable[Mention] = (),
) -> list[Change]:
    """A child entered by mistake goes, with family, periods, claims, prints, papers, pairings and its part in the
    ledger of care; a record that was of this child alone goes as well."""
    changes: list[Change] = [change for kin in child.kin for change in remove_kin(child, kin)]
    parts = (("enrolment", child.enrolments), ("claim", child.claims), ("override", child.overrides),
             ("card_print", child.cards))  # fmt: skip
    changes += [Delete(table, row.id) for table, rows in parts for row in rows]
    changes += [Delete("not_same", row_id) for pair, row_id in known.not_same.items() if child.id in pair]
    changes += [Delete("pairing", one.id) for one in known.pairings if child.id in (one.child_id, one.peer_id)]
    hanging = (("priority", known.priorities), ("agreement", known.agreements), ("postponed", known.postponed))
    changes += [Delete(table, row.id) for table, rows in hanging for row in rows if row.child_id == child.id]
    for one in mentions:
        # Goods lent and a contest were there all the same.
        goes_on = one.table in ("movement", "contest_entry")
        changes.append(Update(one.table, one.id, {"child_id": None}) if goes_on else Delete(one.table, one.id))
    for record in records:
        changes += [Delete("participant", one.id) for one in record.participants if one.child_id == child.id]
        if all(one.child_id == child.id for one in record.participants):
            changes.append(Delete("care_record", record.id))
    return [*changes, Delete("child", child.id)]


def delete_children(
    children: Iterable[Child], known: Snapshot, records: Callable[[int], Iterable[CareRecord]] = lambda _child: (),
    mentions: Callable[[int], Iterable[Mention]] = lambda _child: (),
) -> list[Change]:
    """Several at once; `records` and `mentions` give those of one child."""
    gone = list(children)
    theirs = {child.id: list(records(child.id)) for child in gone}
    changes = [change for child in gone for change in delete_child(child, known, theirs[child.id], mentions(child.id))]
    # A record that only they share goes when the last of them has left it.
    for record in (one for found in theirs.values() for one in found):
        if all(one.child_id in theirs for one in record.participants):
            changes.append(Delete("care_record", record.id))
    # A pair of two of them is named by both.
    return list({(type(change), change.table, _row(change)): change for change in changes}.values())


def _row(change: Change) -> int:
    """The row that goes, or that goes on without the child."""
    assert isinstance(change, Delete | Update)
    return change.id


def delete_staff(
    staff: Staff, known: Snapshot, has_records: bool = False
) -> list[Change]:
    """A member of staff entered by mistake goes, and was never class teacher or mentor of anybody. Raises BadValue for
    one who is named in the ledger of care: that is somebody who was there, see `staff_left`."""
    if has_records:
        raise BadValue("staff", "has_records")
    teaching = [one for school_class in known.classes for one in school_class.teachers if one.staff_id == staff.id]
    mentoring = [one for one in known.pairings if one.staff_id == staff.id]
    away = [one for one in known.leaves if one.staff_id == staff.id]
    parts = (("class_teacher", teaching), ("pairing", mentoring), ("staff_leave", away))
    kept = [Update("room", one.id, {"keeper_id": None}) for one in known.rooms if one.keeper_id == staff.id]
    return [*kept, *(Delete(table, one.id) for table, rows in parts for one in rows), Delete("staff", staff.id)]


def delete_class(school_class: SchoolClass, children: Iterable[Child], has_records: bool = False) -> list[Change]:
    """A class that never had a pupil goes. Raises BadValue for one that has or had some, or that something is written
    down of."""
    if has_records:
        raise BadValue("class", "has_records")
    if any(one.class_id == school_class.id for child in children for one in child.enrolments):
        raise BadValue("class", "has_pupils")
    return [*(Delete("class_teacher", one.id) for one in school_class.teachers), Delete("class", school_class.id)]


def delete_template(template: Template) -> list[Change]:
    """A county's form goes; its file stays in the store, so that undo finds it."""
    return [Delete("template", template.id)]
