"""Reads the work plans of an open file (`app.work_plan.WorkPlans`)."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.work_plan import PlanStage, WorkPlan
from db import connection
from db.records import BY_PLACE, rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


PLANNED = (
    # What a school was set up with was planned on another day than it was written here.
    "SELECT max(h.at) FROM history AS h JOIN action AS a ON a.id = h.action_id WHERE a.kind <> 'setup' AND ("
    "(h.\"table\" = 'work_plan' AND h.row_id = ?1 AND h.field IN ('', 'title', 'text')) OR "
    "(h.\"table\" = 'plan_stage' AND h.field IN ('', 'what', 'from_day', 'until_day', 'staff_id') "
    "AND h.row_id IN (SELECT id FROM plan_stage WHERE plan_id = ?1)))"
)


class FileWorkPlans:
    """`app.work_plan.WorkPlans` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def planned_on(self, plan_id: int) -> date | None:
        with connection.errors(self._path):
            at = self._conn.execute(PLANNED, (plan_id,)).fetchone()[0]
        return datetime.fromisoformat(at).date() if at else None

    def plans(self) -> list[WorkPlan]:
        with connection.errors(self._path):
            stages: dict[int, list[PlanStage]] = {}
            for one in rows_of(self._conn, "plan_stage", PlanStage, f"1 ORDER BY {BY_PLACE}"):
                stages.setdefault(one.plan_id, []).append(one)
            return rows_of(self._conn, "work_plan", WorkPlan, "1 ORDER BY term_id, span, id", (), stages)
