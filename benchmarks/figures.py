"""The figures of a term with ten years of history behind it, beside two things.

The bare SQL that fetches the rows they are made of, of the children too; and the same figures with one year of history.
Both schools are open and all of it goes by turns; time is the processor's, so that a busy machine does not speak into
it.
"""

import gc
import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from json import dumps
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.__main__ import GARBAGE
from app.figures import Reading, term_figures, terms_known
from app.school import Snapshot
from app.standing import records_needed
from app.termdays import Term
from benchmarks.schools import DAY, opened
from benchmarks.table import Row
from benchmarks.today import BARE
from db.store import FileStore

ROUNDS = 9
_PUPILS = (
    "SELECT DISTINCT e.child_id FROM enrolment AS e JOIN class AS c ON c.id = e.class_id JOIN json_each(?) AS day "
    "ON e.from_day <= day.value AND (e.until_day IS NULL OR e.until_day > day.value) "
    "AND c.entry_year > substr(day.value, 1, 4) - iif(substr(day.value, 6, 2) < '09', 7, 6)"
)
"""The pupils of some days; a class leaves on 1 September."""
_THESE = "(SELECT value FROM json_each(?))"
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
    with closing(opened(10)) as ten, closing(opened(1)) as one:
        long, short = (_Counted(cast(FileStore, store)) for store in (ten, one))
        bare, now, past, now_before, past_before = spent_by_turns(
            long.sql, long.now, long.past, short.now, short.past
        )
        read = long.sql()
    return [
        Row("figures of a term with 10 years of history ÷ with 1 year", now / now_before, 1.3,
            f"{now:.0f} ms ÷ {now_before:.0f} ms, 1500 pupils, 600 left-behind"),
        Row("those of the term before, the same", past / past_before, 1.3, f"{past:.0f} ms ÷ {past_before:.0f} ms"),
        Row("figures of a term ÷ the bare SQL behind them", now / bare, 3.0,
            f"{now:.0f} ms; bare SQL {bare:.0f} ms for {read} rows; the rest is who is left-behind, what was owed"),
    ]  # fmt: skip


class _Counted:
    """The figures of the running term and of the one before, and the bare SQL of the first."""

    def __init__(self, store: FileStore) -> None:
        self._store = store
        self._reading = Reading(store.snapshot(), store)
        self._now, self._past = terms_known(self._reading.snapshot, DAY)[:2]

    def now(self) -> None:
        term_figures(self._reading, self._now, DAY)

    def past(self) -> None:
        term_figures(self._reading, self._past, self._past.until_day)

    def sql(self) -> int:
        read = read_term(self._store, self._reading.snapshot, self._now, DAY)
        return read + read_children(self._store, DAY)


def read_term(store: FileStore, snapshot: Snapshot, term: Term, on: date) -> int:
    """Read what was done in a term up to that day, for figures, and no more; how many rows that were."""
    needed = records_needed(snapshot, term.from_day)
    assert needed is not None
    first: date = max(needed[0], term.from_day - timedelta(days=6))
    count = len(store._conn.execute(BARE, (first.isoformat(), needed[1].isoformat())).fetchall())
    days = (term.from_day.isoformat(), on.isoformat())
    return count + sum(len(store._conn.execute(query, days).fetchall()) for query in OTHERS)


def read_children(store: FileStore, *days: date) -> int:
    """Read the pupils of these days with what says who is left-behind; how many rows that were."""
    conn, count = store._conn, 0
    pupils = dumps([key for (key,) in conn.execute(_PUPILS, (dumps([day.isoformat() for day in days]),))])
    for table in CHILDREN:
        owner = {"child": "id", "whereabouts": _OF_KIN}.get(table, "child_id")
        count += len(conn.execute(f'SELECT * FROM "{table}" WHERE {owner} IN {_THESE}', (pupils,)).fetchall())
    return count


def spent_by_turns(*works: Callable[[], object]) -> list[float]:
    """The least milliseconds of the processor that each takes in some rounds: what others did to it is left out."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS):
        for work, found in zip(works, times, strict=True):
            begin = time.process_time()
            work()
            found.append(1000 * (time.process_time() - begin))
    return [min(found) for found in times]
