"""Reads the file's rows into the records of `app`: a handful of SELECTs, put together in Python."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from json import dumps
from typing import TYPE_CHECKING, Any, TypeVar

from app.children import CardPrint, Care, Child, Claim, Enrolment, Kin, Override, Phone, Whereabouts
from app.school import School

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

NESTED = {
    "kin", "phones", "whereabouts", "cares", "enrolments", "claims", "overrides", "cards", "teachers", "participants",
    "goals", "hours", "children", "findings", "lines", "agenda", "materials", "entries",
    "items", "stages",
}  # fmt: skip
"""Fields that are tables of their own; each record has them last."""
BY_DAY, BY_PLACE = "from_day, id", "position, id"

day_of = lru_cache(maxsize=20_000)(date.fromisoformat)


def _yes_no(value: int) -> bool:
    return bool(value)


Shape = tuple[list[str], list[tuple[int, Callable[[Any], Any]]]]
_shapes: dict[type[Any], Shape] = {}


def shape(record: type[Any]) -> Shape:
    """A record's columns, and those among them that are not text or numbers; asked of every row, so worked out once."""
    known = _shapes.get(record)
    if known is None:
        known = _shapes[record] = _shape(record)
    return known


def _shape(record: type[Any]) -> Shape:
    flat = [field for field in fields(record) if field.name not in NESTED]
    turns: list[tuple[int, Callable[[Any], Any]]] = []
    for index, field in enumerate(flat):
        if field.type in (date, date | None):
            turns.append((index, day_of))
        elif field.type in (bool, bool | None):
            turns.append((index, _yes_no))
    return [field.name for field in flat], turns


def values(
    conn: "Connection", table: str, record: type[T], *, owner: str = "id", ids: str | None = None, order: str = "id"
) -> Iterator[tuple[int, list[Any]]]:
    """(owner, the record's flat values) of each row. `ids` is a JSON list of children to keep to."""
    names, turns = shape(record)
    listed = ", ".join(f'"{name}"' for name in (owner, *names))
    where = ""
    if ids is not None:
        kept = "(SELECT value FROM json_each(?))"
        if owner == "kin_id":
            kept = f"(SELECT id FROM kin WHERE child_id IN {kept})"
        where = f"WHERE {owner} IN {kept}"
    rows = conn.execute(f'SELECT {listed} FROM "{table}" {where} ORDER BY {order}', (ids,) if ids is not None else ())
    for row in rows:
        flat = list(row[1:])
        for index, turn in turns:
            if flat[index] is not None:
                flat[index] = turn(flat[index])
        yield row[0], flat


def rows_of(
    conn: "Connection", table: str, record: type[T], where: str, given: tuple[str | int, ...] = (),
    parts: Mapping[int, Iterable[Any]] | None = None,
) -> list[T]:  # fmt: skip
    """The records of some rows (`where` may end with an order); `parts` by row id become the record's last field."""
    names, turns = shape(record)
    listed = ", ".join(f'"{name}"' for name in names)
    found: list[T] = []
    for row in conn.execute(f'SELECT {listed} FROM "{table}" WHERE {where}', given):
        flat = list(row)
        for index, turn in turns:
            if flat[index] is not None:
                flat[index] = turn(flat[index])
        if parts is not None:
            flat.append(tuple(parts.get(row[0], ())))
        found.append(record(*flat))
    return found


def grouped(
    conn: "Connection", table: str, record: type[T], owner: str, ids: str | None, order: str
) -> dict[int, tuple[T, ...]]:
    """The records of a table that has none below it, by owner."""
    found: dict[int, list[T]] = defaultdict(list)
    for key, flat in values(conn, table, record, owner=owner, ids=ids, order=order):
        found[key].append(record(*flat))
    return {key: tuple(records) for key, records in found.items()}


def _kin(conn: "Connection", ids: str | None) -> dict[int, tuple[Kin, ...]]:
    phones = grouped(conn, "phone", Phone, "kin_id", ids, BY_PLACE)
    places = grouped(conn, "whereabouts", Whereabouts, "kin_id", ids, BY_DAY)
    found: dict[int, list[Kin]] = defaultdict(list)
    for child_id, flat in values(conn, "kin", Kin, owner="child_id", ids=ids, order=BY_PLACE):
        found[child_id].append(Kin(*(*flat, phones.get(flat[0], ()), places.get(flat[0], ()))))
    return {key: tuple(records) for key, records in found.items()}


def children(conn: "Connection", only: Iterable[int] | None = None) -> dict[int, Child]:
    """Every child, or those of the ids given, with all that hangs on it."""
    ids = None if only is None else dumps(sorted(only))
    kin = _kin(conn, ids)
    cares = grouped(conn, "care", Care, "child_id", ids, BY_DAY)
    enrolments = grouped(conn, "enrolment", Enrolment, "child_id", ids, BY_DAY)
    claims = grouped(conn, "claim", Claim, "child_id", ids, BY_DAY)
    overrides = grouped(conn, "override", Override, "child_id", ids, BY_DAY)
    cards = grouped(conn, "card_print", CardPrint, "child_id", ids, "id")
    parts: tuple[dict[int, tuple[Any, ...]], ...] = (kin, cares, enrolments, claims, overrides, cards)
    return {
        key: Child(*(*flat, *(part.get(key, ()) for part in parts)))
        for key, flat in values(conn, "child", Child, ids=ids)
    }


def school(conn: "Connection") -> School:
    """The one school of the file."""
    names, turns = shape(School)
    flat = list(conn.execute(f'SELECT {", ".join(names)} FROM school').fetchone())
    for index, turn in turns:
        flat[index] = None if flat[index] is None else turn(flat[index])
    return School(*flat)


ATTACHED = (
    ("child", "photo"), ("template", "file"), ("agreement", "file"), ("asset", "photo"), ("attachment", "file"),
    ("attachment", "thumbnail"), ("attachment", "original"), ("own_form", "file"),
)  # fmt: skip
"""Columns that hold the name of an attached file."""


def attached_names(conn: "Connection") -> list[str]:
    """The attached files that records keep the names of."""
    query = " UNION ".join(f'SELECT {column} FROM "{table}" WHERE {column} <> \'\'' for table, column in ATTACHED)
    return [name for (name,) in conn.execute(query)]
