"""Commands about the staff: who works here, and a new member with the class they lead."""

from datetime import date
from typing import Any

import click

from app.cards import class_name_on
from app.changes import Change, Insert, New, Value
from app.classes import SchoolClass
from app.edits import BadValue, add_staff, set_class_teacher
from app.periods import holds
from app.school import Snapshot, Staff
from ui.cli.call import Call, Refused, common, tr


@click.command()
@common
def staff(call: Call) -> None:
    """教职工和他们带的班。"""
    with call.opened() as store:
        snapshot = store.snapshot()
    today = date.today()
    rows = [_staff_json(person, snapshot, today) for person in snapshot.staff]
    lines = ["\t".join([row["name"], row["phone"], "、".join(row["class_teacher"])]) for row in rows]
    call.say(rows, "\n".join([*lines, tr("共 {0} 人").format(len(rows))]))


@click.command("staff-add")
@click.argument("name")
@click.option("--phone", default="", help="电话")
@click.option("--class-teacher", "leads", metavar="三（1）班", help="带哪个班，从今天起")
@common
def staff_add(call: Call, name: str, phone: str, leads: str | None) -> None:
    """加一位教职工。"""
    today = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        changes = _new_staff(name, phone)
        if leads is not None:
            school_class = class_named(snapshot, leads, today)
            changes += set_class_teacher(school_class, None, today)
            who: dict[str, Value] = {"class_id": school_class.id, "staff_id": New("staff")}
            row = {**who, "from_day": today.isoformat()}
            changes.append(Insert("class_teacher", row))
        store.apply(tr("添加教职工{0}").format(name), changes)
    call.say({"name": name, "phone": phone, "class_teacher": [leads] if leads else []}, tr("加上了：{0}").format(name))


def class_named(snapshot: Snapshot, name: str, day: date) -> SchoolClass:
    """The class of that name on that day; half-width brackets are understood. Raises Refused."""
    wanted = name.replace("(", "（").replace(")", "）").strip()
    for school_class in snapshot.classes:
        if class_name_on(school_class, snapshot, day) == wanted:
            return school_class
    raise Refused(tr("没有这个班：{0}").format(name))


def _new_staff(name: str, phone: str) -> list[Change]:
    try:
        return add_staff(name, phone)
    except BadValue as error:
        wrong = tr("电话看不懂：{0}").format(phone) if error.field == "phone" else tr("名字看不懂：{0}").format(name)
        raise Refused(wrong) from None


def _staff_json(person: Staff, snapshot: Snapshot, day: date) -> dict[str, Any]:
    leads = [
        class_name_on(school_class, snapshot, day)
        for school_class in snapshot.classes
        for teacher in school_class.teachers
        if teacher.staff_id == person.id and holds(teacher, day)
    ]
    return {
        "name": person.name,
        "phone": person.phone,
        "duties": person.duties,
        "class_teacher": leads,
        "left_on": person.left_on.isoformat() if person.left_on else None,
    }
