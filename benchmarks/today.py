"""The page 今日 of a school with ten years behind it, from click to paint, beside two things.

The bare SQL that reads the records of the windows that run on that day; and the same page with one year.

Time is the processor's, so that a busy machine does not speak into it.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.__main__ import GARBAGE
from app.standing import records_needed
from benchmarks.finding import Frames
from benchmarks.schools import DAY, school, window
from benchmarks.table import Row
from db.store import FileStore
from ui.window import Window

BARE = (
    "SELECT r.id, r.kind, r.day, r.outcome = 'reached', p.child_id, r.class_id, r.staff_id FROM care_record AS r "
    "LEFT JOIN participant AS p ON p.record_id = r.id WHERE r.day BETWEEN ? AND ?"
)
ROUNDS = 7


def rows() -> list[Row]:
    """Ratios, and the minutes that ten years take to be made."""
    gc.set_threshold(*GARBAGE)
    made = school(10)[1]
    bare, records, known, fresh = figures(10)
    _bare, _records, known_before, fresh_before = figures(1)
    ms = f"bare SQL {bare:.0f} ms for {records} rows"
    return [
        Row("ten years of a school of 600 left-behind children, made, min", made / 60, 3.0, "with all their history"),
        Row("今日 from click to paint ÷ bare SQL", known / bare, 3.0, f"{known:.0f} ms; {ms}"),
        Row("今日 with nothing known yet ÷ bare SQL", fresh / bare, 3.0,
            f"{fresh:.0f} ms, once after the login: reads the records, works out what is due, paints"),
        Row("今日 with 10 years ÷ with 1 year", known / known_before, 1.3, f"{known:.0f} ms ÷ {known_before:.0f} ms"),
        Row("the same with nothing known yet", fresh / fresh_before, 1.3, f"{fresh:.0f} ms ÷ {fresh_before:.0f} ms"),
    ]  # fmt: skip


def figures(years: int) -> tuple[float, int, float, float]:
    """Milliseconds of the bare SQL, its rows, then of the page: as the program runs, and with nothing known yet."""
    with window(years) as (app, shown):
        store = cast(FileStore, shown.session.store)
        needed = records_needed(shown.session.snapshot, DAY)
        assert needed is not None
        days = [day.isoformat() for day in needed]
        conn = store._conn
        bare = spent(lambda: conn.execute(BARE, days).fetchall(), lambda: None)
        read = len(conn.execute(BARE, days).fetchall())
        shown.go("today")
        known = spent(lambda: clicked(app, shown), lambda: elsewhere(app, shown))

        def forgotten() -> None:
            elsewhere(app, shown)
            shown.session.reread()

        fresh = spent(lambda: clicked(app, shown), forgotten)
    return bare, read, known, fresh


def clicked(app: QApplication, shown: Window) -> None:
    """今日 on the rail is clicked; back when its list is painted."""
    seen = Frames()
    app.installEventFilter(seen)
    shown.go("today")
    while not seen.count:
        app.processEvents()
    app.removeEventFilter(seen)


def elsewhere(app: QApplication, shown: Window) -> None:
    """Another page is on screen."""
    shown.go("roster")
    app.processEvents()


def spent(work: Callable[[], object], before: Callable[[], None]) -> float:
    """Median milliseconds of the processor that `work` takes; `before` runs outside the clock."""
    times = []
    for _round in range(ROUNDS):
        before()
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return statistics.median(times)
