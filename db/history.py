"""Actions and the history they leave: begun before the writes, read for the history page and the undo menu."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from json import dumps
from typing import TYPE_CHECKING, Any

from app.store import Action, HistoryRow, ImportNote, ImportRun, Spot
from db import undo

if TYPE_CHECKING:
    from sqlite3 import Connection

SETUP, UNDO, REDO = "setup", "undo", "redo"
FIXED_KINDS = (SETUP, UNDO, REDO, "print", "read")
"""Kinds of actions that the undo menu does not offer."""
SPOTS = 300
"""So many places of an action are told."""
_ACTION = "SELECT a.id, a.at, a.user, a.label, a.kind, a.undone FROM action AS a"
_ROW = (
    'SELECT h.seq, h.action_id, h.at, h.user, a.label, h."table", h.row_id, h.field, h.old, h.new, h.child_id, '
    "a.kind, a.undone FROM history AS h JOIN action AS a ON a.id = h.action_id"
)
_BY_HAND = (
    f"a.kind NOT IN {FIXED_KINDS} "
    "AND EXISTS (SELECT 1 FROM history WHERE action_id = a.id)"
)


def stamp() -> str:
    """Now, as the file writes it: local time, to the millisecond. Order is by number, never by this."""
    return datetime.now().isoformat(timespec="milliseconds")


@contextmanager
def acting(
    conn: "Connection", user: str, label: str, kind: str = "edit", reverses: int | None = None
) -> Iterator[int]:
    """Name what is written inside as one action; inside a transaction. Gives the action's id."""
    at = stamp()
    action_id = conn.execute(
        "INSERT INTO action (at, user, label, kind, reverses) VALUES (?, ?, ?, ?, ?)", (at, user, label, kind, reverses)
    ).lastrowid
    if action_id is None:
        raise LookupError("the action has no id")
    conn.execute("UPDATE context SET action_id = ?, at = ?, user = ? WHERE id = 1", (action_id, at, user))
    yield action_id
    conn.execute("UPDATE context SET action_id = NULL, at = NULL, user = NULL WHERE id = 1")


def touched(conn: "Connection", action_id: int) -> frozenset[int]:
    """Ids of the children that an action changed, new and removed ones and those of changed care records included."""
    rows = conn.execute("SELECT DISTINCT child_id FROM history WHERE action_id = ?", (action_id,)).fetchall()
    if of_care := records(conn, action_id):
        query = "SELECT child_id FROM participant WHERE record_id IN (SELECT value FROM json_each(?))"
        rows += conn.execute(query, (dumps(sorted(of_care)),)).fetchall()
    return frozenset(child_id for (child_id,) in rows if child_id is not None)


def records(conn: "Connection", action_id: int) -> frozenset[int]:
    """Ids of the care records that an action changed, with their participants, new and removed ones included."""
    rows = conn.execute(
        "SELECT DISTINCT iif(\"table\" = 'care_record', row_id, json_extract(coalesce(new, old), '$.record_id')) "
        "FROM history WHERE action_id = ? "
        "AND (\"table\" = 'care_record' OR (\"table\" = 'participant' AND field = ''))",
        (action_id,),
    )
    return frozenset(int(record_id) for (record_id,) in rows)


def spots(conn: "Connection", action_id: int) -> tuple[frozenset[str], tuple[Spot, ...]]:
    """The tables an action changed, and the first places in them."""
    tables = conn.execute('SELECT DISTINCT "table" FROM history WHERE action_id = ?', (action_id,))
    places = conn.execute(
        'SELECT child_id, "table", row_id, field FROM history WHERE action_id = ? ORDER BY seq LIMIT ?',
        (action_id, SPOTS),
    )
    return frozenset(table for (table,) in tables), tuple(Spot(*place) for place in places)


def _action(row: tuple[int, str, str, str, str, int] | None) -> Action | None:
    if row is None:
        return None
    return Action(row[0], datetime.fromisoformat(row[1]), row[2], row[3], row[4], bool(row[5]))


def action(conn: "Connection", action_id: int) -> Action | None:
    """One action by its id."""
    return _action(conn.execute(f"{_ACTION} WHERE a.id = ?", (action_id,)).fetchone())


def last_action(conn: "Connection", user: str) -> Action | None:
    """The user's newest action that changed something and is not undone."""
    query = f"{_ACTION} WHERE a.user = ? AND a.undone = 0 AND {_BY_HAND} ORDER BY a.id DESC LIMIT 1"
    return _action(conn.execute(query, (user,)).fetchone())


def last_undone(conn: "Connection", user: str) -> Action | None:
    """The action that the user's newest undo took back, unless the user did something else since."""
    newest = conn.execute(
        f"SELECT coalesce(max(a.id), 0) FROM action AS a WHERE a.user = ? AND {_BY_HAND}", (user,)
    ).fetchone()[0]
    row = conn.execute(
        "SELECT reverses FROM action WHERE user = ? AND kind = ? AND undone = 0 AND id > ? ORDER BY id DESC LIMIT 1",
        (user, UNDO, newest),
    ).fetchone()
    return action(conn, row[0]) if row else None


def newest(conn: "Connection") -> int:
    """The highest number of a row; 0 for none."""
    return int(conn.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])


def rows(conn: "Connection", child_id: int | None, limit: int) -> list[HistoryRow]:
    """The newest rows first; those of one child and all that hangs on it, or of the whole school."""
    where = "" if child_id is None else "WHERE h.child_id = ?"
    found = conn.execute(
        f"{_ROW} {where} ORDER BY h.seq DESC LIMIT ?", (limit,) if child_id is None else (child_id, limit)
    )
    return _rows(conn, found.fetchall())


def rows_of(conn: "Connection", action_id: int, limit: int) -> list[HistoryRow]:
    """The rows of one action in their order."""
    found = conn.execute(f"{_ROW} WHERE h.action_id = ? ORDER BY h.seq LIMIT ?", (action_id, limit))
    return _rows(conn, found.fetchall())


def _rows(conn: "Connection", listed: list[Any]) -> list[HistoryRow]:
    taken_back = {of for _seq, of, *_rest, kind, gone in listed if gone and kind not in FIXED_KINDS}
    more = {of for of in taken_back if undo.left(conn, of)}
    return [
        HistoryRow(
            seq, of, datetime.fromisoformat(at), who, said, table, row, name, old, new, child, kind, bool(gone),
            of in more,
        )
        for seq, of, at, who, said, table, row, name, old, new, child, kind, gone in listed
    ]


def note_import(conn: "Connection", action_id: int, note: ImportNote) -> int:
    """List the action as an import, inside its transaction. Gives the import's number."""
    row = conn.execute(
        "INSERT INTO import_run (action_id, file_name, at, as_of, new, changed) VALUES (?, ?, ?, ?, ?, ?)",
        (action_id, note.file_name, stamp(), note.as_of.isoformat(), note.new, note.changed),
    ).lastrowid
    return row or 0


def imports(conn: "Connection") -> list[ImportRun]:
    """The imports, newest first."""
    rows = conn.execute(
        "SELECT r.id, r.action_id, r.file_name, r.at, r.as_of, r.new, r.changed, a.undone FROM import_run AS r "
        "JOIN action AS a ON a.id = r.action_id ORDER BY r.id DESC"
    ).fetchall()
    return [
        ImportRun(run, of, name, datetime.fromisoformat(at), date.fromisoformat(as_of), new, changed, bool(undone))
        for run, of, name, at, as_of, new, changed, undone in rows
    ]
