"""Attached files are in every backup and every restore; what is missing or damaged is said and stops nothing else."""

import random
import shutil
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from app.backups import AttachedState
from app.changes import Change, Insert, Update
from app.school import School
from app.store import CannotWrite, DamagedFile, MissingFile, StoreError
from db import attached, container, keys
from db.folder import DataFolder
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER
from tests.db.dump import dump
from tests.db.families import pupils


def pictures(store: FileStore, count: int, size: int = 3000) -> list[str]:
    """Keep so many pictures and give them to the first children."""
    chance = random.Random(count)
    names = [store.keep_file(chance.randbytes(size)) for _ in range(count)]
    changes: list[Change] = [Update("child", number, {"photo": name}) for number, name in enumerate(names, 1)]
    store.apply("放照片", changes)
    return names


@pytest.fixture
def full(store: FileStore) -> FileStore:
    store.apply("导入", pupils(20), kind="import")
    pictures(store, 12)
    return store


def folder(vault: FileVault) -> DataFolder:
    return DataFolder(vault.folder)


def content(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in attached.paths(root)}


def test_they_come_back_with_the_database_on_a_new_computer(
    full: FileStore, vault: FileVault, code: str, tmp_path: Path
) -> None:
    made = full.backup("hand", tmp_path)
    assert (made.attached, made.left_out) == (12, 0)
    before = {name: full.file(name) for name in content(folder(vault).files)}
    new = FileVault(tmp_path / "新电脑", cost=keys.LOW_COST)
    assert new.verify(made.path, recovery_code=code) == made
    new.restore(made.path, recovery_code=code)
    again = new.recover(code, USER, "neu")
    assert dump(again) == dump(full)
    assert {child.photo for child in again.snapshot().children.values()} == {*before, ""}
    assert {name: again.file(name) for name in before} == before
    assert again.attached_state() == AttachedState(12)
    again.close()


def test_a_restore_puts_the_present_ones_aside_and_takes_those_of_the_backup(
    full: FileStore, vault: FileVault
) -> None:
    old = content(folder(vault).files)
    made = full.backup("hand")
    pictures(full, 15, 500)
    present = content(folder(vault).files)
    full.close()
    vault.restore(made.path, password=PASSWORD)
    assert content(folder(vault).files) == old
    (aside,) = folder(vault).aside.iterdir()
    assert content(aside / "files") == present
    again = vault.open(USER, PASSWORD)
    assert again.attached_state() == AttachedState(12)
    again.close()


def test_every_flipped_bit_in_them_or_their_index_is_found(full: FileStore, vault: FileVault) -> None:
    made = full.backup("hand")
    whole = Path(made.path).read_bytes()
    before = content(folder(vault).files)
    full.close()
    begin = len(whole) - 12 * (3040 + container.LONGEST_ENTRY)
    chance = random.Random(5)
    for place in [begin, len(whole) - 1, *(chance.randrange(begin, len(whole)) for _ in range(60))]:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        Path(made.path).write_bytes(spoilt)
        for refused in (vault.verify, vault.restore):
            with pytest.raises(DamagedFile):
                refused(made.path, password=PASSWORD)
    for cut in (whole[:-1], whole[:begin], whole[: begin + 5000], whole + b"x", whole[:-50] + whole[-49:]):
        Path(made.path).write_bytes(cut)
        with pytest.raises(StoreError):
            vault.restore(made.path, password=PASSWORD)
    assert content(folder(vault).files) == before
    assert not folder(vault).aside.exists()


def test_a_missing_and_a_damaged_one_are_counted_and_the_rest_is_backed_up(full: FileStore, vault: FileVault) -> None:
    first, second, third, *_ = attached.paths(folder(vault).files)
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    third.unlink()
    third.mkdir()
    assert full.check() == []
    state = full.attached_state()
    assert (state.stored, state.missing, state.damaged) == (11, (first.name,), (second.name, third.name))
    assert not state.sound
    made = full.backup("hand")
    assert (made.attached, made.left_out) == (10, 1)
    full.close()
    vault.restore(made.path, password=PASSWORD)
    again = vault.open(USER, PASSWORD)
    assert again.attached_state().missing == tuple(sorted((first.name, third.name)))
    assert again.attached_state().damaged == (second.name,)
    with pytest.raises(MissingFile):
        again.file(first.name)
    again.close()


def test_one_that_breaks_off_while_it_is_read_leaves_no_trace_of_itself(
    full: FileStore, vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = attached.paths(folder(vault).files)[4]
    read = container._chunks

    def breaking(source: object) -> object:
        if getattr(source, "name", "") == str(bad):
            yield b"half of it"
            yield None
            return
        yield from read(source)  # type: ignore[arg-type]

    monkeypatch.setattr(container, "_chunks", breaking)
    made = full.backup("hand")
    assert (made.attached, made.left_out) == (11, 1)
    assert vault.verify(made.path, password=PASSWORD) == made
    assert b"half of it" not in Path(made.path).read_bytes()


def test_a_backup_holds_no_more_than_a_piece_in_memory(store: FileStore, vault: FileVault, tmp_path: Path) -> None:
    chance = random.Random(1)
    for _ in range(6):
        store.keep_file(chance.randbytes(6 << 20))
    tracemalloc.start()
    made = store.backup("hand")
    vault.verify(made.path, password=PASSWORD)
    vault_2 = FileVault(tmp_path / "other", cost=keys.LOW_COST)
    vault_2.restore(made.path, password=PASSWORD)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 6 << 20
    assert content(folder(vault_2).files) == content(folder(vault).files)


def test_what_a_kill_left_of_a_file_is_swept_and_never_backed_up(full: FileStore, vault: FileVault) -> None:
    half = folder(vault).files / ("ab" * 32 + ".tmp")
    half.write_bytes(b"half")
    assert full.backup("hand").attached == 12
    full.close()
    vault.open(USER, PASSWORD).close()
    assert not half.exists()


def test_files_alone_are_a_school_that_lost_its_database(full: FileStore, vault: FileVault) -> None:
    made = full.backup("hand")
    full.close()
    for path in folder(vault).present():
        if path.is_file():
            path.unlink()
    assert vault.exists()
    with pytest.raises(StoreError):
        vault.create(SETUP)
    vault.restore(made.path, password=PASSWORD)
    again = vault.open(USER, PASSWORD)
    assert again.attached_state() == AttachedState(12)
    again.close()


def test_the_sample_is_thrown_away_with_its_files(tmp_path: Path) -> None:
    sample = FileVault(tmp_path / "sample", cost=keys.LOW_COST)
    _, store = sample.create(replace(SETUP, school=School("示例学校", is_sample=True)))
    store.apply("加", [Insert("child", {"name": "李四", "photo": store.keep_file(b"picture")})])
    store.close()
    sample.throw_away_sample()
    assert not sample.exists()
    assert not folder(sample).files.exists()


def test_a_strange_name_in_the_index_never_leaves_the_folder(
    full: FileStore, vault: FileVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = tmp_path / "evil"
    evil.write_bytes(b"evil")
    shutil.copy(evil, folder(vault).root / "qianshou.x")
    paths = [evil, *attached.paths(folder(vault).files)]
    monkeypatch.setattr(attached, "paths", lambda root: paths)
    made = full.backup("hand")
    full.close()
    with pytest.raises(DamagedFile):
        vault.restore(made.path, password=PASSWORD)


def test_no_room_for_the_files_alone_is_said_before_it_begins(
    full: FileStore, vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = full.backup("hand")
    monkeypatch.setattr(attached, "size", lambda root: 1 << 50)
    with pytest.raises(StoreError):
        full.backup("hand")
    assert full.backups() == [made]
    with pytest.raises(CannotWrite):
        full.backup("hand", Path(made.path).parent / "gone" / "x.qsbak")
