"""Commands about the staff: who works here, and a new member with the class they lead."""

from datetime import date
from typing import Any

import click

from app.cards import class_name_on
from app.changes import Change, Insert, New
from app.classes import SchoolClass
from app.classnames import parse_class
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
    """加一位教职工；已经有的人不再加，只改带哪个班。"""
    today = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        changes = _new_staff(name, phone)
        known = _same_person(snapshot, changes, today)
        if known is not None:
            changes = []
        if leads is not None:
            school_class = class_named(snapshot, leads, today)
            changes += set_class_teacher(school_class, New("staff") if known is None else known.id, today)
        if changes:
            label = tr("添加教职工{0}") if known is None else tr("设置{0}带的班")
            store.apply(label.format(name.strip()), changes)
            snapshot = store.snapshot()
    person = max(snapshot.staff, key=lambda one: one.id) if known is None else known
    row = _staff_json(person, snapshot, today)
    said = tr("加上了：{0}") if known is None else tr("本来就有：{0}")
    if leads is not None:
        said += tr("，带{0}").format("、".join(row["class_teacher"]))
    call.say({key: row[key] for key in ("name", "phone", "class_teacher")}, said.format(person.name))


def class_named(snapshot: Snapshot, name: str, day: date) -> SchoolClass:
    """The class that is called so on that day, in any of its spellings. Raises Refused."""
    key = parse_class(name, day=day, system=snapshot.school.system)
    if key is None:
        raise Refused(tr("班级没看懂：{0}。写成三（1）班。").format(name))
    wanted = (key.stage, key.entry_year, key.number)
    for school_class in snapshot.classes:
        if (school_class.stage, school_class.entry_year, school_class.number) == wanted:
            return school_class
    raise Refused(tr("没有这个班：{0}").format(name))


def _same_person(snapshot: Snapshot, new: list[Change], day: date) -> Staff | None:
    """Who works here under the new one's name and phone; without a phone, the only one of that name. Raises Refused."""
    wanted = next(change.values for change in new if isinstance(change, Insert))
    here = [one for one in snapshot.staff if one.name == wanted["name"] and (one.left_on is None or one.left_on > day)]
    if wanted["phone"]:
        return next((one for one in here if one.phone == wanted["phone"]), None)
    if len(here) > 1:
        why = tr("有 {0} 位{1}，请用 --phone 写明是哪一位。")
        raise Refused(why.format(len(here), wanted["name"]))
    return here[0] if here else None


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
