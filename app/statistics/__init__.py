"""统计表 of any day by both official meanings: who stands in which cell, and the cross-sums that must hold.

The children come from `app.roster.rows`, as those of every other page do; a number is always the length of a list that
can be shown; every breakdown ends in what is not known (未采集); `checks` compares the result with the roster's counts.
"""

from dataclasses import dataclass
from datetime import date

from app.roster import Counts, PupilRow, counts, pupil_rows
from app.school import Snapshot
from app.statistics.civil import civil_table
from app.statistics.register import LEFT, PUPILS, register_table
from app.statistics.table import ALL, CIVIL, MEANINGS, REGISTER, Check, Head, Numbers, Sum, Table, difference, places

__all__ = ["ALL", "CIVIL", "MEANINGS", "REGISTER", "Check", "Head", "Numbers", "Statistics", "Sum", "Table", "checks",
           "difference", "statistics"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statistics:
    """Both tables of a day, the roster's rows they were made of, and the roster's counts of these rows."""

    day: date
    rows: tuple[PupilRow, ...]
    counts: Counts
    tables: tuple[Table, ...]

    def table(self, meaning: str) -> Table:
        """The table by one of MEANINGS."""
        return self.tables[MEANINGS.index(meaning)]

    def checks(self, meaning: str) -> tuple[Check, ...]:
        """Every cross-sum of that table, and the comparison with the roster."""
        return checks(self.table(meaning), self.table(meaning).numbers, self.counts)


def statistics(snapshot: Snapshot, day: date) -> Statistics:
    """Count the pupils of that day by both meanings."""
    listed = tuple(pupil_rows(snapshot, day))
    tables = (register_table(listed, snapshot, day), civil_table(listed, snapshot, day))
    return Statistics(day, listed, counts(listed), tables)


def checks(table: Table, numbers: Numbers, found: Counts) -> tuple[Check, ...]:
    """Add up `numbers` (those that will be shown or printed) and compare them with the roster's counts."""
    sums = [Check(one, difference(one, numbers)) for one in table.sums]
    return (*sums, *(Check(None, number - other, what) for what, number, other in _roster(table, numbers, found)))


def _roster(table: Table, numbers: Numbers, found: Counts) -> list[tuple[str, int, int]]:
    whole = numbers[table.lines.index(Head(ALL, ALL))]
    if table.meaning == CIVIL:
        unknown = sum(len(ids) for _reason, ids in table.apart)
        return [("civil", whole[0], found.civil), ("civil_unknown", unknown, found.civil_unknown)]
    both, *single = (whole[place] for place in places(table.columns, "away"))
    return [
        ("total", whole[table.columns.index(PUPILS)], found.total),
        ("left_behind", whole[table.columns.index(LEFT)], found.left_behind),
        ("both_away", both, found.both_away),
        ("one_away", sum(single), found.one_away),
    ]
