"""The commands of the assessment: the score of a term item by item, and the county's table taken in."""

from datetime import date
from pathlib import PurePath
from typing import Any

import click

from app.assessment import Table, bands_of, in_use
from app.cards import class_name_on
from app.enrolment import class_on, classes_by_id
from app.figures import terms_known
from app.measures import Facts, Lack
from app.scales import HALVES, points_text
from app.school import Snapshot
from app.score_import import mapping
from app.score_import.carrying import carry_out
from app.score_import.plan import NEW, REFUSED, Plan, plan
from app.scoring import Score, Scored, read_score
from app.store import Store
from app.tablefile import CannotRead
from app.termdays import Term
from app.terms import guess_term
from ui import score_words as words
from ui.cli.call import Call, Day, Refused, common, tr
from ui.score_import import words as said


@click.command()
@click.option("--table", "name", metavar="T", help="哪张考核表，名字或编号（不写就是正在用的）")
@click.option("--term", "code", metavar="T", help="哪个学期，2026-1（不写就是最近的）")
@click.option("--on", type=Day(), help="截至哪天（不写就是今天）")
@common
def score(call: Call, name: str | None, code: str | None, on: date | None) -> None:
    """考核得分，一项一项：得几分、缺什么、材料。"""
    today = on or date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        facts = Facts(snapshot, store, _term(snapshot, code, today), today)
        found = read_score(facts, _table(store.assessment.tables(), name))
        answer = score_json(found, facts)
    call.say(answer, "\n".join(readable(found)))


def _table(every: list[Table], name: str | None) -> Table:
    if not every:
        raise Refused(tr("还没有考核表。在“学期报告”里选一张，或者用 score-import 读县里的。"))
    found = in_use(every) if name is None else next((one for one in every if name in (one.name, str(one.id))), None)
    if found is None:
        had = "、".join(f"{one.id} {one.name}" for one in every)
        raise Refused(tr("没有这张考核表：{0}。有的是：{1}。").format(name or tr("正在用的"), had))
    return found


def _term(snapshot: Snapshot, code: str | None, today: date) -> Term:
    known = {one.code: one for one in terms_known(snapshot, today)}
    if code is None:
        begun = [one for one in known.values() if one.from_day <= today] or list(known.values())
        if not begun:
            raise Refused(tr("学校里还没有学期。"))
        return max(begun, key=lambda one: one.from_day)
    if guess_term(code) is None:
        raise click.UsageError(tr("{0} 不是学期，要写成 2026-1 或 2026-2").format(code))
    if code not in known:
        raise Refused(tr("学校里没有这个学期的记录：{0}。").format(code))
    return known[code]


def score_json(found: Score, facts: Facts) -> dict[str, Any]:
    """The sums, and every item."""
    return {
        "table": found.table.name,
        "term": facts.term.code,
        "on": facts.today.isoformat(),
        "points": found.points / HALVES,
        "full": found.full / HALVES,
        "reachable": found.reachable / HALVES,
        "reviewed": None if found.reviewed is None else found.reviewed / HALVES,
        "band": found.band or None,
        "bands": {one.name: one.least / HALVES for one in bands_of(found.table)},
        "items": [_item(one, facts) for one in found.items],
    }


def _item(one: Scored, facts: Facts) -> dict[str, Any]:
    counted = one.found if one.found is not None and one.found.known else None
    return {
        "part": one.item.part,
        "item": one.item.what,
        "points": one.item.points / HALVES,
        "score": one.points / HALVES,
        "measured": one.item.measured,
        "measure": one.item.measure or None,
        "done": None if counted is None else counted.done,
        "owed": None if counted is None else counted.owed,
        "missing": [_lack(each, facts) for each in one.found.lacks] if one.found is not None else [],
        "gain": one.gain / HALVES,
        "says": words.still_word(one),
        "deductions": [
            {"kind": mark.kind, "on": mark.day.isoformat(), "points": mark.points / HALVES, "reason": mark.reason}
            for mark in (*((one.own,) if one.own is not None else ()), *one.routine)
        ],
        "review": None if one.review is None else one.review.points / HALVES,
        "evidence": [
            {"words": each.words or None, "record_id": each.record_id, "attachment_id": each.attachment_id,
             "kind": each.link[0] if each.link else None, "id": each.link[1] if each.link else None,
             "paper": each.paper or None}
            for each in one.evidence
        ],
    }  # fmt: skip


def _lack(lack: Lack, facts: Facts) -> dict[str, Any]:
    answer: dict[str, Any] = {"what": lack.what, "times": lack.times, "key": lack.key or None,
                              "until": lack.day.isoformat() if lack.day else None}  # fmt: skip
    snapshot = facts.snapshot
    if lack.what == "child":
        child, classes = snapshot.children[lack.id], classes_by_id(snapshot)
        found = class_on(child, classes, facts.day, snapshot.school.system)
        answer["child"] = {"id_number": child.id_number, "name": child.name,
                           "class_name": class_name_on(found, snapshot, facts.day) if found else None}  # fmt: skip
    elif lack.what == "class":
        one = classes_by_id(snapshot)[lack.id]
        answer["class_name"] = class_name_on(one, snapshot, facts.day)
    elif lack.what in ("room", "opening", "finding"):
        answer["room"] = next((one.name for one in snapshot.rooms if one.id == lack.id), None)
    elif lack.what == "thing":
        asset = facts.store.inventory.asset(lack.id)
        answer["number"] = asset.number if asset is not None else None
    elif lack.what == "activity":
        answer["record_id"] = lack.id
    return answer


def readable(found: Score) -> list[str]:
    """The score for a person."""
    head = words.finding(found.points, found.reachable, len(found.to_gain))
    lines = [tr("{0}（{1}，满分 {2}）").format(head, found.table.name, points_text(found.full))]
    for one in found.by_gain:
        got = f"{points_text(one.points)}/{points_text(one.item.points)}"
        lines.append(f"{one.item.what}  {got}  {words.still_word(one)}")
    return lines


@click.command("score-import")
@click.argument("file")
@click.option("--yes", is_flag=True, help="真的存下（不写就只看会怎样）")
@common
def score_import(call: Call, file: str, yes: bool) -> None:
    """读县里的考核表；存下就用这张。"""
    with call.opened() as store:
        table = call.disk.read_table(PurePath(file))
        mappings = mapping.guess(table)
        if not mappings:
            raise CannotRead("no_table")
        found = plan(table, mappings, date.today())
        if yes and not found.count(NEW):
            raise Refused(tr("一项也没读出来，没有存。"))
        number = _keep(store, found) if yes else None
    call.say(_plan_json(found, number), _plan_words(found, number))


def _keep(store: Store, found: Plan) -> int:
    return carry_out(store, found, tr("读考核表{0}").format(found.source)).import_id


def _plan_json(found: Plan, number: int | None) -> dict[str, Any]:
    return {
        "name": found.name,
        "points": found.points / HALVES,
        "printed": None if found.printed is None else found.printed / HALVES,
        "items": [
            {"row": row.row, "part": row.item.part, "item": row.item.what, "points": row.item.points / HALVES,
             "measured": row.item.measured, "measure": row.item.measure or None, "scale": row.item.scale}
            for row in found.rows if row.kind == NEW
        ],
        "refused": [
            {"row": row.row, "column": row.column, "reason": said.problem_sentence(row)}
            for row in found.rows if row.kind == REFUSED
        ],
        "import_id": number,
    }  # fmt: skip


def _plan_words(found: Plan, number: int | None) -> str:
    lines = [tr("读出 {0} 项。{1}").format(found.count(NEW), said.sum_sentence(found))]
    lines += [said.problem_sentence(row) for row in found.rows if row.kind == REFUSED]
    lines.append(
        tr("这是预看，什么也没有写；加 --yes 就存下。") if number is None
        else tr("存好了，编号 {0}（undo-import {0} 可以撤回），现在用的就是这张表。").format(number)
    )  # fmt: skip
    return "\n".join(lines)


