"""Staff, classes and who is class teacher when."""

from collections.abc import Iterable
from datetime import date

from app import values
from app.changes import Change, Delete, Insert, New, Update, Value
from app.classes import SchoolClass
from app.days import school_year
from app.edits.pairing import end_pairing
from app.pairing import Pairing
from app.school import Staff, StaffLeave
from app.values import BadValue, close, iso, still_open

PLAIN = ("duties", "village", "group_role", "group_duty")
SEXES = ("", "男", "女")


def add_staff(name: str, phone: str = "", duties: str = "", **more: str) -> list[Change]:
    """A new member of staff with `more` of their fields; the insert has the token "staff". Raises BadValue."""
    told = {"name": name, "phone": phone, "duties": duties, **more}
    return [Insert("staff", {field: _tidied(field, text) for field, text in told.items()}, "staff")]


def set_staff_field(staff: Staff, field: str, text: str) -> list[Change]:
    """Correct name, phone, sex, duties, village, or the part in the leading group. Raises BadValue."""
    value = _tidied(field, text)
    return [] if value == getattr(staff, field) else [Update("staff", staff.id, {field: value})]


def _tidied(field: str, text: str) -> str:
    if field == "name":
        return values.name(field, text)
    if field == "phone":
        return values.phone(field, text)
    if field == "sex":
        return values.choice(field, text.strip(), SEXES)
    if field in PLAIN:
        return text.strip()
    raise BadValue(field, "unknown_field")


def set_counsellor(staff: Staff, yes: bool) -> list[Change]:
    """Whether somebody is the school's counsellor, who reads the counselling notes."""
    return [] if yes == staff.counsellor else [Update("staff", staff.id, {"counsellor": int(yes)})]


def correct_leave(leave: StaffLeave, from_day: date, until_day: date | None, why: str) -> list[Change]:
    """A leave was from other days, or for another reason. Raises BadValue."""
    if until_day is not None and until_day <= from_day:
        raise BadValue("until_day", "too_early")
    row: dict[str, Value] = {"from_day": iso(from_day), "until_day": iso(until_day), "why": why.strip()}
    before = {"from_day": iso(leave.from_day), "until_day": iso(leave.until_day), "why": leave.why}
    return [] if row == before else [Update("staff_leave", leave.id, row)]


def back_at_work(leave: StaffLeave, day: date) -> list[Change]:
    """From that day on somebody is at work again; a leave that had not begun then was none."""
    return [close("staff_leave", leave.id, leave, day)]


def delete_leave(leave: StaffLeave) -> list[Change]:
    """A leave entered by mistake."""
    return [Delete("staff_leave", leave.id)]


def came_back(staff: Staff) -> list[Change]:
    """Who had left works at the school again; classes and children are given anew."""
    return [] if staff.left_on is None else [Update("staff", staff.id, {"left_on": None})]


LEFT = "离校"
"""Why the pairings of somebody end who leaves the school."""


def staff_left(
    staff: Staff, day: date, classes: Iterable[SchoolClass], pairings: Iterable[Pairing] = ()
) -> list[Change]:
    """Somebody leaves the school: from that day on they are class teacher and mentor no more, and stay in the past.
    Their children can be given to others in the same action, see `hand_over_all`."""
    changes: list[Change] = [
        close("class_teacher", teaching.id, teaching, day)
        for school_class in classes
        for teaching in school_class.teachers
        if teaching.staff_id == staff.id and still_open(teaching, day)
    ]
    for one in pairings:
        if one.staff_id == staff.id and still_open(one, day):
            changes += end_pairing(one, day, LEFT)
    return [*changes, Update("staff", staff.id, {"left_on": iso(day)})]


def set_class_teacher(school_class: SchoolClass, staff_id: int | New | None, day: date) -> list[Change]:
    """Who is class teacher from that day on; None = nobody. The one before ends there. The first one ever entered for
    a class counts from the beginning of the school year: the program came later than the teacher."""
    ongoing = [teaching for teaching in school_class.teachers if still_open(teaching, day)]
    if any(t.staff_id == staff_id and t.from_day <= day and t.until_day is None for t in ongoing):
        return []
    changes: list[Change] = [close("class_teacher", teaching.id, teaching, day) for teaching in ongoing]
    if not school_class.teachers:
        day = min(day, date(max(school_year(day), school_class.entry_year), 9, 1))
    if staff_id is not None:
        row: dict[str, Value] = {"class_id": school_class.id, "staff_id": staff_id, "from_day": iso(day)}
        changes.append(Insert("class_teacher", row))
    return changes


def add_class(stage: str, entry_year: int, number: int, classes: Iterable[SchoolClass] = ()) -> list[Change]:
    """A new class; the insert has the token "class". Raises BadValue for one that is there already."""
    values.choice("stage", stage, ("primary", "junior"))
    if any((one.stage, one.entry_year, one.number) == (stage, entry_year, number) for one in classes):
        raise BadValue("number", "taken")
    return [Insert("class", {"stage": stage, "entry_year": entry_year, "number": number}, "class")]
