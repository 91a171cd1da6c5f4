"""What a process holds in memory."""

import ctypes
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SETTLES = 1.5


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = [("size", ctypes.c_ulong), ("faults", ctypes.c_ulong)] + [
        (name, ctypes.c_size_t) for name in ("peak", "working", "a", "b", "c", "d", "pagefile", "peak_pagefile")
    ]


def megabytes() -> float:
    """MB of this process that are in memory. (Not its share of what it shares, which depends on who else runs Qt.)"""
    if sys.platform == "win32":
        windows: Any = ctypes.__dict__["windll"]
        counters = _Counters()
        counters.size = ctypes.sizeof(counters)
        process = ctypes.c_void_p(windows.kernel32.GetCurrentProcess())
        windows.psapi.GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
        return float(counters.working) / 2**20
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS")


def settle(process_events: Callable[[], object]) -> None:
    """Let the window draw itself."""
    until = time.monotonic() + SETTLES
    while time.monotonic() < until:
        process_events()
        time.sleep(0.01)
