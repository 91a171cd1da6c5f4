"""The history page's list: actions, newest first, by child, person, kind and day, a page at a time."""

from bisect import bisect_right
from datetime import datetime
from json import dumps
from typing import TYPE_CHECKING

from app.history import Action, ActionLine, HistoryQuery
from db import undo
from db.history import FIXED_KINDS

if TYPE_CHECKING:
    from sqlite3 import Connection

_CHANGED = "EXISTS (SELECT 1 FROM history WHERE action_id = a.id)"


def lines(conn: "Connection", query: HistoryQuery, before: int, limit: int) -> list[ActionLine]:
    """The newest actions that fit, those with a number below `before` (0: any)."""
    where, values = _where(query, before)
    found = conn.execute(
        "SELECT a.id, a.at, a.user, a.label, a.kind, a.undone FROM action AS a "
        f"WHERE {where} ORDER BY a.id DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
    sizes = _sizes(conn, [row[0] for row in found])
    waiting = _waiting(conn)
    listed = []
    for action_id, at, user, label, kind, undone in found:
        action = Action(action_id, datetime.fromisoformat(at), user, label, kind, bool(undone))
        left = bool(undone) and kind not in FIXED_KINDS and bool(undo.left(conn, action_id))
        after = len(waiting) - bisect_right(waiting, action_id)
        listed.append(ActionLine(action, *sizes[action_id], left, after))
    return listed


def users(conn: "Connection") -> list[str]:
    """Everybody with an action that changed something, by name."""
    return [name for (name,) in conn.execute(f"SELECT DISTINCT a.user FROM action AS a WHERE {_CHANGED} ORDER BY 1")]


def _where(query: HistoryQuery, before: int) -> tuple[str, list[str | int]]:
    parts, values = [_CHANGED], list[str | int]()
    if before:
        parts.append("a.id < ?")
        values.append(before)
    if query.child_id is not None:
        parts.append("a.id IN (SELECT DISTINCT action_id FROM history WHERE child_id = ?)")
        values.append(query.child_id)
    if query.user:
        parts.append("a.user = ?")
        values.append(query.user)
    if query.kinds:
        parts.append("a.kind IN (SELECT value FROM json_each(?))")
        values.append(dumps(query.kinds))
    if query.day is not None:
        parts.append("date(a.at) = ?")
        values.append(query.day.isoformat())
    return " AND ".join(parts), values


def _sizes(conn: "Connection", ids: list[int]) -> dict[int, tuple[int, int]]:
    """Of each action: how many fields and rows, and how many children."""
    rows = conn.execute(
        "SELECT action_id, count(*), count(DISTINCT child_id) FROM history "
        "WHERE action_id IN (SELECT value FROM json_each(?)) GROUP BY action_id",
        (dumps(ids),),
    )
    return {action_id: (fields, children) for action_id, fields, children in rows}


def _waiting(conn: "Connection") -> list[int]:
    """Numbers of the actions that can be taken back, in their order."""
    found = conn.execute(
        f"SELECT a.id FROM action AS a WHERE a.undone = 0 AND a.kind NOT IN {FIXED_KINDS} AND {_CHANGED} ORDER BY a.id"
    )
    return [action_id for (action_id,) in found]
