"""The command that lists the pupils of a day."""

from datetime import date
from typing import Any

import click

from app.cards import class_name_on, in_class_order
from app.carer import Carer, carer_of
from app.children import Child, Kin
from app.classes import SchoolClass
from app.enrolment import pupils_on
from app.known import missing
from app.pairing import mentors_on
from app.school import Snapshot
from app.status import birth_of, civil_status, register_status
from app.whereabouts import current, is_away, is_away_proposed
from ui.cli.call import Call, Day, common, tr
from ui.sentences import why_register


@click.command()
@click.option("--on", type=Day(), help="哪天（不写就是今天）")
@common
def children(call: Call, on: date | None) -> None:
    """那天在校的全部孩子。"""
    day = on or date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
    classes = {child.id: school_class for child, school_class in pupils_on(snapshot, day)}
    ordered = in_class_order([snapshot.children[key] for key in classes], snapshot, day)
    staff = {one.id: one.name for one in snapshot.staff}
    mentors = {child_id: staff[staff_id] for child_id, staff_id in mentors_on(snapshot.pairings, day).items()}
    rows = [child_json(child, classes[child.id], snapshot, day, mentors.get(child.id)) for child in ordered]
    lines = [f"{row['class_name']}\t{row['name']}\t{row['why']}" for row in rows]
    call.say(rows, "\n".join([*lines, tr("共 {0} 人").format(len(rows))]))


def child_json(
    child: Child, school_class: SchoolClass, snapshot: Snapshot, day: date, mentor: str | None = None
) -> dict[str, Any]:
    """One pupil on one day, as docs and scripts know it."""
    verdict = register_status(child, day)
    carer = carer_of(child, day)
    return {
        "name": child.name,
        "sex": child.sex,
        "birth_date": birth_of(child),
        "id_number": child.id_number,
        "register_number": child.register_number,
        "class_name": class_name_on(school_class, snapshot, day),
        "status": verdict.status,
        "civil_affairs": civil_status(child, day).value,
        "why": why_register(verdict),
        "boarding": child.boarding == "住校",
        "address": child.address or child.home_address,
        "kin": [_kin_json(kin, carer, day) for kin in child.kin],
        "missing": list(missing(child, day, carer)),
        "mentor": mentor,
    }


def _kin_json(kin: Kin, carer: Carer, day: date) -> dict[str, Any]:
    where = current(kin, day)
    cares: bool | str = carer.kin is not None and carer.kin.id == kin.id
    return {
        "relation": kin.relation,
        "name": kin.name,
        "phones": [{"number": phone.number, "state": phone.state} for phone in kin.phones],
        "work_place": (where.place if where is not None and where.kind == "away" else "") or kin.work_unit,
        "away": is_away(kin, day),
        "away_proposed": is_away_proposed(kin, day),
        "carer": "proposed" if cares and carer.certainty == "proposed" else cares,
    }
