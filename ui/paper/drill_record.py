"""应急演练记录 on A4: when, where, who took part, how it went, how well; what came to light is listed beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.inspection import Round
from app.problems import Problem
from app.school import Snapshot
from ui.paper.flow_sheet import fields, painted, table, text
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.ruled import form_head

LINES = 4
"""To write on by hand where nothing is known."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DrillRecord", text)


def drill_sheets(snapshot: Snapshot, held: Round, found: Sequence[Problem]) -> list[PaintPage]:
    """Its sheets: what the file knows is printed, the place and the judgement are written by hand."""
    names = {one.id: one.name for one in snapshot.staff}
    columns = ((_tr("序号"), 12.0), (_tr("地点"), 34.0), (_tr("发现的问题"), 70.0), (_tr("怎么改"), 60.0))
    rows = [(str(place), one.place, one.what, one.measure) for place, one in enumerate(found, 1)]
    pieces = [
        fields((_tr("演练时间"), on_paper(held.day)), (_tr("地点"), "")),
        fields((_tr("组织的人"), names.get(held.staff_id or 0, "")), (_tr("参加的人"), held.people)),
        *text(_tr("经过和结果"), held.note, LINES),
        *text(_tr("做得怎么样，下次怎么改"), "", LINES),
        *table(_tr("发现的问题"), columns, rows),
    ]
    title = _tr("应急演练记录")

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), snapshot.school.name, "")

    return painted(pieces, head, (_tr("填表人"), _tr("学校负责人")))
