"""The open school file: reads records, carries out changes as named actions, takes them back, backs itself up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.backups import AttachedState, Backup
from app.changes import Change
from app.children import Child
from app.school import School, Snapshot
from app.store import (
    Action,
    Done,
    HistoryRow,
    ImportNote,
    ImportRun,
    Progress,
    Undone,
    WrongPassword,
)
from db import (
    attached,
    backup,
    connection,
    history,
    instance,
    keys,
    records,
    snapshots,
    taking_back,
    triggers,
)
from db.folder import DataFolder
from db.readers import Readers
from db.writes import Writer

if TYPE_CHECKING:
    from sqlite3 import Connection

class FileStore(Readers):
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
        self._files = attached.AttachedFiles(folder, key)
        self._cost = cost
        self._claim = claim
        self._open = True

    def snapshot(self, children: dict[int, Child] | None = None) -> Snapshot:
        with self._reading():
            return snapshots.snapshot(self._conn, children)

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
            writer = Writer(self._conn, lambda done: progress(done, len(changes)) if progress else None)
            writer.carry_out(changes)
            if progress:
                progress(len(changes), len(changes))
            number = history.note_import(self._conn, action_id, note) if note else 0
            touched, of_care = history.touched(self._conn, action_id), history.records(self._conn, action_id)
            self._tell_slots()
        return Done(action_id, touched, writer.ids, number, of_care)

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
        return self._back(taking_back.undo, action_id)

    def redo(self, action_id: int) -> Undone:
        return self._back(taking_back.redo, action_id)

    def undo_after(self, action_id: int) -> Undone:
        return self._back(taking_back.undo_after, action_id)

    def _back(self, how: "Callable[[Connection, str, int], Undone]", action_id: int) -> Undone:
        with self._writing():
            undone = how(self._conn, self.user, action_id)
            self._tell_slots()
        return undone

    def history(self, child_id: int | None = None, limit: int = 500) -> list[HistoryRow]:
        with self._reading():
            return history.rows(self._conn, child_id, limit)

    def imports(self) -> list[ImportRun]:
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

    def keep_file(self, content: bytes) -> str:
        return self._files.keep(content)

    def file(self, name: str) -> bytes:
        return self._files.read(name)

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

    def attached_state(self, progress: Progress | None = None) -> AttachedState:
        with self._reading():
            wanted = records.attached_names(self._conn)
        return self._files.state(wanted, progress)

    def change_password(self, old: str, new: str) -> None:
        """Re-wrap this user's slot. Raises WrongPassword, DiskFull, CannotWrite, MissingSlots."""
        slots = keys.read(self._folder.slots)
        if not self._open or slots.by_password(self.user, old) is None:
            raise WrongPassword
        keys.write(self._folder.slots, slots.with_password(self.user, new, self._key, self._cost))

    def _tell_slots(self) -> None:
        """The login page reads the school's name from the key file; if that cannot be written, nothing is."""
        changed = 'SELECT 1 FROM history WHERE "table" = \'school\' AND action_id = (SELECT max(id) FROM action)'
        if self._conn.execute(changed).fetchone() is None or not self._folder.slots.exists():
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
            self._files = attached.AttachedFiles(self._folder, b"")
            if self._claim:
                self._claim.release()
