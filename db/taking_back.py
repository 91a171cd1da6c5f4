"""Undo and redo of one named action, inside the transaction of the store that was asked."""

from contextlib import suppress
from typing import TYPE_CHECKING

from app.store import Action, NothingToUndo, Undone
from db import history
from db.undo import Key, Net, Reversal, left, nets

if TYPE_CHECKING:
    from sqlite3 import Connection


def undo(conn: "Connection", user: str, action_id: int) -> Undone:
    """Take an action back, field by field, keeping what was edited since. Raises NothingToUndo."""
    action = history.action(conn, action_id)
    if action is None or action.kind in (history.SETUP, history.UNDO, history.REDO):
        raise NothingToUndo(str(action_id))
    undone = _reverse(conn, user, action, action_id, left(conn, action_id), history.UNDO)
    if not undone.reversed and not undone.kept:
        raise NothingToUndo(str(action_id))
    if undone.reversed:
        conn.execute("UPDATE action SET undone = 1 WHERE id = ?", (action_id,))
    return undone


def undo_after(conn: "Connection", user: str, action_id: int) -> Undone:
    """Take back every action after this one, newest first. Raises NothingToUndo."""
    point = history.action(conn, action_id)
    later = conn.execute(
        f"SELECT id FROM action WHERE id > ? AND undone = 0 AND kind NOT IN {history.FIXED_KINDS} ORDER BY id DESC",
        (action_id,),
    ).fetchall()
    parts: list[Undone] = []
    for (one,) in later:
        with suppress(NothingToUndo):
            parts.append(undo(conn, user, one))
    if point is None or not parts:
        raise NothingToUndo(str(action_id))
    return Undone(
        action_id, point.label, sum(part.reversed for part in parts),
        tuple(dict.fromkeys(kept for part in parts for kept in part.kept)),
        frozenset().union(*(part.touched for part in parts)), frozenset().union(*(part.tables for part in parts)),
        tuple(spot for part in parts for spot in part.spots)[: history.SPOTS],
        frozenset().union(*(part.records for part in parts)),
    )  # fmt: skip


def redo(conn: "Connection", user: str, action_id: int) -> Undone:
    """Take the action's newest undo back. Raises NothingToUndo."""
    action = history.action(conn, action_id)
    row = conn.execute(
        "SELECT max(id) FROM action WHERE reverses = ? AND kind = ? AND undone = 0", (action_id, history.UNDO)
    ).fetchone()
    if action is None or not action.undone or row[0] is None:
        raise NothingToUndo(str(action_id))
    redone = _reverse(conn, user, action, row[0], nets(conn, row[0]), history.REDO)
    if redone.reversed:
        conn.execute("UPDATE action SET undone = 1 WHERE id = ?", (row[0],))
        # An older undo that took another part back still stands.
        conn.execute(
            "UPDATE action SET undone = EXISTS "
            "(SELECT 1 FROM action AS u WHERE u.reverses = ?1 AND u.kind = ?2 AND u.undone = 0) WHERE id = ?1",
            (action_id, history.UNDO),
        )
    return redone


def _reverse(conn: "Connection", user: str, action: Action, of: int, what: dict[Key, Net], kind: str) -> Undone:
    reversal = Reversal(conn, what)
    with history.acting(conn, user, action.label, kind, of) as new_id:
        reversal.run()
    if not reversal.reversed:
        # It took nothing back, so there is nothing that could be taken back of it.
        conn.execute("DELETE FROM action WHERE id = ?", (new_id,))
    touched = history.touched(conn, new_id)
    tables, spots = history.spots(conn, new_id)
    of_care = history.records(conn, new_id)
    return Undone(action.id, action.label, reversal.reversed, tuple(reversal.kept), touched, tables, spots, of_care)
