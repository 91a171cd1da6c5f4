"""The heat map of a term: weeks (or a rule's windows) × children, mentors, classes or rules, done and missed.

It lays out what `app.tally.entries` says, so that no figure of it differs from the tallies or from what is due.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.call_weeks import LONG
from app.care_index import Subject
from app.care_rules import CHILD
from app.school_weeks import all_weeks
from app.standing import Duties
from app.tally import Entry, entries
from app.windows import WEEK, Window

CHILDREN, MENTORS, CLASSES, RULES = ROWS = ("child", "mentor", "class", "rule")
"""What the rows are."""
DONE, MISSED, RUN, NOW, AHEAD, HOLIDAY, NONE = STATES = ("done", "missed", "run", "now", "ahead", "holiday", "none")
"""Met · ended unmet · that in the unbroken run of two and more up to now · runs, not met yet · begins later · no
school · not owed."""
SIX = timedelta(days=6)
Key = int | str
"""Child, staff or class id (0 = no mentor, no class), or the key of a rule."""


@dataclass(frozen=True, slots=True)
class Column:
    """A week, or a window of the rule with the weeks it covers."""

    from_day: date
    until_day: date
    first_week: int
    """Calendar weeks of the term, counted from 1."""
    last_week: int
    is_school: bool = True
    """False for a week without a school day."""

    @property
    def weeks(self) -> int:
        """How many weeks wide it is."""
        return self.last_week - self.first_week + 1

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.from_day <= day <= self.until_day


@dataclass(slots=True)
class Cell:
    """What was owed in one column of a row. `entries` are places in `HeatMap.entries`."""

    entries: list[int] = field(default_factory=list)
    done: int = 0
    missed: int = 0
    in_run: bool = False
    state: str = NONE

    @property
    def owed(self) -> int:
        """How many windows."""
        return len(self.entries)


@dataclass(slots=True)
class HeatRow:
    """One child, mentor, class or rule."""

    key: Key
    cells: list[Cell]
    class_id: int | None = None
    """Of a child: its class on the last deadline."""
    owed: int = 0
    """Windows with a deadline up to today, as the tallies count them."""
    done: int = 0
    missed: int = 0
    run: int = 0
    """Missed in a row up to now, of the rule where it is most."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A term's map as of `today`."""

    rule: str
    """"" = all."""
    by: str
    """One of ROWS."""
    columns: tuple[Column, ...]
    rows: tuple[HeatRow, ...]
    entries: tuple[Entry, ...]
    runs: Mapping[tuple[str, Subject], int]
    """The run of every rule and subject that has one."""
    now: int | None
    """The column of today."""
    first_monday: date
    """Of the first week."""

    def of(self, cell: Cell) -> list[Entry]:
        """What stands behind a cell."""
        return [self.entries[place] for place in cell.entries]

    def behind(self, row: HeatRow, today: date, what: str = "") -> list[Entry]:
        """What stands behind the totals of a row: all that was owed up to today, or what is DONE or MISSED of it."""
        every = [self.entries[place] for cell in row.cells for place in cell.entries]
        due = [one for one in every if one.owed.deadline <= today]
        return [one for one in due if what == "" or (one.done if what == DONE else one.missed)]

    def in_column(self, place: int) -> list[Entry]:
        """What was owed by everybody in a column."""
        return [self.entries[each] for row in self.rows for each in row.cells[place].entries]


def heat_map(duties: Duties, rule: str = "", by: str = CHILDREN) -> HeatMap:
    """The map of the duties' term; children only have rules about children."""
    found = tuple(one for one in entries(duties, rule) if by != CHILDREN or one.subject[0] == CHILD)
    columns, place_of = _columns(duties, found)
    runs, in_run = _runs(duties, found)
    rows: dict[Key, HeatRow] = {}
    for number, one in enumerate(found):
        key = _key(one, by)
        if key is None:
            continue
        row = rows.get(key)
        if row is None:
            row = rows[key] = HeatRow(key, [Cell() for _column in columns])
        cell = row.cells[place_of(one)]
        cell.entries.append(number)
        cell.done += one.done
        cell.missed += one.missed
        cell.in_run = cell.in_run or number in in_run
        if one.owed.deadline <= duties.today:
            row.owed += 1
            row.done += one.done
            row.missed += one.missed
        row.run = max(row.run, runs.get((one.key, one.subject), 0))
        row.class_id = one.class_id if by == CHILDREN else None
    for row in rows.values():
        for column, cell in zip(columns, row.cells, strict=True):
            cell.state = _state(cell, column, duties.today)
    now = next((place for place, column in enumerate(columns) if column.covers(duties.today)), None)
    return HeatMap(rule, by, columns, tuple(rows.values()), found, runs, now, all_weeks(duties.term)[0])


def worst_first(rows: Iterable[HeatRow], names: Mapping[Key, tuple[object, ...]]) -> list[HeatRow]:
    """Whoever is in a run first, the longest before, then who missed most; among equals in the order of `names`."""
    return sorted(
        rows,
        key=lambda row: (-row.run if row.run >= LONG else 0, -row.missed, -row.run, names.get(row.key, ())),
    )


def windows_of(found: Iterable[Entry]) -> list[Window]:
    """The different windows, in order."""
    every = {(one.owed.window.from_day, one.owed.window.until_day): one.owed.window for one in found}
    return [every[key] for key in sorted(every)]


def _key(one: Entry, by: str) -> Key | None:
    if by == CHILDREN:
        return one.subject[1]
    if by == MENTORS:
        return None if one.subject[0] != CHILD else one.mentor_id or 0
    return one.class_id if by == CLASSES else one.key


def _columns(duties: Duties, found: Sequence[Entry]) -> tuple[tuple[Column, ...], "_Place"]:
    """The weeks of the term; of one rule with longer windows these, and the weeks that lie in none."""
    term = duties.term
    weeks = all_weeks(term)
    school = [bool(duties.calendar.between(max(day, term.from_day), min(day + SIX, term.until_day))) for day in weeks]
    spans = {one.owed.rule.span for one in found}
    if len({one.key for one in found}) != 1 or spans <= {WEEK}:
        columns = tuple(
            Column(day, day + SIX, number + 1, number + 1, there)
            for number, (day, there) in enumerate(zip(weeks, school, strict=True))
        )
        return columns, _Place(columns, None)
    owners = _owners(windows_of(found), weeks, term.until_day)
    columns = tuple(_run_together(owners, weeks, school))
    return columns, _Place(columns, owners)


def _owners(every: Sequence[Window], weeks: Sequence[date], last: date) -> list[Window | None]:
    """For each week the window that has most of its school days; every window has at least one week."""
    owners: list[Window | None] = []
    for day in weeks:
        shares = [(sum(day <= one <= day + SIX for one in window.days), window) for window in every]
        best = max(shares, key=lambda share: share[0], default=(0, None))
        within = next((window for window in every if window.from_day <= day and day + SIX <= window.until_day), None)
        owners.append(best[1] if best[0] else within)
    for window in every:
        if window not in owners:
            place = next((n for n, day in enumerate(weeks) if day <= window.days[-1] <= day + SIX), len(weeks) - 1)
            owners[place] = window
    return owners


def _run_together(owners: Sequence[Window | None], weeks: Sequence[date], school: Sequence[bool]) -> Iterable[Column]:
    first = 0
    for place in range(1, len(weeks) + 1):
        if place < len(weeks) and owners[place] is not None and owners[place] == owners[first]:
            continue
        window = owners[first]
        if window is None:
            yield Column(weeks[first], weeks[first] + SIX, first + 1, first + 1, school[first])
        else:
            yield Column(window.from_day, window.until_day, first + 1, place)
        first = place


class _Place:
    """Which column an entry stands in: its window's own, or the week of its deadline."""

    def __init__(self, columns: Sequence[Column], owners: Sequence[Window | None] | None) -> None:
        self._columns, self._by_window = columns, owners is not None
        self._known: dict[tuple[date, date], int] = {}

    def __call__(self, one: Entry) -> int:
        window, day = one.owed.window, one.owed.deadline
        key = (window.from_day, window.until_day) if self._by_window else (day, day)
        if key not in self._known:
            self._known[key] = self._find(window, day)
        return self._known[key]

    def _find(self, window: Window, day: date) -> int:
        if self._by_window:
            same = (n for n, one in enumerate(self._columns)
                    if (one.from_day, one.until_day) == (window.from_day, window.until_day))  # fmt: skip
            if (found := next(same, None)) is not None:
                return found
        inside = (n for n, one in enumerate(self._columns) if one.covers(day))
        return next(inside, len(self._columns) - 1)


def _runs(duties: Duties, found: Sequence[Entry]) -> tuple[dict[tuple[str, Subject], int], set[int]]:
    """Per rule and subject how many windows were missed in a row up to now, and the entries in runs of `LONG` and
    more. A run ends with a record in the current window, and with the term of whoever owes nothing any more."""
    today = duties.today
    of: dict[tuple[str, Subject], list[int]] = defaultdict(list)
    running: set[str] = set()
    for number, one in enumerate(found):
        of[one.key, one.subject].append(number)
        if one.owed.window.covers(today):
            running.add(one.key)
    runs: dict[tuple[str, Subject], int] = {}
    marked: set[int] = set()
    for place, numbers in of.items():
        now = [number for number in numbers if found[number].owed.window.covers(today)]
        if (now and found[now[0]].done) or (not now and place[0] in running):
            continue
        behind = [number for number in numbers if found[number].ended]
        run: list[int] = []
        while behind and found[behind[-1]].missed:
            run.append(behind.pop())
        if run:
            runs[place] = len(run)
        if len(run) >= LONG:
            marked.update(run)
    return runs, marked


def _state(cell: Cell, column: Column, today: date) -> str:
    if not cell.entries:
        return NONE if column.is_school else HOLIDAY
    if cell.missed:
        return RUN if cell.in_run else MISSED
    if cell.done == cell.owed:
        return DONE
    return AHEAD if column.from_day > today else NOW
