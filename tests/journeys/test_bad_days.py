"""Bad days: passwords forgotten, computers replaced, files spoilt, disks full. Nothing is lost, and it says what to do."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.folder import DataFolder
from tests.journeys.clerk import NAME, PASSWORD, SCHOOL, Clerk
from ui.login import Login

SAMPLES = Path(__file__).parent.parent / "samples"
ROOT = Path(__file__).parents[2]
NEW_PASSWORD = "tafel9kreide-rot"


@pytest.fixture
def code(clerk: Clerk, folder: Path) -> str:
    """A school with one class teacher's file imported, closed again; its recovery code."""
    clerk.starts(folder)
    made = clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    clerk.leaves()
    return made


def pupils(clerk: Clerk) -> int:
    """How many children the roster lists in all."""
    return clerk.roster.list.segments.button("all").count or 0


def backup_in(folder: Path) -> Path:
    """The newest backup of a data folder."""
    return max(DataFolder(folder).backups.iterdir(), key=lambda path: path.stat().st_mtime)


def test_a_wrong_password_and_then_the_recovery_code(clerk: Clerk, folder: Path, code: str) -> None:
    clerk.starts(folder)
    clerk.logs_in("falsch-falsch")
    clerk.look("wrong-password")
    assert clerk.reads("密码不对", "恢复码")
    assert clerk.field("密码").text() == ""
    clerk.press("忘了密码")
    clerk.look("recover")
    clerk.fill("恢复码", "B" * 32)
    clerk.fill("新密码", NEW_PASSWORD)
    clerk.fill("新密码再输一遍", NEW_PASSWORD)
    clerk.key(Qt.Key.Key_Return)
    assert clerk.reads("恢复码不对")
    clerk.fill("恢复码", code)
    clerk.key(Qt.Key.Key_Return)
    clerk.leaves_today()
    assert pupils(clerk) > 0
    clerk.leaves()
    clerk.starts(folder)
    clerk.logs_in(PASSWORD)
    assert clerk.reads("密码不对")
    clerk.logs_in(NEW_PASSWORD)
    assert pupils(clerk) > 0


def test_a_new_computer_with_a_backup_and_the_code_alone(clerk: Clerk, folder: Path, code: str, tmp_path: Path) -> None:
    stick = tmp_path / "U盘" / "备份.qsbak"
    stick.parent.mkdir()
    shutil.copyfile(backup_in(folder), stick)
    clerk.starts(tmp_path / "新电脑")
    clerk.press("从备份恢复")
    clerk.will_open(stick)
    clerk.press("选一份备份文件…")
    clerk.press("用恢复码打开")
    clerk.fill("恢复码", "C" * 32)
    clerk.press("检查这份备份")
    clerk.waits("恢复码不对")
    clerk.fill("恢复码", code)
    clerk.press("检查这份备份")
    clerk.waits("没有损坏", SCHOOL)
    clerk.look("restore")
    clerk.press("恢复这份备份")
    clerk.ready()
    assert isinstance(clerk.shell.currentWidget(), Login)
    assert clerk.reads(NAME, "请输密码")
    clerk.logs_in()
    assert pupils(clerk) > 0


def test_a_second_start_brings_the_first_window_to_the_front(clerk: Clerk, folder: Path, code: str) -> None:
    clerk.starts(folder)
    clerk.logs_in()
    clerk.shell.showMinimized()
    command = [sys.executable, "-m", "app", "--data", str(folder)]
    second = subprocess.run(command, cwd=ROOT, timeout=60, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    assert second.returncode == 0
    clerk.until(lambda: not clerk.shell.isMinimized())
    assert pupils(clerk) > 0
    asked = subprocess.run(
        [sys.executable, "-m", "app", "children", "--data", str(folder)], cwd=ROOT, timeout=60, check=False,
        env=dict(os.environ, QIANSHOU_PASSWORD=PASSWORD), capture_output=True,
    )  # fmt: skip
    assert asked.returncode == 1
    assert "另一个窗口" in asked.stderr.decode("utf-8")


def test_a_spoilt_file_says_so_and_is_replaced_by_the_backup(clerk: Clerk, folder: Path, code: str) -> None:
    database = DataFolder(folder).database
    spoilt = bytearray(database.read_bytes())
    spoilt[5000] ^= 1
    database.write_bytes(spoilt)
    clerk.starts(folder)
    clerk.logs_in()
    clerk.look("damaged")
    assert clerk.reads("资料文件坏了", "请从最近的备份恢复")
    clerk.press("从备份恢复")
    clerk.fill("备份时的密码", PASSWORD)
    clerk.press("检查这份备份")
    clerk.waits("没有损坏")
    clerk.press("恢复这份备份")
    clerk.ready()
    clerk.logs_in()
    assert pupils(clerk) > 0
    assert [path.read_bytes() for path in DataFolder(folder).aside.rglob("*.db")] == [bytes(spoilt)]


def spoilt_tables(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Files that are no table, and what the screen must say."""
    whole = (SAMPLES / "register.xlsx").read_bytes()
    for name, content, words in (
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(600), "图片"),
        ("加密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"), ""),
        ("坏了.xlsx", whole[: len(whole) // 2], "不完整"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        yield path, words


def test_a_spoilt_table_leaves_the_roster_as_it_is(clerk: Clerk, folder: Path, code: str, tmp_path: Path) -> None:
    clerk.starts(folder)
    clerk.logs_in()
    before = clerk.window.session.store.snapshot()
    clerk.control(Qt.Key.Key_I)
    for path, words in spoilt_tables(tmp_path):
        clerk.will_open(path)
        clerk.press("选表格")
        clerk.waits(path.name, "没有读进来", words)
        clerk.look(f"not-read-{path.stem}")
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.roster.isVisible()
    assert clerk.window.session.store.snapshot() == before


def import_without_room(clerk: Clerk, words: str) -> None:
    """Import the register where there is no room for it, and read what the screen says."""
    before = clerk.window.session.store.snapshot()
    clerk.will_open(SAMPLES / "register.xlsx")
    clerk.control(Qt.Key.Key_I)
    clerk.press("选表格")
    clerk.waits("看看每一列对不对")
    clerk.press("看一遍")
    clerk.ready()
    clerk.control(Qt.Key.Key_Return)
    clerk.waits(words)
    clerk.look("no-room")
    assert clerk.window.session.store.snapshot() == before
    assert clerk.button("导入 139 行").isEnabled(), "it can be tried again"


def test_a_file_that_may_not_grow_refuses_the_import(clerk: Clerk, folder: Path, code: str) -> None:
    clerk.starts(folder)
    clerk.logs_in()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = DataFolder(folder).database.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, before[1]))
    try:
        import_without_room(clerk, "什么也没有改")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    clerk.press("导入 139 行")
    clerk.waits("导入好了")


def test_a_full_disk_refuses_the_import(clerk: Clerk, tmp_path: Path) -> None:
    place = tmp_path / "小硬盘"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a small disk; the story before covers the rest")
    try:
        clerk.starts(place / "资料")
        clerk.opens_new_school()
        filler = place / "filler"
        with filler.open("wb", buffering=0) as out:
            while (room := os.statvfs(place).f_bavail) > 8:
                out.write(bytes(4096 * min(room - 8, 64)))
        import_without_room(clerk, "磁盘满了")
        filler.unlink()
        clerk.press("导入 139 行")
        clerk.waits("导入好了")
        clerk.leaves()
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
