"""The activities and meetings of a term, with what was planned, spent and won."""

from datetime import date
from typing import Any

import click

from app.activities import Held, days_of, spent
from app.school import Snapshot
from app.terms import term_of, with_assumed
from ui import activity_words as words
from ui.care_words import kind_word
from ui.cli.call import Call, Refused, common, tr
from ui.money_words import yuan_word


@click.command("activities")
@click.option("--term", metavar="T", default="", help="哪个学期，如 2026-1（不写就是现在这个）")
@common
def activities(call: Call, term: str) -> None:
    """这学期的活动、班会、讲座、座谈、家长会、培训和工作会议。"""
    today = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        terms = with_assumed(snapshot.terms, today)
        now = term_of(terms, today)
        code = term or (now.code if now is not None else "")
        if code not in {one.code for one in terms}:
            known = "、".join(one.code for one in terms)
            raise Refused(tr("没有这个学期：{0}。有的是：{1}。").format(code, known))
        found = store.activities.between(*days_of(terms, code))[::-1]
    lines = [_text(one, snapshot) for one in found]
    sums = spent(found)
    said = [*lines, tr("共 {0} 次，花了 {1}").format(len(found), yuan_word(sums.spent))]
    call.say([_as_json(one, snapshot) for one in found], "\n".join(said))


def _as_json(held: Held, snapshot: Snapshot) -> dict[str, Any]:
    record, more = held.record, held.activity
    staff = next((one.name for one in snapshot.staff if one.id == record.staff_id), None)
    ids = {key: child.id_number for key, child in snapshot.children.items()}
    return {
        "record_id": record.id, "kind": record.kind, "theme": held.theme, "state": held.state,
        "date": record.day.isoformat(), "from": record.from_time, "minutes": record.minutes, "place": record.place,
        "class_name": words.class_of(held, snapshot) or None, "staff": staff, "host": more.host if more else "",
        "children": [ids.get(one.child_id, "") for one in record.participants],
        "budget_fen": more.budget_fen if more else None, "spent_fen": more.spent_fen if more else None,
        "agenda": [{"at": one.at_time, "what": one.what, "who": one.who} for one in (more.agenda if more else ())],
        "materials": [
            {"what": one.what, "count": one.count, "keeper": one.keeper} for one in (more.materials if more else ())
        ],
        "contest": [
            {"group": one.contest_group, "child": ids.get(one.child_id or 0), "name": one.name, "piece": one.piece,
             "score": one.score, "prize": one.prize} for one in (more.entries if more else ())
        ],
        "result": more.result if more else "",
    }  # fmt: skip


def _text(held: Held, snapshot: Snapshot) -> str:
    record = held.record
    parts = (record.day.isoformat(), kind_word(record.kind), words.state_word(held.state), words.title(held),
             words.class_of(held, snapshot), record.place,
             tr("{0} 个孩子").format(len(record.participants)) if record.participants else "")  # fmt: skip
    return "\t".join(part for part in parts if part)
