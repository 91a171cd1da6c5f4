"""领导小组名单及职责 on A4: who leads the care work and what each answers for; it may hang on the wall (REQ 1.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.school import Snapshot
from app.staffing import leading_group
from app.terms import term_on, term_title
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.lines import wrap
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 18.0, 192.0
TOP, BOTTOM = 47.0, 262.0
HEAD, LOW, HIGH = 11.0, 17.0, 24.0
EMPTY = 3
"""Rows to write in where nobody is in the group yet."""
COLUMNS = ((LEFT, 14.0), (LEFT + 14, 26.0), (LEFT + 40, 30.0), (LEFT + 70, 34.0), (LEFT + 104, RIGHT - LEFT - 104))
MOST = 80.0
"""mm a row may take; a longer duty goes on in the row beneath."""


@dataclass(frozen=True, slots=True)
class GroupJob:
    """The leading group as of a day; it is about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroupSheet", text)


def group_paper(job: GroupJob) -> Paper:
    """As many sheets as the duties need; `pieces` are the members."""
    members = leading_group(job.snapshot.staff, job.day)
    rows: list[Row] = []
    for number, one in enumerate(members, 1):
        first = (str(number), one.group_role, one.name, one.duties)
        for place, part in enumerate(_parts(one.group_duty)):
            rows.append(_row((*first, part) if not place else ("", "", _tr("（续）"), "", part)))
    rows = rows or [_row(("", "", "", "", ""))] * EMPTY
    sheets = _shared_out(rows)
    painted = [
        partial(_paint, job=job, rows=found, place=(number, len(sheets))) for number, found in enumerate(sheets, 1)
    ]
    return Paper(_tr("领导小组名单及职责"), painted, len(members), [frozenset()] * len(painted))


def _parts(duty: str) -> list[str]:
    """A duty in pieces of which each fits a row."""
    wide = COLUMNS[-1][1] - 4
    lines = wrap(duty, wide, lambda part: width_mm(part, Face.KAI, 12.0))
    most = int(MOST / 5.6)
    return ["\n".join(lines[first : first + most]) for first in range(0, len(lines), most)]


def _row(values: tuple[str, str, str, str, str]) -> Row:
    sizes = (12.0, 14.0, 16.0, 12.5, 12.5)
    cells = [
        Filled(x, wide, value, pt=pt, align="left" if place == 4 else "center")
        for place, ((x, wide), value, pt) in enumerate(zip(COLUMNS, values, sizes, strict=True))
    ]
    lines = cells[-1].text.count("\n") + 1
    return Row(max(LOW, lines * 5.8 + 3), cells)


def _shared_out(rows: Sequence[Row]) -> list[list[Row]]:
    sheets: list[list[Row]] = [[]]
    room = BOTTOM - TOP - HEAD
    for row in rows:
        if sheets[-1] and row.needed() > room:
            sheets.append([])
            room = BOTTOM - TOP - HEAD
        sheets[-1].append(row)
        room -= row.needed()
    return sheets


def _paint(page: Page, job: GroupJob, rows: Sequence[Row], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.text(middle, 22.0, _tr("关爱工作领导小组"), Face.SONG, 26.0, "center")
    page.text(middle, 33.0, _tr("名单及职责"), Face.SONG, 17.0, "center")
    term = term_on(job.snapshot, job.day)
    wide = page.text(RIGHT, 42.2, term_title(term.code) if term else on_paper(job.day), Face.FORM, 11.0, "right")
    page.box(job.snapshot.school.name, LEFT, 38.0, RIGHT - LEFT - wide - 6, 8.0, Face.KAI, 12.5, min_pt=8.0)
    words = (_tr("序号"), _tr("组内职务"), _tr("姓名"), _tr("学校职务"), _tr("分管的事"))
    for (x, wide), word in zip(COLUMNS, words, strict=True):
        Words(x, wide, word, 11.0).paint(page, TOP, HEAD)
    page.line(LEFT, TOP + HEAD, RIGHT, TOP + HEAD, 0.35)
    y, tall = TOP + HEAD, sum(row.needed() for row in rows)
    spare = max(0.0, min((HIGH - LOW) * len(rows), BOTTOM - TOP - HEAD - tall)) / len(rows)
    for row in rows:
        if row is not rows[0]:
            page.line(LEFT, y, RIGHT, y, 0.2)
        row.paint(page, y, row.needed() + spare)
        y += row.needed() + spare
    for x, _wide in COLUMNS[1:]:
        page.line(x, TOP, x, y, 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    page.text(RIGHT, 272.0, _tr("截至{0}").format(on_paper(job.day)), Face.FORM, 11.0, "right")
    page.text(RIGHT - 50, 272.0, _tr("学校（盖章）"), Face.FORM, 11.0, "right")
    if place[1] > 1:
        page.text(middle, 283.0, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
