"""Where the data lies on this computer, and which drives it must not lie on (rules.md, Saving and keys)."""

import ctypes
import re
import string
import sys
from pathlib import Path, PurePath
from typing import Any

import platformdirs

SYSTEM: str = sys.platform
REMOVABLE, NETWORK, SYNC, FIXED = "removable", "network", "sync", "fixed"

NETWORK_TYPES = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs", "fuse.sshfs", "fuse.davfs2",
    "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs",
}
SYNC_FOLDERS = (
    "onedrive", "dropbox", "坚果云", "nutstore", "百度网盘", "baidunetdisk", "baidusyncdisk", "百度云同步盘",
    "icloud", "mobile documents", "google drive", "googledrive", "wps云盘", "wpsdrive", "微云", "weiyun", "nextcloud",
    "owncloud", "syncthing", "阿里云盘",
)
OCTAL = re.compile(r"\\([0-7]{3})")
"""How the mount table writes blanks and backslashes in a path."""
WINDOWS_REMOVABLE, WINDOWS_REMOTE, WINDOWS_CD = 2, 4, 5


def default_folder(executable: Path | None = None) -> Path:
    """data/ beside the executable if it is there and on a fixed disk, else the user's data folder.

    `executable` is for tests; without it, that of a packaged program.
    """
    if executable is None and getattr(sys, "frozen", False):
        executable = Path(sys.executable)
    if executable is not None:
        beside = executable.parent / "data"
        if beside.is_dir() and drive_kind(beside) == FIXED:
            return beside
    return platformdirs.user_data_path("qianshou", appauthor=False)


def drive_warning(folder: PurePath) -> str:
    """"" or why data should not lie there: "removable" and "network" are refused, "sync" is warned about."""
    kind = drive_kind(Path(folder))
    if kind != FIXED:
        return kind
    parts = [part.casefold() for part in Path(folder).absolute().parts]
    return SYNC if any(part.startswith(SYNC_FOLDERS) for part in parts) else ""


def drive_kind(folder: Path) -> str:
    """"fixed", "removable" or "network" for the drive that (will) hold the folder; not known is fixed."""
    if SYSTEM == "win32":
        return _windows_kind(folder)
    if SYSTEM == "linux":
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return FIXED
        return mounted_kind(_nearest(folder), mounts)
    return FIXED


def removable_drives() -> list[Path]:
    """USB sticks and the like that are plugged in, in the order of their names."""
    if SYSTEM == "win32":
        windows: Any = ctypes.__dict__["windll"]
        there = windows.kernel32.GetLogicalDrives()
        drives = [f"{letter}:\\" for place, letter in enumerate(string.ascii_uppercase) if there >> place & 1]
        return [Path(one) for one in drives if windows.kernel32.GetDriveTypeW(one) == WINDOWS_REMOVABLE]
    if SYSTEM == "linux":
        try:
            return mounted_sticks(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return []
    return []


def mounted_sticks(mounts: str, blocks: Path = Path("/sys/class/block")) -> list[Path]:
    """The same from the text of /proc/self/mounts."""
    found = []
    for line in mounts.splitlines():
        source, point, *_ = line.split(" ")
        if source.startswith("/dev/") and _is_removable(blocks / Path(source).name):
            found.append(Path(OCTAL.sub(lambda one: chr(int(one[1], 8)), point)))
    return sorted(found)


def _nearest(folder: Path) -> Path:
    """The folder itself or the first above it that exists, links followed."""
    here = folder.absolute()
    while not here.exists() and here != here.parent:
        here = here.parent
    return here.resolve()


def mounted_kind(folder: Path, mounts: str, blocks: Path = Path("/sys/class/block")) -> str:
    """The same from the text of /proc/self/mounts; `blocks` is the kernel's list of block devices."""
    best, device, system = "", "", ""
    for line in mounts.splitlines():
        source, point, kind, *_ = line.split(" ")
        point = OCTAL.sub(lambda found: chr(int(found[1], 8)), point)
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, device, system = point, source, kind
    if system in NETWORK_TYPES:
        return NETWORK
    return REMOVABLE if device.startswith("/dev/") and _is_removable(blocks / Path(device).name) else FIXED


def _is_removable(block: Path) -> bool:
    """Of a partition it is the disk around it that says so."""
    try:
        real = block.resolve()
        marks = (real / "removable", real.parent / "removable")
        return any(mark.is_file() and mark.read_text(encoding="ascii").strip() == "1" for mark in marks)
    except OSError:
        return False


def _windows_kind(folder: Path) -> str:
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return NETWORK
    windows: Any = ctypes.__dict__["windll"]
    kind = windows.kernel32.GetDriveTypeW(drive + "\\")
    return {WINDOWS_REMOVABLE: REMOVABLE, WINDOWS_CD: REMOVABLE, WINDOWS_REMOTE: NETWORK}.get(kind, FIXED)
