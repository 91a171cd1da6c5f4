"""Where the file names somebody of the staff or a class: who is named there is not deleted as a mistake."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

Places = Mapping[str, tuple[str, ...]]
"""By column the tables; each has an index on it."""

OF_STAFF: Places = {
    "staff_id": (
        "care_record", "opening", "safety_check", "slip", "award", "story", "movement", "stocktake", "plan_stage",
        "assessment_mark", "inspection_answer", "inspection_round", "problem",
    ),
    "accepted_by": ("movement",), "second_by": ("movement",), "confirmed_by": ("stocktake",),
    "keeper_id": ("asset",),
}  # fmt: skip
OF_CLASS: Places = {"class_id": ("care_record", "slip", "movement", "postponed")}


def is_named(conn: "Connection", places: Places, row: int) -> bool:
    """Whether any of these tables names the row of that id."""
    return any(
        conn.execute(f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1', (row,)).fetchone()
        for column, tables in places.items()
        for table in tables
    )
