"""The locked folder: made once, opened by who may, and each fault of the file is told as what it is."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.changes import Insert
from app.school import School
from app.store import (
    AlreadyExists,
    AlreadyOpen,
    CannotWrite,
    DamagedFile,
    EmptyFile,
    ForeignFile,
    MissingSlots,
    NewerFile,
    StoreError,
    WrongPassword,
    WrongRecoveryCode,
)
from db import connection, keys, place, schema
from db.folder import DataFolder
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER
from tests.db.dump import dump
from tests.db.families import pupils

if TYPE_CHECKING:
    from sqlite_utils import Database


@pytest.fixture
def closed(vault: FileVault) -> FileVault:
    """A school with pupils, locked."""
    _, store = vault.create(SETUP)
    store.apply("导入", pupils(40), kind="import")
    store.close()
    return vault


def database(vault: FileVault) -> Path:
    return DataFolder(vault.folder).database


def test_an_empty_folder_holds_no_school(vault: FileVault) -> None:
    assert not vault.exists()
    for ask in (vault.users, vault.school_name, lambda: vault.open(USER, PASSWORD)):
        with pytest.raises(MissingSlots):
            ask()
    assert not Path(vault.folder).exists()


def test_a_school_is_made_once(closed: FileVault) -> None:
    assert closed.exists()
    assert (closed.users(), closed.school_name()) == ([USER], "青山小学")
    with pytest.raises(AlreadyExists):
        closed.create(SETUP)
    assert sorted(path.name for path in Path(closed.folder).iterdir()) == [
        "qianshou.db", "qianshou.keys", "qianshou.lock",
    ]


def test_the_first_user_may_have_a_password_of_any_signs(vault: FileVault) -> None:
    _, store = vault.create(replace(SETUP, password="龑𠮷 ' \" \\ 🙂"))
    store.close()
    vault.open(USER, "龑𠮷 ' \" \\ 🙂").close()


def test_ten_wrong_passwords_slow_down_and_touch_nothing(closed: FileVault) -> None:
    before = database(closed).read_bytes()
    waits = []
    for _ in range(10):
        with pytest.raises(WrongPassword) as wrong:
            closed.open(USER, "wrong")
        waits.append(wrong.value.wait_seconds)
    assert waits[:3] == [0, 0, 1]
    assert all(wait > 0 for wait in waits[2:])
    with pytest.raises(WrongPassword):
        closed.open(USER, PASSWORD)
    DataFolder(closed.folder).tries.unlink()
    FileVault(closed.folder).open(USER, PASSWORD).close()
    assert database(closed).read_bytes() == before


def test_a_wrong_password_is_never_called_damage_nor_the_reverse(closed: FileVault) -> None:
    database(closed).write_bytes(b"")
    with pytest.raises(WrongPassword):
        closed.open(USER, "wrong")
    with pytest.raises(WrongPassword):
        closed.open("李老师", PASSWORD)
    with pytest.raises(EmptyFile):
        closed.open(USER, PASSWORD)


def test_the_recovery_code_opens_and_sets_a_new_password(vault: FileVault) -> None:
    code, store = vault.create(SETUP)
    store.close()
    assert vault.check_recovery_code(code.lower().replace("-", " "))
    assert not vault.check_recovery_code(keys.new_code())
    assert not vault.check_recovery_code("abc")
    with pytest.raises(WrongRecoveryCode):
        vault.recover(keys.new_code(), USER, "neu")
    with pytest.raises(WrongPassword):
        vault.recover(code, "李老师", "neu")
    vault.recover(code, USER, "neu-1").close()
    with pytest.raises(WrongPassword):
        vault.open(USER, PASSWORD)
    vault.open(USER, "neu-1").close()


def test_a_changed_password_counts_from_the_next_login(store: FileStore, vault: FileVault) -> None:
    with pytest.raises(WrongPassword):
        store.change_password("wrong", "neu")
    store.change_password(PASSWORD, "neu-2")
    store.close()
    with pytest.raises(WrongPassword):
        vault.open(USER, PASSWORD)
    vault.open(USER, "neu-2").close()


def _newer(path: Path, vault: FileVault) -> None:
    key = keys.read(DataFolder(vault.folder).slots).by_password(USER, PASSWORD)
    assert key is not None
    conn = connection.connect(path, key)
    conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    conn.close()


def _unmarked(path: Path, vault: FileVault) -> None:
    key = keys.read(DataFolder(vault.folder).slots).by_password(USER, PASSWORD)
    assert key is not None
    conn = connection.connect(path, key)
    conn.execute("PRAGMA application_id = 1")
    conn.close()


def _other_school(path: Path, vault: FileVault) -> None:
    other = FileVault(path.parent / "other", cost=keys.LOW_COST)
    other.create(SETUP)[1].close()
    shutil.copy(database(other), path)


def _plain_sqlite(path: Path, vault: FileVault) -> None:
    path.unlink()
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE t (a)")
    conn.close()


FAULTS: list[tuple[type[StoreError], Callable[[Path, FileVault], object]]] = [
    (EmptyFile, lambda path, vault: path.write_bytes(b"")),
    (DamagedFile, lambda path, vault: path.unlink()),
    (DamagedFile, lambda path, vault: path.write_bytes(path.read_bytes()[:-4096])),
    (DamagedFile, lambda path, vault: path.write_bytes(path.read_bytes()[:-100])),
    (DamagedFile, lambda path, vault: path.write_bytes(path.read_bytes()[:9000])),
    (DamagedFile, lambda path, vault: path.write_bytes(path.read_bytes()[:500])),
    (ForeignFile, lambda path, vault: path.write_bytes(b"PK\x03\x04" + bytes(9000))),
    (ForeignFile, lambda path, vault: path.write_text("青山小学的花名册" * 1000, encoding="utf-8")),
    (ForeignFile, _plain_sqlite),
    (ForeignFile, _other_school),
    (ForeignFile, _unmarked),
    (NewerFile, _newer),
    (MissingSlots, lambda path, vault: DataFolder(vault.folder).slots.unlink()),
    (MissingSlots, lambda path, vault: DataFolder(vault.folder).slots.write_bytes(b"")),
    (MissingSlots, lambda path, vault: DataFolder(vault.folder).slots.write_bytes(b"\x00" * 900)),
]


@pytest.mark.parametrize(("error", "spoil"), FAULTS)
def test_each_fault_of_the_file_is_its_own(
    closed: FileVault, error: type[StoreError], spoil: Callable[[Path, FileVault], object]
) -> None:
    spoil(database(closed), closed)
    assert closed.exists()
    with pytest.raises(StoreError) as raised:
        closed.open(USER, PASSWORD)
    assert type(raised.value) is error
    with pytest.raises(AlreadyExists):
        closed.create(SETUP)


def test_an_empty_file_without_a_key_file_is_called_empty(vault: FileVault) -> None:
    Path(vault.folder).mkdir(parents=True)
    database(vault).write_bytes(b"")
    for ask in (vault.users, vault.school_name, lambda: vault.open(USER, PASSWORD), lambda: vault.create(SETUP)):
        with pytest.raises(EmptyFile):
            ask()
    assert database(vault).read_bytes() == b""


def test_an_older_file_is_backed_up_and_brought_up(closed: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    def add_nickname(db: "Database") -> None:
        db.execute("ALTER TABLE child ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, add_nickname))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    store = closed.open(USER, PASSWORD)
    store.apply("加", [Insert("child", {"name": "李四", "nickname": "x"})])
    assert '"nickname":"x"' in (store.history(limit=1)[0].new or "")
    assert len(store.snapshot().children) == 41
    assert store.check() == []
    store.close()
    (made,) = closed.backups()
    assert made.why == "migration"
    closed.verify(made.path, PASSWORD)


def test_a_step_that_fails_leaves_the_older_file(closed: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(db: "Database") -> None:
        db.execute("DROP TABLE card_print")
        db.execute("INSERT INTO nowhere VALUES (1)")

    with monkeypatch.context() as later:
        later.setattr(schema, "STEPS", (*schema.STEPS, spoil))
        later.setattr(schema, "VERSION", schema.VERSION + 1)
        with pytest.raises(Exception, match="nowhere"):
            closed.open(USER, PASSWORD)
    store = closed.open(USER, PASSWORD)
    assert store.check() == []
    assert len(store.snapshot().children) == 40
    store.close()


def test_restore_on_a_new_computer_with_the_code_alone(vault: FileVault, tmp_path: Path) -> None:
    code, store = vault.create(SETUP)
    store.apply("导入", pupils(40), kind="import")
    made = store.backup("hand", tmp_path)
    before = dump(store)
    store.close()
    new = FileVault(tmp_path / "新电脑", cost=keys.LOW_COST)
    new.restore(made.path, recovery_code=code)
    again = new.recover(code, USER, "neu")
    assert dump(again) == before
    assert again.check() == []
    again.close()
    new.open(USER, "neu").close()


def test_restore_puts_the_present_school_aside(closed: FileVault, tmp_path: Path) -> None:
    store = closed.open(USER, PASSWORD)
    made = store.backup("hand")
    before = dump(store)
    store.apply("导入", pupils(5, 50, 2), kind="import")
    with pytest.raises(AlreadyOpen):
        closed.restore(made.path, password=PASSWORD)
    store.close()
    with pytest.raises(WrongPassword):
        closed.restore(made.path, password="wrong")
    with pytest.raises(WrongPassword):
        closed.restore(made.path)
    closed.restore(made.path, password=PASSWORD, user=USER)
    again = closed.open(USER, PASSWORD)
    assert dump(again) == before
    again.close()
    (aside,) = DataFolder(closed.folder).aside.iterdir()
    shutil.copytree(aside, tmp_path / "aside")
    late = FileVault(tmp_path / "aside").open(USER, PASSWORD)
    assert len(late.snapshot().children) == 45
    late.close()


def test_a_sample_school_is_thrown_away_whole_and_a_real_one_never(closed: FileVault, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        closed.throw_away_sample()
    assert closed.exists()
    sample = FileVault(tmp_path / "sample", cost=keys.LOW_COST)
    _, store = sample.create(replace(SETUP, school=School("示例学校", is_sample=True)))
    store.backup("exit")
    with pytest.raises(AlreadyOpen):
        sample.throw_away_sample()
    store.close()
    real = closed.open(USER, PASSWORD).backup("hand", tmp_path / "sample" / "backups")
    sample.throw_away_sample()
    assert not sample.exists()
    assert sample.backups() == [real]


@pytest.mark.parametrize("kind", [place.REMOVABLE, place.NETWORK])
def test_real_data_is_refused_on_a_drive_that_goes_away(
    vault: FileVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    other = FileVault(tmp_path / "fixed", cost=keys.LOW_COST)
    code, store = other.create(SETUP)
    made = store.backup("hand")
    store.close()
    monkeypatch.setattr(place, "drive_kind", lambda folder: kind)
    with pytest.raises(CannotWrite):
        vault.create(SETUP)
    with pytest.raises(CannotWrite):
        vault.restore(made.path, recovery_code=code)
    assert not vault.exists()
    _, store = vault.create(replace(SETUP, school=School("示例学校", is_sample=True)))
    store.close()
