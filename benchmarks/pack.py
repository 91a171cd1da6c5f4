"""How long the pack of a term with 1,000 pictures takes, folder or zip, against copying and decrypting them."""

import os
import random
import shutil
import statistics
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

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
from ui.pack.making import make_pack
from ui.pack.parts import parts
from ui.pack.scene import Choices, scene_of

PICTURES, BYTES, RECORDS = 1000, 400_000, 40
DAY = date(2026, 11, 24)
ROUNDS = 3
FRONT = 4
"""Files of the index."""


def rows() -> list[Row]:
    """As so many times the time of copying and decrypting."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as scratch, closing(_school(Path(scratch) / "data")) as store:
        names = _pictures(store)
        times = [_round(store, names, Path(scratch) / str(number)) for number in range(ROUNDS)]
        again = _made(store, Path(scratch) / "0" / "pack")
    assert app is not None
    made, one_file, plain = (statistics.median(part) for part in zip(*times, strict=True))
    megabytes = PICTURES * BYTES / 1e6
    return [
        Row(f"pack of {PICTURES:,} pictures ÷ (copying the same bytes + decrypting them)", made / plain, 1.5,
            f"{made:.2f} s for {megabytes:.0f} MB, flushed to the disk; plain {plain:.2f} s"),
        Row("the same pack as one zip ÷ (copying the same bytes + decrypting them)", one_file / plain, 1.5,
            f"{one_file:.2f} s, stored, flushed to the disk"),
        Row("the same pack made again ÷ making it", again / made, 1.0,
            f"{again:.2f} s: every checksum is worked out anew, nothing is written"),
    ]  # fmt: skip


def _school(folder: Path) -> Store:
    sample = sample_school(DAY, 80)
    term = sample.term
    setup = Setup(sample.school, "李老师", "bench-password", term.code, term.from_day, term.until_day)
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    store.apply("fill", sample.changes, kind="import")
    return store


def _pictures(store: Store) -> list[str]:
    """Hang so many pictures on activities that name nobody; a pack copies them as they are."""
    chance, names = random.Random(1), []
    for number in range(RECORDS):
        told = Told("activity", DAY.replace(day=1 + number % 20), summary=f"activity {number}")
        record = store.apply("record", log_care(told, [])).ids["record"]
        kept = [Kept(store.keep_file(chance.randbytes(BYTES)), f"{one}.jpg", PICTURE, BYTES)
                for one in range(PICTURES // RECORDS)]  # fmt: skip
        store.apply("hang", attach(RECORD, record, kept, DAY.isoformat()))
        names += [one.file for one in kept]
    return names


def _made(store: Store, folder: Path) -> float:
    """Seconds for the part of the pictures; the papers beside them are measured by `cards` and `paper_roster`."""
    snapshot = store.snapshot()
    scene = scene_of(disk(), store, snapshot, snapshot.terms[0], DAY, Choices())
    only = [one for one in parts() if one.key == "activity_pictures"]
    begin = time.perf_counter()
    made = make_pack(disk(), scene, folder, registry=only)
    spent = time.perf_counter() - begin
    assert len(made.manifest.entries) == PICTURES + FRONT
    return spent


def _round(store: Store, names: list[str], aside: Path) -> tuple[float, float, float]:
    """(seconds for the pack, for the pack as a zip, for the plain work), each with what it wrote flushed."""
    aside.mkdir()
    os.sync()
    made = _made(store, aside / "pack")
    os.sync()
    one_file = _made(store, aside / "pack.zip")
    (aside / "pack.zip").unlink()
    source = aside / "source"
    shutil.copytree(aside / "pack", source)
    os.sync()
    begin = time.perf_counter()
    shutil.copytree(source, aside / "copy")
    os.sync()
    for name in names:
        store.file(name)
    plain = time.perf_counter() - begin
    for done in (source, aside / "copy"):
        shutil.rmtree(done)
    return made, one_file, plain
