"""Commands that take a register file in, and take an import back."""

from datetime import date
from pathlib import PurePath
from typing import Any

import click

from app.children import Child
from app.imports import headers, planning, rows
from app.imports.carrying import carry_out
from app.imports.plan import Plan, PlanRow
from app.school import Snapshot
from app.sheets import TableFile
from app.tablefile import CannotRead
from app.terms import import_day
from ui.cli.call import Call, Day, Refused, common, tr
from ui.imports.words import problem_sentence


@click.command("import")
@click.argument("file")
@click.option("--yes", is_flag=True, help="真的导入（不写就只看会怎样）")
@click.option("--as-of", type=Day(), help="名单从哪天起算（不写就是本学期第一天）")
@click.option("--resolve", "answers", multiple=True, metavar="ROW=ID/new", help="拿不准的行是谁，可以写多次")
@common
def import_(call: Call, file: str, yes: bool, as_of: date | None, answers: tuple[str, ...]) -> None:
    """导入学籍表、班主任名单等表格。"""
    with call.opened() as store:
        snapshot = store.snapshot()
        table = call.disk.read_table(PurePath(file))
        plan = plan_of(table, snapshot, as_of or import_day(snapshot.terms, date.today()))
        plan = _resolved(plan, answers)
        number = carry_out(store, plan, tr("导入{0}").format(plan.source)).import_id if yes else None
    call.say(_as_json(plan, snapshot, number), _sentence(plan, number))


@click.command("undo-import")
@click.argument("number", type=int, metavar="ID")
@common
def undo_import(call: Call, number: int) -> None:
    """撤回一次导入；后来改过的留着，并说是哪些。"""
    with call.opened() as store:
        run = next((run for run in store.imports() if run.id == number), None)
        if run is None:
            raise Refused(tr("没有这次导入：{0}").format(number))
        undone = store.undo(run.action_id)
        children = store.snapshot().children
    kept = [
        {
            "id_number": name_of(children.get(kept.child_id or 0)),
            "field": f"{kept.table}.{kept.field}" if kept.field else kept.table,
            "reason": tr("导入之后又改过"),
        }
        for kept in undone.kept
    ]
    sentence = tr("撤回了 {0} 处").format(undone.reversed)
    if kept:
        sentence += tr("，有 {0} 处导入之后又改过，留着没动").format(len(kept))
    call.say({"reversed": undone.reversed, "kept": kept}, sentence)


def plan_of(table: TableFile, snapshot: Snapshot, as_of: date) -> Plan:
    """What the file would do to the school. Raises CannotRead if it has no table of pupils."""
    mappings = headers.guess(table, as_of)
    if not mappings:
        raise CannotRead("no_table")
    records = rows.records(table, mappings, as_of, snapshot.school.system)
    return planning.plan(snapshot, records, as_of, table.name)


def name_of(child: Child | None) -> str:
    """How the command line names a child: ID number, else register number."""
    return "" if child is None else child.id_number or child.register_number


def _resolved(plan: Plan, answers: tuple[str, ...]) -> Plan:
    for answer in " ".join(answers).replace(",", " ").split():
        row, equals, who = answer.partition("=")
        if not equals or not row.isdigit():
            raise click.UsageError(tr("--resolve 要写成 行号=身份证号 或 行号=new：{0}").format(answer))
        index = next((i for i, each in enumerate(plan.rows) if each.row == int(row) and each.kind == "doubtful"), None)
        if index is None:
            raise Refused(tr("第 {0} 行没有拿不准的地方，不用 --resolve。").format(row))
        plan = _answered(plan, index, who)
    return plan


def _answered(plan: Plan, index: int, who: str) -> Plan:
    try:
        return planning.resolve(plan, index, "new" if who == "new" else _child_id(plan.snapshot, who))
    except ValueError:
        why = tr("第 {0} 行不能这样定：{1}。那个孩子在表里另有一行，或者没有班级。")
        raise Refused(why.format(plan.rows[index].row, who)) from None


def _child_id(snapshot: Snapshot, who: str) -> int:
    for child in snapshot.children.values():
        if who and who in (child.id_number, child.register_number):
            return child.id
    raise Refused(tr("名册里没有这个号：{0}").format(who))


def _as_json(plan: Plan, snapshot: Snapshot, number: int | None) -> dict[str, Any]:
    children = snapshot.children
    return {
        "new": plan.count("new"),
        "changed": plan.count("changed"),
        "unchanged": plan.count("unchanged"),
        "doubtful": [
            {
                "row": row.row,
                "reason": _reason(row),
                "candidates": [name_of(children.get(key)) for key in row.candidates],
            }
            for row in plan.rows
            if row.kind == "doubtful"
        ],
        "refused": [
            {"row": row.row, "column": row.column, "reason": _reason(row)} for row in plan.rows if row.kind == "refused"
        ],
        "absent": [name_of(children.get(key)) for key in plan.absent],
        "import_id": number,
    }


def _reason(row: PlanRow) -> str:
    return problem_sentence(row.reason, row.row) if row.reason else ""


def _sentence(plan: Plan, number: int | None) -> str:
    kinds = [plan.count(kind) for kind in ("new", "changed", "unchanged", "doubtful", "refused")]
    counts = tr("新增 {0} 人，有变动 {1} 人，没有变化 {2} 人，").format(*kinds[:3])
    counts += tr("拿不准 {0} 行，不能导入 {1} 行，表里没有的 {2} 人。").format(*kinds[3:], len(plan.absent))
    faults = [_reason(row) for row in plan.rows if row.kind in ("doubtful", "refused")]
    last = (
        tr("这是预看，什么也没有写；加 --yes 就导入。")
        if number is None
        else tr("导入好了，编号 {0}（undo-import {0} 可以撤回）。").format(number)
    )
    return "\n".join([counts, *faults, last])
