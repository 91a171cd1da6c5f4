"""How long 600 photos take: storing them, a backup with them against one without, a look at all, a restore."""

import random
import tempfile
from datetime import date
from pathlib import Path

from app.sample import sample_school
from app.vault import Setup
from benchmarks.roster import seconds
from benchmarks.table import Row
from db import keys
from db.vault import FileVault

PHOTOS, BYTES = 600, 50_000
PASSWORD = "bench-password"


def rows() -> list[Row]:
    """Seconds, with the bounds of a clerk's patience."""
    day = date(2026, 10, 12)
    sample = sample_school(day, 600)
    chance = random.Random(1)
    contents = [chance.randbytes(BYTES) for _ in range(PHOTOS)]
    with tempfile.TemporaryDirectory() as scratch:
        vault = FileVault(Path(scratch) / "data", cost=keys.LOW_COST)
        term = sample.term
        setup = Setup(sample.school, "李老师", PASSWORD, term.code, term.from_day, term.until_day)
        _code, store = vault.create(setup)
        store.apply("fill", sample.changes, kind="import")
        bare = seconds(lambda: store.backup("hand"), 3)
        kept = seconds(lambda: [store.keep_file(content) for content in contents], 1)
        full = seconds(lambda: store.backup("hand"), 3)
        read = seconds(store.attached_state, 3)
        path = store.backup("hand").path
        store.close()
        other = FileVault(Path(scratch) / "other", cost=keys.LOW_COST)
        restored = seconds(lambda: other.restore(path, password=PASSWORD), 1)
    return [
        Row(f"storing {PHOTOS} photos of {BYTES // 1000} kB, s", kept, 10.0, "each on disk before the next"),
        Row(f"a backup with {PHOTOS} photos, s", full, 3.0, f"without them {bare:.2f} s"),
        Row(f"reading {PHOTOS} photos to check them, s", read, 2.0, "decrypted and compared"),
        Row(f"restoring {PHOTOS} photos, s", restored, 10.0, "checked, each on disk"),
    ]
