"""How much memory the program holds after the login, as a ratio to a bare PySide6 window measured in the same run."""

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.table import Row

ROOT = Path(__file__).parent.parent
ROUNDS = 3
LEAST_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def rows() -> list[Row]:
    """Megabytes of each, and how many times as much ours is."""
    with tempfile.TemporaryDirectory() as scratch:
        measured("make", scratch)
        pairs = [(measured("login", scratch), measured("bare", scratch)) for _round in range(ROUNDS)]
    ours, bare = (sorted(values)[ROUNDS // 2] for values in zip(*pairs, strict=True))
    return [Row("memory after login ÷ bare window", ours / bare, 2.0, f"{ours:.0f} MB ÷ {bare:.0f} MB, sample school")]


def measured(what: str, scratch: str) -> float:
    """Run one of the three below in a process of its own; it prints its megabytes."""
    command = [sys.executable, "-m", "benchmarks.memory", what, scratch]
    environment = os.environ | LEAST_ENVIRONMENT
    ran = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300)
    return float(ran.stdout.split()[-1])


def held() -> float:
    """MB that this process has in memory. (Not its share of what it shares, which depends on who else runs Qt.)"""
    if sys.platform == "win32":
        return _held_on_windows()
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS")


def _held_on_windows() -> float:
    class Counters(ctypes.Structure):
        _fields_ = [("size", ctypes.c_ulong), ("faults", ctypes.c_ulong)] + [
            (name, ctypes.c_size_t)
            for name in ("peak", "working", "a", "b", "c", "d", "pagefile", "peak_pagefile", "private")
        ]

    windows: Any = ctypes.__dict__["windll"]
    counters = Counters()
    counters.size = ctypes.sizeof(counters)
    process = windows.kernel32.GetCurrentProcess()
    windows.psapi.GetProcessMemoryInfo(ctypes.c_void_p(process), ctypes.byref(counters), counters.size)
    return float(counters.working) / 2**20


def make(scratch: str) -> None:
    """The sample school, made aside so that what making it needs is not counted."""
    from app.__main__ import disk
    from ui.cli.headless import fonts_ready
    from ui.setup.sample import make_sample

    fonts_ready()
    make_sample(disk().vault(Path(scratch) / "school"), date(2026, 10, 12)).close()
    sys.stdout.write("0\n")


def bare(_scratch: str) -> None:
    """A window with a label."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(["bare"])
    window = QLabel("bare")
    window.resize(1366, 697)
    window.show()
    _settle(application.processEvents)
    sys.stdout.write(f"{held():.1f}\n")


def login(scratch: str) -> None:
    """The program from the login page to the roster, by the password typed in."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from app.__main__ import disk
    from ui import start
    from ui.login import Login
    from ui.setup.sample import PASSWORD
    from ui.shell import Shell

    application = start.application(["qianshou"])
    shell = Shell(disk(), Path(scratch) / "school", start.load_pages)
    shell.resize(1366, 697)
    shell.start()
    shell.show()
    _settle(application.processEvents)
    page = shell.currentWidget()
    assert isinstance(page, Login)
    QTest.keyClicks(page.form.password, PASSWORD)
    QTest.keyClick(page.form.password, Qt.Key.Key_Return)
    _settle(application.processEvents)
    assert shell.window_ is not None
    sys.stdout.write(f"{held():.1f}\n")
    sys.stdout.flush()
    os._exit(0)


def _settle(process_events: Callable[[], object]) -> None:
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        process_events()
        time.sleep(0.01)


if __name__ == "__main__":
    {"make": make, "bare": bare, "login": login}[sys.argv[1]](sys.argv[2])
