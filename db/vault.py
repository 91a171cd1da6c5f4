"""The locked data folder: makes a school, opens it by password or recovery code, verifies and restores backups."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from app.backups import Backup
from app.changes import Insert
from app.store import (
    AlreadyExists,
    AlreadyOpen,
    CannotWrite,
    DamagedFile,
    ForeignFile,
    MissingSlots,
    StoreError,
    WrongPassword,
    WrongRecoveryCode,
)
from app.vault import Setup
from db import backup, connection, container, files, instance, keys, place, records, schema
from db.backup import is_sample as backup_is_sample
from db.backup import sizes as backup_sizes
from db.folder import DataFolder
from db.history import SETUP
from db.store import FileStore
from db.tries import Tries

if TYPE_CHECKING:
    from sqlite3 import Connection

ADMINISTRATOR = "管理员"
"""The role of the first user, as stored."""
MOST_FLIPPED = 4
"""A salt that differs in more bytes than this is no damage, it is another file."""


class FileVault:
    """`app.vault.Vault` on a folder. `cost` is what a new password's slot costs to try; tests lower it."""

    def __init__(self, folder: PurePath, *, cost: keys.Cost = keys.FULL_COST) -> None:
        self.folder: PurePath = Path(folder)
        self._files = DataFolder(folder)
        self._cost = cost
        self._tries = Tries(self._files.tries)

    def exists(self) -> bool:
        return self._files.exists()

    def users(self) -> list[str]:
        return self._slots().users()

    def school_name(self) -> str:
        return self._slots().school

    def _slots(self) -> keys.Slots:
        """The key file. Raises EmptyFile rather than MissingSlots if the database beside it is empty too."""
        try:
            return keys.read(self._files.slots)
        except MissingSlots:
            if self._files.database.exists():
                connection.measure(self._files.database)
            raise

    def create(self, setup: Setup) -> tuple[str, FileStore]:
        """Make a new school. Raises AlreadyExists, EmptyFile, AlreadyOpen, CannotWrite, DiskFull.

        It is made in a scratch folder and put in place whole, so that a kill leaves a school or none.
        """
        if self.exists():
            if not self._files.slots.exists() and self._files.database.exists():
                connection.measure(self._files.database)
            raise AlreadyExists(str(self.folder))
        self._refuse_drive(setup.school.is_sample)
        with self._claimed() as claim:
            key, code = keys.new_key(), keys.new_code()
            scratch = self._files.start_making()
            self._make_database(scratch / self._files.database.name, key, setup)
            salt = connection.salt(scratch / self._files.database.name)
            recovery = keys.wrap(keys.RECOVERY, "", keys.plain_code(code), key, self._cost)
            slots = keys.Slots(setup.school.name, setup.school.is_sample, salt, (recovery,))
            keys.write(
                scratch / self._files.slots.name, slots.with_password(setup.user, setup.password, key, self._cost)
            )
            self._files.put_in_place()
            return code, self._enter(key, setup.user, claim)

    def _make_database(self, path: Path, key: bytes, setup: Setup) -> None:
        with connection.errors(path):
            conn = connection.connect(path, key)
            try:
                schema.bring_up(conn, path)
                store = FileStore(DataFolder(path.parent), key, conn, setup.user, ADMINISTRATOR)
                store.apply(setup.label, _first_rows(setup), kind=SETUP)
                connection.checkpoint(conn)
            finally:
                conn.close()

    def _refuse_drive(self, is_sample: bool) -> None:
        kind = place.drive_warning(self.folder)
        if kind in (place.REMOVABLE, place.NETWORK) and not is_sample:
            raise CannotWrite(kind)

    def open(self, user: str, password: str) -> FileStore:
        """Raises WrongPassword, NewerFile, ForeignFile, EmptyFile, DamagedFile, MissingSlots, AlreadyOpen, CannotWrite.

        The password is tried on its slot before the file is looked at, so neither is blamed for the other.
        """
        if not self.exists():
            raise MissingSlots(str(self.folder))
        with self._claimed() as claim:
            slots = self._slots()
            self._tries.hold(user)
            key = slots.by_password(user, password) if user else None
            if key is None:
                raise self._tries.wrong(user)
            self._tries.right(user)
            return self._enter(key, user, claim)

    def recover(self, recovery_code: str, user: str, new_password: str) -> FileStore:
        """Raises WrongRecoveryCode, WrongPassword if there is no such user, and as `open`."""
        if not self.exists():
            raise MissingSlots(str(self.folder))
        with self._claimed() as claim:
            slots = self._slots()
            key = slots.by_code(recovery_code)
            store = self._enter(key, user, claim)
            try:
                keys.write(self._files.slots, slots.with_password(user, new_password, key, self._cost))
            except StoreError:
                store.close()
                raise
            self._tries.right(user)
            return store

    def check_recovery_code(self, recovery_code: str) -> bool:
        try:
            return bool(self._slots().by_code(recovery_code))
        except WrongRecoveryCode:
            return False

    @contextmanager
    def _claimed(self) -> Iterator[instance.Claim]:
        """Hold the folder; on an error let it go again."""
        claim = instance.claim(self.folder, store=True)
        try:
            if instance.stores(self.folder) == 1:
                self._files.tidy()
            yield claim
        except BaseException:
            claim.release()
            raise

    def _enter(self, key: bytes, user: str, claim: instance.Claim) -> FileStore:
        path = self._files.database
        connection.measure(path)
        try:
            with connection.errors(path):
                conn = connection.connect(path, key)
                try:
                    return self._store(conn, key, user, claim)
                except BaseException:
                    conn.close()
                    raise
        except DamagedFile as error:
            if self._is_foreign():
                raise ForeignFile(path.name) from error
            raise

    def _store(self, conn: "Connection", key: bytes, user: str, claim: instance.Claim) -> FileStore:
        schema.recognise(conn)
        connection.checkpoint(conn)
        if faults := conn.execute("PRAGMA cipher_integrity_check").fetchall():
            raise DamagedFile("; ".join(str(row[0]) for row in faults[:5]))
        if schema.version(conn) < schema.VERSION:
            backup.write(conn, self._files, key, "migration")
        schema.bring_up(conn, self._files.database)
        self._refuse_drive(records.school(conn).is_sample)
        row = conn.execute("SELECT role FROM user WHERE name = ? AND active = 1", (user,)).fetchone()
        if row is None:
            raise WrongPassword
        return FileStore(self._files, key, conn, user, row[0], cost=self._cost, claim=claim)

    def _is_foreign(self) -> bool:
        """Whether the file is somebody else's rather than ours and damaged."""
        try:
            known, found = self._slots().file_salt, connection.salt(self._files.database)
        except (StoreError, OSError):
            return False
        return sum(a != b for a, b in zip(known, found, strict=False)) > MOST_FLIPPED

    def backups(self) -> list[Backup]:
        return backup.listed([self._files.backups])

    def verify(self, backup: PurePath, password: str = "", recovery_code: str = "") -> Backup:
        """Raises EmptyFile, ForeignFile, NewerFile, DamagedFile, WrongPassword, WrongRecoveryCode, CannotWrite."""
        with files.refusals(), tempfile.TemporaryDirectory(prefix="qianshou-", ignore_cleanup_errors=True) as scratch:
            return _unpack_checked(backup, Path(scratch), password, recovery_code, pictures=False)

    def restore(self, backup: PurePath, *, password: str = "", recovery_code: str = "", user: str = "") -> None:
        """Raises as `verify`, and AlreadyOpen while the school is open. Until all is checked nothing is touched."""
        with self._alone():
            self._files.tidy()
            self._refuse_drive(backup_is_sample(backup))
            scratch = self._files.start_making()
            try:
                with files.refusals():
                    files.need_space(self._files.root, *backup_sizes(backup))
                _unpack_checked(backup, scratch, password, recovery_code, user)
                self._files.put_in_place()
            finally:
                files.drop(scratch)

    def throw_away_sample(self) -> None:
        """Raises CannotWrite if the school is not a sample, AlreadyOpen while it is open."""
        with self._alone():
            if not self._slots().is_sample:
                raise CannotWrite("not a sample")
            with files.refusals():
                for path in self._files.present():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            for made in self.backups():
                if backup.is_sample(made.path):
                    files.drop(Path(made.path))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder while nobody has the school open."""
        claim = instance.claim(self.folder)
        try:
            if instance.stores(self.folder):
                raise AlreadyOpen(str(self.folder))
            yield
        finally:
            claim.release()


def _first_rows(setup: Setup) -> list[Insert]:
    school = setup.school
    started = school.started_on.isoformat() if school.started_on else None
    return [
        Insert("school", {
            "id": 1, "name": school.name, "code": school.code, "county": school.county, "duty_phone": school.duty_phone,
            "system": school.system, "is_sample": int(school.is_sample), "started_on": started,
        }),
        Insert("user", {"name": setup.user, "role": ADMINISTRATOR}),
        Insert("term", {
            "code": setup.term_code, "from_day": setup.term_from.isoformat(), "until_day": setup.term_until.isoformat(),
            "checked": int(setup.term_checked),
        }),
    ]


def _unpack_checked(
    path: PurePath, into: Path, password: str, code: str, user: str = "", *, pictures: bool = True
) -> Backup:
    names = DataFolder(into)
    manifest = container.unpack(Path(path), into, names.files if pictures else None)
    slots = keys.read(names.slots)
    key = slots.by_code(code) if code else slots.by_password(user, password)
    if key is None:
        raise WrongPassword
    backup.check_unpacked(names.database, key, manifest)
    return backup.look(path)
