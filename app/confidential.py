"""Confidential records: their words stay covered; the counsellor reads them, anybody else only with a reason.

rules.md: Counselling notes.
"""

from dataclasses import replace

from app.care import CareRecord
from app.school import Snapshot, Staff


def veiled(record: CareRecord) -> CareRecord:
    """The record as a list, a paper or a count may have it: a confidential one without its words."""
    if not record.confidential:
        return record
    people = tuple(one._replace(remark="") for one in record.participants)
    return replace(record, summary="", follow_up_note="", place="", participants=people)


def reads(record: CareRecord, snapshot: Snapshot, user: str) -> bool:
    """Whether the person logged in may read it without a reason: whoever wrote it, and a counsellor of the school. One
    is known by name, so of two members of staff of one name it is neither."""
    if not record.confidential:
        return True
    me = member_called(snapshot, user)
    return me is not None and (me.counsellor or me.id == record.staff_id)


def member_called(snapshot: Snapshot, user: str) -> Staff | None:
    """The one member of staff of that name who has not left; None for nobody or several."""
    found = [one for one in snapshot.staff if one.name == user and one.left_on is None]
    return found[0] if len(found) == 1 else None
