"""Sample schools with years of care behind them, made once and shown in a window: 600 left-behind children of 1,500."""

import atexit
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.__main__ import disk
from app.store import Store
from db import keys
from db.vault import FileVault
from ui import start
from ui.pages import PAGES
from ui.session import Session
from ui.setup.sample import PASSWORD, make_sample
from ui.window import Window
from ui.work import Work

PUPILS = 1500
DAY = date(2026, 11, 24)
WHERE = replace(disk(), vault=lambda folder: FileVault(Path(folder), cost=keys.LOW_COST))


@cache
def school(years: int) -> tuple[Path, float]:
    """The folder of a school with so many years behind it, and the seconds that its making took."""
    folder = Path(tempfile.mkdtemp(prefix=f"qianshou-{years}-years-"))
    atexit.register(shutil.rmtree, folder, True)
    start.application(["bench"])
    begin = time.perf_counter()
    make_sample(WHERE.vault(folder), DAY, PUPILS, years).close()
    return folder, time.perf_counter() - begin


def opened(years: int) -> Store:
    """The open file of that school."""
    vault = WHERE.vault(school(years)[0])
    return vault.open(vault.users()[0], PASSWORD)


@contextmanager
def window(years: int) -> Iterator[tuple[QApplication, Window]]:
    """The window on that school, at rest."""
    app = start.application(["bench"])
    store = opened(years)
    shown = Window(Session(WHERE, store, DAY), Work(lambda: store), PAGES)
    shown.resize(1366, 697)
    shown.show()
    shown.activateWindow()
    settled(app, 0.5)
    yield app, shown
    shown.hide()
    shown.deleteLater()
    settled(app, 0.1)
    store.close()


def settled(app: QApplication, seconds: float) -> None:
    """Let the window come to rest."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.002)
