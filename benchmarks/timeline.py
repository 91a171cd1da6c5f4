"""How long the dossier of a child with 1,500 records takes to open, until its timeline is painted."""

import gc
import os
import statistics
import time
from datetime import timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.__main__ import GARBAGE
from app.changes import Change, Insert, New
from app.enrolment import pupils_on
from benchmarks.finding import Frames
from benchmarks.schools import DAY, opened, settled, window
from benchmarks.table import Row
from ui.children.roster_page import RosterPage
from ui.window import Window

RECORDS = 1500
ROUNDS = 9


def rows() -> list[Row]:
    """Milliseconds by the clock and of the processor."""
    gc.set_threshold(*GARBAGE)
    child_id, others = prepared()
    with window(10) as (app, shown):
        times = [opening(app, shown, child_id) for _round in range(ROUNDS)]
        before = [opening(app, shown, others) for _round in range(ROUNDS)]
    waited, worked = (statistics.median(part) for part in zip(*times, strict=True))
    plain, busy = (statistics.median(part) for part in zip(*before, strict=True))
    return [
        Row(f"the dossier of a child with {RECORDS} records opens, ms", waited, 100.0,
            f"best {min(times)[0]:.0f}, of the processor {worked:.0f}; without records {plain:.0f} and {busy:.0f}")
    ]  # fmt: skip


def prepared() -> tuple[int, int]:
    """A pupil of the highest grade, with as many records as that, and one with none."""
    store = opened(10)
    snapshot = store.snapshot()
    sixth = [child.id for child, one in pupils_on(snapshot, DAY) if one.entry_year == DAY.year - 5]
    listed = {child: len(store.ledger.of_child(child)) for child in sixth[::3]}
    most, none = max(listed, key=lambda child: listed[child]), min(listed, key=lambda child: listed[child])
    missing = max(0, RECORDS - listed[most])
    if missing:
        store.apply("bench", _more(most, missing))
    store.close()
    return most, none


def _more(child_id: int, count: int) -> list[Change]:
    changes: list[Change] = []
    for number in range(count):
        day = DAY - timedelta(days=number % 400)
        values = {"kind": "talk", "day": day.isoformat(), "summary": "课间说了几句，作业交了。", "minutes": 5}
        changes.append(Insert("care_record", values, f"record{number}"))
        changes.append(Insert("participant", {"record_id": New(f"record{number}"), "child_id": child_id}))
    return changes


def opening(app: QApplication, shown: Window, child_id: int) -> tuple[float, float]:
    """Milliseconds from asking for the child until the dossier is painted."""
    shown.go("roster")
    page = shown.page
    assert isinstance(page, RosterPage)
    while page.back():
        pass
    settled(app, 0.1)
    seen = Frames()
    app.installEventFilter(seen)
    begin, busy = time.perf_counter(), time.process_time()
    shown.go("roster", child_id)
    while not seen.count:
        app.processEvents()
    spent = 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - busy)
    app.removeEventFilter(seen)
    return spent
