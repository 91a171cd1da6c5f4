"""Reads what is in memory of the care: rules, calendar, pairings with their plans. The ledger is `db.ledger`."""

from typing import TYPE_CHECKING

from app.care_rules import CareRule
from app.pairing import Goal, HelpPlan, Pairing
from app.termdays import CalendarDay
from db.records import BY_DAY, BY_PLACE, grouped, shape, values

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


def plans(conn: "Connection") -> tuple[HelpPlan, ...]:
    """Every help plan with its goals."""
    goals = grouped(conn, "plan_goal", Goal, "plan_id", None, BY_PLACE)
    return tuple(
        HelpPlan(*(*flat, goals.get(flat[0], ()))) for _, flat in values(conn, "help_plan", HelpPlan, order=BY_DAY)
    )
