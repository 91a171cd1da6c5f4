"""Builds the bare window, starts both executables in turn, and compares size and time to the first paint."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.table import Row

ROOT = Path(__file__).parent.parent
BARE = ROOT / "build" / "bench" / "dist" / ("bare.exe" if sys.platform == "win32" else "bare")
ROUNDS = 7
PASSWORD = "bench-password-1"


def rows() -> list[Row]:
    """Size and first paint of the login, as ratios to the bare window."""
    build_bare()
    ours = ROOT / "dist" / ("qianshou.exe" if sys.platform == "win32" else "qianshou")
    if ours.is_dir():
        ours = ours / ours.name
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        environment = os.environ | {"QIANSHOU_PASSWORD": PASSWORD}
        init = [str(ours), "--data", str(data), "init", "--school", "青山小学", "--user", "李老师"]
        subprocess.run(init, env=environment, check=True, capture_output=True)
        ours_ms, bare_ms = [], []
        for number in range(ROUNDS + 1):
            pair = first_paint([str(BARE)], Path(scratch)), first_paint([str(ours), "--data", str(data)], Path(scratch))
            if number:  # the first pair reads both files from the disk
                bare_ms.append(pair[0])
                ours_ms.append(pair[1])
    sizes = size_of(ours) / 1e6, size_of(BARE) / 1e6
    times = statistics.median(ours_ms), statistics.median(bare_ms)
    # Each pair ran within seconds, so other work on the machine weighs on both.
    ratio = statistics.median(each / other for each, other in zip(ours_ms, bare_ms, strict=True))
    return [
        Row("first paint of login ÷ bare window", ratio, 1.0, f"{times[0]:.0f} ms ÷ {times[1]:.0f} ms"),
        Row("size ÷ bare window", sizes[0] / sizes[1], 1.4, f"{sizes[0]:.1f} MB ÷ {sizes[1]:.1f} MB"),
    ]


def build_bare() -> None:
    """One file by PyInstaller's defaults, once."""
    if BARE.exists():
        return
    folder = ROOT / "build" / "bench"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--onefile", "--name", "bare"]
    command += ["--distpath", str(BARE.parent), "--workpath", str(folder / "work"), "--specpath", str(folder)]
    subprocess.run([*command, str(ROOT / "benchmarks" / "bare.py")], check=True)


def first_paint(command: list[str], scratch: Path) -> float:
    """Milliseconds from the start of the process to its first painted window."""
    mark = scratch / "mark"
    mark.unlink(missing_ok=True)
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"QIANSHOU_FIRST_PAINT": str(mark)}
    start = time.time_ns()
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
    return (int(mark.read_text(encoding="ascii")) - start) / 1e6


def size_of(path: Path) -> int:
    """Bytes of the one file (or of its folder)."""
    folder = path.parent
    if folder.name == "dist":
        return path.stat().st_size
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
