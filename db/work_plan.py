"""Reads the work plans of an open file (`app.work_plan.WorkPlans`)."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.work_plan import PlanStage, WorkPlan
from db import connection
from db.records import BY_PLACE, rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileWorkPlans:
    """`app.work_plan.WorkPlans` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def plans(self) -> list[WorkPlan]:
        with connection.errors(self._path):
            stages: dict[int, list[PlanStage]] = {}
            for one in rows_of(self._conn, "plan_stage", PlanStage, f"1 ORDER BY {BY_PLACE}"):
                stages.setdefault(one.plan_id, []).append(one)
            return rows_of(self._conn, "work_plan", WorkPlan, "1 ORDER BY term_id, span, id", (), stages)
