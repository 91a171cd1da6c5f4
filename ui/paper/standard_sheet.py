"""配备标准对照表 on A4: what the home should have, what is there, what is missing or past its date (REQ 10.18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.equipment import MISSING, SHORT, THERE, Need
from app.school import Snapshot
from ui.paper.asset_rows import goods_word
from ui.paper.asset_sheets import ledger_of, past_note, past_words
from ui.paper.flow_sheet import Piece, painted, table
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head
from ui.session import Session


@dataclass(frozen=True, slots=True)
class StandardJob:
    """The comparison as of a day; it is about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    needs: tuple[Need, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("StandardSheet", text)


def standard_job(session: Session, _scope: str = "") -> StandardJob:
    """That of today."""
    found = ledger_of(session.store, session.snapshot, session.today)
    return StandardJob((), session.snapshot, session.today, found.needs)


def state_words() -> dict[str, str]:
    """没有, 不够, 够了."""
    return {MISSING: _tr("没有"), SHORT: _tr("不够"), THERE: _tr("够了")}


def standard_paper(job: StandardJob) -> Paper:
    """Two sheets or so; none if the school asks for nothing. `pieces` are the things of the list."""
    title = _tr("配备标准对照表")
    if not job.needs:
        return Paper(title, ())
    right = _tr("截至 {0}").format(on_paper(job.day))

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), job.snapshot.school.name, right)

    made = painted(_pieces(job), head, (_tr("保管人"), _tr("负责人")))
    return Paper(title, made, len(job.needs), [frozenset()] * len(made))


def _pieces(job: StandardJob) -> list[Piece]:
    there = sum(one.state == THERE for one in job.needs)
    aside = _tr("{0} 样，够了 {1} 样，不够 {2} 样，没有 {3} 样。{4}").format(
        len(job.needs), there, sum(one.state == SHORT for one in job.needs),
        sum(one.state == MISSING for one in job.needs), past_note(job.needs),
    )  # fmt: skip
    columns = (
        (_tr("序号"), 11.0), (_tr("要配的"), 38.0), (_tr("最少"), 22.0), (_tr("现有"), 22.0), (_tr("还缺"), 18.0),
        (_tr("结果"), 16.0), (_tr("备注"), 49.0),
    )  # fmt: skip
    words, pieces, number = state_words(), list[Piece](), 0
    for goods, found in groupby(job.needs, lambda one: one.item.class_of_goods):
        rows = []
        for one in found:
            number += 1
            unit = one.item.unit
            rows.append((
                str(number), one.item.name, f"{one.item.least} {unit}", f"{one.there} {unit}",
                f"{one.lacking} {unit}" if one.lacking else "", words[one.state], past_words(one),
            ))  # fmt: skip
        pieces += table(goods_word(goods), columns, rows, aside="" if pieces else aside)
    return pieces
