"""A full disk: said as such, nothing lost, no half file, and work goes on once there is room."""

import os
import random
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.backups import AttachedState
from app.changes import Insert, Update
from app.store import CannotWrite, DiskFull
from db import files
from db.folder import DataFolder
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER
from tests.db.dump import dump
from tests.db.families import pupils
from tests.faults.school import killed, new_school, reopened, vault_in, with_pictures


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a small disk; test_a_write_that_fails_half_way covers the rest")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill the disk up, so many bytes excepted."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(bytes(4096))
        except OSError:
            size = out.tell()
    os.truncate(filler, max(size - leave, 0))
    return filler


@pytest.fixture
def school(small_disk: Path) -> Iterator[tuple[Path, FileVault, FileStore]]:
    vault = vault_in(small_disk)
    new_school(vault, 10)
    store = vault.open(USER, PASSWORD)
    yield small_disk, vault, store
    store.close()


@pytest.mark.parametrize("leave", [0, 4096, 20_000, 60_000, 150_000])
def test_an_import_that_finds_no_room_changes_nothing(
    school: tuple[Path, FileVault, FileStore], leave: int
) -> None:
    disk, vault, store = school
    before = dump(store)
    filler = fill(disk, leave)
    with pytest.raises(DiskFull):
        store.apply("导入", pupils(400, 20, 2), kind="import")
    assert dump(store) == before
    filler.unlink()
    store.apply("导入", pupils(20, 20, 2), kind="import")
    after = dump(store)
    store.close()
    again = reopened(vault)
    assert dump(again) == after
    again.close()


def test_saving_until_nothing_fits_keeps_all_that_was_promised(school: tuple[Path, FileVault, FileStore]) -> None:
    disk, vault, store = school
    filler = fill(disk, 100_000)
    promised = 0
    with pytest.raises(DiskFull):
        while promised < 5000:
            store.apply("加", [Insert("staff", {"name": f"老师{promised}", "duties": "值班" * 200})])
            promised += 1
    assert promised > 0
    filler.unlink()
    store.close()
    again = reopened(vault)
    assert len(again.snapshot().staff) == promised
    again.close()


@pytest.mark.parametrize("room", [True, False])
def test_a_backup_that_finds_no_room_leaves_the_others(
    school: tuple[Path, FileVault, FileStore], monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    disk, vault, store = school
    made = store.backup("hand")
    if not room:
        # The look at the free space comes too early: somebody else fills the disk during the backup.
        monkeypatch.setattr(files, "need_space", lambda folder, size, copied=0: None)
    for leave in (0, 50_000, 230_000, 260_000):
        filler = fill(disk, leave)
        with pytest.raises(DiskFull):
            store.backup("hand")
        filler.unlink()
        assert [path.name for path in DataFolder(vault.folder).backups.iterdir()] == [made.path.name]
    vault.verify(made.path, password=PASSWORD)
    assert len(store.backups()) == 1
    store.backup("hand")


@pytest.mark.parametrize("room", [True, False])
def test_a_backup_that_finds_no_room_for_the_pictures_leaves_the_others(
    school: tuple[Path, FileVault, FileStore], monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    disk, vault, store = school
    with_pictures(store, 10, 80_000)
    made = store.backup("hand")
    if not room:
        monkeypatch.setattr(files, "need_space", lambda folder, size, copied=0: None)
    for leave in (300_000, 700_000, 1_000_000):
        filler = fill(disk, leave)
        with pytest.raises(DiskFull):
            store.backup("hand")
        filler.unlink()
        assert [path.name for path in DataFolder(vault.folder).backups.iterdir()] == [made.path.name]
    assert vault.verify(made.path, password=PASSWORD).attached == 10


def test_pictures_stored_until_nothing_fits_are_whole_or_not_there(
    school: tuple[Path, FileVault, FileStore]
) -> None:
    disk, vault, store = school
    filler = fill(disk, 200_000)
    chance, kept = random.Random(2), []
    with pytest.raises(DiskFull):
        while len(kept) < 500:
            kept.append(store.keep_file(chance.randbytes(30_000)))
    assert kept
    root = DataFolder(vault.folder).files
    assert {path.name for path in root.rglob("*") if path.is_file()} == set(kept)
    filler.unlink()
    assert store.attached_state() == AttachedState(len(kept))
    store.apply("放照片", [Update("child", 1, {"photo": kept[0]})])


def test_a_restore_that_finds_no_room_for_the_pictures_leaves_what_was(
    school: tuple[Path, FileVault, FileStore]
) -> None:
    disk, vault, store = school
    kept = with_pictures(store, 8, 80_000)
    made = store.backup("hand")
    before = dump(store)
    store.close()
    fill(disk, 1_000_000)
    with pytest.raises(DiskFull):
        vault.restore(made.path, password=PASSWORD)
    again = reopened(vault)
    assert dump(again) == before
    assert {name: again.file(name) for name in kept} == kept
    again.close()


def test_a_restore_or_setup_that_finds_no_room_leaves_what_was(school: tuple[Path, FileVault, FileStore]) -> None:
    disk, vault, store = school
    made = store.backup("hand")
    before = dump(store)
    store.close()
    fill(disk, 200_000)
    with pytest.raises(DiskFull):
        vault.restore(made.path, password=PASSWORD)
    other = vault_in(disk / "other")
    with pytest.raises(DiskFull):
        other.create(SETUP)
    assert not other.exists()
    again = reopened(vault)
    assert dump(again) == before
    again.close()


@pytest.mark.parametrize("limit", [1, 300_000, 400_000, 700_000])
def test_a_write_that_fails_half_way_leaves_nothing_of_it(tmp_path: Path, limit: int) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 10)
    store = vault.open(USER, PASSWORD)
    before = dump(store)
    store.close()

    def work(tell: Callable[[str], None]) -> None:
        store = vault.open(USER, PASSWORD)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for write in (
            lambda: store.apply("导入", pupils(400, 20, 2), kind="import"),
            lambda: store.backup("hand", DataFolder(vault.folder).root / "big.qsbak") if limit == 1 else None,
        ):
            try:
                if write() is None:
                    tell("refused")
            except (DiskFull, CannotWrite):
                tell("refused")

    assert killed(work).told == ["refused", "refused"]
    again = reopened(vault)
    assert dump(again) == before
    assert again.backups() == []
    again.close()
