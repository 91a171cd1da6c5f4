"""The ledger of care of an open file (`app.ledger.Ledger`): read by days, by child or by record, never whole."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.call_weeks import CALLS
from app.care import CareRecord, Contact, Mention, NoteOpened, Participant, Slip
from app.confidential import veiled
from app.ledger import LedgerQuery
from app.postponing import Postponed
from db import connection
from db.named import OF_CLASS, OF_STAFF, is_named
from db.records import day_of, shape, values

if TYPE_CHECKING:
    from sqlite3 import Connection


def _done(record: str) -> str:
    """SQL: it is not only planned (`app.activities`): a plan is no entry of the ledger yet."""
    planned = f"SELECT 1 FROM activity WHERE activity.record_id = {record}.id AND activity.planned = 1"
    return f"NOT ({record}.outcome = 'not_reached' AND EXISTS ({planned}))"


_CONTACT = (
    "SELECT r.id, r.kind, r.day, r.outcome = 'reached', p.child_id, r.class_id, r.staff_id "
    f"FROM care_record AS r LEFT JOIN participant AS p ON p.record_id = r.id WHERE {_done('r')} AND "
)
_MENTIONING = ("movement", "contest_entry", "gift", "insurance", "wish", "award", "story", "attachment")
MANY = 24
"""Records that may have been entered after younger ones."""
_WITH_CHILD = "id IN (SELECT record_id FROM participant WHERE child_id = ?)"
_THESE = "(SELECT value FROM json_each(?))"
LAST_LETTER = "\U0010ffff"
"""Behind every other."""


class FileLedger:
    """`app.ledger.Ledger` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def contacts(self, first: date, last: date, kinds: Collection[str] = ()) -> list[Contact]:
        where, given = "r.day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()]
        if kinds:
            where, given = f"r.kind IN {_THESE} AND {where}", [dumps(sorted(kinds)), *given]
        with self._reading():
            return _contacts(self._conn.execute(f"{_CONTACT} {where}", given))

    def contacts_of(self, record_ids: Iterable[int]) -> list[Contact]:
        with self._reading():
            return _contacts(self._conn.execute(f"{_CONTACT} r.id IN {_THESE}", (dumps(sorted(record_ids)),)))

    def talked_by(self, medium: str, first: date, last: date) -> list[tuple[int, date]]:
        with self._reading():
            rows = self._conn.execute(
                "SELECT p.child_id, r.day FROM care_record AS r JOIN participant AS p ON p.record_id = r.id "
                f"WHERE r.kind IN {_THESE} AND r.day BETWEEN ? AND ? AND r.outcome = 'reached' AND r.medium = ?",
                (dumps(CALLS), first.isoformat(), last.isoformat(), medium),
            )
            return [(child_id, day_of(day)) for child_id, day in rows]

    def of_child(self, child_id: int, *, whole: bool = False) -> list[CareRecord]:
        with self._reading():
            found = records_where(self._conn, _WITH_CHILD, (child_id,))
        return found if whole else [veiled(record) for record in found]

    def timeline(self, child_id: int) -> list[CareRecord]:
        return self._records(_WITH_CHILD, (child_id,), only=child_id)

    def how_many(self, record_id: int) -> int:
        with self._reading():
            query = "SELECT count(*) FROM participant WHERE record_id = ?"
            return int(self._conn.execute(query, (record_id,)).fetchone()[0])

    def lately(self, child_id: int, limit: int) -> list[CareRecord]:
        # Who has fifteen hundred records need not wait until all their days are looked at.
        entered = "SELECT record_id FROM participant WHERE child_id = ? ORDER BY record_id DESC LIMIT ?"
        return self._records(f"id IN ({entered})", (child_id, limit + MANY), only=child_id)[:limit]

    def between(self, first: date, last: date, children: Collection[int] | None = None) -> list[CareRecord]:
        where, given = "day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()]
        if children is not None:
            among = f"SELECT 1 FROM participant WHERE record_id = care_record.id AND child_id IN {_THESE}"
            where, given = f"{where} AND EXISTS ({among})", [*given, dumps(sorted(children))]
        return self._records(where, given)

    def page(self, query: LedgerQuery, after: tuple[date, int] | None = None, limit: int = 200) -> list[CareRecord]:
        where, given = _wanted(query, after)
        with self._reading():
            found = self._conn.execute(
                f"SELECT r.id FROM care_record AS r WHERE {where} ORDER BY r.day DESC, r.id DESC LIMIT ?",
                (*given, limit),
            )
            ids = [record_id for (record_id,) in found]
        return self._records(f"id IN {_THESE}", (dumps(ids),))

    def record(self, record_id: int) -> CareRecord | None:
        return next(iter(self._records("id = ?", (record_id,), whole=True)), None)

    def open_follow_ups(self) -> list[CareRecord]:
        found = self._records("follow_up IS NOT NULL AND followed_up IS NULL", ())
        return sorted(found, key=lambda one: (one.follow_up or date.max, one.id))

    def follow_ups(self, first: date, last: date) -> list[CareRecord]:
        # Each by an index of its own, or ten years are walked through for a handful.
        term = "follow_up IS NOT NULL AND day BETWEEN ?1 AND ?2"
        parts = ("follow_up IS NOT NULL AND followed_up IS NULL", "followed_up > ?2", term)
        ids = " UNION ALL ".join(f"SELECT id FROM care_record WHERE {part}" for part in parts)
        where = f"id IN ({ids}) AND follow_up IS NOT NULL AND day <= ?2"
        return self._records(where, (first.isoformat(), last.isoformat()))[::-1]

    def postponed(self) -> tuple[Postponed, ...]:
        with self._reading():
            return tuple(Postponed(*flat) for _, flat in values(self._conn, "postponed", Postponed))

    def last_reached(self, first: date) -> dict[tuple[int, int], date]:
        with self._reading():
            # CROSS and + keep SQLite from walking through ten years in the order of children or staff.
            rows = self._conn.execute(
                "SELECT p.child_id, r.staff_id, max(r.day) FROM care_record AS r CROSS JOIN participant AS p "
                "ON p.record_id = r.id WHERE r.day >= ? AND r.outcome = 'reached' AND +r.staff_id IS NOT NULL "
                "GROUP BY p.child_id, r.staff_id", (first.isoformat(),),
            )  # fmt: skip
            return {(child, staff): day_of(day) for child, staff, day in rows}

    def last_of_pairs(self, first: date) -> dict[int, date]:
        with self._reading():
            rows = self._conn.execute(
                "SELECT pairing_id, max(day) FROM care_record WHERE +pairing_id IS NOT NULL AND day >= ? "
                "GROUP BY +pairing_id", (first.isoformat(),),
            )  # fmt: skip
            return {pairing: day_of(day) for pairing, day in rows}

    def names_staff(self, staff_id: int) -> bool:
        with self._reading():
            return is_named(self._conn, OF_STAFF, staff_id)

    def names_class(self, class_id: int) -> bool:
        with self._reading():
            return is_named(self._conn, OF_CLASS, class_id)

    def phrases(self, kind: str, limit: int = 50) -> list[str]:
        with self._reading():
            # Only the newest few thousand: what was written years ago is no habit any more.
            rows = self._conn.execute(
                "SELECT summary FROM (SELECT summary FROM care_record WHERE kind = ? AND confidential = 0 "
                "AND summary <> '' ORDER BY day DESC, id DESC LIMIT 3000) "
                "GROUP BY summary ORDER BY count(*) DESC, summary LIMIT ?",
                (kind, limit),
            )
            return [text for (text,) in rows]

    def slips(self, week: date) -> list[Slip]:
        return self._slips("week = ?", week.isoformat())

    def slip(self, code: str) -> Slip | None:
        return next(iter(self._slips("code = ?", code)), None)

    def _slips(self, where: str, given: str) -> list[Slip]:
        with self._reading():
            rows = self._conn.execute(f"SELECT {_names(Slip)} FROM slip WHERE {where} ORDER BY id", (given,))
            return [Slip(*_turned(Slip, row)) for row in rows]

    def sources(self, prefix: str) -> dict[str, int]:
        with self._reading():
            rows = self._conn.execute(
                "SELECT source, id FROM care_record WHERE source <> '' AND source >= ? AND source < ?",
                (prefix, prefix + LAST_LETTER),
            )
            return dict(rows.fetchall())

    def mentions(self, child_id: int) -> list[Mention]:
        with self._reading():
            found = [
                Mention("opening_child", row, of)
                for row, of in self._conn.execute(
                    "SELECT id, opening_id FROM opening_child WHERE child_id = ?", (child_id,)
                )
            ]
            for table in _MENTIONING:
                rows = self._conn.execute(f'SELECT id FROM "{table}" WHERE child_id = ? ORDER BY id', (child_id,))
                found += [Mention(table, row) for (row,) in rows]
        return found

    def opened(self, record_id: int) -> list[NoteOpened]:
        with self._reading():
            found = [NoteOpened(*flat) for _, flat in values(self._conn, "note_opened", NoteOpened, order="id DESC")]
        return [one for one in found if one.record_id == record_id]

    def opened_unseen(self) -> list[NoteOpened]:
        with self._reading():
            every = [NoteOpened(*flat) for _, flat in values(self._conn, "note_opened", NoteOpened, order="id DESC")]
        return [one for one in every if not one.seen]

    def _records(
        self, where: str, given: Sequence[str | int], whole: bool = False, only: int = 0
    ) -> list[CareRecord]:
        """`only`: of the participants no more than this child."""
        with self._reading():
            if whole:
                return records_where(self._conn, where, given, only)
            found = records_where(self._conn, f"({where}) AND {_done('care_record')}", given, only)
        return [veiled(record) for record in found]

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)


def records_where(conn: "Connection", where: str, given: Sequence[str | int], only: int = 0) -> list[CareRecord]:
    """The records that fit, newest first, with all their words; of the participants no more than the child `only`."""
    names, turns = shape(CareRecord)
    those = f"record_id IN {_THESE}{' AND child_id = ?' if only else ''}"
    people: dict[int, list[Participant]] = {}
    # Put in order here: asked for an order, SQLite may walk through the whole ledger to keep it.
    rows = conn.execute(f"SELECT {', '.join(names)} FROM care_record WHERE {where}", given).fetchall()
    for record_id, row_id, child_id, remark in conn.execute(
        f"SELECT record_id, id, child_id, remark FROM participant WHERE {those} ORDER BY id",
        (dumps([row[0] for row in rows]), *([only] if only else ())),
    ):
        people.setdefault(record_id, []).append(Participant(row_id, child_id, remark))
    found = []
    for row in rows:
        flat = list(row)
        for index, turn in turns:
            if flat[index] is not None:
                flat[index] = turn(flat[index])
        found.append(CareRecord(*(*flat, tuple(people.get(row[0], ())))))
    found.sort(key=lambda record: (record.day, record.id), reverse=True)
    return found


def _wanted(query: LedgerQuery, after: tuple[date, int] | None) -> tuple[str, list[str | int]]:
    parts, given = [_done("r")], list[str | int]()
    if query.kinds:
        parts.append(f"r.kind IN {_THESE}")
        given.append(dumps(query.kinds))
    if query.missed:
        parts.append("r.outcome = 'not_reached'")
    if query.until is not None:
        parts.append("r.day <= ?")
        given.append(query.until.isoformat())
    if after is not None:
        day, record_id = after[0].isoformat(), after[1]
        parts.append("r.day <= ? AND (r.day < ? OR r.id < ?)")
        given += [day, day, record_id]
    if query.children or query.staff or query.words:
        parts.append(f"({' OR '.join(_searched(query, given))})")
    return " AND ".join(parts), given


def _searched(query: LedgerQuery, given: list[str | int]) -> list[str]:
    either, whose = [], []
    if query.children:
        whose.append(f"SELECT record_id FROM participant WHERE child_id IN {_THESE}")
        given.append(dumps(sorted(query.children)))
    if query.staff:
        whose.append(f"SELECT id FROM care_record WHERE staff_id IN {_THESE}")
        given.append(dumps(sorted(query.staff)))
    if whose:
        # Each by its own index: an OR of them would walk through the whole ledger.
        either.append(f"r.id IN ({' UNION '.join(whose)})")
    if query.words:
        texts = "r.summary || char(10) || r.place || char(10) || r.follow_up_note"
        remarks = "r.id IN (SELECT record_id FROM participant WHERE remark <> '' AND instr(lower(remark), ?))"
        either.append(f"r.confidential = 0 AND (instr(lower({texts}), ?) OR {remarks})")
        given += [query.words.lower()] * 2
    return either


def _contacts(rows: Iterable[tuple[Any, ...]]) -> list[Contact]:
    # Contact(…) for tens of thousands of rows, without its detour through Python.
    make = tuple.__new__
    return [
        make(Contact, (record, kind, day_of(day), reached == 1, child, of_class, staff))
        for record, kind, day, reached, child, of_class, staff in rows
    ]


def _names(record: type[Any]) -> str:
    return ", ".join(shape(record)[0])


def _turned(record: type[Any], row: Sequence[Any]) -> list[Any]:
    flat = list(row)
    for index, turn in shape(record)[1]:
        flat[index] = None if flat[index] is None else turn(flat[index])
    return flat
