"""The figures of a term with ten years of history behind it, beside two things.

The bare SQL that fetches the rows they are made of, of the children too; and the same figures with one year of history.
Time is the processor's, so that a busy machine does not speak into it.
"""

import gc
import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.__main__ import GARBAGE
from app.figures import Reading, term_figures, terms_known
from app.standing import records_needed
from app.termdays import Term
from benchmarks.schools import DAY, opened
from benchmarks.table import Row
from benchmarks.today import BARE
from db.store import FileStore

ROUNDS = 9
_HERE = (
    "SELECT e.child_id FROM enrolment AS e JOIN class AS c ON c.id = e.class_id WHERE e.from_day <= ?1 "
    "AND (e.until_day IS NULL OR e.until_day > ?1) AND c.entry_year > ?2"
)
"""The pupils of a day."""
_OF_KIN = "(SELECT child_id FROM kin WHERE kin.id = kin_id)"
CHILDREN = ("child", "kin", "whereabouts", "care", "enrolment", "claim", "override", "pairing")
"""What says who is left-behind, where the parents are, who cares, who stands by whom: of pupils of the day."""
OTHERS = (
    "SELECT * FROM opening WHERE day BETWEEN ?1 AND ?2",
    "SELECT * FROM safety_finding AS f JOIN safety_check AS c ON c.id = f.check_id WHERE c.day BETWEEN ?1 AND ?2",
    "SELECT * FROM movement WHERE day BETWEEN ?1 AND ?2",
    "SELECT asset_id, sum(CASE kind WHEN 'in' THEN count WHEN 'stocktake' THEN count WHEN 'consume' THEN -count "
    "WHEN 'scrap' THEN -count ELSE 0 END) FROM movement WHERE day <= ?2 AND ?1 <> '' GROUP BY asset_id",
    "SELECT * FROM care_record WHERE follow_up IS NOT NULL AND day BETWEEN ?1 AND ?2",
    "SELECT * FROM award WHERE day BETWEEN ?1 AND ?2",
)


def rows() -> list[Row]:
    """The two ratios, for the running term and for the one before."""
    gc.set_threshold(*GARBAGE)
    bare, read, now, past = measured(10)
    _bare, _read, now_before, past_before = measured(1)
    return [
        Row("figures of a term with 10 years of history ÷ with 1 year", now / now_before, 1.3,
            f"{now:.0f} ms ÷ {now_before:.0f} ms, 1500 pupils, 600 left-behind"),
        Row("those of the term before, the same", past / past_before, 1.3, f"{past:.0f} ms ÷ {past_before:.0f} ms"),
        Row("figures of a term ÷ the bare SQL behind them", now / bare, 6.0,
            f"{now:.0f} ms; bare SQL {bare:.0f} ms for {read} rows; the rest is who is left-behind, what was owed"),
    ]  # fmt: skip


def measured(years: int) -> tuple[float, int, float, float]:
    """Milliseconds of the bare SQL, its rows, then of the figures of the running term and of the one before."""
    store = cast(FileStore, opened(years))
    reading = Reading(store.snapshot(), store)
    now, past = terms_known(reading.snapshot, DAY)[:2]
    bare = spent(lambda: read_bare(store, reading, now))
    read = read_bare(store, reading, now)
    times = [spent(lambda term=term, on=on: term_figures(reading, term, on))  # type: ignore[misc]
             for term, on in ((now, DAY), (past, past.until_day))]  # fmt: skip
    store.close()
    return bare, read, times[0], times[1]


def read_bare(store: FileStore, reading: Reading, term: Term) -> int:
    """Read the rows that the figures need and no more; how many they were."""
    needed = records_needed(reading.snapshot, term.from_day)
    assert needed is not None
    first: date = max(needed[0], term.from_day - timedelta(days=6))
    count = len(store._conn.execute(BARE, (first.isoformat(), needed[1].isoformat())).fetchall())
    days = (term.from_day.isoformat(), DAY.isoformat())
    for table in CHILDREN:
        owner = {"child": "id", "whereabouts": _OF_KIN}.get(table, "child_id")
        query = f'SELECT * FROM "{table}" WHERE {owner} IN ({_HERE})'
        count += len(store._conn.execute(query, (DAY.isoformat(), f"{DAY.year - 6}")).fetchall())
    return count + sum(len(store._conn.execute(query, days).fetchall()) for query in OTHERS)


def spent(work: Callable[[], object]) -> float:
    """The least milliseconds of the processor that `work` takes in some rounds: what others did to it is left out."""
    times = []
    for _round in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return min(times)
