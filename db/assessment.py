"""Reads the assessment of an open file (`app.assessment.Assessments`)."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app.assessment import Evidence, Item, Mark, Paper, PlanSeen, Stage, Table
from db import connection
from db.records import BY_PLACE, day_of, rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection

OF_TERM = """term_id = ?1 OR span = 'year' AND term_id IN (
    SELECT other.id FROM term AS other JOIN term AS mine
    ON mine.id = ?1 AND substr(other.code, 1, 4) = substr(mine.code, 1, 4)
) AND NOT EXISTS (SELECT 1 FROM work_plan AS own WHERE own.term_id = ?1 AND own.span = 'year')"""
"""Plans of a term; that of the year holds for both of its terms (`app.work_plan.plan_of`)."""


class FileAssessments:
    """`app.assessment.Assessments` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def tables(self) -> list[Table]:
        with self._reading():
            items: dict[int, list[Item]] = {}
            for one in rows_of(self._conn, "assessment_item", Item, f"1 ORDER BY {BY_PLACE}"):
                items.setdefault(one.table_id, []).append(one)
            return rows_of(self._conn, "assessment_table", Table, "1 ORDER BY in_use DESC, id", (), items)

    def marks(self, table_id: int) -> list[Mark]:
        with self._reading():
            mine = "item_id IN (SELECT id FROM assessment_item WHERE table_id = ?) ORDER BY day, id"
            return rows_of(self._conn, "assessment_mark", Mark, mine, (table_id,))

    def evidence(self, table_id: int, term_id: int) -> list[Evidence]:
        with self._reading():
            mine = "item_id IN (SELECT id FROM assessment_item WHERE table_id = ?) AND term_id = ? ORDER BY id"
            return rows_of(self._conn, "assessment_evidence", Evidence, mine, (table_id, term_id))

    def papers(self, table_id: int) -> list[Paper]:
        query = (
            "SELECT item_id, id, added_at FROM attachment WHERE item_id IN (SELECT id FROM assessment_item "
            f"WHERE table_id = ?) ORDER BY {BY_PLACE}"
        )
        with self._reading():
            return [Paper(*row) for row in self._conn.execute(query, (table_id,))]

    def plans(self, term_id: int) -> list[PlanSeen]:
        with self._reading():
            query = f"SELECT id, span, text <> '' OR title <> '', review <> '' FROM work_plan WHERE {OF_TERM}"
            found = []
            for row, span, written, reviewed in self._conn.execute(query, (term_id,)).fetchall():
                of_plan = self._conn.execute(
                    f"SELECT id, what, until_day, state FROM plan_stage WHERE plan_id = ? ORDER BY {BY_PLACE}", (row,)
                )
                stages = tuple(Stage(one, what, day_of(until) if until else None, state)
                               for one, what, until, state in of_plan)  # fmt: skip
                found.append(PlanSeen(span, bool(written) or bool(stages), bool(reviewed), stages))
            return found

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
