"""电话单: whom to ring for each child, with the numbers and room to write how it went; for the phone in the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, in_class_order
from app.children import Child
from app.days import on_paper
from app.dialling import calls
from app.kinship import spoken_relation
from app.phones import dial_text
from app.school import Snapshot
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import Face

LEFT, RIGHT = 12.0, 198.0
TOP, BOTTOM, HEAD = 34.0, 284.0, 8.0
HIGH = 15.0
"""mm of a row: two numbers, and two lines by hand."""
NUMBERS = 2
EACH = int((BOTTOM - TOP - HEAD) / HIGH)


@dataclass(frozen=True, slots=True)
class PhoneListJob:
    """Numbers stand in full and nothing else of the family (rules.md, slips)."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    class_name: str
    numbers: tuple[tuple[str, str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhoneList", text)


def phone_list_paper(job: PhoneListJob) -> Paper:
    """All of them on as few sheets as it takes, class by class."""
    children = in_class_order(job.children, job.snapshot, job.day)
    lines = [_line(child, job) for child in children]
    parts = [range(first, min(first + EACH, len(lines))) for first in range(0, len(lines), EACH)]
    sheets: list[PaintPage] = [
        partial(_sheet, lines=[lines[place] for place in part], school=job.snapshot.school.name, day=job.day,
                place=(number, len(parts)))
        for number, part in enumerate(parts, 1)
    ]  # fmt: skip
    owners = [frozenset(children[place].id for place in part) for part in parts]
    return Paper(_tr("电话单"), sheets, len(lines), owners)


def _line(child: Child, job: PhoneListJob) -> _Line:
    found = [call for call in calls(child, "family_call", job.day) if call.works][:NUMBERS]
    numbers = tuple(
        (f"{spoken_relation(call.kin.relation)} {call.kin.name}".strip(), dial_text(call.phone.number))
        for call in found
    )
    return _Line(child.name, class_name_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day), numbers)


WIDTHS = (28.0, 66.0, 34.0, 16.0, 42.0)


def _sheet(page: Page, lines: Sequence[_Line], school: str, day: date, place: tuple[int, int]) -> None:
    page.box(_tr("亲情电话单"), LEFT, 10, RIGHT - LEFT, 11, Face.SONG, 20.0, align="center")
    page.text(LEFT, 28, school, Face.SANS, 10.0)
    page.text(RIGHT, 28, on_paper(day), Face.SANS, 10.0, "right")
    bottom = TOP + HEAD + HIGH * len(lines)
    x = LEFT
    titles = (_tr("孩子"), _tr("打给谁"), _tr("怎样"), _tr("几分钟"), _tr("说了什么"))
    for wide, title in zip(WIDTHS, titles, strict=True):
        page.box(title, x, TOP, wide, HEAD, Face.FORM, 10.5, align="center")
        if x > LEFT:
            page.line(x, TOP, x, bottom, 0.2)
        x += wide
    for row, line in enumerate(lines):
        y = TOP + HEAD + row * HIGH
        page.line(LEFT, y, RIGHT, y, 0.35 if row == 0 else 0.2)
        _row(page, line, y)
    page.rect(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.5)
    if place[1] > 1:
        page.text(105, 290, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")


def _row(page: Page, line: _Line, y: float) -> None:
    wide = WIDTHS[0]
    page.box(line.name, LEFT + 1, y + 1, wide - 2, 7.5, Face.KAI, 13.0, min_pt=7.0, align="center")
    page.box(line.class_name, LEFT + 1, y + 8.5, wide - 2, 5.5, Face.SANS, 9.0, min_pt=7.0, align="center")
    x, wide = LEFT + wide, WIDTHS[1]
    for number, (whose, dial) in enumerate(line.numbers):
        middle = y + (HIGH / 2 if len(line.numbers) == 1 else HIGH * (0.28 + 0.44 * number))
        taken = page.number(x + wide - 2, middle, dial, 13.0 if number == 0 else 11.0, wide - 20)
        page.box(whose, x + 2, middle - 3, wide - taken - 6, 6, Face.KAI, 10.5, min_pt=6.0)
    if not line.numbers:
        page.box(_tr("还没有电话"), x + 2, y, wide - 4, HIGH, Face.SANS, 10.0)
    x += wide
    for place, word in enumerate((_tr("视频"), _tr("语音"), _tr("没通"))):
        left = x + 2.2 + place * 10.6
        page.rect(left, y + HIGH / 2 - 4.6, 3.6, 3.6, 0.25)
        page.text(left + 1.8, y + HIGH / 2 + 2.6, word, Face.SANS, 8.0, "center")
