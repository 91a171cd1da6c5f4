"""The open school file: reads records, carries out changes as named actions, takes them back, backs itself up."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.changes import Change
from app.children import Child
from app.school import School, Snapshot
from app.store import (
    Action,
    Backup,
    Done,
    HistoryRow,
    ImportNote,
    ImportRun,
    NothingToUndo,
    Progress,
    Undone,
    WrongPassword,
)
from db import backup, connection, history, instance, keys, records, triggers
from db.folder import DataFolder
from db.undo import Key, Net, Reversal, left, nets
from db.writes import Writer

if TYPE_CHECKING:
    from sqlite3 import Connection

PROGRESS_EVERY = 100
"""Changes between two calls of `progress`."""


class FileStore:
    """`app.store.Store` on the encrypted file. Not shared between threads: a worker takes `for_thread()`."""

    def __init__(
        self, folder: DataFolder, key: bytes, conn: "Connection", user: str, role: str, *,
        cost: keys.Cost = keys.FULL_COST, claim: instance.Claim | None = None,
    ) -> None:
        self.user = user
        self.role = role
        self._folder = folder
        self._key = key
        self._conn = conn
        self._cost = cost
        self._claim = claim
        self._open = True

    def snapshot(self) -> Snapshot:
        with self._reading():
            return records.snapshot(self._conn)

    def school(self) -> School:
        with self._reading():
            return records.school(self._conn)

    def child(self, child_id: int) -> Child | None:
        return self.children([child_id]).get(child_id)

    def children(self, ids: Iterable[int]) -> dict[int, Child]:
        with self._reading():
            return records.children(self._conn, ids)

    def apply(
        self, label: str, changes: Sequence[Change], *, kind: str = "edit", progress: Progress | None = None,
        note: ImportNote | None = None,
    ) -> Done:  # fmt: skip
        """Carry out all changes in one transaction, or none. Raises DiskFull, CannotWrite, Cancelled.

        A change of a row that is not there, of an unknown column, or against a CHECK is the caller's: ValueError.
        """
        with self._writing(), history.acting(self._conn, self.user, label, kind) as action_id:
            writer = Writer(self._conn)
            for count, change in enumerate(changes):
                if progress and count % PROGRESS_EVERY == 0:
                    progress(count, len(changes))
                writer.carry_out(change)
            if progress:
                progress(len(changes), len(changes))
            number = history.note_import(self._conn, action_id, note) if note else 0
            touched = history.touched(self._conn, action_id)
            if any(change.table == "school" for change in changes):
                self._tell_slots()
        return Done(action_id, touched, writer.ids, number)

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._folder.database)

    def _writing(self) -> AbstractContextManager[None]:
        return connection.writing(self._conn, self._folder.database)

    def last_action(self) -> Action | None:
        with self._reading():
            return history.last_action(self._conn, self.user)

    def last_undone(self) -> Action | None:
        with self._reading():
            return history.last_undone(self._conn, self.user)

    def undo(self, action_id: int) -> Undone:
        with self._writing():
            action = history.action(self._conn, action_id)
            if action is None or action.kind in (history.SETUP, history.UNDO, history.REDO):
                raise NothingToUndo(str(action_id))
            undone = self._reverse(action, action_id, left(self._conn, action_id), history.UNDO)
            if not undone.reversed and not undone.kept:
                raise NothingToUndo(str(action_id))
            if undone.reversed:
                self._conn.execute("UPDATE action SET undone = 1 WHERE id = ?", (action_id,))
        return undone

    def redo(self, action_id: int) -> Undone:
        with self._writing():
            action = history.action(self._conn, action_id)
            row = self._conn.execute(
                "SELECT max(id) FROM action WHERE reverses = ? AND kind = ? AND undone = 0", (action_id, history.UNDO)
            ).fetchone()
            if action is None or not action.undone or row[0] is None:
                raise NothingToUndo(str(action_id))
            redone = self._reverse(action, row[0], nets(self._conn, row[0]), history.REDO)
            if redone.reversed:
                self._conn.execute("UPDATE action SET undone = 1 WHERE id = ?", (row[0],))
                # An older undo that took another part back still stands.
                self._conn.execute(
                    "UPDATE action SET undone = EXISTS "
                    "(SELECT 1 FROM action AS u WHERE u.reverses = ?1 AND u.kind = ?2 AND u.undone = 0) WHERE id = ?1",
                    (action_id, history.UNDO),
                )
        return redone

    def _reverse(self, action: Action, of: int, what: dict[Key, Net], kind: str) -> Undone:
        reversal = Reversal(self._conn, what)
        with history.acting(self._conn, self.user, action.label, kind, of) as new_id:
            reversal.run()
        if not reversal.reversed:
            # It took nothing back, so there is nothing that could be taken back of it.
            self._conn.execute("DELETE FROM action WHERE id = ?", (new_id,))
        if any(table == "school" for table, _row in what):
            self._tell_slots()
        touched = history.touched(self._conn, new_id)
        return Undone(action.id, action.label, reversal.reversed, tuple(reversal.kept), touched)

    def history(self, child_id: int | None = None, limit: int = 500) -> list[HistoryRow]:
        with self._reading():
            return history.rows(self._conn, child_id, limit)

    def imports(self) -> list[ImportRun]:
        """Newest first."""
        with self._reading():
            return history.imports(self._conn)

    def setting(self, name: str, default: str = "") -> str:
        with self._reading():
            row = self._conn.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def set_setting(self, name: str, value: str) -> None:
        with self._writing():
            self._conn.execute(
                "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                (name, value),
            )

    def log(self, what: str, detail: str = "") -> None:
        with self._writing():
            self._conn.execute(
                "INSERT INTO log_entry (at, user, what, detail) VALUES (?, ?, ?, ?)",
                (history.stamp(), self.user, what, detail),
            )

    def backup(self, why: str, to: PurePath | None = None) -> Backup:
        return backup.write(self._conn, self._folder, self._key, why, to)

    def backup_due(self) -> bool:
        with self._reading():
            return backup.is_due(self._conn, self._folder)

    def backups(self) -> list[Backup]:
        return backup.listed([self._folder.backups])

    def check(self) -> list[str]:
        """Integrity of the whole file; an empty list = sound."""
        with self._reading():
            found = connection.faults(self._conn)
            if triggers.stored(self._conn) != triggers.expected(self._conn):
                found.append("the history's triggers are not those of the program")
        return found

    def change_password(self, old: str, new: str) -> None:
        """Re-wrap this user's slot. Raises WrongPassword, DiskFull, CannotWrite, MissingSlots."""
        slots = keys.read(self._folder.slots)
        if not self._open or slots.by_password(self.user, old) is None:
            raise WrongPassword
        keys.write(self._folder.slots, slots.with_password(self.user, new, self._key, self._cost))

    def _tell_slots(self) -> None:
        """The login page reads the school's name from the key file; if that cannot be written, nothing is."""
        if not self._folder.slots.exists():
            return
        slots, name = keys.read(self._folder.slots), records.school(self._conn).name
        if slots.school != name:
            keys.write(self._folder.slots, replace(slots, school=name))

    @contextmanager
    def for_thread(self) -> Iterator["FileStore"]:
        """A store of the same file with a connection of its own; to be entered in the worker thread."""
        claim = instance.claim(self._folder.root, store=True)
        try:
            with self._reading():
                conn = connection.connect(self._folder.database, self._key)
        except BaseException:
            claim.release()
            raise
        other = FileStore(self._folder, self._key, conn, self.user, self.role, cost=self._cost, claim=claim)
        try:
            yield other
        finally:
            other.close()

    def close(self) -> None:
        """Checkpoint, close and drop the key. A second call does nothing."""
        if not self._open:
            return
        self._open = False
        try:
            with self._reading():
                connection.checkpoint(self._conn)
        finally:
            self._conn.close()
            self._key = b""
            if self._claim:
                self._claim.release()
