"""What recording takes after ten years: from Enter until the record is on the disk and the list has moved on."""

import gc
import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.__main__ import GARBAGE
from app.today import DONE
from benchmarks.schools import settled, window
from benchmarks.table import Row
from ui.contacts.page import ContactsPage
from ui.today.page import TodayPage
from ui.window import Window

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
ROUNDS = 15


def rows() -> list[Row]:
    """Milliseconds by the clock, for what is written is forced onto the disk."""
    gc.set_threshold(*GARBAGE)
    with window(10) as (app, shown):
        done, told = told_by(app, shown, on_today), told_by(app, shown, in_the_log)
    return [
        Row("a duty of 今日, from Enter until the list has moved on, ms", *done),
        Row("a record of 亲情联系, from Enter until the log shows it, ms", *told),
    ]  # fmt: skip


def told_by(
    app: QApplication, shown: Window, ready: Callable[[QApplication, Window], Callable[[], object]]
) -> tuple[float, float, str]:
    """Figure, bound and detail. `ready` brings the page to where one Enter is missing, and gives what
    is another once the list has moved on."""
    waited, worked = [], []
    for _round in range(ROUNDS):
        state = ready(app, shown)
        there, before = app.focusWidget(), state()
        assert there is not None
        begin, busy = time.perf_counter(), time.process_time()
        QTest.keyClick(there, ENTER)
        app.processEvents()
        waited.append(1000 * (time.perf_counter() - begin))
        worked.append(1000 * (time.process_time() - busy))
        assert state() != before, "nothing was recorded"
        settled(app, 0.1)
    return statistics.median(waited), 50.0, f"best {min(waited):.0f}; of the processor {statistics.median(worked):.0f}"


def on_today(app: QApplication, shown: Window) -> Callable[[], object]:
    """The panel of 今日, asked about the current duty."""
    shown.go("today")
    page = shown.page
    assert isinstance(page, TodayPage)
    settled(app, 0.1)
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, ENTER)
    app.processEvents()
    return lambda: (page.list.grid.current(), page.day.plan.of(DONE)[:1])


def in_the_log(app: QApplication, shown: Window) -> Callable[[], object]:
    """The strip of 亲情联系, with a child who has not called this week."""
    shown.go("contacts")
    page = shown.page
    assert isinstance(page, ContactsPage)
    settled(app, 0.1)
    page.strip.begin_again()
    for key in (DOWN, ENTER):
        there = app.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)
        app.processEvents()
    return lambda: page.log.grid.rows()[:1]
