"""Reads everything that the window keeps in memory, as of one moment."""

from typing import TYPE_CHECKING

from app.agreements import Agreement
from app.children import Child
from app.classes import ClassTeacher, SchoolClass
from app.pairing import Priority
from app.postponing import Postponed
from app.school import Snapshot, Staff, StaffLeave, Template
from app.termdays import Term
from db import care, home, records

if TYPE_CHECKING:
    from sqlite3 import Connection


def snapshot(conn: "Connection", children: dict[int, Child] | None = None) -> Snapshot:
    """Everything the roster needs, as of one moment: other threads' writes fall before it or after it. `children`, if
    they are known already, are most of it by far."""
    conn.execute("BEGIN")
    try:
        teachers = records.grouped(conn, "class_teacher", ClassTeacher, "class_id", None, records.BY_DAY)
        return Snapshot(
            school=records.school(conn),
            terms=tuple(Term(*flat) for _, flat in records.values(conn, "term", Term, order=records.BY_DAY)),
            staff=tuple(Staff(*flat) for _, flat in records.values(conn, "staff", Staff)),
            classes=tuple(
                SchoolClass(*(*flat, teachers.get(key, ()))) for key, flat in records.values(conn, "class", SchoolClass)
            ),
            children=records.children(conn) if children is None else children,
            not_same={(a, b): row for row, a, b in conn.execute("SELECT id, child_id, other_id FROM not_same")},
            calendar=care.calendar(conn),
            rules=care.rules(conn),
            pairings=care.pairings(conn),
            leaves=tuple(StaffLeave(*flat) for _, flat in records.values(conn, "staff_leave", StaffLeave)),
            priorities=tuple(Priority(*flat) for _, flat in records.values(conn, "priority", Priority)),
            plans=care.plans(conn),
            postponed=tuple(Postponed(*flat) for _, flat in records.values(conn, "postponed", Postponed)),
            rooms=home.rooms(conn),
            agreements=tuple(Agreement(*flat) for _, flat in records.values(conn, "agreement", Agreement)),
            templates=tuple(Template(*flat) for _, flat in records.values(conn, "template", Template)),
        )
    finally:
        conn.execute("COMMIT")
