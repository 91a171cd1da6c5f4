"""The sample school as inserts: what makes an empty file hold it, in the order in which rows refer to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date

from app.care import CareRecord
from app.changes import Change, Insert, New, Value
from app.children import Child
from app.pairing import Pairing
from app.school import Snapshot
from app.termdays import Term

PARTS = (
    ("kin", "kin"),
    ("care", "cares"),
    ("enrolment", "enrolments"),
    ("claim", "claims"),
    ("override", "overrides"),
    ("card_print", "cards"),
)


def changes_of(snapshot: Snapshot) -> list[Change]:
    """The inserts that make an empty file hold this snapshot."""
    changes: list[Change] = [insert("staff", staff, {}) for staff in snapshot.staff]
    for school_class in snapshot.classes:
        changes.append(insert("class", school_class, {}))
        changes += [
            insert(
                "class_teacher",
                one,
                {"class_id": token("class", school_class.id), "staff_id": token("staff", one.staff_id)},
            )
            for one in school_class.teachers
        ]
    for child in snapshot.children.values():
        changes += _child_inserts(child)
    changes += map(_pairing, snapshot.pairings)
    changes += [insert("staff_leave", one, _of("staff_id", one.staff_id)) for one in snapshot.leaves]
    changes += [insert("priority", one, _of("child_id", one.child_id)) for one in snapshot.priorities]
    for plan in snapshot.plans:
        changes.append(insert("help_plan", plan, {"pairing_id": token("pairing", plan.pairing_id)}))
        changes += [insert("plan_goal", goal, {"plan_id": token("help_plan", plan.id)}) for goal in plan.goals]
    changes += [insert("agreement", one, _of("child_id", one.child_id)) for one in snapshot.agreements]
    return changes


def terms_in(terms: Iterable[Term]) -> Iterator[Change]:
    """Terms other than the one that the set-up makes."""
    for term in terms:
        row: dict[str, Value] = {
            "code": term.code, "from_day": term.from_day.isoformat(), "until_day": term.until_day.isoformat(),
        }  # fmt: skip
        yield Insert("term", row, f"term{term.code}")


def records_in(records: Iterable[CareRecord], ids: Mapping[str, int] | None = None) -> Iterator[Change]:
    """The ledger of care; staff, classes, pairs and children stand before it, or are rows already (`ids`, by token)."""
    known = ids or {}
    for record in records:
        keys = _of("staff_id", record.staff_id) | _of("class_id", record.class_id)
        keys |= _of("pairing_id", record.pairing_id)
        yield insert("care_record", record, {column: _known(value, known) for column, value in keys.items()})
        for one in record.participants:
            child = _known(token("child", one.child_id), known)
            keys = {"record_id": token("care_record", record.id), "child_id": child, "remark": one.remark}
            yield Insert("participant", keys, f"participant{one.id}")


def _known(value: Value, ids: Mapping[str, int]) -> Value:
    """The row's id, if it is a row already."""
    return ids.get(value.token, value) if isinstance(value, New) else value


def _pairing(one: Pairing) -> Insert:
    keys = _of("child_id", one.child_id) | _of("staff_id", one.staff_id) | _of("peer_id", one.peer_id)
    return insert("pairing", one, keys)


def _of(column: str, row: int | None) -> dict[str, Value]:
    """The column that names a row of another table, if it names one."""
    table = "child" if column == "peer_id" else column.removesuffix("_id")
    return {} if row is None else {column: token(table, row)}


def _child_inserts(child: Child) -> Iterable[Change]:
    owner = {"child_id": token("child", child.id)}
    yield insert("child", child, {})
    for table, part in PARTS:
        for position, one in enumerate(getattr(child, part)):
            keys: dict[str, Value] = dict(owner)
            if table == "kin":
                keys["position"] = position
            elif table == "care":
                keys["kin_id"] = token("kin", one.kin_id)
            elif table == "enrolment":
                keys["class_id"] = token("class", one.class_id)
            yield insert(table, one, keys)
    for kin in child.kin:
        for position, phone in enumerate(kin.phones):
            yield insert("phone", phone, {"kin_id": token("kin", kin.id), "position": position})
        for where in kin.whereabouts:
            yield insert("whereabouts", where, {"kin_id": token("kin", kin.id)})


def insert(table: str, record: object, keys: dict[str, Value]) -> Insert:
    """The insert of a record, with the columns that name other rows."""
    row: dict[str, Value] = {}
    for column in _columns(type(record)):
        value = getattr(record, column)
        if value is None or value == "" or isinstance(value, tuple):
            continue
        row[column] = (
            value.isoformat() if isinstance(value, date) else int(value) if isinstance(value, bool) else value
        )
    row.update(keys)
    return Insert(table, row, f"{table}{getattr(record, 'id')}")  # noqa: B009


_COLUMNS: dict[type, tuple[str, ...]] = {}
"""The fields of each kind of record but its id: looked up once, since a school is thousands of rows."""


def _columns(kind: type) -> tuple[str, ...]:
    if kind not in _COLUMNS:
        _COLUMNS[kind] = tuple(one.name for one in fields(kind) if one.name != "id")
    return _COLUMNS[kind]


def token(table: str, row: int) -> New:
    """Stands for a row of the sample."""
    return New(f"{table}{row}")
