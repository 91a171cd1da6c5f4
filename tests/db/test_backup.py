"""A backup is one file that says what it is, opens again whole, and is refused when a single bit of it is wrong."""

import hashlib
import json
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.backups import Backup
from app.store import CannotWrite, DamagedFile, DiskFull, EmptyFile, ForeignFile, StoreError, WrongRecoveryCode
from db import backup, keys
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, USER
from tests.db.dump import dump
from tests.db.families import pupils


@pytest.fixture
def full(store: FileStore) -> FileStore:
    store.apply("导入", pupils(30), kind="import")
    return store


def test_it_says_what_it_is_and_opens_with_password_or_code(full: FileStore, vault: FileVault, code: str) -> None:
    made = full.backup("import")
    assert (made.school, made.why, made.bytes) == ("青山小学", "import", Path(made.path).stat().st_size)
    assert made.path.name == f"qianshou-{made.at:%Y-%m-%d-%H%M%S}-import.qsbak"
    assert full.backups() == vault.backups() == [made]
    assert vault.verify(made.path, password=PASSWORD) == made
    assert vault.verify(made.path, recovery_code=code) == made
    with pytest.raises(WrongRecoveryCode):
        vault.verify(made.path, recovery_code=keys.new_code())
    assert [path.name for path in Path(made.path).parent.iterdir()] == [made.path.name]


def test_several_in_a_second_have_names_of_their_own_and_the_newest_comes_first(full: FileStore) -> None:
    made = [full.backup("hand") for _ in range(3)]
    assert len({backup.path for backup in made}) == 3
    assert full.backups() == sorted(made, key=lambda backup: (backup.at, str(backup.path)), reverse=True)


def test_two_at_once_do_not_take_away_each_others_half_done_files(full: FileStore, vault: FileVault) -> None:
    """The one behind the lock may still run when she is back and leaves the program."""

    def leave(_number: int) -> Backup:
        with full.for_thread() as own:
            return own.backup("exit")

    with ThreadPoolExecutor(4) as all_at_once:
        made = list(all_at_once.map(leave, range(8)))
    assert len({backup.path for backup in made}) == 8
    for one in made:
        vault.verify(one.path, password=PASSWORD)


def test_it_goes_where_it_is_told(full: FileStore, vault: FileVault, tmp_path: Path) -> None:
    assert full.backup("hand", tmp_path).path.parent == tmp_path
    named = full.backup("hand", tmp_path / "我的备份.qsbak")
    assert named.path == tmp_path / "我的备份.qsbak"
    vault.verify(named.path, password=PASSWORD)
    (tmp_path / "file").write_text("x")
    for gone in (tmp_path / "gone", tmp_path / "file", tmp_path / "gone" / "x.qsbak"):
        with pytest.raises(CannotWrite):
            full.backup("hand", gone)


def test_what_a_kill_left_is_swept(full: FileStore, tmp_path: Path) -> None:
    made = full.backup("hand", tmp_path)
    left = tmp_path / f"{made.path.name}.db.tmp"
    left.write_bytes(b"")
    full.backup("hand", tmp_path)
    assert not left.exists()


def test_without_three_times_the_room_it_does_not_begin(full: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.files.shutil.disk_usage", lambda folder: SimpleNamespace(free=100_000))
    with pytest.raises(DiskFull):
        full.backup("hand")
    assert full.backups() == []


def test_every_flipped_bit_is_found_and_the_present_file_stays(full: FileStore, vault: FileVault) -> None:
    made = full.backup("hand")
    whole = Path(made.path).read_bytes()
    before = dump(full)
    full.close()
    chance = random.Random(7)
    header = whole.index(b"\n{") + 1
    for place in [*range(0, header, 9), *(chance.randrange(len(whole)) for _ in range(60))]:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        Path(made.path).write_bytes(spoilt)
        with pytest.raises(StoreError):
            vault.restore(made.path, password=PASSWORD)
    again = vault.open(USER, PASSWORD)
    assert dump(again) == before
    again.close()


def container(manifest: object) -> bytes:
    """A container with a right checksum over that manifest."""
    line = json.dumps(manifest).encode()
    return b"QIANSHOU BACKUP 1\n" + hashlib.sha256(line).hexdigest().encode() + b"\n" + line + b"\n"


@pytest.mark.parametrize(
    ("error", "content"),
    [
        (EmptyFile, b""),
        (ForeignFile, b"PK\x03\x04" + bytes(500)),
        (ForeignFile, "青山小学".encode() * 100),
        (DamagedFile, b"QIANSHOU BACKUP 1\n"),
        (DamagedFile, container({"school": "青山小学", "at": "2026-09-01T08:12:00", "parts": [], "cloud": 1})),
        (DamagedFile, container([])),
    ],
)
def test_what_is_no_backup_says_so_and_is_not_listed(
    full: FileStore, vault: FileVault, tmp_path: Path, error: type[StoreError], content: bytes
) -> None:
    made = full.backup("hand")
    bad = Path(made.path).with_name("bad.qsbak")
    bad.write_bytes(content)
    with pytest.raises(error):
        vault.verify(bad, password=PASSWORD)
    assert full.backups() == [made]
    with pytest.raises(CannotWrite):
        vault.verify(tmp_path / "gone.qsbak", password=PASSWORD)


def test_without_a_scratch_place_a_check_says_so(
    full: FileStore, vault: FileVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = full.backup("hand")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(CannotWrite):
        vault.verify(made.path, password=PASSWORD)


def test_a_backup_cut_short_or_lengthened_is_damaged(full: FileStore, vault: FileVault) -> None:
    made = full.backup("hand")
    whole = Path(made.path).read_bytes()
    for content in (whole[:-1], whole[:2000], whole + b"x"):
        Path(made.path).write_bytes(content)
        with pytest.raises(DamagedFile):
            vault.verify(made.path, password=PASSWORD)


def test_a_backup_whose_rows_are_not_those_of_the_manifest_is_refused(
    full: FileStore, vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "counts", lambda conn: {"child": 31})
    made = full.backup("hand")
    monkeypatch.undo()
    with pytest.raises(DamagedFile, match="numbers of rows"):
        vault.verify(made.path, password=PASSWORD)
