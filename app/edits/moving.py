"""Hand rows with periods on to another owner, cut to the days that are left for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from app.changes import Change, Delete, Insert, Update, Value
from app.periods import Span
from app.values import iso

Row = TypeVar("Row")


def _as_it_is(_row: object, _until: date | None) -> dict[str, Value]:
    return {}


def row_of(record: Any) -> dict[str, Value]:
    """The flat columns of a record as the file holds them, without its id and what hangs on it."""
    found: dict[str, Value] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "id" or isinstance(value, tuple):
            continue
        found[field.name] = iso(value) if isinstance(value, date) else int(value) if isinstance(value, bool) else value
    return found


def move(
    table: str, row: Row, parts: Sequence[Span], owner: Mapping[str, Value],
    ended: Callable[[Row, date | None], Mapping[str, Value]] = _as_it_is,
) -> list[Change]:  # fmt: skip
    """The row (a record with a period) as these parts of it, under that owner; no part: it goes. `ended` gives what
    changes in a part that ends on another day than the row did."""
    record: Any = row
    if not parts:
        return [Delete(table, record.id)]
    changes: list[Change] = []
    for number, (first, until) in enumerate(parts):
        values: dict[str, Value] = {**owner, **ended(row, until)}
        if number == 0:
            if first != record.from_day:
                values["from_day"] = iso(first)
            if until != record.until_day:
                values["until_day"] = iso(until)
            changes.append(Update(table, record.id, values))
            continue
        changes.append(Insert(table, {**row_of(row), **values, "from_day": iso(first), "until_day": iso(until)}))
    return changes
