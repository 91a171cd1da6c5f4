"""Reads the closed terms and what was changed of them afterwards (`app.term_close.TermCloses`)."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.term_close import Correction, TermClose
from db import connection
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection

OWN: dict[str, tuple[str, ...]] = {
    "care_record": ("day",), "opening": ("day",), "safety_check": ("day",), "movement": ("day",),
    "stocktake": ("day",), "gift": ("day",), "award": ("day",), "inspection_round": ("day",),
    "problem": ("found_on", "closed_on"), "assessment_mark": ("day",), "enrolment": ("from_day", "until_day"),
    "pairing": ("from_day", "until_day"), "whereabouts": ("from_day", "until_day"), "care": ("from_day", "until_day"),
    "priority": ("from_day", "until_day"), "help_plan": ("from_day", "until_day"), "claim": ("from_day",),
    "override": ("from_day", "until_day"), "staff_leave": ("from_day", "until_day"),
}  # fmt: skip
"""Tables whose rows lie on days, and the columns that say which."""
PARTS: dict[str, tuple[str, str]] = {
    "participant": ("record_id", "care_record"), "activity": ("record_id", "care_record"),
    "opening_child": ("opening_id", "opening"), "safety_finding": ("check_id", "safety_check"),
}
"""Tables whose rows are part of one of those."""


def _own(table: str, columns: tuple[str, ...]) -> str:
    """SQL that gives the days that a row of the history touches: of the row as it is, as it came or went, as it was."""
    whole = [f"json_extract(coalesce(h.new, h.old), '$.{one}')" for one in columns]
    now = [f'(SELECT {one} FROM "{table}" WHERE id = h.row_id)' for one in columns]
    names = ", ".join(f"'{one}'" for one in columns)
    inside = " OR ".join(f"{day} BETWEEN :first AND :last" for day in now)
    came = " OR ".join(f"{day} BETWEEN :first AND :last" for day in whole)
    moved = f"h.field IN ({names}) AND (h.old BETWEEN :first AND :last OR h.new BETWEEN :first AND :last)"
    return f"(h.\"table\" = '{table}' AND ({inside} OR (h.field = '' AND ({came})) OR ({moved})))"


def _part(table: str, column: str, above: str) -> str:
    of = f"coalesce((SELECT {column} FROM \"{table}\" WHERE id = h.row_id), " \
        f"iif(h.field = '', json_extract(coalesce(h.new, h.old), '$.{column}'), NULL))"
    day = OWN[above][0]
    return f"(h.\"table\" = '{table}' AND (SELECT {day} FROM \"{above}\" WHERE id = {of}) BETWEEN :first AND :last)"


TOUCHES = " OR ".join(
    [_own(table, columns) for table, columns in OWN.items()] + [_part(table, *of) for table, of in PARTS.items()]
)
# What was done and taken back again since the close is no correction; what an undo took back of before is one.
QUERY = (
    "SELECT a.id, a.at, a.user, a.label, count(*) FROM history AS h JOIN action AS a ON a.id = h.action_id "
    "WHERE h.seq > max(:seq, coalesce((SELECT min(seq) - 1 FROM history WHERE action_id >= :since), :seq)) "
    "AND a.undone = 0 AND NOT (a.reverses IS NOT NULL "
    "AND coalesce((SELECT min(seq) FROM history WHERE action_id = a.reverses), 0) > :seq) "
    f"AND ({TOUCHES}) GROUP BY a.id ORDER BY a.id DESC"
)


class FileTermCloses:
    """`app.term_close.TermCloses` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def every(self) -> list[TermClose]:
        with self._reading():
            return rows_of(self._conn, "term_close", TermClose, "1 ORDER BY id")

    def corrections(self, close: TermClose, first: date, last: date, since: int = 0) -> list[Correction]:
        given = {"seq": close.seq, "first": first.isoformat(), "last": last.isoformat(), "since": since}
        with self._reading():
            rows = self._conn.execute(QUERY, given).fetchall()
        return [Correction(of, datetime.fromisoformat(at), user, label, count) for of, at, user, label, count in rows]

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
