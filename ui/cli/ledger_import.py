"""The command that takes an existing ledger of things in; `undo-import` takes it back."""

from datetime import date
from pathlib import PurePath
from typing import Any

import click

from app.ledger_import import mapping, planning
from app.ledger_import.books import books_on
from app.ledger_import.carrying import carry_out
from app.ledger_import.plan import BOOK, LEAVE, NEW, Plan, PlanRow
from app.ledger_import.rows import listed
from app.sheets import TableFile
from app.store import Store
from app.tablefile import CannotRead
from ui.cli.call import Call, Day, Refused, common, tr
from ui.ledger_import import words


@click.command("import-ledger")
@click.argument("file")
@click.option("--yes", is_flag=True, help="真的导入（不写就只看会怎样）")
@click.option("--as-of", type=Day(), help="表里的数是哪天的（不写就是今天）")
@click.option("--resolve", "answers", multiple=True, metavar="ROW=编号/new/book",
              help="拿不准的行是哪一样、要不要记差异，可以写多次")  # fmt: skip
@common
def import_ledger(call: Call, file: str, yes: bool, as_of: date | None, answers: tuple[str, ...]) -> None:
    """导入学校原来的台账；数量不一样的只列出来，不改账。"""
    with call.opened() as store:
        plan = plan_of(call.disk.read_table(PurePath(file)), store, as_of or date.today())
        plan = _resolved(plan, answers)
        label = tr("导入台账{0}").format(plan.source)
        number = carry_out(store, plan, words.said(), label).import_id if yes else None
    call.say(_as_json(plan, number), _sentence(plan, number))


def plan_of(table: TableFile, store: Store, day: date) -> Plan:
    """What the file would do to the ledger. Raises CannotRead if it has no table of things."""
    mappings = mapping.guess(table)
    if not mappings:
        raise CannotRead("no_table")
    books = books_on(store.inventory, store.snapshot(), day)
    return planning.plan(books, listed(table, mappings, day), table.name, words.home_name())


def _resolved(plan: Plan, answers: tuple[str, ...]) -> Plan:
    for answer in " ".join(answers).replace(",", " ").split():
        row, equals, what = answer.partition("=")
        if not equals or not row.isdigit() or not what:
            raise click.UsageError(tr("--resolve 要写成 行号=编号、行号=new 或 行号=book：{0}").format(answer))
        index = next((at for at, one in enumerate(plan.rows) if one.row == int(row) and _asks(one)), None)
        if index is None:
            raise Refused(tr("第 {0} 行没有拿不准的地方，不用 --resolve。").format(row))
        try:
            plan = planning.resolve(plan, index, _meant(plan, what))
        except ValueError:
            why = tr("第 {0} 行不能这样定：{1}。那样东西在表里另有一行，或者台账里没有。")
            raise Refused(why.format(row, what)) from None
    return plan


def _asks(row: PlanRow) -> bool:
    return row.kind == "doubtful" or row.offer is not None


def _meant(plan: Plan, what: str) -> int | str:
    if what in (NEW, BOOK, LEAVE):
        return what
    return next((one.id for one in plan.books.assets if one.number == what), -1)


def _as_json(plan: Plan, number: int | None) -> dict[str, Any]:
    return {
        "new": plan.count("new"), "changed": plan.count("changed"), "unchanged": plan.count("unchanged"),
        "doubtful": [
            {"sheet": row.record.sheet, "row": row.row, "reason": _reason(row),
             "candidates": [plan.asset(key).number for key in row.candidates]}
            for row in plan.rows if row.kind == "doubtful"
        ],
        "refused": [
            {"sheet": row.record.sheet, "row": row.row, "column": row.column, "reason": _reason(row)}
            for row in plan.rows if row.kind == "refused"
        ],
        "differences": [
            {"sheet": row.record.sheet, "row": row.row, "number": _number(plan, row), "name": row.record.name,
             "booked": row.offer.booked, "listed": row.offer.listed, "written": row.books_it}
            for row in plan.rows if row.offer is not None and row.offer.to_room is None
        ],
        "new_rooms": list(plan.new_rooms),
        "import_id": number,
    }  # fmt: skip


def _number(plan: Plan, row: PlanRow) -> str:
    return plan.asset(row.asset_id).number if row.asset_id is not None else row.record.number


def _reason(row: PlanRow) -> str:
    return words.problem_sentence(row.reason, row.row) if row.reason else ""


def _sentence(plan: Plan, number: int | None) -> str:
    kinds = [plan.count(kind) for kind in ("new", "changed", "unchanged", "doubtful", "refused")]
    said = [tr("新增 {0} 行，有变动 {1} 行，没有变化 {2} 行，拿不准 {3} 行，不能导入 {4} 行。").format(*kinds)]
    said += [_reason(row) for row in plan.rows if row.kind in ("doubtful", "refused")]
    if plan.new_rooms:
        said.append(tr("会新建房间：{0}。").format("、".join(plan.new_rooms)))
    said.append(
        tr("这是预看，什么也没有写；加 --yes 就导入。") if number is None
        else tr("导入好了，编号 {0}（undo-import {0} 可以撤回）。").format(number)
    )  # fmt: skip
    return "\n".join(said)
