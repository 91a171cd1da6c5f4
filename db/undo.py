"""Takes any action back from its history rows, field by field, and keeps what was edited since.

A field goes back only if it still holds what the action put there. A row that the action added goes away together with
everything it added below it, but only if none of it was edited and nothing new hangs on it; otherwise all of it stays.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.store import Kept
from db import connection, triggers

if TYPE_CHECKING:
    from sqlite3 import Connection

Key = tuple[str, int]
"""Table and row id."""

ORDER = tuple(triggers.OWNER)
TRACES = {"card_print", "note_opened"}
"""Rows that only note that something was done with the record: they go with it and keep nothing."""


@dataclass(slots=True)
class Net:
    """What an action did to one row, taken together."""

    child_id: int | None
    fields: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    """Old and new value of each changed field."""
    added: dict[str, Any] | None = None
    """The row as the action left it, if the action added it."""
    removed: dict[str, Any] | None = None
    """The row as the action found it, if the action removed it."""


def nets(conn: "Connection", action_id: int) -> dict[Key, Net]:
    """What the action did, row by row."""
    found: dict[Key, Net] = {}
    rows = conn.execute(
        'SELECT "table", row_id, field, old, new, child_id FROM history WHERE action_id = ? ORDER BY seq', (action_id,)
    )
    for table, row_id, name, old, new, child_id in rows:
        key = (table, row_id)
        net = found.setdefault(key, Net(child_id))
        if name and net.added is not None:
            net.added[name] = new
        elif name:
            net.fields[name] = (net.fields.get(name, (old, new))[0], new)
        elif old is None:
            net.added = json.loads(new)
        elif net.added is not None:
            del found[key]
        else:
            net.removed = json.loads(old) | {changed: was for changed, (was, _) in net.fields.items()}
            net.fields.clear()
    return found


def left(conn: "Connection", action_id: int) -> dict[Key, Net]:
    """What the action did and no undo that still stands has taken back."""
    found = nets(conn, action_id)
    undos = conn.execute("SELECT id FROM action WHERE reverses = ? AND kind = 'undo' AND undone = 0", (action_id,))
    for (undo_id,) in undos.fetchall():
        for key, back in nets(conn, undo_id).items():
            if back.added is not None or back.removed is not None:
                found.pop(key, None)
            elif key in found:
                for name in back.fields:
                    found[key].fields.pop(name, None)
    return {key: net for key, net in found.items() if net.fields or net.added is not None or net.removed is not None}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


class Reversal:
    """One undo (or redo, which is the undo of an undo), inside an action and a transaction."""

    def __init__(self, conn: "Connection", what: dict[Key, Net]) -> None:
        self._conn = conn
        self._nets = what
        self._columns = {table: triggers.columns(conn, table) for table in ORDER}
        self._references = {table: self._foreign_keys(table) for table in ORDER}
        self.reversed = 0
        self.kept: list[Kept] = []

    def run(self) -> None:
        """Bring removed rows back, then fields, then take added rows away."""
        for key in sorted((key for key, net in self._nets.items() if net.removed is not None), key=_rank):
            self._bring_back(key, self._nets[key])
        for key, net in self._nets.items():
            if net.fields:
                self._set_back(key, net)
        self._take_away({key: net for key, net in self._nets.items() if net.added is not None})

    def _foreign_keys(self, table: str) -> dict[str, str]:
        """Column → table it refers to."""
        found = self._conn.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
        return dict(found.fetchall())

    def _row(self, key: Key) -> dict[str, Any] | None:
        row = self._conn.execute(f'SELECT * FROM "{key[0]}" WHERE id = ?', (key[1],)).fetchone()
        return None if row is None else dict(zip(self._columns[key[0]], row, strict=True))

    def _keep(self, key: Key, name: str = "", child_id: int | None = None) -> None:
        if key in self._nets:
            child_id = self._nets[key].child_id
        self.kept.append(Kept(child_id, key[0], key[1], name))

    def _bring_back(self, key: Key, net: Net) -> None:
        values = {name: value for name, value in (net.removed or {}).items() if name in self._columns[key[0]]}
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        try:
            self._conn.execute(f'INSERT INTO "{key[0]}" ({names}) VALUES ({marks})', tuple(values.values()))
            self.reversed += 1
        except connection.sqlcipher().IntegrityError:
            # What it hung on is gone since, or something else has taken its place.
            self._keep(key)

    def _set_back(self, key: Key, net: Net) -> None:
        row = self._row(key) or {}
        same = [name for name, (_, new) in net.fields.items() if name in row and _text(row[name]) == new]
        for name in net.fields:
            if name not in same and _text(row.get(name)) != net.fields[name][0]:
                self._keep(key, name)
        if not same:
            return
        sets = ", ".join(f'"{name}" = ?' for name in same)
        try:
            self._conn.execute(
                f'UPDATE "{key[0]}" SET {sets} WHERE id = ?', (*(net.fields[name][0] for name in same), key[1])
            )
            self.reversed += len(same)
        except connection.sqlcipher().IntegrityError:
            for name in same:
                self._keep(key, name)

    def _take_away(self, added: dict[Key, Net]) -> None:
        groups: dict[Key, list[Key]] = defaultdict(list)
        for key in added:
            groups[self._root(key, added)].append(key)
        root_of = {key: root for root, keys in groups.items() for key in keys}
        stays: set[Key] = set()
        needs: dict[Key, set[Key]] = defaultdict(set)
        traces: dict[Key, set[Key]] = defaultdict(set)
        for root, keys in groups.items():
            for key in keys:
                if self._edited(key, added[key], root):
                    stays.add(root)
                for user, child_id in self._users(key):
                    if user in root_of:
                        needs[root_of[user]].add(root)
                    elif user[0] in TRACES:
                        traces[root].add(user)
                    else:
                        self._keep(user, child_id=child_id)
                        stays.add(root)
        self._spread(stays, needs)
        gone = {key for root, keys in groups.items() if root not in stays for key in (*keys, *traces[root])}
        for key in sorted(gone, key=_rank, reverse=True):
            self.reversed += self._conn.execute(f'DELETE FROM "{key[0]}" WHERE id = ?', (key[1],)).rowcount

    def _spread(self, stays: set[Key], needs: dict[Key, set[Key]]) -> None:
        """What stays keeps what it refers to: a kept pupil keeps the class that came with it."""
        new = set(stays)
        while new:
            reached = set().union(*(needs[root] for root in new)) - stays
            for root in reached:
                self._keep(root)
            stays |= reached
            new = reached

    def _root(self, key: Key, added: dict[Key, Net]) -> Key:
        owner = triggers.OWNER[key[0]]
        at = (added[key].added or {})[owner[1]] if owner else None
        if owner is None or at is None:
            return key
        above = (owner[0], int(at))
        return self._root(above, added) if above in added else key

    def _edited(self, key: Key, net: Net, root: Key) -> bool:
        """Whether the row differs from how the action left it; each field that does is kept."""
        row = self._row(key)
        if row is None:
            taken_out = key != root and self._row(root) is not None
            if taken_out:
                self._keep(key)
            return taken_out
        left = {name: value for name, value in (net.added or {}).items() if name in row}
        changed = [name for name, value in left.items() if _text(row[name]) != _text(value)]
        for name in changed:
            self._keep(key, name)
        return bool(changed)

    def _users(self, key: Key) -> list[tuple[Key, int | None]]:
        """The rows that refer to this one, with their child."""
        found: list[tuple[Key, int | None]] = []
        for table, references in self._references.items():
            for column, target in references.items():
                if target == key[0]:
                    query = f'SELECT r.id, {triggers.child_of(table, "r")} FROM "{table}" AS r WHERE r."{column}" = ?'
                    found += [((table, row), child) for row, child in self._conn.execute(query, (key[1],))]
        return found


def _rank(key: Key) -> tuple[int, int]:
    return ORDER.index(key[0]), key[1]
