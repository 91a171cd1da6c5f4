"""The school of hard cases in a real file, as the window opens it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from app.changes import Change, Insert, New, Value
from app.children import Child
from app.ports import Disk
from app.school import Snapshot
from app.store import Setup
from db import files, keys, place, tables, xlsx
from db.vault import FileVault
from tests.ui.paper.hard_school import DAY, hard_children, snapshot
from ui.session import Session

USER, PASSWORD = "张老师", "青山-password-1"


def disk(folder: Path) -> Disk:
    return Disk(
        vault=lambda where: FileVault(where, cost=keys.LOW_COST),
        default_folder=lambda: folder,
        read_table=tables.read_table,
        write_sheet=xlsx.write_sheet,
        write_bytes=files.write_bytes,
        drive_warning=place.drive_warning,
    )


@contextmanager
def opened(folder: Path) -> Iterator[Session]:
    """A session on the hard-case school, stored under `folder`."""
    children = hard_children()
    shot = snapshot(children)
    term = shot.terms[0]
    setup = Setup(shot.school, USER, PASSWORD, term.code, term.from_day, term.until_day)
    _code, store = FileVault(PurePath(folder / "学校 软件"), cost=keys.LOW_COST).create(setup)
    try:
        store.apply("录入", list(_changes(shot, children)))
        yield Session(disk(folder), store, DAY)
    finally:
        store.close()


def _changes(shot: Snapshot, children: Sequence[Child]) -> Iterator[Change]:
    for staff in shot.staff:
        yield Insert("staff", _values(staff), f"staff{staff.id}")
    for school_class in shot.classes:
        yield Insert("class", _values(school_class), f"class{school_class.id}")
        for teacher in school_class.teachers:
            owner = {"class_id": New(f"class{school_class.id}"), "staff_id": New(f"staff{teacher.staff_id}")}
            yield Insert("class_teacher", _values(teacher) | owner)
    for child in children:
        yield from _child(child)


def _child(child: Child) -> Iterator[Change]:
    me = New(f"child{child.id}")
    yield Insert("child", _values(child), me.token)
    for position, kin in enumerate(child.kin):
        yield Insert("kin", _values(kin) | {"child_id": me, "position": position}, f"kin{kin.id}")
        for place_, phone in enumerate(kin.phones):
            yield Insert("phone", _values(phone) | {"kin_id": New(f"kin{kin.id}"), "position": place_})
        for where in kin.whereabouts:
            yield Insert("whereabouts", _values(where) | {"kin_id": New(f"kin{kin.id}")})
    for care in child.cares:
        yield Insert("care", _values(care) | {"child_id": me, "kin_id": New(f"kin{care.kin_id}")})
    for enrolment in child.enrolments:
        owner = {"child_id": me, "class_id": New(f"class{enrolment.class_id}")}
        yield Insert("enrolment", _values(enrolment) | owner)
    for claim in child.claims:
        yield Insert("claim", _values(claim) | {"child_id": me})


def _values(row: Any) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name != "id" and not isinstance(value, tuple):
            found[field.name] = value.isoformat() if isinstance(value, date) else value
    return found
