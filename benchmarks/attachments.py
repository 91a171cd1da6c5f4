"""How soon a strip of 200 pictures paints its first screen, and how long the window ever stands still meanwhile."""

import os
import random
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.__main__ import disk
from app.attachments import PICTURE, RECORD, Kept
from app.edits import Told, log_care
from app.edits.attachments import attach
from app.sample import sample_school
from app.store import Store
from app.vault import Setup
from benchmarks.table import Row
from db import keys
from db.vault import FileVault
from ui import style
from ui.attachments.album import album_of
from ui.attachments.reading import keep
from ui.attachments.strip import AttachmentStrip
from ui.photos.given import Given
from ui.photos.portraits import portrait
from ui.photos.reading import encoded
from ui.session import Session
from ui.work import Work

PICTURES, MANY, BYTES = 200, 2000, 600_000
DAY = date(2026, 10, 12)
SIZE = QSize(900, 420)
"""Three rows of twelve: the widest place of a strip, in a narrow window."""
ROUNDS = 5
PHONE = QSize(4000, 3000)


def rows() -> list[Row]:
    """Milliseconds by the clock."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    style.dress(app)
    with tempfile.TemporaryDirectory() as scratch, closing(_school(Path(scratch) / "data")) as store:
        few, many = _hung(store, PICTURES, BYTES), _hung(store, MANY, 0)
        first = [_shown(app, store, few) for _round in range(ROUNDS)]
        large = [_shown(app, store, many) for _round in range(3)]
        scrolled = _scrolled(app, store, many)
        stall, taken = _brought(app, store, Path(scratch))
    soon, still = (statistics.median(part) for part in zip(*first, strict=True))
    later, quiet = (statistics.median(part) for part in zip(*large, strict=True))
    return [
        Row(f"a strip of {PICTURES} pictures paints its first screen, ms", soon, 200.0,
            f"36 thumbnails, each decrypted; of {MANY:,} pictures {later:.0f}"),
        Row("the window stands still meanwhile, ms", still, 100.0, f"the longest; with {MANY:,} pictures {quiet:.0f}"),
        Row(f"scrolling through {MANY:,} pictures, the longest turn, ms", scrolled, 50.0, "a screen at a turn"),
        Row("taking ten pictures of a phone in, the window stands still, ms", stall, 100.0,
            f"the longest; {taken:.1f} s for all, 12 million points each"),
    ]  # fmt: skip


def _school(folder: Path) -> Store:
    sample = sample_school(DAY, 100)
    term = sample.term
    setup = Setup(sample.school, "李老师", "bench-password", term.code, term.from_day, term.until_day)
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    store.apply("fill", sample.changes, kind="import")
    return store


def _hung(store: Store, count: int, size: int) -> int:
    """A record with so many pictures; more than 200 share their files, but each is read for itself."""
    record = store.apply("record", log_care(Told("activity", DAY), [])).ids["record"]
    chance = random.Random(1)
    kept: list[Kept] = []
    for number in range(min(count, PICTURES)):
        one = keep(store, encoded(portrait(number, girl=number % 2 == 0, size=QSize(400, 300))), f"{number}.jpg")
        if size:
            one = replace(one, file=store.keep_file(store.file(one.file) + chance.randbytes(size)), bytes=size)
        kept.append(one)
    for turn in range(0, count, PICTURES):
        # The verb would not hang a file on a record twice.
        store.apply("hang", attach(RECORD, record, kept[: count - turn], DAY.isoformat()))
    assert {one.kind for one in kept} == {PICTURE}
    return record


class _Open:
    """A strip in a window."""

    def __init__(self, store: Store) -> None:
        self.session = Session(disk(), store, DAY)
        self.work = Work(lambda: store)
        self.window = QWidget()
        self.strip = AttachmentStrip(self.session, self.work)
        column = QVBoxLayout(self.window)
        column.addWidget(self.strip)
        column.addStretch(1)
        self.window.resize(SIZE)
        self.window.show()

    def is_painted(self) -> bool:
        """Whether every tile on the screen has its picture."""
        tiles = self.strip.tiles
        seen = [place for place in range(len(tiles.tiles.rows))
                if tiles.visualRect(tiles.tiles.index(place, 0)).intersects(tiles.viewport().rect())]  # fmt: skip
        looks = [album_of(self.session).look(tiles.tiles.rows[place]) for place in seen]
        return bool(looks) and all(one is not None and one.picture is not None for one in looks)

    def close(self) -> None:
        album_of(self.session).wait()
        self.work.wait()
        self.window.close()


def _turn(app: QApplication) -> float:
    """Milliseconds of one turn of the window."""
    begin = time.perf_counter()
    app.processEvents()
    return 1000 * (time.perf_counter() - begin)


def _shown(app: QApplication, store: Store, record: int) -> tuple[float, float]:
    """(until the first screen is painted, the longest time without a turn)."""
    opened = _Open(store)
    _turn(app)
    begin = time.perf_counter()
    opened.strip.show_for(RECORD, record)
    longest = 1000 * (time.perf_counter() - begin)
    while not opened.is_painted():
        longest = max(longest, _turn(app))
    opened.strip.tiles.viewport().repaint()
    spent = 1000 * (time.perf_counter() - begin)
    opened.close()
    return spent, longest


def _scrolled(app: QApplication, store: Store, record: int) -> float:
    opened = _Open(store)
    opened.strip.show_for(RECORD, record)
    _turn(app)
    bar, longest = opened.strip.tiles.verticalScrollBar(), 0.0
    for place in range(0, bar.maximum(), bar.pageStep()):
        begin = time.perf_counter()
        bar.setValue(place)
        app.processEvents()
        longest = max(longest, 1000 * (time.perf_counter() - begin))
    opened.close()
    return longest


def _brought(app: QApplication, store: Store, aside: Path) -> tuple[float, float]:
    """(the longest time without a turn while ten pictures are taken in, seconds for all of them)."""
    paths = []
    for number in range(10):
        path = aside / f"{number}.jpg"
        path.write_bytes(encoded(portrait(number + 900, girl=True, size=PHONE)))
        paths.append(str(path))
    opened = _Open(store)
    record = store.apply("record", log_care(Told("activity", DAY), [])).ids["record"]
    opened.strip.show_for(RECORD, record)
    _turn(app)
    begin, longest = time.perf_counter(), 0.0
    opened.strip.bring(Given(tuple(paths)))
    while opened.work.busy:
        longest = max(longest, _turn(app))
        time.sleep(0.001)
    spent = time.perf_counter() - begin
    assert len(opened.strip.shown()) == 10
    opened.close()
    return longest, spent
