"""关爱规则 on A4 for the wall: what is done for every child, by whom, how often and by when; it names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.care_rules import CareRule, on_day
from app.children import Child
from app.days import on_paper
from app.school import Snapshot
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import Face
from ui.rules import words
from ui.sentences import rule_word

LEFT, RIGHT, TOP, BOTTOM = 15.0, 195.0, 48.0, 274.0
HEAD, LOW, HIGH = 10.0, 8.6, 13.0
WIDTHS = (10.0, 42.0, 40.0, 28.0, 30.0, 30.0)
COLUMNS = tuple((LEFT + sum(WIDTHS[:place]), wide) for place, wide in enumerate(WIDTHS))


@dataclass(frozen=True, slots=True)
class RulesJob:
    """The rules in force on a day; they are about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date


def _tr(text: str) -> str:
    return QCoreApplication.translate("RuleSheet", text)


def rules_paper(job: RulesJob) -> Paper:
    """One sheet."""
    rules = list(on_day(job.snapshot.rules, job.day).values())
    if not rules:
        return Paper(_tr("关爱规则"), ())
    return Paper(_tr("关爱规则"), (partial(_paint, job=job, rules=rules),), len(rules), (frozenset(),))


def _paint(page: Page, job: RulesJob, rules: Sequence[CareRule]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 12.0, RIGHT - LEFT, 9.0, Face.SONG, 17.0, min_pt=10.0, align="center")
    page.text(middle, 30.0, _tr("关爱工作规则"), Face.SONG, 24.0, "center")
    page.text(middle, 41.0, _since(rules, job.day), Face.SANS, 11.0, "center")
    titles = (_tr("序"), _tr("做什么"), _tr("对谁"), _tr("谁来做"), _tr("多久一次"), _tr("最晚"))
    for (x, wide), title in zip(COLUMNS, titles, strict=True):
        Words(x, wide, title, 11.5).paint(page, TOP, HEAD)
    rows = [_row(number, rule) for number, rule in enumerate(rules, 1)]
    spare = max(0.0, min(HIGH * len(rows), BOTTOM - TOP - HEAD) - sum(row.needed() for row in rows)) / len(rows)
    y = TOP + HEAD
    for row in rows:
        page.line(LEFT, y, RIGHT, y, 0.35 if row is rows[0] else 0.2)
        row.paint(page, y, row.needed() + spare)
        y += row.needed() + spare
    for x, _wide in COLUMNS[1:]:
        page.line(x, TOP, x, y, 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    page.text(RIGHT, 282.0, _tr("学校（盖章）"), Face.FORM, 11.0, "right")


def _since(rules: Sequence[CareRule], day: date) -> str:
    """Since when they are as they stand here, if the school says so of any."""
    days = [one.from_day for one in rules if one.from_day is not None]
    return _tr("{0}起执行").format(on_paper(max(days))) if days else _tr("截至{0}").format(on_paper(day))


def _row(number: int, rule: CareRule) -> Row:
    values = (str(number), rule_word(rule.key), words.whom_word(rule), words.owner_word(rule.owner),
              words.often_word(rule), words.deadline_word(rule))  # fmt: skip
    sizes = (11.0, 13.0, 11.5, 11.5, 11.5, 11.0)
    cells = [
        Filled(x, wide, value, pt=pt, align="left" if place == 1 else "center")
        for place, ((x, wide), value, pt) in enumerate(zip(COLUMNS, values, sizes, strict=True))
    ]
    return Row(LOW, cells)
