"""The grid of 批量登记 while it is keyed in: what was typed, what follows by itself, what is wrong, what is stored.

Nothing of it is in the file until `changes` are carried out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.batch import SUNDAY, FilledRow
from app.batch_cells import CELLS, DAY, LETTERS, MINUTES, NOTE, WAY, WHOM, read_day, read_minutes, read_whom
from app.care import REACHED, CareRecord
from app.care_ways import Way, way_of, ways
from app.changes import Change
from app.edits.care import Told, log_care

MOST_MINUTES = 600
Key = tuple[int, str]
"""A row: child and kind of care."""
STATES = BOOKED, STORED, WRONG, DOUBTFUL, READY, HALF, TRIED, EMPTY = (
    "booked", "stored", "wrong", "doubtful", "ready", "half", "tried", "empty",
)  # fmt: skip
"""Its box of the slip is in the ledger · it was recorded this week · cannot be so · ticked unclearly and not looked at
yet · will be stored · begun, and it is not said how it went · tried this week without success · nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the grid knows of a row before anything is typed."""

    child_id: int
    kind: str
    given: FilledRow | None = None
    """What a slip says."""
    stored: CareRecord | None = None
    """What the ledger has for this week, or for the box of the slip."""
    booked: bool = False
    """`stored` came from this very box."""
    tries: int = 0
    """How often it was tried this week without success."""
    offered: tuple[str, ...] = ()
    """Relations of the family, the likeliest first."""
    usual: str = ""
    """With whom it was the last time."""
    staff_id: int | None = None
    """Who usually does it."""
    class_id: int | None = None
    marks: tuple[str, ...] = ()
    """How the last weeks went (app.call_weeks)."""

    @property
    def key(self) -> Key:
        return self.child_id, self.kind

    @property
    def ways(self) -> dict[str, Way]:
        """How it may have gone, by key; a ticked box of a slip may not say by which medium."""
        return {way.key: way for way in (*ways(self.kind), way_of(self.kind, "", REACHED))}


class BatchSheet:
    """Rows in the order of the paper. `by` is who did it, None = who usually does."""

    def __init__(self, monday: date, today: date) -> None:
        self.monday, self.today = monday, today
        self.by: int | None = None
        self.usual_day = today
        self.rows: dict[Key, Row] = {}
        self._typed: dict[Key, dict[str, str]] = {}
        self._looked: set[Key] = set()
        self._again: set[Key] = set()

    def show(self, rows: Sequence[Row], today: date, usual_day: date) -> None:
        """The rows as the file has them now; `usual_day` is when it was where nobody says."""
        self.today, self.usual_day = today, usual_day
        self.rows = {row.key: row for row in rows}
        self._again &= {row.key for row in rows if row.stored is not None}

    # what stands in the cells

    def text(self, key: Key, cell: str) -> str:
        """What was typed or came with the slip, of a stored row what the file says: way keys, canonical relations, ISO
        days; what could not be read stays as it was typed."""
        row = self.rows[key]
        if not self.is_open(key):
            return _of_record(row.stored, cell) if row.stored is not None else ""
        return self._typed.get(key, {}).get(cell, _given(row.given, cell))

    def ghost(self, key: Key, cell: str) -> str:
        """What counts in an empty cell: the day of the row above, whoever it was with the last time."""
        if self.text(key, cell) or not self.is_open(key):
            return ""
        if cell == DAY:
            return self._day_above(key).isoformat()
        return self.rows[key].usual if cell == WHOM else ""

    def _day_above(self, key: Key) -> date:
        found = self.usual_day
        for other in self.rows:
            if other == key:
                break
            if self.is_open(other) and (day := _day(self.text(other, DAY))):
                found = day
        return found

    def is_open(self, key: Key) -> bool:
        """Whether the row is typed into."""
        return self.rows[key].stored is None or key in self._again

    def write(self, key: Key, cell: str, text: str) -> None:
        """Type into a cell: a letter or key of a way, a relation or how it begins, minutes, a day, what was said."""
        if key not in self.rows or not self.is_open(key):
            return
        row, text = self.rows[key], self._read(self.rows[key], cell, text.strip())
        mine = self._typed.setdefault(key, {})
        mine.pop(cell, None)
        if text != _given(row.given, cell):
            mine[cell] = text
        if not mine:
            del self._typed[key]
        if cell == WAY:
            self._looked.add(key)

    def _read(self, row: Row, cell: str, text: str) -> str:
        if cell == WAY:
            by_letter = {LETTERS[way]: way for way in row.ways if way in LETTERS}
            return by_letter.get(text.upper(), text)
        if cell == WHOM:
            return read_whom(text, row.offered)
        if cell == MINUTES:
            return read_minutes(text)
        return read_day(text, self.monday, self.today) if cell == DAY else text

    def repeat_above(self, key: Key, cell: str) -> None:
        """As in the row above: the cell, with what counts in it by itself."""
        above = None
        for other in self.rows:
            if other == key:
                break
            above = other
        if above is not None:
            self.write(key, cell, self.text(above, cell) or self.ghost(above, cell))

    def look_at(self, key: Key) -> None:
        """The doubtful box is as it was read."""
        self._looked.add(key)

    def again(self, key: Key) -> None:
        """Another one, beside what was recorded this week already."""
        if self.rows[key].stored is not None and not self.rows[key].booked:
            self._again ^= {key}

    # how it stands

    def state(self, key: Key) -> str:
        """One of STATES."""
        row = self.rows[key]
        if not self.is_open(key):
            return BOOKED if row.booked else STORED
        if self.mistakes(key):
            return WRONG
        if row.given is not None and row.given.doubtful and key not in self._looked:
            return DOUBTFUL
        if self.text(key, WAY):
            return READY
        return HALF if any(self.text(key, cell) for cell in CELLS) else TRIED if row.tries else EMPTY

    def mistakes(self, only: Key | None = None) -> dict[tuple[Key, str], str]:
        """The cells that cannot be so, and why."""
        found: dict[tuple[Key, str], str] = {}
        for key in self.rows if only is None else (only,):
            if self.is_open(key) and any(self.text(key, cell) for cell in CELLS):
                found |= {(key, cell): why for cell, why in self._wrong(key).items()}
        return found

    def _wrong(self, key: Key) -> dict[str, str]:
        row, found = self.rows[key], {}
        if (way := self.text(key, WAY)) and way not in row.ways:
            found[WAY] = "not_a_choice"
        if (whom := self.text(key, WHOM)) and not row.given and read_whom(whom, row.offered, strict=True) != whom:
            found[WHOM] = "not_a_relation"
        minutes = self.text(key, MINUTES)
        if minutes and not (minutes.isdecimal() and int(minutes) <= MOST_MINUTES):
            found[MINUTES] = "not_a_number"
        if text := self.text(key, DAY):
            day = _day(text)
            on_slip = row.given is not None and bool(row.given.source)
            if day is None:
                found[DAY] = "not_a_day"
            elif day > self.today:
                found[DAY] = "in_the_future"
            elif not on_slip and not self.monday <= day <= self.monday + SUNDAY:
                found[DAY] = "another_week"
        return found

    def ready(self) -> list[Key]:
        """The rows that would be stored now."""
        return [key for key in self.rows if self.state(key) == READY]

    def with_state(self, *states: str) -> list[Key]:
        """The rows in one of these states."""
        return [key for key in self.rows if self.state(key) in states]

    # what is stored

    def changes(self) -> list[Change]:
        """One record a row. Raises BadValue."""
        return [
            change
            for number, key in enumerate(self.ready())
            for change in log_care(self._told(key), [key[0]], f"record{number}")
        ]

    def _told(self, key: Key) -> Told:
        row, way = self.rows[key], self.rows[key].ways[self.text(key, WAY)]
        minutes = self.text(key, MINUTES)
        return Told(
            row.kind, _day(self.text(key, DAY) or self.ghost(key, DAY)) or self.usual_day, way.outcome,
            minutes=int(minutes) if minutes else None, staff_id=row.staff_id if self.by is None else self.by,
            medium=way.medium, relation=self.text(key, WHOM) or self.ghost(key, WHOM), summary=self.text(key, NOTE),
            source=row.given.source if row.given else "",
        )  # fmt: skip

    def forget(self, keys: Iterable[Key]) -> None:
        """What was typed into these rows is stored."""
        for key in keys:
            self._typed.pop(key, None)
            self._looked.discard(key)
            self._again.discard(key)

    # drafts

    def words(self) -> dict[str, Any]:
        """As a draft; {} for nothing."""
        if not self._typed and not self._looked and not self._again:
            return {}
        typed = [[*key, dict(mine)] for key, mine in self._typed.items()]
        return {"typed": typed, "looked": sorted(self._looked), "again": sorted(self._again), "by": self.by}

    def take(self, words: Mapping[str, Any]) -> None:
        """Take a draft up again; rows that are no more are left out."""
        self.by = words.get("by", self.by)
        self._again |= {(child, kind) for child, kind in words.get("again", ())} & set(self.rows)
        for child, kind, mine in words.get("typed", ()):
            if (child, kind) in self.rows:
                self._typed[child, kind] = {cell: str(text) for cell, text in mine.items() if cell in CELLS}
        self._looked |= {(child, kind) for child, kind in words.get("looked", ())} & set(self.rows)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _given(given: FilledRow | None, cell: str) -> str:
    if given is None:
        return ""
    if cell == WAY:
        return {REACHED: way_of(given.kind, "", REACHED).key, "": ""}.get(given.state, "missed")
    if cell == DAY:
        return given.day.isoformat() if given.day else ""
    if cell == MINUTES:
        return "" if given.minutes is None else str(given.minutes)
    return given.note if cell == NOTE else ""


def _of_record(record: CareRecord, cell: str) -> str:
    return {
        WAY: way_of(record.kind, record.medium, record.outcome).key,
        WHOM: record.relation,
        MINUTES: "" if record.minutes is None else str(record.minutes),
        DAY: record.day.isoformat(),
        NOTE: "" if record.confidential else record.summary,
    }[cell]
