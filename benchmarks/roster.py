"""How long 5,000 pupils take: reading the file, the list, a search, one save."""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.changes import Update
from app.roster import rows as roster_rows
from app.sample import sample_school
from app.search import search
from app.statistics import statistics as count_all
from app.vault import Setup
from benchmarks.table import Row
from db import keys
from db.vault import FileVault

PUPILS = 5000
DAY = date(2026, 10, 12)


def rows() -> list[Row]:
    """Seconds, with the bounds of a clerk's patience."""
    sample = sample_school(DAY, PUPILS)
    with tempfile.TemporaryDirectory() as scratch:
        vault = FileVault(Path(scratch) / "data", cost=keys.LOW_COST)
        term = sample.term
        _code, store = vault.create(Setup(sample.school, "李老师", "bench", term.code, term.from_day, term.until_day))
        filled = seconds(lambda: store.apply("fill", sample.changes, kind="import"), 1)
        read = seconds(store.snapshot, 3)
        snapshot = store.snapshot()
        child = next(iter(snapshot.children.values()))
        saves = iter(range(100))
        saved = seconds(lambda: store.apply("save", [Update("child", child.id, {"note": str(next(saves))})]), 9)
        store.close()
    listed = seconds(lambda: roster_rows(snapshot, DAY), 3)
    counted = seconds(lambda: count_all(snapshot, DAY), 3)
    shown = roster_rows(snapshot, DAY)
    searched = seconds(lambda: search(shown, "zh"), 9)
    return [
        Row(f"import of {PUPILS} pupils into the file, s", filled, 10.0, "one transaction with its history"),
        Row(f"reading {PUPILS} pupils, s", read, 1.5, "after the password"),
        Row(f"roster of {PUPILS} pupils, s", listed, 1.0, "both meanings, five facts, carers"),
        Row(f"statistics of {PUPILS} pupils, s", counted, 1.0, "both meanings, every cell a list of children"),
        Row(f"one keystroke in the search over {PUPILS}, s", searched, 0.05, "name, pinyin, initials, digits"),
        Row("one field saved, s", saved, 0.1, "on disk, with its history"),
    ]


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Median time of `work`."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
