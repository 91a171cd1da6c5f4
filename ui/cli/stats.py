"""The command that counts the pupils of a day by both official meanings."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from app.days import on_paper
from app.differences import KINDS, balance, differences
from app.statistics import ALL, CIVIL, REGISTER, Head, Statistics, Table, statistics
from ui import figure_words as words
from ui.cli.call import DONE, REFUSED, Call, Day, common, tr

UNKNOWN = "unknown"
"""未采集 in the answer: a key says what it is even to somebody who does not read Chinese."""


@click.command()
@click.option("--on", type=Day(), help="哪天（不写就是今天）")
@common
def stats(call: Call, on: date | None) -> int:
    """那天的统计表，学籍口径和民政口径。"""
    today = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
    found = statistics(snapshot, on or today)
    wrong = [text for meaning in (REGISTER, CIVIL)
             for text in words.mismatches(found.table(meaning), found.checks(meaning))]  # fmt: skip
    call.say(stats_json(found, snapshot.school.name), "\n".join(readable(found, today, wrong)))
    if wrong:
        click.echo(tr("数字对不上：{0}。").format("；".join(wrong)), err=True)
    return REFUSED if wrong else DONE


def stats_json(found: Statistics, school: str) -> dict[str, Any]:
    """Both tables with every breakdown, what became of the cross-sums, and why the two numbers differ."""
    counts, register, civil = found.counts, found.table(REGISTER), found.table(CIVIL)
    sums = balance(found.rows)
    return {
        "school": school,
        "on": found.day.isoformat(),
        "pupils": counts.total,
        "register": {
            "total": counts.left_behind,
            "one_away": counts.one_away,
            "both_away": counts.both_away,
            "carer_proposed": len(register.guessed),
            "lines": [
                {"grade": None if head.group == ALL else int(head.group), "sex": _sex(head.part),
                 **_nested(register.columns, numbers)}
                for head, numbers in zip(register.lines, register.numbers, strict=True)
            ],
            "checks": _checks(register, found),
        },
        "civil_affairs": {
            "total": counts.civil,
            "unknown": counts.civil_unknown,
            "unknown_reasons": {reason: len(ids) for reason, ids in civil.apart},
            "carer_proposed": len(civil.guessed),
            "lines": [
                {"group": head.group, "part": head.part or UNKNOWN, **_by_age(civil.columns, numbers)}
                for head, numbers in zip(civil.lines, civil.numbers, strict=True)
            ],
            "checks": _checks(civil, found),
        },
        "differences": {
            **{kind: getattr(sums, kind) for kind in KINDS},
            "reasons": [
                {"kind": group.kind, "reason": group.reason, "children": len(group.rows)}
                for group in differences(found.rows)
            ],
        },
    }  # fmt: skip


def _nested(columns: Iterable[Head], numbers: Iterable[int]) -> dict[str, Any]:
    """{"pupils": 18, "left": 6, "away": {"both": 4, …, "unknown": 0}, …}."""
    answer: dict[str, Any] = {}
    for head, number in zip(columns, numbers, strict=True):
        if head.group == ALL:
            answer[head.part] = number
        else:
            answer.setdefault(head.group, {})[head.part or UNKNOWN] = number
    return answer


def _by_age(columns: Iterable[Head], numbers: Iterable[int]) -> dict[str, Any]:
    """{"total": 30, "0-5": {"total": 0, "男": 0, "女": 0}, …, "unknown": 0}."""
    answer: dict[str, Any] = {}
    for head, number in zip(columns, numbers, strict=True):
        if head.group == ALL:
            answer["total"] = number
        elif head.part:
            answer.setdefault(head.group, {})["total" if head.part == ALL else head.part] = number
        else:
            answer[UNKNOWN] = number
    return answer


def _sex(part: str) -> str | None:
    return None if part == ALL else part or UNKNOWN


def _checks(table: Table, found: Statistics) -> list[dict[str, Any]]:
    return [
        {"check": words.check_word(table, check), "agrees": check.agrees, "difference": check.difference}
        for check in found.checks(table.meaning)
    ]


def readable(found: Statistics, today: date, wrong: list[str]) -> list[str]:
    """The same for a person at the terminal; nothing that counts nobody is named."""
    counts, register, civil = found.counts, found.table(REGISTER), found.table(CIVIL)
    lines = [tr("{0}，在校学生 {1} 人。").format(on_paper(found.day), counts.total)]
    lines.append(tr("学籍口径：留守儿童 {0} 人。").format(counts.left_behind))
    whole = register.numbers[register.lines.index(Head(ALL, ALL))]
    lines += _groups(register.columns, whole)
    for head, numbers in zip(register.lines, register.numbers, strict=True):
        if head.part == ALL and head.group != ALL:
            lines.append(tr("  {0}：在校 {1} 人，留守 {2} 人").format(words.group_word(head.group), *numbers[:2]))
    lines += [f"  {note}" for note in words.notes(register, today)]
    lines.append(tr("民政口径：农村留守儿童 {0} 人。").format(counts.civil))
    lines += _groups(civil.lines, [numbers[0] for numbers in civil.numbers])
    lines += [f"  {note}" for note in words.notes(civil, today)]
    return [*lines, tr("核对：不符 {0} 处。").format(len(wrong)) if wrong else tr("核对：全部相符。")]


def _groups(heads: Iterable[Head], numbers: Iterable[int]) -> list[str]:
    said: dict[str, list[str]] = {}
    for head, number in zip(heads, numbers, strict=True):
        if head.group != ALL and number:
            said.setdefault(head.group, []).append(f"{words.part_word(head)} {number}")
    return [f"  {words.group_word(group)}：" + "，".join(parts) for group, parts in said.items()]
