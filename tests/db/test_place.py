"""Where data lies by default, and which drives are told apart."""

import sys
from pathlib import Path

import pytest

from db import place

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
/dev/sda3 /home ext4 rw 0 0
server:/school /home/zhang/server nfs4 rw 0 0
//nas/school /mnt/nas cifs rw 0 0
/dev/sdb1 /media/zhang/U\\040盘 vfat rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/zhang/qianshou", place.FIXED),
        ("/opt", place.FIXED),
        ("/tmp/x", place.FIXED),
        ("/home/zhang/server/data", place.NETWORK),
        ("/home/zhang/server2", place.FIXED),
        ("/mnt/nas", place.NETWORK),
        ("/media/zhang/U 盘/牵手", place.REMOVABLE),
    ],
)
def test_the_mount_table_tells_the_drive(tmp_path: Path, folder: str, kind: str) -> None:
    for disk, removable in (("sda", "0"), ("sdb", "1")):
        for part in ("1", "2", "3"):
            (tmp_path / disk / (disk + part)).mkdir(parents=True)
            (tmp_path / (disk + part)).symlink_to(tmp_path / disk / (disk + part))
        (tmp_path / disk / "removable").write_text(removable + "\n")
    assert place.mounted_kind(Path(folder), MOUNTS, tmp_path) == kind


def test_sticks_are_told_from_fixed_disks(tmp_path: Path) -> None:
    for disk, removable in (("sda2", "0"), ("sda3", "0"), ("sdb1", "1")):
        (tmp_path / disk).mkdir()
        (tmp_path / disk / "removable").write_text(removable)
    assert place.mounted_sticks(MOUNTS, tmp_path) == [Path("/media/zhang/U 盘")]


@pytest.mark.skipif(sys.platform == "win32", reason="the paths of the mount table are those of Linux")
def test_this_computers_own_disk_is_fixed_before_the_folder_exists(tmp_path: Path) -> None:
    assert place.drive_kind(tmp_path / "not" / "yet") == place.FIXED
    assert place.drive_warning(tmp_path) == ""


@pytest.mark.parametrize("name", ["OneDrive - 青山小学", "坚果云", "Dropbox", "WPS云盘", "iCloudDrive"])
def test_sync_folders_are_warned_about(tmp_path: Path, name: str) -> None:
    assert place.drive_warning(tmp_path / name / "牵手") == place.SYNC


def test_a_data_folder_beside_the_executable_counts_on_a_fixed_disk_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable = tmp_path / "牵手.exe"
    own = place.default_folder(executable)
    assert own.name == "qianshou"
    (tmp_path / "data").mkdir()
    assert place.default_folder(executable) == tmp_path / "data"
    monkeypatch.setattr(place, "drive_kind", lambda folder: place.REMOVABLE)
    assert place.default_folder(executable) == own
