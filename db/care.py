"""Reads rules, calendar, pairings and the ledger of care; the ledger by days, for it grows by thousands a term."""

from datetime import date
from typing import TYPE_CHECKING

from app.care import CareRecord, Contact, Participant
from app.care_rules import CareRule
from app.pairing import Pairing
from app.termdays import CalendarDay
from db.records import BY_DAY, day_of, shape, values

if TYPE_CHECKING:
    from sqlite3 import Connection


def calendar(conn: "Connection") -> tuple[CalendarDay, ...]:
    """What the office entered, by day."""
    return tuple(CalendarDay(*flat) for _, flat in values(conn, "calendar_day", CalendarDay, order="day"))


def rules(conn: "Connection") -> tuple[CareRule, ...]:
    """Every version of every rule."""
    place = shape(CareRule)[0].index("kinds")
    found = []
    for _, flat in values(conn, "care_rule", CareRule, order=BY_DAY):
        flat[place] = tuple(flat[place].split(","))
        found.append(CareRule(*flat))
    return tuple(found)


def pairings(conn: "Connection") -> tuple[Pairing, ...]:
    """Every pairing there is or was."""
    return tuple(Pairing(*flat) for _, flat in values(conn, "pairing", Pairing, order=BY_DAY))


def contacts(conn: "Connection", first: date, last: date) -> list[Contact]:
    """What the rules need of the records of these days."""
    rows = conn.execute(
        "SELECT r.id, r.kind, r.day, r.outcome = 'reached', p.child_id, r.class_id, r.staff_id "
        "FROM care_record AS r LEFT JOIN participant AS p ON p.record_id = r.id WHERE r.day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return [
        Contact(record, kind, day_of(day), bool(reached), child, of_class, staff)
        for record, kind, day, reached, child, of_class, staff in rows
    ]


def records_of(conn: "Connection", child_id: int) -> list[CareRecord]:
    """The child's timeline, newest first."""
    listed = "SELECT record_id FROM participant WHERE child_id = ?"
    return _records(conn, f"id IN ({listed})", (child_id,))


def records_between(conn: "Connection", first: date, last: date) -> list[CareRecord]:
    """The ledger of these days, newest first."""
    return _records(conn, "day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def names_staff(conn: "Connection", staff_id: int) -> bool:
    """Whether some record says that this member of staff did it."""
    return conn.execute("SELECT 1 FROM care_record WHERE staff_id = ? LIMIT 1", (staff_id,)).fetchone() is not None


def _records(conn: "Connection", where: str, given: tuple[str | int, ...]) -> list[CareRecord]:
    names, turns = shape(CareRecord)
    rows = conn.execute(f"SELECT {', '.join(names)} FROM care_record WHERE {where} ORDER BY day DESC, id DESC", given)
    listed = [list(row) for row in rows.fetchall()]
    people: dict[int, list[Participant]] = {}
    those = conn.execute(
        f"SELECT record_id, id, child_id, remark FROM participant WHERE record_id IN "
        f"(SELECT id FROM care_record WHERE {where}) ORDER BY id", given,
    )  # fmt: skip
    for record_id, *flat in those:
        people.setdefault(record_id, []).append(Participant(*flat))
    for row in listed:
        for index, turn in turns:
            row[index] = None if row[index] is None else turn(row[index])
    return [CareRecord(*(*row, tuple(people.get(row[0], ())))) for row in listed]
