"""The stock of any day out of 3,000 assets with 30,000 movements, beside the bare SUM in SQL on the same file.

Time is the processor's, so that a busy machine does not speak into it.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.changes import Change, Insert, New
from app.inventory import CLASSES
from app.sample import sample_school
from app.shelf import lines_on
from app.vault import Setup
from benchmarks.table import Row
from db import keys
from db.store import FileStore
from db.vault import FileVault

ASSETS, MOVEMENTS, ROOMS = 3_000, 30_000, 5
FIRST, LAST = date(2021, 9, 1), date(2026, 11, 24)
SIGNED = "sum(CASE WHEN kind IN ('in', 'return', 'stocktake') THEN count ELSE -count END)"
BARE = f"SELECT asset_id, room_id, {SIGNED} FROM movement WHERE day <= ? GROUP BY asset_id, room_id"
"""Without what came from another room: less than the answer needs."""
BARE_OWNED = f"SELECT asset_id, {SIGNED} FROM movement WHERE day <= ? GROUP BY asset_id"
DAYS = (LAST, LAST - timedelta(days=365), FIRST + timedelta(days=400))
KINDS = ("loan", "loan", "loan", "return", "return", "move", "consume", "scrap", "stocktake", "in")
ROUNDS = 9


def rows() -> list[Row]:
    """Ratios of medians, the worst of three days."""
    with tempfile.TemporaryDirectory() as scratch, closing(furnished(Path(scratch) / "data")) as store:
        inventory, conn = store.inventory, store._conn

        def bare(sql: str) -> Callable[[date], object]:
            return lambda day: conn.execute(sql, (day.isoformat(),)).fetchall()

        stock, owned = compared(inventory.stock, bare(BARE)), compared(inventory.owned, bare(BARE_OWNED))
        whole = max(spent(lambda day=day: lines_on(inventory, day)) for day in DAYS)  # type: ignore[misc]
    of = f"{ASSETS:,} assets, {MOVEMENTS:,} movements"
    return [
        Row("stock of a day, by room ÷ the bare SUM in SQL", stock[0], 2.0,
            f"{stock[1]:.1f} ÷ {stock[2]:.1f} ms; {of}"),
        Row("stock of a day, of each asset ÷ the bare SUM", owned[0], 2.0, f"{owned[1]:.1f} ÷ {owned[2]:.1f} ms"),
        Row("the whole ledger of a day, ms", whole, 250.0, "with assets, loans and stock-takes, as 台账 lists it"),
    ]  # fmt: skip


def compared(reader: Callable[[date], object], bare: Callable[[date], object]) -> tuple[float, float, float]:
    """(ratio, ms of ours, ms of the bare sum) on the day on which ours does worst, measured in turns."""
    found = []
    for day in DAYS:
        ours, theirs = spent(lambda day=day: reader(day)), spent(lambda day=day: bare(day))  # type: ignore[misc]
        found.append((ours / theirs, ours, theirs))
    return max(found)


def furnished(folder: Path) -> FileStore:
    """A school with that many things and movements, in five years."""
    sample = sample_school(LAST, 80)
    term = sample.term
    setup = Setup(sample.school, "李老师", "bench-password", term.code, term.from_day, term.until_day)
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    ids = store.apply("things", list(_things())).ids
    assets = [ids[f"asset{number}"] for number in range(ASSETS)]
    store.apply("movements", list(_moved(assets, [ids[f"room{number}"] for number in range(ROOMS)])))
    return store


def _things() -> Iterator[Change]:
    for number in range(ROOMS):
        yield Insert("room", {"name": f"第 {number + 1} 间", "position": number}, f"room{number}")
    for number in range(ASSETS):
        yield Insert("asset", {
            "number": f"QS-A-{2021 + number % 6}-{number:04}", "name": f"物品 {number}", "unit": "个",
            "class_of_goods": CLASSES[number % len(CLASSES)], "price_fen": 100 * (number % 90),
        }, f"asset{number}")  # fmt: skip


def _moved(assets: Sequence[int], rooms: Sequence[int]) -> Iterator[Change]:
    """Each comes in; then it is lent and comes back, is moved, used, scrapped or found to be fewer, day after day."""
    chance = random.Random(20261124)
    for asset in assets:
        yield _step(asset, "in", FIRST + timedelta(days=chance.randrange(300)), 40, chance.choice(rooms))
    lent: list[tuple[str, int, date, int]] = []
    for number in range(MOVEMENTS - len(assets)):
        asset, room = chance.choice(assets), chance.choice(rooms)
        day = FIRST + timedelta(days=300 + number * 1600 // MOVEMENTS)
        kind = chance.choice(KINDS)
        if kind == "return" and lent:
            token, of, _since, where = lent.pop(0)
            yield _step(of, kind, day, 1, where, loan_id=New(token))
        elif kind == "move":
            yield _step(asset, kind, day, 1, room, to_room_id=rooms[(rooms.index(room) + 1) % len(rooms)])
        elif kind == "loan":
            lent.append((f"loan{number}", asset, day, room))
            yield _step(asset, kind, day, 1, room, f"loan{number}", borrower="三（1）班",
                        due_day=(day + timedelta(days=14)).isoformat())  # fmt: skip
        else:
            yield _step(asset, "in" if kind == "return" else kind, day, 1, room)


def _step(asset: int, kind: str, day: date, count: int, room: int, token: str = "", **more: str | int | New) -> Insert:
    values = {"asset_id": asset, "kind": kind, "day": day.isoformat(), "count": count, "room_id": room, **more}
    return Insert("movement", values, token)


def spent(work: Callable[[], object]) -> float:
    """Median milliseconds of the processor."""
    times = []
    for _round in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return statistics.median(times)
