"""The recycle bin, read from the history: what was deleted, by whom and when, and is not back."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.history import Deleted

if TYPE_CHECKING:
    from sqlite3 import Connection

DELETE = "delete"
HEADS = ("child", "kin", "staff", "class", "template", "care_record")
"""What a line of the bin may be about; of an action that deleted several kinds the first one."""


def deleted(conn: "Connection") -> list[Deleted]:
    """Newest first."""
    actions = conn.execute(
        "SELECT id, at, user, label FROM action WHERE kind = ? AND undone = 0 ORDER BY id DESC", (DELETE,)
    ).fetchall()
    found = (_line(conn, *action) for action in actions)
    return [line for line in found if line is not None]


def _line(conn: "Connection", action_id: int, at: str, user: str, label: str) -> Deleted | None:
    gone: dict[str, list[tuple[dict[str, Any], int | None]]] = {}
    rows = conn.execute(
        'SELECT "table", row_id, old, child_id FROM history WHERE action_id = ? AND field = \'\' AND new IS NULL '
        "ORDER BY seq",
        (action_id,),
    )
    for table, row_id, old, child_id in rows.fetchall():
        if conn.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,)).fetchone() is None:
            gone.setdefault(table, []).append((json.loads(old), child_id))
    head = next((table for table in HEADS if table in gone), None)
    if head is None:
        return None
    first, child_id = gone[head][0]
    enrolments = [row for row, _child in gone.get("enrolment", []) if row["child_id"] == first["id"]]
    last = max(enrolments, key=lambda row: str(row["from_day"]), default=None) if head == "child" else None
    return Deleted(
        action_id, datetime.fromisoformat(at), user, label, head, tuple(row for row, _child in gone[head]),
        child_id if head == "kin" else None, last["class_id"] if last else None,
    )  # fmt: skip
