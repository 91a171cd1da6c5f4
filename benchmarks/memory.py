"""How much memory the program holds after the login, as a ratio to a bare PySide6 window measured in the same run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Row

ROOT = Path(__file__).parent.parent
ROUNDS = 3
AS_BUILT = "import sys, runpy; sys.modules['_hashlib'] = None; runpy.run_module('{}', run_name='__main__')"
"""As in the executable, which has no OpenSSL beside that of SQLCipher: hashlib then has its own SHA."""
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def rows() -> list[Row]:
    """Megabytes of each, and how many times as much ours is."""
    with tempfile.TemporaryDirectory() as scratch:
        said("held_login", "make", scratch)
        pairs = [(float(said("held_login", "open", scratch)), float(said("held_bare"))) for _round in range(ROUNDS)]
    ours, bare = (sorted(values)[ROUNDS // 2] for values in zip(*pairs, strict=True))
    return [Row("memory after login ÷ bare window", ours / bare, 2.0, f"{ours:.0f} MB ÷ {bare:.0f} MB, sample school")]


def said(module: str, *given: str) -> str:
    """What one of the two programs beside this one prints, in a process of its own."""
    command = [sys.executable, "-c", AS_BUILT.format(f"benchmarks.{module}"), *given]
    environment = os.environ | ENVIRONMENT
    ran = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300)
    return ran.stdout.split()[-1]
