"""How the list of 5,000 pupils answers, up to the painted frame: a key in the search box, scrolling, a filter."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.__main__ import disk
from benchmarks.roster import DAY, PUPILS
from benchmarks.table import Row
from db import keys
from db.vault import FileVault
from ui import start
from ui.children.roster_page import RosterPage
from ui.page import PageSpec
from ui.session import Session
from ui.setup.sample import make_sample
from ui.window import Window
from ui.work import Work

WORDS = ("zhang", "wxy", "li", "0046", "13900", "chenzq")
STEPS = 120


class Frames(QObject):
    """Counts what is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def rows() -> list[Row]:
    """Milliseconds; 16 is a frame of the screen, 33 the slowest that still looks like moving."""
    app = start.application(["bench"])
    with opened(app) as page:
        typed = keystrokes(app, page)
        floor = statistics.median(painting(page) for _ in range(9))
        few = frames(app, page)
        for key in page.listing.columns:
            page.list.grid.head.show_column(key, True)
        many = frames(app, page)
        columns = len(page.listing.columns)
    waited, worked = statistics.median(wall for wall, _cpu in typed), statistics.median(cpu for _wall, cpu in typed)
    return [
        Row(f"one key in the search of {PUPILS}, painted, ms", waited, 16.0,
            f"worst {max(typed)[0]:.1f}, of the processor {worked:.1f}; floor: painting the list alone {floor:.1f}"),
        Row("one frame while scrolling, ms", few, 33.3, f"{1000 / few:.0f} frames/s, 5 columns"),
        Row("one frame while scrolling, all columns, ms", many, 33.3, f"{1000 / many:.0f} frames/s, {columns} columns"),
    ]  # fmt: skip


@contextmanager
def opened(app: QApplication) -> Iterator[RosterPage]:
    """The roster of a sample school of that size, all pupils listed, in a real window."""
    with tempfile.TemporaryDirectory() as scratch:
        where = replace(disk(), vault=lambda folder: FileVault(Path(folder), cost=keys.LOW_COST))
        store = make_sample(where.vault(Path(scratch) / "data"), DAY, PUPILS)
        pages = [PageSpec("roster", "儿童名册", "book-open", RosterPage)]
        window = Window(Session(where, store, DAY), Work(lambda: store), pages)
        window.resize(1366, 697)
        window.show()
        window.activateWindow()
        page = window.page
        assert isinstance(page, RosterPage)
        page.list.choose_segment("all")
        settled(app, 0.5)
        yield page
        window.hide()
        window.deleteLater()
        settled(app, 0.1)
        store.close()


def keystrokes(app: QApplication, page: RosterPage) -> list[tuple[float, float]]:
    """Milliseconds from each key to the list as it is painted then, by the clock and of the processor."""
    box = page.list.head.search
    times: list[tuple[float, float]] = []
    box.setFocus()
    for word in WORDS:
        for letter in word:
            begin, busy = time.perf_counter(), time.thread_time()
            QTest.keyClick(box, letter)
            app.processEvents()
            times.append((1000 * (time.perf_counter() - begin), 1000 * (time.thread_time() - busy)))
            settled(app, 0.15)
        box.clear()
        settled(app, 0.15)
    return times


def frames(app: QApplication, page: RosterPage) -> float:
    """Milliseconds for each frame that was painted while the scroll bar was stepped."""
    counter, bar = Frames(), page.list.grid.verticalScrollBar()
    bar.setValue(0)
    settled(app, 0.2)
    page.list.grid.viewport().installEventFilter(counter)
    begin = time.perf_counter()
    for _ in range(STEPS):
        bar.setValue(bar.value() + 7 * bar.singleStep() // 3)
        app.processEvents()
    spent = 1000 * (time.perf_counter() - begin)
    page.list.grid.viewport().removeEventFilter(counter)
    return spent / max(1, counter.count)


def painting(page: RosterPage) -> float:
    """Milliseconds to paint the rows on screen."""
    begin = time.perf_counter()
    page.list.grid.viewport().repaint()
    return 1000 * (time.perf_counter() - begin)


def settled(app: QApplication, seconds: float) -> None:
    """Let the window come to rest."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.002)
