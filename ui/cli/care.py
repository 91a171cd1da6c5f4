"""Commands of the ledger of care: pairing, what is due, logging, and how far the rules were kept."""

from datetime import date, timedelta
from typing import Any

import click

from app.cards import class_name_on
from app.care import LOGGED, NOT_REACHED, REACHED, Contact
from app.care_rules import in_force, versions
from app.care_ways import SECRET
from app.children import Child
from app.edits import Told, log_care, pair
from app.kinship import canonical_relation, is_known
from app.pairing import MENTOR, PEER, ROLES
from app.school import Snapshot, Staff
from app.standing import Duties, Standing, records_needed
from app.store import Store
from app.tally import Tally, tallies
from app.terms import term_around, with_assumed
from ui.cli.call import Call, Day, Refused, common, tr
from ui.sentences import rule_word, standing_word


@click.command("pair")
@click.option("--child", required=True, metavar="ID", help="身份证号或学籍号")
@click.option("--helper", required=True, metavar="NAME", help="教职工姓名；同伴用身份证号或学籍号；志愿者姓名")
@click.option("--role", required=True, type=click.Choice(list(ROLES)), help="代理家长、同伴、志愿者")
@click.option("--on", required=True, type=Day(), help="从哪天起")
@common
def pair_(call: Call, child: str, helper: str, role: str, on: date) -> None:
    """给孩子结对。"""
    with call.opened() as store:
        snapshot = store.snapshot()
        whom = child_of(snapshot, child)
        staff = staff_named(snapshot, helper, on) if role == MENTOR else None
        peer = child_of(snapshot, helper) if role == PEER else None
        changes = pair(
            whom.id, role, on, snapshot.pairings, staff_id=staff.id if staff else None,
            peer_id=peer.id if peer else None, helper_name="" if staff or peer else helper,
        )  # fmt: skip
        name = staff.name if staff else peer.name if peer else helper.strip()
        if changes:
            store.apply(tr("给{0}结对：{1}").format(whom.name, name), changes)
    said = tr("结好了：{0}和{1}，从 {2} 起") if changes else tr("本来就结着：{0}和{1}")
    call.say({"child": whom.name, "helper": name, "role": role, "from": on.isoformat(), "new": bool(changes)},
             said.format(whom.name, name, on.isoformat()))  # fmt: skip


@click.command()
@click.option("--kind", required=True, type=click.Choice(list(LOGGED)), help="做了什么")
@click.option("--child", "numbers", multiple=True, metavar="ID", help="身份证号或学籍号，可以写几次")
@click.option("--on", required=True, type=Day(), help="哪天")
@click.option("--outcome", required=True, type=click.Choice([REACHED, NOT_REACHED]))
@click.option("--by", "by", metavar="STAFF", help="谁做的")
@click.option("--minutes", type=click.IntRange(min=0), help="几分钟")
@click.option("--with", "relation", metavar="RELATION", help="和谁：父亲、奶奶……")
@click.option("--note", default="", metavar="TEXT", help="说了什么")
@common
def log(
    call: Call, kind: str, numbers: tuple[str, ...], on: date, outcome: str, by: str | None, minutes: int | None,
    relation: str | None, note: str,
) -> None:  # fmt: skip
    """记一次关爱。"""
    said = canonical_relation(relation) if relation else ""
    if relation and not is_known(said):
        raise Refused(tr("关系没看懂：{0}。写成父亲、奶奶这样。").format(relation))
    with call.opened() as store:
        snapshot = store.snapshot()
        children = [child_of(snapshot, number) for number in numbers]
        staff = staff_named(snapshot, by, on) if by else None
        told = Told(
            kind, on, outcome, minutes=minutes, staff_id=staff.id if staff else None, relation=said, summary=note,
            confidential=kind in SECRET,
        )  # fmt: skip
        done = store.apply(_label(children), log_care(told, [child.id for child in children]))
    call.say({"record_id": done.ids["record"]}, tr("记下了，编号 {0}").format(done.ids["record"]))


@click.command()
@click.option("--on", type=Day(), help="哪天（不写就是今天）")
@click.option("--by", "group", type=click.Choice(["staff", "child"]), default="staff", help="按谁排：老师或孩子")
@common
def due(call: Call, on: date | None, group: str) -> None:
    """那天每条规则、每个孩子做到哪一步。"""
    day = on or date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        duties = duties_on(store, snapshot, day)
    found = duties.all_standings() if duties else []
    rows = [_standing_json(one, snapshot, day) for one in found]
    first = "owed_by" if group == "staff" else "class_name"
    rows.sort(key=lambda row: (_text(row, first), _text(row, "class_name"), _text(row, "name"), row["rule"]))
    lines = [
        "\t".join((_text(row, "owed_by") or tr("未指定"), _text(row, "class_name"), _text(row, "name"),
                   rule_word(row["rule"]), standing_word(row["state"], row["overdue_days"])))
        for row in rows if row["state"] != "done"
    ]  # fmt: skip
    call.say(rows, "\n".join([*lines, tr("共 {0} 条，做完 {1} 条").format(len(rows), len(rows) - len(lines))]))


@click.command()
@click.option("--rule", default="", metavar="R", help="只看这条规则")
@click.option("--from", "first", type=Day(), help="从哪天（不写就是学期第一天）")
@click.option("--until", "last", type=Day(), help="到哪天（不写就是今天）")
@common
def standing(call: Call, rule: str, first: date | None, last: date | None) -> None:
    """规则做到了多少：按规则、班级、代理家长。"""
    day = last or date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        keys = versions(in_force(snapshot.rules))
        if rule and rule not in keys:
            raise Refused(tr("没有这条规则：{0}。有的是：{1}。").format(rule, "、".join(keys)))
        found = tallies(_terms(store, snapshot, first, day), first or date.min, day, rule)
    staff = {one.id: one.name for one in snapshot.staff}
    classes = {one.id: class_name_on(one, snapshot, day) for one in snapshot.classes}
    value = {
        "rules": {key: _tally_json(tally) for key, tally in found.rules.items()},
        "classes": {classes[key]: _tally_json(tally) for key, tally in found.classes.items()},
        "mentors": {staff.get(key, ""): _tally_json(tally) for key, tally in found.mentors.items()},
    }
    lines = [
        tr("{0}：该做 {1}，做了 {2}，缺 {3}").format(rule_word(key) if of == "rules" else key, *tally.values())
        for of, part in value.items() for key, tally in part.items()
    ]  # fmt: skip
    call.say(value, "\n".join(lines) or tr("这段时间没有要做的。"))


def _terms(store: Store, snapshot: Snapshot, first: date | None, last: date) -> list[Duties]:
    """What the terms between these days ask; without a first day only the term of the last one."""
    found = []
    for term in with_assumed(snapshot.terms, last):
        if term.from_day <= last and (first or last) <= term.until_day + timedelta(days=6):
            needed = records_needed(snapshot, term.from_day)
            found.append(Duties(snapshot, term, store.ledger.contacts(*needed) if needed else (), last))
    return found


def duties_on(store: Store, snapshot: Snapshot, day: date) -> Duties | None:
    """What is due on that day; None in the holidays."""
    term, needed = term_around(snapshot, day), records_needed(snapshot, day)
    if term is None or needed is None:
        return None
    contacts: list[Contact] = store.ledger.contacts(*needed)
    return Duties(snapshot, term, contacts, day)


def child_of(snapshot: Snapshot, number: str) -> Child:
    """The child of that ID or register number. Raises Refused."""
    wanted = number.strip().upper()
    found = [
        child for child in snapshot.children.values()
        if wanted and wanted in (child.id_number.upper(), child.register_number.upper())
    ]  # fmt: skip
    if len(found) != 1:
        why = tr("没有这个孩子：{0}。请写身份证号或学籍号。") if not found else tr("有 {1} 个孩子是这个号：{0}。")
        raise Refused(why.format(number, len(found)))
    return found[0]


def staff_named(snapshot: Snapshot, name: str, day: date) -> Staff:
    """Who works here under that name on that day. Raises Refused."""
    found = [
        one for one in snapshot.staff if one.name == name.strip() and (one.left_on is None or one.left_on > day)
    ]
    if len(found) != 1:
        why = tr("教职工里有 {1} 位{0}，分不清是哪一位。") if found else tr("教职工里没有{0}，请先用 staff-add 加上。")
        raise Refused(why.format(name.strip(), len(found)))
    return found[0]


def _label(children: list[Child]) -> str:
    if len(children) == 1:
        return tr("记{0}的一次关爱").format(children[0].name)
    return tr("记 {0} 个孩子的一次关爱").format(len(children))


def _standing_json(one: Standing, snapshot: Snapshot, day: date) -> dict[str, Any]:
    child = snapshot.children[one.subject[1]] if one.subject[0] == "child" else None
    school_class = next((each for each in snapshot.classes if each.id == one.class_id), None)
    class_name = class_name_on(school_class, snapshot, day) or None
    by = next((staff.name for staff in snapshot.staff if staff.id == one.owed_by), None)
    return {
        "rule": one.rule.key,
        "kind": one.rule.kinds[0],
        "child": None if child is None
        else {"id_number": child.id_number, "name": child.name, "class_name": class_name},
        "class_name": class_name,
        "owed_by": by,
        "window": {"from": one.owed.window.from_day.isoformat(), "until": one.owed.window.until_day.isoformat()},
        "needed": one.rule.needed,
        "done": one.done,
        "attempts": one.attempts,
        "state": one.state,
        "overdue_days": one.overdue_days,
    }  # fmt: skip


def _text(row: dict[str, Any], key: str) -> str:
    if key == "name":
        return str(row["child"]["name"]) if row["child"] else ""
    return str(row[key] or "")


def _tally_json(tally: Tally) -> dict[str, int]:
    return {"owed": tally.owed, "done": tally.done, "missed": tally.missed}
